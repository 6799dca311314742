"""What the page of a review shows beside what the review holds: its group and its journey."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from governance.bodies.page import named
from governance.decisions.models import Decision, Resolution
from governance.meetings.models import AgendaItem, Question
from governance.people.models import Appointment
from governance.people.permissions import Visitor
from scrutiny.reviews import permissions
from scrutiny.reviews.models import Receipt, Review
from scrutiny.reviews.receipt_actions import OWN

RESERVE = Appointment.Capacity.RESERVE
SCRUTINY = "committee"


@dataclass(frozen=True)
class Sitting:
    """A council's part in the task group: its members and its reserves, in words."""

    council: Any
    seats: int | None
    members: str
    reserves: str


def group_of(review: Review) -> list[Sitting]:
    """Return who sits on the task group for each council; three queries."""
    if review.task_group is None:
        return []
    held = list(review.task_group.appointments.select_related("person", "council").order_by("pk"))
    order = {value: place for place, value in enumerate(Appointment.Capacity.values)}
    held.sort(key=lambda one: (order[one.capacity], one.pk))
    found = []
    for part in review.task_group.councils.select_related("council").order_by("pk"):
        own = [one for one in held if one.council_id == part.council_id]
        members = named(one for one in own if one.capacity != RESERVE)
        reserves = named(one for one in own if one.capacity == RESERVE)
        found.append(Sitting(part.council, part.seats, members, reserves))
    return found


@dataclass
class Stop:
    """A body to which the report goes: the dates, what it did, what was asked and agreed there."""

    receipt: Receipt
    outcome: str
    shape: str
    says: str
    address: str = ""
    link: str = ""
    can_record: bool = False
    questions: list[Question] = field(default_factory=list)
    agreed: list[Resolution] = field(default_factory=list)

    @property
    def on(self) -> Any:
        return self.receipt.received_on or self.receipt.planned_on


def journey_of(review: Review, user: Visitor) -> list[Stop]:
    """Return where the report went, in time order; those without a day come last."""
    found = Receipt.objects.visible_to(user).filter(review=review)
    receipts = found.select_related(
        "body__lead_council", "council", "consideration__item", "consideration__meeting"
    )
    stops = [_stop(review, receipt, user) for receipt in receipts]
    _add_what_was_said(stops, user)
    return sorted(stops, key=lambda stop: (stop.on is None, stop.on, stop.receipt.pk))


def _stop(review: Review, receipt: Receipt, user: Visitor) -> Stop:
    receipt.review = review
    considered = receipt.consideration
    outcome = receipt.outcome
    if not outcome and considered and considered.role in OWN and receipt.is_received:
        outcome = considered.outcome
    shape, says = ("done", "Received") if receipt.is_received else ("idle", "Not yet")
    stop = Stop(receipt, outcome, shape, says)
    stop.can_record = permissions.can_receive(user, receipt)
    if considered and considered.meeting_id:
        stop.address = reverse("meetings:detail", args=[considered.meeting_id])
        stop.link = "The meeting"
        if item := considered.item:
            stop.address += f"#item-{item.pk}"
            number = item.minute_number or item.printed_number
            stop.link = f"Minute {number}" if number else "The minute"
    return stop


def _add_what_was_said(stops: list[Stop], user: Visitor) -> None:
    """Give each stop the questions and the agreed limbs of its item that `user` may read."""
    items = {stop.receipt.consideration.item_id for stop in stops if stop.receipt.consideration}
    readable = AgendaItem.objects.readable_by(user).filter(pk__in=[pk for pk in items if pk])
    questions = Question.objects.filter(item__in=readable).order_by("item", "position")
    limbs = Prefetch("resolutions", Resolution.objects.order_by("number"))
    decisions = Decision.objects.visible_to(user).filter(item__in=readable).prefetch_related(limbs)
    asked: dict[int, list[Question]] = {}
    agreed: dict[int, list[Resolution]] = {}
    for question in questions:
        asked.setdefault(question.item_id, []).append(question)
    for decision in decisions.order_by("pk"):
        if decision.item_id:
            agreed.setdefault(decision.item_id, []).extend(decision.resolutions.all())
    for stop in stops:
        item = stop.receipt.consideration.item_id if stop.receipt.consideration else None
        # Another body's item is about the matter as a whole: its questions are told there.
        if item and stop.receipt.body.regime == SCRUTINY:
            stop.questions, stop.agreed = asked.get(item, []), agreed.get(item, [])
