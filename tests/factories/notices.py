"""Notices, in draft and published."""

import hashlib
from datetime import datetime, timedelta
from itertools import count

from django.utils import timezone

from governance.calendar.local_time import LONDON
from governance.models import CalledIn, Notice, NoticeFile
from governance.notices import actions
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import a_complete_decision
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.people import made, the_clerk

# Friday; five working days later is Friday 21 April 2023.
PUBLISHED_AT = datetime(2023, 4, 14, 10, 5, tzinfo=LONDON)
_numbers = count(1)


def a_notice(*councils, **decided):
    """Return the draft notice of a meeting with one complete decision; several councils: joint."""
    body = a_body(*(councils or (a_council_with_a_rule(),)))
    meeting = a_meeting(body)
    a_complete_decision(an_item(meeting), **decided)
    return a_notice_of_meeting(meeting)


def a_notice_of_meeting(meeting):
    council = meeting.body.lead_council
    slug = f"cabinet-{next(_numbers)}"
    return made(
        Notice(council=council, kind="meeting", meeting=meeting, slug=slug, title=f"Notice {slug}")
    )


def a_notice_of_one(council=None, **decided):
    """Return the draft notice of a decision that a member made alone."""
    decision = a_complete_decision(council=council or a_council_with_a_rule(), **decided)
    slug = f"alone-{next(_numbers)}"
    return made(
        Notice(
            council=decision.council, kind="decision", decision=decision, slug=slug,
            title=decision.title,
        )
    )  # fmt: skip


def a_notice_of_entry(entry, kind="key_decision"):
    slug = f"entry-{next(_numbers)}"
    return made(Notice(council=entry.council, kind=kind, entry=entry, slug=slug, title=entry.title))


def a_notice_of_private(private, kind="private_meeting"):
    council = private.meeting.body.lead_council
    slug = f"private-{next(_numbers)}"
    return made(
        Notice(council=council, kind=kind, private_meeting=private, slug=slug, title="In private")
    )


def a_notice_of_call_in(called, kind="call_in_received"):
    slug = f"call-in-{next(_numbers)}"
    return made(
        Notice(
            council=called.window.council, kind=kind, called_in=called, slug=slug, title="Called in"
        )
    )


def publish(notice, at=PUBLISHED_AT, **options):
    return actions.publish(notice, by=options.pop("by", None) or the_clerk(), at=at, **options)


def a_published_notice(*councils, at=PUBLISHED_AT, **decided):
    notice = a_notice(*councils, **decided)
    publish(notice, at)
    notice.refresh_from_db()
    return notice


def a_file_of(version, content=b"%PDF-1.7 for a test"):
    """Keep a PDF as the task does."""
    return NoticeFile.objects.create(
        version=version, content=content, size=len(content),
        sha256=hashlib.sha256(content).hexdigest(), made_at=timezone.now(),
    )  # fmt: skip


def a_call_in(window, **fields):
    """Return a valid call-in of the decision, received the hour before its window closed."""
    usual = {
        "received_at": window.closes_at - timedelta(hours=1),
        "requested_by": "Three councillors",
        "ground": "The costs were not considered.",
    }
    return made(CalledIn(window=window, **usual | fields))
