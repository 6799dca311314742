"""Signing in to the demo by pressing a button, and reading the mail that it sent."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from demo import mailbox as reading
from demo.accounts import demo_accounts
from governance.people.accounts import start_of
from governance.people.models import User


@login_not_required
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    # Production does not install this app. Should somebody do so, it still opens no door.
    if not settings.IS_DEMO:
        raise Http404
    email = request.POST.get("email", "")
    # No form reads it, and PostgreSQL cannot look for a NUL.
    if "\0" in email:
        raise BadRequest("A NUL in the e-mail address.")
    account = get_object_or_404(demo_accounts(), email=email)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(_where_to(request, account))


@login_not_required
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The mail that the demo sent, to anybody who tries it out."""
    if not settings.IS_DEMO:
        raise Http404
    return render(request, "demo/mailbox.html", {"mails": reading.newest()})


@login_not_required
@require_safe
def mail(request: HttpRequest, number: int) -> HttpResponse:
    found = reading.mail(number) if settings.IS_DEMO else None
    if found is None:
        raise Http404
    crumbs = [("Mail of the demo", reverse("demo:mailbox"))]
    return render(request, "demo/mail.html", {"mail": found, "crumbs": crumbs})


def _where_to(request: HttpRequest, account: User) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return start_of(account)
