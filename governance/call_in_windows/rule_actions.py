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
from governance.history.actions import remove, write
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
    council: Council, draft: Draft, *, by: User, because: str, based_on: int, on: date
) -> CallInRule:
    """Store the next version of the rule of `council`, and end the one before the day it begins.

    based_on: the newest version that `by` was shown, 0 where there was none. on: today; a version
    that has not begun, and so was never used, gives way to one that begins no later. Raises
    Refused where the two would be in force on one day or the rule makes no sense, and Superseded
    where somebody else was first. Windows already counted are not touched.
    """
    Council.objects.select_for_update().get(pk=council.pk)
    versions = list(CallInRule.objects.filter(council=council).order_by("-version"))
    newest = versions[0] if versions else None
    if newest and newest.version != based_on:
        made_by = newest.history.select_related("history_user").earliest().history_user
        raise Superseded(
            f"{made_by} entered version {newest.version} while you were writing. Nothing was "
            "saved. Read it, and save again if yours should follow it."
        )
    Terms.from_json(draft.terms)
    Conduct.of(draft.conduct)
    version = newest.version + 1 if newest else 1
    before = followed(versions, draft.from_on, on)
    check_dates(before, draft.from_on, draft.to_on)
    if newest and before != newest:
        remove(newest, by=by, because=f"Replaced before it began, by version {version}: {because}")
    if before and draft.from_on and (before.to_on is None or before.to_on >= draft.from_on):
        before.to_on = draft.from_on - timedelta(days=1)
        write(before, by=by, because=f"Ended by version {version}: {because}")
    return write(
        CallInRule(council=council, version=version, **vars(draft)), by=by, because=because
    )


def followed(versions: list[CallInRule], from_on: date | None, on: date) -> CallInRule | None:
    """Return the version that one from `from_on` would follow; `versions` are newest first.

    The newest; the one before, where the newest has not begun and the new one begins no later.
    """
    if not versions:
        return None
    newest, *earlier = versions
    if newest.from_on and from_on and on < newest.from_on and from_on <= newest.from_on:
        return earlier[0] if earlier else None
    return newest


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
