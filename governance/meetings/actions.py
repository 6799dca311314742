"""Writing the record of a meeting: its times, its minutes and its papers."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from governance.history.actions import write, write_seen
from governance.meetings.models import AgendaItem, Document, Meeting
from governance.people.models import User


def record_meeting(meeting: Meeting, changes: dict[str, Any], seen: int, *, by: User) -> Meeting:
    """Write times, place and notes; see `history.actions.write_seen` for two people at once."""
    return write_seen(meeting, changes, seen=seen, by=by, because="Changed the meeting's record")


def record_item(item: AgendaItem, changes: dict[str, Any], seen: int, *, by: User) -> AgendaItem:
    """Write an item's title, number and minute; see `history.actions.write_seen`."""
    return write_seen(item, changes, seen=seen, by=by, because="Changed the minute")


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
