"""Who is asked to sign in."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase


class SignInUnlessPublic(LoginRequiredMiddleware):
    """Django's own asks who somebody is even where anybody may read.

    A page that does not ask costs no query then, and answers while PostgreSQL is down. A part of a
    page is answered with 401 and nothing to swap in: htmx would follow the way to the sign-in page
    and put it where somebody was typing.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        asks = super().process_view(request, view_func, view_args, view_kwargs)
        if asks is not None and request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        return asks
