"""Drafting minutes from the items, and recording that a later meeting agreed them."""

from django.db import transaction

from governance.errors import Refused
from governance.history.actions import write
from governance.meetings.agenda_actions import items_of, number_minutes
from governance.meetings.models import AgendaItem, Answer, Attendance, Meeting
from governance.minutes.models import Minutes
from governance.minutes.rules import (
    NONE,
    agreed_said,
    apologies_said,
    declarations_said,
    excluded_said,
)
from governance.people.models import User

Kind = AgendaItem.Kind


@transaction.atomic
def draft(meeting: Meeting, *, by: User) -> int:
    """Write the minute of every item that says itself, where none is written; return how many.

    Nils, apologies, declarations, the agreement of earlier minutes and the exclusion motion follow
    from what is recorded. What was discussed is for a person to write; resolutions come from the
    decisions. Minutes that run on from meeting to meeting are numbered.
    """
    written = 0
    for item in items_of(meeting):
        said = "" if item.minute else minute_of(item)
        if said:
            item.minute = said
            write(item, by=by, because="Drafted the minute from what is recorded")
            written += 1
    if meeting.body.numbers_on and meeting.items.filter(minute_number=None).exists():
        number_minutes(meeting, by=by)
    return written


def minute_of(item: AgendaItem) -> str:
    """Return what the minute of `item` says by itself; "" where a person must write it."""
    return NONE if item.is_nil else _said(item, item.meeting)


def _said(item: AgendaItem, meeting: Meeting) -> str:
    match item.kind:
        case Kind.APOLOGIES:
            said = [_apologies(meeting)]
        case Kind.DECLARATIONS:
            said = [_declarations(meeting)]
        case Kind.OPENING:
            said = [_apologies(meeting), _declarations(meeting)]
        case Kind.MINUTES if item.minutes_of:
            said = [agreed_said(item.minutes_of.held_on, private=item.part == "2")]
        case Kind.EXCLUSION:
            said = [excluded_said(item.motion)]
        case _:
            said = []
    return "\n\n".join(said) if all(said) else ""


def _apologies(meeting: Meeting) -> str:
    away = meeting.attendances.filter(presence=Attendance.Presence.APOLOGIES)
    rows = away.select_related("person", "council").order_by("position")
    names = [f"{row} ({row.council.short_name})" if row.council else str(row) for row in rows]
    return apologies_said(names, none=meeting.apologies_answer == Answer.NONE)


def _declarations(meeting: Meeting) -> str:
    rows = meeting.declarations.select_related("person", "item").order_by("position")
    said = []
    for row in rows:
        where = f" in “{row.item.title}”" if row.item else ""
        open_item = row.item is None or row.item.is_public
        what = f": {row.interest}" if row.interest and open_item else "."
        left = " They left the room and did not vote." if row.withdrew else ""
        kind = row.get_kind_display()
        said.append(f"{row.person} declared a {kind[:1].lower()}{kind[1:]}{where}{what}{left}")
    return declarations_said(said, none=meeting.declarations_answer == Answer.NONE)


@transaction.atomic
def agree(
    meeting: Meeting, part: str, agreed_at: Meeting, signed_by: str, amendment: str, *, by: User
) -> Minutes:
    """Record that a later meeting of the body agreed the minutes of one part, and who signed.

    Raises Refused when they were agreed already, or by a meeting that did not come after.
    """
    minutes = Minutes.objects.filter(meeting=meeting, part=part).first()
    minutes = minutes or Minutes(meeting=meeting, part=part)
    if minutes.agreed_at_id:
        raise Refused("These minutes were agreed already. Nothing was recorded again.")
    if agreed_at.held_on < meeting.held_on or agreed_at.pk == meeting.pk:
        raise Refused("Minutes are agreed at a later meeting than their own.")
    minutes.agreed_at, minutes.signed_by = agreed_at, signed_by.strip()
    minutes.amendment = amendment.strip()
    return write(minutes, by=by, because="Agreed as a correct record")
