"""What no form, address or cookie of ours ever holds, turned away before anybody reads it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NUL = "\0"
URLENCODED = "application/x-www-form-urlencoded"


def no_nul(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: 400 for a NUL, which PostgreSQL cannot keep or look for.

    In what was typed into a form it is left to the form, which says so beside the question.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        if _is_unreadable(request):
            raise BadRequest("A NUL in the address, a cookie or the name of a field.")
        return get_response(request)

    return respond


def _is_unreadable(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    if NUL in request.path_info or NUL in query or "%00" in query:
        return True
    if any(NUL in value for value in request.COOKIES.values()):
        return True
    # Only names: what is uploaded is not read here, and values are for the form.
    is_form = request.method == "POST" and request.content_type == URLENCODED
    return is_form and any(NUL in name for name in request.POST)
