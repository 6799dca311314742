"""Who sits where, as far as a rule of call-in asks and no other record says."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.bodies.models import Body
from governance.councils.models import Council
from governance.pages.download import as_csv
from governance.people.models import User
from governance.people.permissions import signed_in
from scrutiny.call_ins import member_actions
from scrutiny.call_ins.facts import facts_of, hearing_bodies, members_of
from scrutiny.call_ins.forms import BodiesForm, MemberForm
from scrutiny.call_ins.permissions import may_check

COLUMNS = ["Member", "Political group", "Co-opted", "On the executive", "On the committee"]


@require_safe
def members(request: HttpRequest, council: str) -> HttpResponse:
    """The members of a council as call-in sees them, as a page or as CSV."""
    place = _council(request, council)
    now = timezone.now()
    users = members_of(place.pk, now)
    facts = facts_of([user.pk for user in users], place.pk, now)
    rows = [(user, facts[user.pk]) for user in users]
    if request.GET.get("format") == "csv":
        cells = (
            [user.name, one.political_group, one.is_co_opted, one.on_executive, one.on_committee]
            for user, one in rows
        )
        return as_csv(f"members-{place.slug}.csv", COLUMNS, ([*row] for row in cells))
    bodies = Body.objects.visible_to(request.user).filter(pk__in=hearing_bodies(place.pk))
    context = {
        "council": place, "rows": rows, "bodies": bodies.order_by("name"), "theme": place,
        "crumbs": [("Call-ins", reverse("call_ins:index"))],
    }  # fmt: skip
    return render(request, "scrutiny/call_ins/members.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, council: str, pk: int) -> HttpResponse:
    place, now = _council(request, council), timezone.now()
    user = _one(members_of(place.pk, now), pk)
    fact = facts_of([user.pk], place.pk, now)[user.pk]
    initial = {"political_group": fact.political_group, "is_co_opted": fact.is_co_opted}
    form = MemberForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        member_actions.describe(place, user, form.cleaned_data, by=signed_in(request))
        messages.success(request, "Recorded.")
        return redirect("call_ins:members", council=council)
    return _form(request, place, form, user.name)


@require_http_methods(["GET", "HEAD", "POST"])
def bodies(request: HttpRequest, council: str) -> HttpResponse:
    place = _council(request, council)
    every = Body.objects.visible_to(request.user).filter(councils__council=place)
    every = every.exclude(regime=Body.Regime.EXECUTIVE).order_by("name", "pk")
    initial = {"bodies": hearing_bodies(place.pk)}
    data = request.POST if request.method == "POST" else None
    form = BodiesForm(data, bodies=every, initial=initial)
    if form.is_valid():
        chosen = form.cleaned_data["bodies"]
        member_actions.choose_bodies(place, chosen, by=signed_in(request))
        messages.success(request, "Recorded.")
        return redirect("call_ins:members", council=council)
    return _form(request, place, form, "Who hears call-ins")


def _one(users: list[User], pk: int) -> User:
    """Return the member of that id; for any other a stranger's answer."""
    return get_object_or_404(User, pk=next((user.pk for user in users if user.pk == pk), 0))


def _form(
    request: HttpRequest, council: Council, form: MemberForm | BodiesForm, heading: str
) -> HttpResponse:
    back = reverse("call_ins:members", args=[council.slug])
    context = {
        "form": form, "heading": heading, "caption": f"Call-in at {council.name}", "back": back,
        "theme": council,
    }  # fmt: skip
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


def _council(request: HttpRequest, slug: str) -> Council:
    council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    if not may_check(request.user, council.pk):
        raise PermissionDenied(f"Only democratic services of {council.name} keep this.")
    return council
