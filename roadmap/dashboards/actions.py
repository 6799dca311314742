"""Keeping a dashboard as it is told to a meeting."""

from datetime import date, datetime
from functools import partial

from django.db import transaction

from governance.councils.models import Partnership
from governance.history.actions import write
from governance.meetings.models import Meeting
from governance.notices.snapshot import fingerprint
from governance.people.models import User
from roadmap.dashboards.facts import facts_of
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
    """
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
