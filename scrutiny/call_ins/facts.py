"""What the record says of members that a rule of call-in asks about: five queries for any many."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Count

from governance.bodies.models import Body
from governance.calendar.local_time import local_day
from governance.models import Appointment, Role, User
from governance.people.rules import Ability, kinds_that_may
from scrutiny.call_ins.models import CouncilMember, HearingBody, Signature
from scrutiny.call_ins.rules import Facts

A_YEAR = timedelta(days=365)
CAPACITY = Appointment.Capacity
SITS = (CAPACITY.CHAIR, CAPACITY.VICE_CHAIR, CAPACITY.MEMBER, CAPACITY.PORTFOLIO_HOLDER)


def hearing_bodies(council_id: int) -> list[int]:
    """Return the ids of the scrutiny bodies of a council; none where nobody recorded any."""
    found = HearingBody.objects.filter(council=council_id).order_by("pk")
    return list(found.values_list("body", flat=True))


def committee_size(council_id: int, now: datetime) -> int | None:
    """Return how many members the council's scrutiny bodies have, or None if none is recorded."""
    held = Appointment.objects.on(local_day(now)).filter(
        body__in=hearing_bodies(council_id), capacity__in=SITS
    )
    return held.values("person").distinct().order_by().count() or None


def facts_of(users: Collection[int], council_id: int, now: datetime) -> dict[int, Facts]:
    """Return, by account, what is recorded of each at one council on the day of `now`."""
    today = local_day(now)
    members = _members(users, council_id, now)
    found = {user: Facts(is_member=user in members) for user in users}
    hears = set(hearing_bodies(council_id))
    if hears:
        found = {
            user: replace(one, on_committee=False, chairs_committee=False)
            for user, one in found.items()
        }
    places = Appointment.objects.on(today).filter(person__user__in=users, council=council_id)
    for place in places.select_related("person", "body"):
        if (user := place.person.user_id) is not None:
            found[user] = _with_place(found[user], place, hears)
    for row in CouncilMember.objects.filter(council=council_id, user__in=users):
        found[row.user_id] = replace(
            found[row.user_id],
            political_group=row.political_group,
            is_co_opted=row.is_co_opted,
        )
    for user, number in _requests(users, council_id, now):
        found[user] = replace(found[user], requests_this_year=number)
    return found


def fact_of(user_id: int, council_id: int, now: datetime) -> Facts:
    """Return what is recorded of one account at one council."""
    return facts_of([user_id], council_id, now)[user_id]


def members_of(council_id: int, now: datetime) -> list[User]:
    """Return the accounts that may sign call-ins at a council on the day of `now`, by name."""
    roles = Role.objects.current(local_day(now)).filter(
        council=council_id, kind__in=kinds_that_may(Ability.SIGN_CALL_IN), user__is_active=True
    )
    return list(User.objects.filter(pk__in=roles.values("user")).order_by("name", "pk"))


def _members(users: Collection[int], council_id: int, now: datetime) -> set[int]:
    roles = Role.objects.current(local_day(now)).filter(
        user__in=users, user__is_active=True, council=council_id,
        kind__in=kinds_that_may(Ability.SIGN_CALL_IN),
    )  # fmt: skip
    return set(roles.values_list("user", flat=True))


def _with_place(known: Facts, place: Appointment, hears: set[int]) -> Facts:
    """A portfolio holder sits on the executive, and so does a member of an executive body."""
    if place.capacity not in SITS:
        return known
    executive = place.body is not None and place.body.regime == Body.Regime.EXECUTIVE
    if executive or place.capacity == CAPACITY.PORTFOLIO_HOLDER:
        known = replace(known, on_executive=True)
    if place.body_id in hears:
        chairs = known.chairs_committee or place.capacity == CAPACITY.CHAIR
        known = replace(known, on_committee=True, chairs_committee=chairs)
    return known


def _requests(users: Collection[int], council_id: int, now: datetime) -> list[tuple[int, int]]:
    """Count the requests before `now` that each had signed, a year back.

    A constitution that allows so many "a year" was not found to say which year: the 365 days before
    are the strictest reading.
    """
    signed = Signature.objects.filter(
        call_in__requested_at__gte=now - A_YEAR, call_in__requested_at__lt=now,
        member__in=users, call_in__council=council_id, taken_back_at=None,
    )  # fmt: skip
    rows = signed.values("member").annotate(number=Count("call_in", distinct=True)).order_by()
    return [(row["member"], row["number"]) for row in rows]
