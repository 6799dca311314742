"""Users, roles and people named in records."""

from datetime import date
from itertools import count

from governance.history.actions import write
from governance.models import Appointment, Council, Partnership, Person, Role, User
from governance.people.rules import Kind

_numbers = count(1)
CLERK = "clerk@example.net"


def a_user(name="", email=""):
    number = next(_numbers)
    user = User(name=name or f"Person {number}", email=email or f"person{number}@example.org")
    user.set_unusable_password()
    user._history_user, user._change_reason = user, "Made for a test"
    user.save()
    return user


def the_clerk():
    """Return the account under which factories write, so that each record needs no new one."""
    return User.objects.filter(email=CLERK).first() or a_user("The clerk", CLERK)


def made(thing):
    """Write `thing` as the product does: with a person and a reason."""
    return write(thing, by=the_clerk(), because="Made for a test")


def a_person_with_role(kind, of, *, from_on=date(2020, 1, 1), **dates):
    """Return a user with one role for a council or a partnership."""
    user = a_user()
    role = Role(user=user, kind=Kind(kind), from_on=from_on, **dates)
    if isinstance(of, Council):
        role.council = of
    else:
        assert isinstance(of, Partnership)
        role.partnership = of
    write(role, by=user, because="Made for a test")
    return user


def a_person(name="", **fields):
    return made(Person(name=name or f"Somebody {next(_numbers)}", **fields))


def an_appointment(person, council, **fields):
    fields.setdefault("capacity", "member")
    if "body" not in fields:
        fields.setdefault("post", "Portfolio holder")
    return made(Appointment(person=person, council=council, **fields))
