"""Who a request turned out to be from, and that nobody else is shown what they were shown."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def recognised(request: HttpRequest) -> int | None:
    """Return the number of the account that answering `request` showed it to be from.

    It asks nothing: where nobody looked, as for a style sheet, the answer depends on nobody.
    """
    # `request.user` would look. Django keeps here what it found when somebody else looked.
    found: int | None = getattr(getattr(request, "_cached_user", None), "pk", None)
    return found


def keep_private(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: no browser or proxy keeps what somebody signed in was shown.

    An answer that says it is public is the same for everybody, and may be kept.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        said = response.get("Cache-Control", "")
        if recognised(request) and "public" not in said:
            response["Cache-Control"] = "private, no-store"
        return response

    return respond
