"""Notices of each kind that a council prints, published from records as people publish them."""

import io
import shutil
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from governance.calendar.local_time import LONDON
from governance.history.actions import write
from governance.models import Council, Decision, Notice, NoticeVersion, User
from governance.notices import actions
from tests.factories.notices import a_published_notice

PUBLISHED = datetime(2023, 4, 14, 16, 20, tzinfo=LONDON)
NAMES = (
    *("boston", "with gaps", "restricted", "without a meeting", "joint"),
    *("agenda", "minutes"),
)
ANSWERS = {
    "classification": "public",
    "reasons": "The LGA Peer Review asked for one approach.\n\nIt serves all three councils.",
    "alternatives_answer": "some",
    "alternatives": "Do nothing: each council would keep its own approach.",
    "conflicts_answer": "none",
    "dispensations_answer": "none",
    "key_answer": "yes",
    "key_test": "wards",
    "key_route": "notice",
    "call_in_answer": "yes",
    "contact": "Democratic services",
}
EXEMPT = {
    "classification": "exempt",
    "exempt_paragraphs": [3],
    "public_interest_reason": "Prices are still being negotiated.",
}


def publish_all():
    """Return the snapshot of each of NAMES, as the database gives it back."""
    _load_examples()
    boston, east = (Council.objects.get(slug=slug) for slug in ("boston", "east-lindsey"))
    alone = NoticeVersion.objects.filter(notice__decision__isnull=False).earliest("published_at")
    return {
        "boston": _boston(**ANSWERS),
        "with gaps": _boston(classification="public"),
        "restricted": _boston(**ANSWERS | EXEMPT),
        "without a meeting": alone.snapshot,
        "agenda": _of_a_meeting(date(2023, 12, 12), "agenda"),
        "minutes": _of_a_meeting(date(2023, 10, 2), "minutes"),
        "joint": a_published_notice(boston, east).versions.get().snapshot,
    }


def _of_a_meeting(held_on, kind):
    """Return the agenda or the minutes of the Joint ICT Committee, as the examples publish them."""
    of = {"meeting__held_on": held_on, "meeting__body__slug": "joint-ict-committee"}
    return NoticeVersion.objects.get(notice=Notice.objects.get(kind=kind, **of)).snapshot


def _load_examples():
    """Load the files these notices come from: all of them would take too long."""
    with TemporaryDirectory() as folder:
        for path in (Path(settings.BASE_DIR) / "examples").glob("*.yaml"):
            if path.name.startswith(("10-", "11-", "12-", "20-", "23-", "24-", "25-", "90-")):
                shutil.copy(path, folder)
        call_command("load_example", folder=Path(folder), stdout=io.StringIO())


def _boston(**answers):
    """Answer the checklist of Boston's notice, publish it, read it back, and undo all of that."""
    with transaction.atomic():
        notice = Notice.objects.get(slug="cabinet-2023-04-12")
        by = User.objects.get(is_system=True)
        decision = Decision.objects.get(item__meeting=notice.meeting)
        for name, value in answers.items():
            setattr(decision, name, value)
        write(decision, by=by, because="Answered for a test")
        version = actions.publish(
            notice, by=by, at=PUBLISHED, published_at=PUBLISHED, gaps_reason="Not known in 2023."
        )
        version.refresh_from_db()
        transaction.set_rollback(True)
    return version.snapshot
