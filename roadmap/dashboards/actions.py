"""Keeping a dashboard as it is told to a meeting."""

from datetime import date, datetime
from functools import partial

from django.db import transaction

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import write
from governance.meetings.models import Meeting
from governance.notices.snapshot import fingerprint
from governance.people.models import User
from roadmap.dashboards.facts import STRANGER, facts_of
from roadmap.dashboards.models import Dashboard
from roadmap.dashboards.tasks import queue_pdf
from roadmap.items.periods import Period


@transaction.atomic
def keep(
    partnership: Partnership,
    period: Period,
    *,
    meeting: Meeting | None,
    by: User,
    today: date,
    now: datetime,
) -> Dashboard:
    """Freeze what is told of `period` on `today`, and have its PDF made after the commit.

    Kept again on the same day with the same facts for the same meeting, it is the one from before.
    Raises Refused for a meeting that is not published, as everybody reads what is kept.
    """
    if meeting and not Meeting.objects.visible_to(STRANGER).filter(pk=meeting.pk).exists():
        raise Refused("This meeting is not published yet. Choose another, or none.")
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    facts = facts_of(partnership, period, today)
    made_from = fingerprint(facts)
    same = Dashboard.objects.filter(
        partnership=partnership, meeting=meeting, facts_sha256=made_from
    ).first()
    if same:
        return same
    found = Dashboard(
        partnership=partnership, meeting=meeting, first=period.first, last=period.last,
        title=f"ICT roadmap, {period.words}", facts=facts, facts_sha256=made_from, kept_at=now,
    )  # fmt: skip
    write(found, by=by, because="Kept for the committee")
    transaction.on_commit(partial(queue_pdf, found.pk))
    return found
