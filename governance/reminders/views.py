"""Choosing how to be reminded, and ending early reminders from an e-mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from governance.people.permissions import signed_in
from governance.reminders import actions
from governance.reminders.forms import ChoiceForm
from governance.reminders.models import MailChoice
from governance.reminders.unsubscribe import user_of


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """In one e-mail a morning or each by itself, and whether before the day."""
    user = signed_in(request)
    kept = MailChoice.objects.visible_to(user).first() or MailChoice(user=user)
    form = ChoiceForm(request.POST or None, initial={"style": kept.style, "early": kept.early})
    if form.is_valid():
        actions.choose(user, **form.cleaned_data)
        messages.success(request, "Kept. The next e-mail comes as you chose.")
        return redirect("reminders:choose")
    context = {
        "form": form,
        "heading": "Reminders by e-mail",
        "lead": f"They go to {user.email}, in the morning of a working day: about duties that you "
        "hold, and those of your council that are overdue for more than a week.",
        "back": reverse("duties:index") + "?mine=1",
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


# A mail program posts here itself (RFC 8058), with neither session nor token of ours: the address
# is signed, and all it can do is end what it names.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str) -> HttpResponse:
    """End reminders before the day for the account that the signed address names."""
    user = user_of(token)
    if user is None:
        raise Http404
    ended = request.method == "POST"
    if ended:
        actions.choose(user, early=False)
    return render(request, "governance/reminders/end.html", {"ended": ended})
