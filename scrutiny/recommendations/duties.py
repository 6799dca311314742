"""The duty of each council to answer: one a council and review, done when all answers are in."""

from datetime import date
from typing import Any

from governance.councils.models import Council
from governance.duties.actions import keep
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.people.models import User
from scrutiny.recommendations.models import Closing, Recommendation, Response, ResponseDuty
from scrutiny.recommendations.rules import counted
from scrutiny.recommendations.states import Step
from scrutiny.reviews.models import Receipt, Review

LONGEST_TITLE = Duty._meta.get_field("title").max_length or 300
GONE = "No answer is asked for any more"
FOLLOWS = "Two months beginning with the council’s receipt"


def keep_duties(review: Review, *, by: User) -> None:
    """Bring the duties to answer in step with every receipt of a review; inside a transaction.

    Called by whatever changes a receipt, a recommendation or an answer.
    """
    councils = Council.objects.filter(
        pk__in={
            *Receipt.objects.filter(review=review).values_list("council", flat=True),
            *ResponseDuty.objects.filter(review=review).values_list("council", flat=True),
        }
    )
    for council in councils.order_by("pk"):
        keep_duty(review, council, by=by)


def keep_duty(review: Review, council: Council, *, by: User) -> None:
    """Bring one council's duty to answer in step; call inside the action's transaction.

    It is due two months beginning with the receipt that asks for the answer, and done on the day
    of the last answer. Source: Local Government Act 2000, section 9FE.
    """
    Review.objects.select_for_update().get(pk=review.pk)
    receipt = (
        Receipt.objects.filter(review=review, council=council, asks_for_answer=True)
        .select_related("body")
        .first()
    )
    link = (
        ResponseDuty.objects.select_for_update(of=("self",))
        .filter(review=review, council=council)
        .select_related("duty")
        .first()
    )
    wanted = _put_to(review, council)
    if receipt is None or receipt.received_on is None or not wanted:
        if link and not link.duty.done_on:
            duty = link.duty
            remove(link, by=by, because=GONE)
            remove(duty, by=by, because=GONE)
        return
    duty = link.duty if link else Duty(kind=Duty.Kind.RESPONSE)
    due_on = counted(receipt.received_on).date
    duty = _in_step(duty, _facts(review, receipt) | {"due_on": due_on}, wanted, council, by)
    if link is None:
        write(ResponseDuty(review=review, council=council, duty=duty), by=by, because=FOLLOWS)


def _facts(review: Review, receipt: Receipt) -> dict[str, Any]:
    said = f"Answer the recommendations of “{review.title}”"
    is_executive = receipt.body.regime == "executive"
    return {
        "title": said if len(said) <= LONGEST_TITLE else f"{said[: LONGEST_TITLE - 1]}…",
        "council_id": receipt.council_id,
        "holder": receipt.body.name if is_executive else "The executive",
        "issue_id": review.issue_id,
        "is_illustrative": receipt.is_illustrative,
    }


def _in_step(
    duty: Duty, facts: dict[str, Any], wanted: list[Recommendation], council: Council, by: User
) -> Duty:
    """Write the duty as it follows from the answers: done, or to be done (again)."""
    answers = Response.objects.filter(recommendation__in=wanted, council=council, settles=True)
    given = dict(answers.values_list("recommendation", "answered_on"))
    given |= _closed_unanswered(wanted, council, set(given))
    done_on = max(given.values()) if len(given) == len(wanted) else None
    if duty.done_on and done_on != duty.done_on:
        duty.done_on, duty.done_note = None, ""
        write(duty, by=by, because="What was recorded about the answers changed")
    duty = keep(duty, facts, by=by, because=FOLLOWS)
    if done_on and not duty.done_on:
        duty.done_on, duty.done_note = done_on, "Every recommendation is answered."
        write(duty, by=by, because="Every recommendation is answered")
    return duty


def _put_to(review: Review, council: Council) -> list[Recommendation]:
    """Return the recommendations whose answer is wanted of a council."""
    rows = Recommendation.objects.filter(review=review, asks_for_answer=True)
    added = rows.exclude(added_by=None).exclude(added_by__councils__council=council)
    return list(rows.exclude(pk__in=added.values("pk")))


def _closed_unanswered(
    wanted: list[Recommendation], council: Council, given: set[int]
) -> dict[int, date]:
    """Return when those were closed that the body closed before anybody answered."""
    steps = Closing.objects.filter(recommendation__in=wanted, council=council)
    last: dict[int, Closing] = {}
    for step in steps.order_by("on", "pk"):
        last[step.recommendation_id] = step
    return {pk: step.on for pk, step in last.items() if step.step == Step.CLOSE and pk not in given}
