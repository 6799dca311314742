"""Making a monitoring report: what is told a body is frozen as it is."""

from datetime import date, datetime
from functools import partial

from django.db import transaction

from governance.bodies.models import Body
from governance.errors import Refused
from governance.history.actions import write
from governance.meetings.models import Meeting
from governance.notices.snapshot import fingerprint
from governance.people.models import User
from scrutiny.monitoring.facts import STRANGER, facts_of, last_meeting
from scrutiny.monitoring.models import MonitoringReport
from scrutiny.monitoring.tasks import queue_pdf

LONGEST = MonitoringReport._meta.get_field("title").max_length or 200


@transaction.atomic
def make(
    body: Body, *, meeting: Meeting | None, by: User, today: date, now: datetime
) -> MonitoringReport:
    """Freeze what a body is told on `today`, and have its PDF made after the commit.

    Made again with the same facts for the same meeting, it is the one from before. Raises Refused
    for a meeting that is not published, as everybody reads what is made.
    """
    if meeting and not Meeting.objects.visible_to(STRANGER).filter(pk=meeting.pk).exists():
        raise Refused("This meeting is not published yet. Choose another, or none.")
    Body.objects.select_for_update().get(pk=body.pk)
    facts = facts_of(body, meeting, today)
    made_from = fingerprint(facts)
    same = MonitoringReport.objects.filter(body=body, meeting=meeting, facts_sha256=made_from)
    if found := same.first():
        return found
    title = f"Monitoring of recommendations: {body.name}"[:LONGEST]
    since = last_meeting(body, meeting.held_on if meeting else today)
    report = MonitoringReport(
        body=body, meeting=meeting, title=title, since=since, facts=facts, facts_sha256=made_from,
        made_at=now,
    )  # fmt: skip
    write(report, by=by, because="Made for the scrutiny body")
    transaction.on_commit(partial(queue_pdf, report.pk))
    return report
