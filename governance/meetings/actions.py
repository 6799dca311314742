"""Writing the record of a meeting: its times, its minutes and its papers."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from governance.agendas.actions import keep_agenda_duty
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.meetings.models import AgendaItem, Document, Meeting
from governance.meetings.states import State, check_move
from governance.people.models import User


@transaction.atomic
def record_meeting(meeting: Meeting, changes: dict[str, Any], seen: int, *, by: User) -> Meeting:
    """Write times, place and notes; see `history.actions.write_seen` for two people at once."""
    because = "Changed the meeting's record"
    meeting = write_seen(meeting, changes, seen=seen, by=by, because=because)
    keep_agenda_duty(meeting, by=by)
    return meeting


def record_item(item: AgendaItem, changes: dict[str, Any], seen: int, *, by: User) -> AgendaItem:
    """Write an item's title, number and minute; see `history.actions.write_seen`."""
    return write_seen(item, changes, seen=seen, by=by, because="Changed the minute")


@transaction.atomic
def call_into_being(meeting: Meeting, *, by: User) -> Meeting:
    """Write a new meeting, a draft until it is called."""
    meeting = write(meeting, by=by, because="Planned a meeting")
    keep_agenda_duty(meeting, by=by)
    return meeting


@transaction.atomic
def change_state(
    meeting: Meeting, new: State, reason: str, *, by: User, goes_on: dict[str, Any] | None = None
) -> Meeting:
    """Call, hold, adjourn or cancel a meeting; `reason` is published in these words.

    `goes_on` holds the date, time and place at which an adjourned meeting goes on: the body's
    meeting then, which is made where there is none. Raises Refused when the move is not open, or
    no reason is given where the public is owed one.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    check_move(State(meeting.state), new)
    if new in {State.ADJOURNED, State.CANCELLED} and not reason.strip():
        raise Refused("Say why. The reason is published.")
    meeting.state, meeting.state_reason = new, reason.strip()
    meeting.adjourned_to = _going_on(meeting, goes_on, by) if goes_on else None
    meeting = write(meeting, by=by, because=reason.strip() or f"Now “{new.label}”")
    keep_agenda_duty(meeting, by=by)
    return meeting


def _going_on(meeting: Meeting, when: dict[str, Any], by: User) -> Meeting:
    held_on, starts_at = when["held_on"], when.get("starts_at")
    others = meeting.body.meetings.exclude(pk=meeting.pk)
    if found := others.filter(held_on=held_on, starts_at=starts_at).first():
        return found
    place = when.get("place") or meeting.place
    resumed = Meeting(
        body=meeting.body, held_on=held_on, starts_at=starts_at, place=place,
        contact=meeting.contact, state=State.CALLED,
    )  # fmt: skip
    resumed = write(resumed, by=by, because="Goes on with an adjourned meeting")
    keep_agenda_duty(resumed, by=by)
    return resumed


@transaction.atomic
def attach(
    item: AgendaItem, file: "UploadedFile[Any]", details: dict[str, Any], *, by: User
) -> Document:
    """Keep a checked file with an item, under a name that tells nothing of what is in it."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    document = Document(item=item, size=file.size or 0, sha256=digest.hexdigest(), **details)
    file.seek(0)
    document.file.save(f"{document.public_id}.pdf", file, save=False)
    return write(document, by=by, because="Attached a paper")
