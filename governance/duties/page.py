"""What the pages of duties show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from governance.duties.models import Duty, DutyQuerySet
from governance.duties.rules import Standing, State, standing
from governance.duties.sources import select_of_sources, source_of

# Overdue first, then the soonest; what is done comes last, newest first.
ORDER = [State.OVERDUE, State.DUE, State.NOT_YET, State.DONE_LATE, State.DONE]


@dataclass(frozen=True)
class Row:
    """A duty, where it stands, and where it was promised."""

    duty: Duty
    standing: Standing
    source: str
    address: str


def rows(duties: Iterable[Duty], today: date) -> list[Row]:
    """Return duties (fetched by `with_sources`) in the order in which somebody must act."""
    found = [_row(duty, today) for duty in duties]
    return sorted(found, key=lambda row: (ORDER.index(row.standing.state), row.duty.due_on))


OWN = (
    "council", "issue", "resolution__decision__item__meeting__body",
    "question__item__meeting__body",
)  # fmt: skip


def with_sources(duties: DutyQuerySet) -> DutyQuerySet:
    """Return duties fetched with the records that made them, in the same query."""
    return duties.select_related(*OWN, *select_of_sources())


def _row(duty: Duty, today: date) -> Row:
    found = standing(duty.due_from, duty.due_on, duty.done_on, today)
    if known := source_of(duty):
        source, link = known
        return Row(duty, found, source.where(link), source.address(link))
    item = None
    if duty.question:
        item = duty.question.item
    elif duty.resolution:
        item = duty.resolution.decision.item
    if item:
        number = item.minute_number or item.printed_number
        where = f"{item.meeting.body.name}, minute {number}" if number else item.meeting.body.name
        address = f"{reverse('meetings:detail', args=[item.meeting_id])}#item-{item.pk}"
        return Row(duty, found, where, address)
    if duty.issue:
        return Row(duty, found, duty.issue.title, reverse("issues:detail", args=[duty.issue.slug]))
    return Row(duty, found, duty.resolution.decision.title if duty.resolution else "", "")
