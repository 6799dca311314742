"""Loaders of councils, partnerships, people, accounts and call-in rules."""

from datetime import date

from demo.loading import BECAUSE, Loading, Row
from governance.models import (
    Appointment,
    Body,
    BodyCouncil,
    CallInRule,
    Constituent,
    Council,
    Partnership,
    Person,
    Role,
    User,
)
from governance.people.rules import Kind


def council(loading: Loading, row: Row) -> None:
    rule = row.pop("call_in_rule", None)
    found = Council.objects.filter(slug=row["slug"]).first() or loading.make(Council(**row))
    if rule and not found.call_in_rules.exists():
        loading.make(CallInRule(council=found, version=1, **rule))


def partnership(loading: Loading, row: Row) -> None:
    members = row.pop("councils")
    found = Partnership.objects.filter(slug=row["slug"]).first() or loading.make(Partnership(**row))
    for slug in members:
        member = Council.objects.get(slug=slug)
        if not found.constituents.filter(council=member).exists():
            loading.make(Constituent(partnership=found, council=member))


def body(loading: Loading, row: Row) -> None:
    lead, seats = row.pop("council"), row.pop("seats", {})
    if Body.objects.filter(lead_council__slug=lead, slug=row["slug"]).exists():
        return
    if joint := row.pop("partnership", None):
        row["partnership"] = Partnership.objects.get(slug=joint)
    made = loading.make(Body(lead_council=Council.objects.get(slug=lead), **row))
    for slug, number in (seats or {lead: None}).items():
        part = BodyCouncil(body=made, council=Council.objects.get(slug=slug), seats=number)
        loading.make(part)


def person(loading: Loading, row: Row) -> None:
    """Somebody named in a source, with the places they hold there. Never given an account."""
    places = row.pop("appointments", [])
    if Person.objects.filter(name=row["name"]).exists():
        return
    made = loading.make(Person(**row))
    for place in places:
        at = Council.objects.get(slug=place.pop("council"))
        if slug := place.pop("body", None):
            place["body"] = Body.objects.get(councils__council=at, slug=slug)
        loading.make(Appointment(person=made, council=at, **place))


def account(loading: Loading, row: Row) -> None:
    """A demo account: it carries the name of a role, never of a person."""
    if User.objects.filter(email=row["email"]).exists():
        return
    user = User(email=row["email"], name=row["name"])
    user.set_unusable_password()
    loading.make(user)
    for role in row.get("roles", []):
        scope = {
            "council": Council.objects.get(slug=role["council"]) if "council" in role else None,
            "partnership": Partnership.objects.get(slug=role["partnership"])
            if "partnership" in role
            else None,
        }
        loading.make(Role(user=user, kind=Kind(role["role"]), from_on=date(2023, 1, 1), **scope))


def system_person() -> User:
    """Return the account that background and loading work is recorded under; it cannot sign in."""
    found = User.objects.filter(is_system=True).first()
    if found is None:
        found = User(email="system@concordat.invalid", name="Concordat", is_system=True)
        found.set_unusable_password()
        found._history_user, found._change_reason = found, BECAUSE
        found.save()
    return found
