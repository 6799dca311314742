"""Who holds a duty, when they are reminded, and until when they said that they know of it."""

from datetime import date
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.duties.kinds import LONGEST_LEAD
from governance.duties.models import Duty
from governance.errors import Refused
from governance.history.actions import write
from governance.people.models import User

# So that nobody puts a duty out of mind for good.
LONGEST_SILENCE_DAYS = 366


@transaction.atomic
def hand_over(duty: Duty, *, to: User | None, by: User, because: str) -> Duty:
    """Name who holds a duty, or (None) give it back to everybody with its role. Raises Refused.

    Whoever takes it over is reminded of it, whatever its last holder acknowledged.
    """
    duty = _locked(duty)
    if duty.assigned_to_id == (to.pk if to else None):
        raise Refused(f"{to} holds this already." if to else "Nobody was named for this.")
    duty.assigned_to, duty.acknowledged_until = to, None
    return write(duty, by=by, because=because)


@transaction.atomic
def take_back(duty: Duty, *, by: User) -> Duty:
    """Give a duty whose named holder no longer has the role back to all who have it."""
    duty = _locked(duty)
    name = duty.assigned_to
    duty.assigned_to, duty.acknowledged_until = None, None
    return write(duty, by=by, because=f"Handed on: {name} no longer holds the role")


@transaction.atomic
def acknowledge(duty: Duty, *, until: date | None, by: User, today: date) -> Duty:
    """Stop reminders of a duty until a day, or (None) let them go out again. Raises Refused."""
    duty = _locked(duty)
    if until and until <= today:
        raise Refused(f"{words.day(until)} is not ahead: name a day to be reminded again on.")
    if until and (until - today).days > LONGEST_SILENCE_DAYS:
        raise Refused("Name a day within a year, so that it is not forgotten.")
    duty.acknowledged_until = until
    said = f"Acknowledged until {words.day(until)}" if until else "To be reminded of it again"
    return write(duty, by=by, because=said)


@transaction.atomic
def change_reminders(duty: Duty, changes: dict[str, Any], *, by: User, because: str) -> Duty:
    """Change whom a duty reminds, when, and how it repeats. Raises Refused.

    `changes` holds holder_role, lead_days, repeat_months and repeat_from.
    """
    duty = _locked(duty)
    if any(days > LONGEST_LEAD for days in changes.get("lead_days") or ()):
        raise Refused(f"A reminder goes out at most {LONGEST_LEAD} days before.")
    if duty.assigned_to_id and changes.get("holder_role", duty.holder_role) != duty.holder_role:
        duty.assigned_to = None
    for name, value in changes.items():
        setattr(duty, name, value)
    return write(duty, by=by, because=because)


def _locked(duty: Duty) -> Duty:
    found = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if found.done_on:
        raise Refused(f"This was already done, on {words.day(found.done_on)}.")
    return found
