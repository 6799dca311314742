"""From what sum each council treats a decision as key."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.calendar import words
from governance.councils.models import Council
from governance.errors import Refused
from governance.key_decisions import actions, permissions
from governance.key_decisions.forms import ThresholdForm
from governance.key_decisions.models import KeyThreshold
from governance.key_decisions.rules import threshold_on
from governance.pages.download import as_csv
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability

COLUMNS = ["Council", "Sum in pounds", "From", "To", "Wards", "Source"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every council with the sum in force, and those before it; as a page or as CSV."""
    held = KeyThreshold.objects.visible_to(request.user).order_by("-from_on", "-pk")
    found = Council.objects.visible_to(request.user).order_by("name")
    councils = list(found.prefetch_related(Prefetch("key_thresholds", held)))
    if request.GET.get("format") == "csv":
        cells = (_cells(one) for council in councils for one in council.key_thresholds.all())
        return as_csv("key-decision-sums.csv", COLUMNS, cells)
    today, mine = timezone.localdate(), seats_of(request.user).councils(Ability.CONFIGURE)
    rows = [
        (council, _in_words(council, today), list(council.key_thresholds.all()), council.pk in mine)
        for council in councils
    ]
    return render(request, "governance/key_decisions/index.html", {"rows": rows})


def _in_words(council: Council, today: object) -> str:
    pence = threshold_on(council.key_thresholds.all(), today)  # type: ignore[arg-type]
    return words.pounds(pence) if pence is not None else ""


def _cells(one: KeyThreshold) -> list[object]:
    days = [day.isoformat() if day else "" for day in (one.from_on, one.to_on)]
    return [one.council.name, one.amount_pence / 100, *days, one.wards, one.source]


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Another sum, from a day on."""
    council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    if not permissions.can_set(request.user, council):
        raise PermissionDenied(f"Only administrators of {council.name} enter its sum.")
    form = ThresholdForm(request.POST or None)
    if form.is_valid():
        try:
            actions.set_threshold(council, form.facts(), by=signed_in(request))
        except Refused as refusal:
            form.add_error("from_on", str(refusal))
        else:
            messages.success(request, "Saved. Decisions recorded from now on are compared with it.")
            return redirect("key_decisions:index")
    context = {
        "form": form,
        "heading": "From what sum is a decision key?",
        "caption": council.name,
        "lead": "The law names no sum. The sum in force before it is kept for the days it was.",
        "back": reverse("key_decisions:index"),
        "theme": council,
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)
