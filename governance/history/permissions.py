"""Who may read who changed what."""

from collections.abc import Sequence
from typing import Any

from django.db import models

from governance.called_in.models import CalledIn
from governance.decisions.models import Decision
from governance.duties.models import Duty
from governance.history.registry import kind_of
from governance.issues.models import Issue
from governance.meetings.classification import Classified, Level
from governance.meetings.models import AgendaItem, Meeting
from governance.notices.models import Notice
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability

Record = Any  # of a kind that `_home` knows or that another app registered
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
    source = _source(within)
    return ids if source is None or readable(user, source, [source]) else set()


def _source(thing: Record) -> Decision | AgendaItem | None:
    """Return the record whose restriction covers a thing that has no classification of its own."""
    match thing:
        case CalledIn():
            return thing.window.decision
        case Duty() if thing.resolution:
            return thing.resolution.decision
        case Duty() if thing.question:
            return thing.question.item
    return None


def withheld(user: Visitor, within: Record, kind: type[models.Model], **of: Any) -> set[int]:
    """Return the ids of the records of `kind`, part of `within`, whose history `user` may not read.

    `of` says which records, as a filter on their history.
    """
    councils, _ = _home(within)
    if not councils.isdisjoint(seats_of(user).councils(Ability.READ_RESTRICTED)):
        return set()
    levels: dict[int, set[str]] = {}
    rows = kind.history.filter(**of).order_by()  # type: ignore[attr-defined]
    for pk, level in rows.values_list("id", "classification").distinct():
        levels.setdefault(pk, set()).add(level)
    known = {Level.PUBLIC, ""} if _has(user, Ability.READ_DRAFTS, within) else {Level.PUBLIC}
    return {pk for pk, had in levels.items() if not had <= known}


def _has(user: Visitor, ability: Ability, thing: Record) -> bool:
    seats = seats_of(user)
    councils, partnership = _home(thing)
    shares_one = not councils.isdisjoint(seats.councils(ability))
    return shares_one or partnership in seats.partnerships(ability)


def _home(thing: Record) -> tuple[set[int], int | None]:
    """Return the councils whose record it is, and the partnership that it is about."""
    registered = kind_of(thing)
    return registered.home(thing) if registered else _own_home(thing)


def _own_home(thing: Record) -> tuple[set[int], int | None]:
    match thing:
        case Meeting():
            return {thing.body.lead_council_id}, thing.body.partnership_id
        case AgendaItem():
            return _own_home(thing.meeting)
        case Issue():
            return set(thing.councils_of_partnership()), thing.partnership_id
        case CalledIn():
            return {thing.window.council_id}, None
        case Duty():
            return {thing.council_id}, None
        case Notice():
            meeting = thing.meeting
        case Decision():
            meeting = thing.item.meeting if thing.item else None
    return {thing.council_id}, meeting.body.partnership_id if meeting else None
