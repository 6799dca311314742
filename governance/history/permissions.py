"""Who may read who changed what."""

from collections.abc import Sequence
from typing import Any

from django.db import models

from governance.decisions.models import Decision
from governance.meetings.classification import Classified, Level
from governance.meetings.models import AgendaItem, Meeting
from governance.notices.models import Notice
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability

Record = Decision | AgendaItem | Meeting | Notice
RESTRICTED = [Level.EXEMPT, Level.CONFIDENTIAL]


def can_read_history(user: Visitor, thing: Record) -> bool:
    """Officers, democratic services and administrators of the council whose record it is.

    A role held for a partnership counts for the records of the partnership's bodies, as it does
    for their drafts. Drafts stay in the history for ever, so it is never public. The history of a
    record that is or ever was restricted is read only by those who may read restricted papers;
    that of one about which nobody has yet said who may read it, by those who may read drafts.
    """
    return bool(readable(user, thing, [thing]))


def readable(user: Visitor, within: Record, things: Sequence[Record]) -> set[int]:
    """Return the ids of those of `things`, all of one kind, whose history `user` may read.

    They are `within` itself or parts of it. Costs at most one query however many there are.
    """
    if not _has(user, Ability.READ_HISTORY, within):
        return set()
    ids = {thing.pk for thing in things}
    if things and isinstance(things[0], Classified):
        ids -= withheld(user, within, type(things[0]), id__in=ids)
    return ids


def withheld(user: Visitor, within: Record, kind: type[models.Model], **of: Any) -> set[int]:
    """Return the ids of the records of `kind`, part of `within`, whose history `user` may not read.

    `of` says which records, as a filter on their history.
    """
    council, _ = _home(within)
    if council in seats_of(user).councils(Ability.READ_RESTRICTED):
        return set()
    levels: dict[int, set[str]] = {}
    rows = kind.history.filter(**of).order_by()  # type: ignore[attr-defined]
    for pk, level in rows.values_list("id", "classification").distinct():
        levels.setdefault(pk, set()).add(level)
    known = {Level.PUBLIC, ""} if _has(user, Ability.READ_DRAFTS, within) else {Level.PUBLIC}
    return {pk for pk, had in levels.items() if not had <= known}


def _has(user: Visitor, ability: Ability, thing: Record) -> bool:
    seats = seats_of(user)
    council, partnership = _home(thing)
    return council in seats.councils(ability) or partnership in seats.partnerships(ability)


def _home(thing: Record) -> tuple[int, int | None]:
    """Return the council whose record it is, and the partnership of the body it is about."""
    match thing:
        case Meeting():
            return thing.body.lead_council_id, thing.body.partnership_id
        case AgendaItem():
            return _home(thing.meeting)
        case Notice():
            meeting = thing.meeting
        case Decision():
            meeting = thing.item.meeting if thing.item else None
    return thing.council_id, meeting.body.partnership_id if meeting else None
