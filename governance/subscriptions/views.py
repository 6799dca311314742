"""E-mail updates for the public: asked for, confirmed, managed and ended, without an account."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from governance.councils.models import Council
from governance.issues.models import Issue
from governance.subscriptions import actions, forms, tokens
from governance.subscriptions.actions import Topic
from governance.subscriptions.finding import one_of, those_of

BY_FORM = ["GET", "HEAD", "POST"]
TOO_MANY = (
    "This was asked for many times in the last hour, from here or for this address. Try again in "
    "an hour."
)


@login_not_required
@require_http_methods(BY_FORM)
def new(request: HttpRequest) -> HttpResponse:
    """Ask for e-mail about a council, a ward or an issue; the answer is the same for everybody."""
    issue = None
    if slug := request.GET.get("issue"):
        issue = get_object_or_404(Issue.objects.visible_to(request.user), slug=slug)
    form = _form(request, issue)
    status = 422 if form.errors else 200
    if form.is_valid():
        email = form.cleaned_data["email"]
        if actions.too_many(get_adapter().get_client_ip(request), email):
            form.add_error(None, TOO_MANY)
            status = 429
        else:
            topic = _topic(form, issue)
            actions.subscribe(email, topic, at=timezone.now())
            return redirect("subscriptions:asked")
    context = {
        "form": form,
        "issue": issue,
        "theme": issue.partnership if issue else None,
    }
    return render(request, "governance/subscriptions/new.html", context, status=status)


def _form(request: HttpRequest, issue: Issue | None) -> Any:
    data = request.POST or None
    if issue:
        return forms.IssueForm(data)
    asked = {name: request.GET.get(name, "") for name in ("council", "ward")}
    form = forms.CouncilForm(data, initial=asked)
    councils: Any = form.fields["council"]
    councils.queryset = Council.objects.visible_to(request.user).order_by("name")
    return form


def _topic(form: Any, issue: Issue | None) -> Topic:
    if issue:
        return Topic(issue=issue)
    return Topic(council=form.cleaned_data["council"], ward=form.cleaned_data["ward"])


@login_not_required
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What everybody is told who asked, whether the address is known or not."""
    return render(request, "governance/subscriptions/asked.html")


@login_not_required
@never_cache
@require_http_methods(BY_FORM)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm with a press: programs that look at links in mail only ever open the page."""
    try:
        found = tokens.to_confirm(token)
    except tokens.Expired:
        return render(request, "governance/subscriptions/expired.html", status=410)
    if found is None:
        raise Http404
    subscription = one_of(found)
    if subscription is None:
        return render(request, "governance/subscriptions/expired.html", status=410)
    if request.method == "POST":
        actions.confirm(found, at=timezone.now())
        return redirect(tokens.manage_address(subscription.email))
    context = {"subscription": subscription}
    return render(request, "governance/subscriptions/confirm.html", context)


@login_not_required
@never_cache
@require_http_methods(BY_FORM)
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that the owner of an address follows; each, or all, ended with a press."""
    email = tokens.whose(token)
    if email is None:
        raise Http404
    if request.method == "POST":
        which = request.POST.get("end", "")
        if which == "all":
            actions.end_all(email)
        elif which.isascii() and which.isdecimal() and len(which) <= 18:
            actions.end(int(which), email)
        return redirect(request.path)
    context = {"subscriptions": those_of(email), "email": email}
    return render(request, "governance/subscriptions/manage.html", context)


# A mail program posts here itself (RFC 8058), with neither session nor token of ours: the address
# is signed, and all it can do is end what it names.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(BY_FORM)
def end(request: HttpRequest, token: str) -> HttpResponse:
    """End one subscription, with one click from a mail program or one press here."""
    found = tokens.to_end(token)
    if found is None:
        raise Http404
    subscription, ended = one_of(found), request.method == "POST"
    if subscription and ended:
        actions.end(subscription.pk, subscription.email)
    context = {"ended": ended, "subscription": subscription}
    return render(request, "governance/subscriptions/end.html", context)
