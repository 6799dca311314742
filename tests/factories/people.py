"""Users and roles."""

from datetime import date
from itertools import count

from governance.history.actions import write
from governance.models import Council, Partnership, Role, User
from governance.people.rules import Kind

_numbers = count(1)


def a_user(name="", email=""):
    number = next(_numbers)
    user = User(name=name or f"Person {number}", email=email or f"person{number}@example.org")
    user.set_unusable_password()
    user._history_user, user._change_reason = user, "Made for a test"
    user.save()
    return user


def a_person_with_role(kind, of, **dates):
    """Return a user with one role for a council or a partnership."""
    user = a_user()
    role = Role(user=user, kind=Kind(kind), from_on=date(2020, 1, 1), **dates)
    if isinstance(of, Council):
        role.council = of
    else:
        assert isinstance(of, Partnership)
        role.partnership = of
    write(role, by=user, because="Made for a test")
    return user
