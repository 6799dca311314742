"""A new version of a council's call-in rule. A rule is never changed: a new one ends the last."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.models import CallInRule
from governance.call_in_windows.rules import Terms
from governance.councils.models import Council
from governance.errors import Refused
from governance.history.actions import write
from governance.people.models import User


class Superseded(Refused):
    """Somebody else made a version while this one was being written."""


@dataclass(frozen=True)
class Draft:
    """A version to be: the rule, from when to when, and where it is written."""

    terms: dict[str, Any]
    conduct: dict[str, Any]
    from_on: date | None
    to_on: date | None
    source: str
    who: str = ""
    is_illustrative: bool = False


@transaction.atomic
def add_version(
    council: Council, draft: Draft, *, by: User, because: str, based_on: int
) -> CallInRule:
    """Store the next version of the rule of `council`, and end the one before the day it begins.

    based_on: the newest version that `by` was shown, 0 where there was none. Raises Refused where
    the two would be in force on one day or the rule makes no sense, and Superseded where somebody
    else was first. Windows already counted are not touched.
    """
    Council.objects.select_for_update().get(pk=council.pk)
    newest = CallInRule.objects.filter(council=council).order_by("-version").first()
    if newest and newest.version != based_on:
        made_by = newest.history.select_related("history_user").earliest().history_user
        raise Superseded(
            f"{made_by} entered version {newest.version} while you were writing. Nothing was "
            "saved. Read it, and save again if yours should follow it."
        )
    Terms.from_json(draft.terms)
    Conduct.of(draft.conduct)
    check_dates(newest, draft.from_on, draft.to_on)
    if newest and draft.from_on and (newest.to_on is None or newest.to_on >= draft.from_on):
        newest.to_on = draft.from_on - timedelta(days=1)
        write(newest, by=by, because=f"Ended by version {newest.version + 1}: {because}")
    version = newest.version + 1 if newest else 1
    return write(
        CallInRule(council=council, version=version, **vars(draft)), by=by, because=because
    )


def check_dates(newest: CallInRule | None, from_on: date | None, to_on: date | None) -> None:
    """Refuse days on which the version before would still be, or was already, in force."""
    if from_on and to_on and to_on < from_on:
        raise Refused(f"It cannot end before it begins, on {words.day(from_on)}.")
    if newest is None:
        return
    if from_on is None:
        raise Refused("Enter the day from which it is in force: the version before ends then.")
    if newest.from_on and from_on <= newest.from_on:
        raise Refused(
            f"Version {newest.version} begins on {words.day(newest.from_on)}. A new version must "
            "begin after it."
        )
