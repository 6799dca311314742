"""Writing bodies, the councils that make them up, and who is appointed to them."""

from typing import Any

from django.db import transaction

from governance.bodies.models import Body, BodyCouncil
from governance.councils.models import Council
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.people.models import Appointment, Person, User


@transaction.atomic
def add_body(fields: dict[str, Any], *, by: User) -> Body:
    """Write a new body with its lead council as its first; more are added on its own page."""
    body = write(Body(**fields), by=by, because="Added a body")
    write(BodyCouncil(body=body, council=body.lead_council), by=by, because="Added a body")
    return body


def change_body(body: Body, changes: dict[str, Any], seen: int, *, by: User) -> Body:
    """Write a body's name and rules; see `history.actions.write_seen` for two people at once."""
    return write_seen(body, changes, seen=seen, by=by, because="Changed the body")


def add_council(body: Body, council: Council, seats: int | None, *, by: User) -> BodyCouncil:
    """Make a council part of a joint body, with its number of seats where that is known."""
    if body.councils.filter(council=council).exists():
        raise Refused(f"{council.name} is part of this body already.")
    part = BodyCouncil(body=body, council=council, seats=seats)
    return write(part, by=by, because="Added a council to the body")


def change_seats(part: BodyCouncil, changes: dict[str, Any], seen: int, *, by: User) -> BodyCouncil:
    """Write how many seats a council has; see `history.actions.write_seen`."""
    return write_seen(part, changes, seen=seen, by=by, because="Changed the seats")


def person_named(name: str, style: str, *, by: User) -> Person:
    """Return the person of that name, written anew where no record names them yet."""
    found = Person.objects.filter(name__iexact=name.strip()).order_by("pk").first()
    return found or write(Person(name=name.strip(), style=style.strip()), by=by, because="Named")


@transaction.atomic
def appoint(body: Body, name: str, style: str, fields: dict[str, Any], *, by: User) -> Appointment:
    """Appoint somebody to a body on behalf of a council, from a date where that is known."""
    person = person_named(name, style, by=by)
    appointment = Appointment(person=person, body=body, **fields)
    return write(appointment, by=by, because="Appointed to the body")


def change_appointment(
    appointment: Appointment, changes: dict[str, Any], seen: int, *, by: User
) -> Appointment:
    """Write an appointment's capacity and dates; see `history.actions.write_seen`."""
    return write_seen(appointment, changes, seen=seen, by=by, because="Changed the appointment")
