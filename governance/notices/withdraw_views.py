"""Withdrawing a notice: what that does, said before it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.errors import Refused
from governance.notices import page, withdrawal
from governance.notices.forms import WithdrawForm
from governance.notices.kinds.registry import kind_of
from governance.notices.publish_views import notice_to_publish
from governance.notices.standing import windows_by_notice
from governance.notices.states import State
from governance.people.permissions import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """What becomes of the notice, its windows and its decisions; the reason; the button."""
    notice, now = notice_to_publish(request, council, slug), timezone.now()
    if notice.state == State.DRAFT:
        return redirect("notices:publish", council=council, slug=slug)
    if notice.state == State.WITHDRAWN:
        if request.method == "POST":
            messages.info(request, "This notice was already withdrawn. Nothing was changed.")
        return redirect("notices:detail", council=council, slug=slug)
    newest = notice.versions.latest("number")
    first = {"seen": newest.number, "title": notice.title}
    form = WithdrawForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            withdrawal.withdraw(notice, by=signed_in(request), at=now, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Withdrawn. Its address says when and why")
            return redirect("notices:detail", council=council, slug=slug)
    windows = windows_by_notice([notice])[notice.pk]
    context = {
        "record": notice,
        "form": form,
        "newest": newest,
        "decides": kind_of(notice).decides,
        "open": [window for window in windows if window.closes_at > now],
        "called_in": [window for window in windows if getattr(window, "called_in", None)],
        "theme": notice.council,
        "crumbs": [*page.crumbs_of(notice), (notice.title, _address(council, slug))],
    }
    status = 422 if form.errors else 200
    return render(request, "governance/notices/withdraw.html", context, status=status)


def _address(council: str, slug: str) -> str:
    return reverse("notices:detail", args=[council, slug])
