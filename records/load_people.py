"""Loaders of councils, partnerships, bodies, people, accounts and call-in rules."""

from datetime import date
from typing import Any, TypeVar

from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.rules import Terms
from governance.councils.rules import check_theme
from governance.errors import Refused
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
    RuleSet,
    User,
)
from governance.people.rules import Kind
from records.loading import Loading, Row, find, known

Themed = TypeVar("Themed", Council, Partnership)


def council(loading: Loading, row: Row) -> None:
    rule = row.pop("call_in_rule", None)
    found = Council.objects.filter(slug=row["slug"]).first()
    found = found or loading.make(_readable(Council(**row)))
    if rule and not found.call_in_rules.exists():
        _understood(rule)
        loading.make(CallInRule(council=found, version=1, **rule))


def rule_set(loading: Loading, row: Row) -> None:
    """The call-in rule of a real council, as an example to start from."""
    if not known(RuleSet, slug=row["slug"]):
        _understood(row)
        loading.make(RuleSet(**row))


def _understood(rule: Row) -> None:
    """Both refuse what they do not understand, in a sentence."""
    if rule.get("terms") is not None:
        Terms.from_json(rule["terms"])
    Conduct.of(rule.get("conduct", {}))


def partnership(loading: Loading, row: Row) -> None:
    members = row.pop("councils")
    found = Partnership.objects.filter(slug=row["slug"]).first()
    found = found or loading.make(_readable(Partnership(**row)))
    for slug in members:
        member = find(Council, slug=slug)
        if not known(Constituent, partnership=found, council=member):
            loading.make(Constituent(partnership=found, council=member))


def _readable(thing: Themed) -> Themed:
    faults = check_theme(thing.brand_colour, thing.link_colour, thing.surface_colour)
    if faults:
        raise Refused(" ".join(faults))
    return thing


def body(loading: Loading, row: Row) -> None:
    """A body: `council` serves it; a joint one names its `seats`, council by council."""
    lead, seats = row.pop("council"), row.pop("seats", {})
    if Body.objects.filter(lead_council__slug=lead, slug=row["slug"]).exists():
        return
    if joint := row.pop("partnership", None):
        row["partnership"] = find(Partnership, slug=joint)
    made = loading.make(Body(lead_council=find(Council, slug=lead), **row))
    for slug, number in (seats or {lead: None}).items():
        part = BodyCouncil(body=made, council=find(Council, slug=slug), seats=number)
        loading.make(part)


def body_of(council: Council, address: str) -> Body:
    """Return the body that a record of `council` means by `address`.

    A slug means a body that the council itself serves, else the one joint body of that slug it
    belongs to. Where two joint bodies share a slug, "lead-council/slug" says which is meant.
    """
    lead, _, slug = address.rpartition("/")
    if lead:
        return find(Body, councils__council=council, lead_council__slug=lead, slug=slug)
    served = Body.objects.filter(lead_council=council, slug=slug).first()
    return served or find(Body, councils__council=council, slug=slug)


def person(loading: Loading, row: Row) -> None:
    """Somebody named in a source, with the places they hold there. Never given an account.

    A later file may name the same person again to add places.
    """
    places = row.pop("appointments", [])
    found = Person.objects.filter(name=row["name"]).first() or loading.make(Person(**row))
    for place in places:
        at = find(Council, slug=place.pop("council"))
        slug = place.pop("body", None)
        held = {
            "body": body_of(at, slug) if slug else None,
            "post": place.pop("post", ""),
            "capacity": place.pop("capacity"),
        }
        if not known(Appointment, person=found, council=at, **held):
            loading.make(Appointment(person=found, council=at, **held, **place))


def account(loading: Loading, row: Row) -> None:
    """A demo account: it carries the name of a role, never of a person."""
    roles = row.pop("roles", [])
    user = User.objects.filter(email=row["email"]).first()
    if user is None:
        user = User(**row)
        user.set_unusable_password()
        loading.make(user)
    for role in roles:
        held: dict[str, Any] = {
            "kind": Kind(role.pop("role")),
            "council": None,
            "partnership": None,
        }
        if slug := role.pop("council", None):
            held["council"] = find(Council, slug=slug)
        if slug := role.pop("partnership", None):
            held["partnership"] = find(Partnership, slug=slug)
        if not known(Role, user=user, **held):
            loading.make(Role(user=user, from_on=date(2023, 1, 1), **held, **role))


def system_person() -> User:
    """Return the account that background and loading work is recorded under; it cannot sign in."""
    found = User.objects.filter(is_system=True).first()
    if found is None:
        found = User(email="system@concordat.invalid", name="Concordat", is_system=True)
        found.set_unusable_password()
        # Nobody was there before it, so it stands for itself in its own history.
        found._history_user, found._change_reason = found, "Begun with the first records"
        found.save()
    return found
