"""Bodies: the list, a body's page, and editing it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.bodies import actions, permissions
from governance.bodies.forms import BodyForm, DayForm, NewBodyForm
from governance.bodies.models import Body
from governance.bodies.page import chairs_by_year, seated, theme_of
from governance.councils.models import Council
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.meetings.models import Meeting
from governance.meetings.words import said_of
from governance.pages.conflict import conflict_of
from governance.pages.download import as_csv
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability

ROWS = 25
COLUMNS = ["Body", "Served by", "Under", "Councils", "Seats"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every body, by name; as a page or as CSV."""
    bodies = Body.objects.visible_to(request.user).select_related("lead_council")
    bodies = bodies.prefetch_related("councils__council").order_by("name", "pk")
    if request.GET.get("format") == "csv":
        return as_csv("bodies.csv", COLUMNS, (_row(body) for body in bodies))
    found = Paginator(bodies, 25).get_page(request.GET.get("page"))
    can_add = bool(seats_of(request.user).councils(Ability.EDIT_MEETINGS))
    crumbs = [("Meetings", reverse("meetings:index"))]
    shown = {"page": found, "can_add": can_add, "crumbs": crumbs, "here": "meetings:index"}
    return render(request, "governance/bodies/index.html", shown)


def _row(body: Body) -> list[object]:
    parts = list(body.councils.all())
    councils = ", ".join(part.council.short_name for part in parts)
    seats = ", ".join(str(part.seats or "") for part in parts)
    return [body.name, body.lead_council.name, body.get_regime_display(), councils, seats]


@login_not_required
@require_safe
def detail(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """A body: its law, its councils and seats, its members on a day, its chairs, its meetings."""
    body = body_of(request, council, slug)
    today = timezone.localdate()
    form = DayForm(request.GET if "on_day" in request.GET else None)
    on = (form.is_valid() and form.cleaned_data["on"]) or today
    meetings = Meeting.objects.visible_to(request.user).filter(body=body)
    newest = list(meetings.select_related("adjourned_to").order_by("-held_on", "-pk")[: ROWS + 1])
    for meeting in newest:
        meeting.said = said_of(meeting, today)  # type: ignore[attr-defined]
    appointments = list(body.appointments.select_related("person", "council"))
    shown = {
        "body": body,
        "on": on,
        "form": form,
        "seated": seated(body, on),
        "chairs": chairs_by_year(appointments),
        "meetings": newest[:ROWS],
        "has_more": len(newest) > ROWS,
        "can_edit": permissions.can_edit(request.user, body),
        "theme": theme_of(body),
        "crumbs": [("Bodies", reverse("bodies:index"))],
    }
    return render(
        request, "governance/bodies/detail.html", shown, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    councils = seats_of(request.user).councils(Ability.EDIT_MEETINGS)
    if not councils:
        raise PermissionDenied("Only democratic services add bodies.")
    mine = Council.objects.visible_to(request.user).filter(pk__in=councils).order_by("name")
    form = NewBodyForm(request.POST or None, councils=mine)
    if request.method == "POST" and form.is_valid():
        body = actions.add_body(form.cleaned_data, by=signed_in(request))
        messages.success(request, "The body is added. Say who sits on it.")
        return redirect("bodies:members", body.lead_council.slug, body.slug)
    shown = {"form": form, "heading": "Add a body", "back": reverse("bodies:index")}
    return render(request, "governance/bodies/edit.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    body = editable(request, council, slug)
    names = [name for name in BodyForm.base_fields if name != "seen"]
    first = {name: getattr(body, name) for name in names} | {"seen": revision_of(body)}
    form = BodyForm(request.POST or None, initial=first)
    address = reverse("bodies:detail", args=[council, slug])
    shown = {
        "form": form,
        "heading": f"Change {body.name}",
        "back": address,
        "theme": theme_of(body),
    }
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        seen = data.pop("seen")
        try:
            actions.change_body(body, data, seen, by=signed_in(request))
        except ChangedMeanwhile as changed:
            shown |= conflict_of(form, changed)
            return render(request, "governance/bodies/edit.html", shown, status=409)
        messages.success(request, "Saved.")
        return redirect(address)
    status = 422 if form.errors else 200
    return render(request, "governance/bodies/edit.html", shown, status=status)


def body_of(request: HttpRequest, council: str, slug: str) -> Body:
    bodies = Body.objects.visible_to(request.user).select_related("lead_council", "partnership")
    return get_object_or_404(bodies, lead_council__slug=council, slug=slug)


def editable(request: HttpRequest, council: str, slug: str) -> Body:
    body = body_of(request, council, slug)
    if not permissions.can_edit(request.user, body):
        raise PermissionDenied(
            f"Only democratic services of {body.lead_council.name} change this body."
        )
    return body
