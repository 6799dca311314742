"""Pages that belong to no feature: colours, the accessibility statement, and what went wrong."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template import loader
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from governance.councils.models import Council, Partnership, Themed
from governance.pages.theme import css_of, fingerprint


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@login_not_required
@require_safe
@cache_control(public=True, max_age=86_400)
def theme(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The colours of one council or partnership. The address carries their fingerprint."""
    themed: Themed
    if kind == "council":
        themed = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    elif kind == "partnership":
        themed = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    else:
        raise Http404
    css = css_of(themed)
    etag = f'"{fingerprint(css)}"'
    response = HttpResponse(css, content_type="text/css; charset=utf-8", headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=response) or response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    # The host itself may be the fault, so nothing here asks the request anything.
    return _alone("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"why": _said(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _alone("403_csrf.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Shown when something is broken, so it leans on as little as can be."""
    try:
        return _alone("500.html", 500)
    except Exception:  # noqa: BLE001 (for example: the style sheet's hashed name is not known)
        return HttpResponse(LAST_RESORT, status=500)


def at_once(request: HttpRequest) -> HttpResponse:
    """Shown when two requests wrote the same at once: nothing was saved, and all that was typed."""
    typed = [
        (name.replace("_", " ").replace("-", " "), text)
        for name, values in request.POST.lists()
        for text in values
        if name != "csrfmiddlewaretoken" and not name.endswith(("seen", "_FORMS")) and text.strip()
    ]
    template = loader.get_template("409.html")
    return HttpResponse(template.render({"typed": typed, "back": request.path}), status=409)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Shown while the database or Redis does not answer; browsers may try again by themselves."""
    try:
        response = _alone("503.html", 503)
    except Exception:  # noqa: BLE001 (as for any other fault)
        response = HttpResponse(LAST_RESORT, status=503)
    response["Retry-After"] = "30"
    return response


LAST_RESORT = (
    '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Sorry – Concordat</title>'
    "<h1>Sorry, there is a problem with this service</h1>"
    "<p>Nothing you saved before is lost. Try again in a few minutes.</p></html>"
)


def _alone(template: str, status: int) -> HttpResponse:
    """Answer without context processors, and so without the database."""
    context: dict[str, Any] = {}
    return HttpResponse(loader.get_template(template).render(context), status=status)


def _said(exception: Exception) -> str:
    """Return the sentence a rule gave, if it gave one."""
    return str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
