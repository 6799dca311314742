"""Keeping the duties to look again at exemptions in step with what is exempt."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.decisions.models import Decision
from governance.duties.actions import keep
from governance.duties.models import Duty
from governance.exemptions.models import ExemptionDuty
from governance.history.actions import remove, write
from governance.meetings.classification import Level
from governance.meetings.models import AgendaItem, Document, Meeting
from governance.people.models import User

BECAUSE = "Follows from the day set when it was made exempt"
GONE = "It is not exempt any more, or on another day"


@dataclass(frozen=True)
class Exempt:
    """An exempt record: which, where it stands, whose it is, and when it is looked at again."""

    kind: str
    record: int
    review_on: date
    meeting: Meeting | None
    council: Any
    number: str
    is_illustrative: bool

    @property
    def key(self) -> tuple[str, int, date]:
        return self.kind, self.record, self.review_on

    @property
    def title(self) -> str:
        """Return what the duty is called: where the record stands, and nothing that it says."""
        what = {"item": "item", "document": "a paper at item", "decision": "the decision at item"}
        if self.meeting is None:
            return "Look again at the exemption of a decision"
        at = f"{self.meeting.body.name}, {words.plain_day(self.meeting.held_on)}"
        number = f"{what[self.kind]} {self.number}" if self.number else f"a {self.kind}"
        return f"Look again at the exemption of {number}: {at}"


@transaction.atomic
def keep_all(*, by: User) -> int:
    """Bring the duties of every exemption with a day in step; returns how many exemptions.

    What was done stays. Safe to run again, and by two at once: what is right is not written, and
    the rows are locked in one order.
    """
    wanted = {one.key: one for one in exempt_records()}
    links = ExemptionDuty.objects.select_for_update(of=("self",)).select_related("duty")
    known = {(x.kind, x.record, x.review_on): x for x in links.order_by("pk")}
    for key, link in known.items():
        if key not in wanted and not link.duty.done_on:
            duty = link.duty
            remove(link, by=by, because=GONE)
            remove(duty, by=by, because=GONE)
    for key, one in wanted.items():
        link_known = known.get(key)
        duty = link_known.duty if link_known else Duty(kind=Duty.Kind.EXEMPTION_REVIEW)
        duty = keep(duty, _facts(one), by=by, because=BECAUSE)
        if link_known is None:
            link = ExemptionDuty(
                kind=one.kind, record=one.record, review_on=one.review_on, meeting=one.meeting,
                duty=duty,
            )  # fmt: skip
            write(link, by=by, because=BECAUSE)
    return len(wanted)


def exempt_records() -> list[Exempt]:
    """Return everything that is exempt until it is looked at again; three queries."""
    due = {"classification": Level.EXEMPT, "exemption_review_on__isnull": False}
    items = AgendaItem.objects.filter(**due).select_related("meeting__body__lead_council")
    papers = Document.objects.filter(**due).select_related("item__meeting__body__lead_council")
    decisions = Decision.objects.filter(**due).select_related(
        "council", "item__meeting__body__lead_council"
    )
    found = [_exempt("item", one, one) for one in items.order_by("pk")]
    found += [_exempt("document", one, one.item) for one in papers.order_by("pk")]
    return found + [_exempt("decision", one, one.item) for one in decisions.order_by("pk")]


def _exempt(kind: str, record: Any, item: AgendaItem | None) -> Exempt:
    meeting = item.meeting if item else None
    council = meeting.body.lead_council if meeting else record.council
    number = str(item.minute_number or item.printed_number) if item else ""
    invented = meeting.is_illustrative if meeting else record.is_illustrative
    return Exempt(kind, record.pk, record.exemption_review_on, meeting, council, number, invented)


def _facts(one: Exempt) -> dict[str, Any]:
    return {
        "title": one.title,
        "council": one.council,
        "holder": "Democratic services",
        "due_on": one.review_on,
        "is_illustrative": one.is_illustrative,
    }
