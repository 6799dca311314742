"""Writing recommendations, what councils answer, what comes of it, and how it is closed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from governance.calendar import words
from governance.councils.models import Council
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.history.ordering import next_place
from governance.people.models import User
from scrutiny.recommendations import rules
from scrutiny.recommendations.duties import keep_duties, keep_duty
from scrutiny.recommendations.models import Closing, Progress, Recommendation, Response
from scrutiny.recommendations.states import OF_A_BODY, Step, check_step
from scrutiny.reviews.models import Receipt, Review

Said = dict[str, Any]


@transaction.atomic
def add_recommendation(review: Review, said: Said, *, by: User) -> Recommendation:
    """Add a recommendation as the last of a review. Raises Refused where the number is taken.

    Once the report stands only a body that received it may add one of its own.
    """
    review = Review.objects.select_for_update().get(pk=review.pk)
    if not said.get("added_by"):
        check_unreported(review)
    check_number(review, said)
    row = Recommendation(review=review, position=next_place(review.recommendations.all()), **said)
    write(row, by=by, because=f"Added recommendation {row.number}")
    keep_duties(review, by=by)
    return row


@transaction.atomic
def change_recommendation(
    row: Recommendation, said: Said, seen: int, *, by: User, because: str
) -> Recommendation:
    """Change a recommendation that `by` last saw at history row `seen`.

    Raises Refused where the report stands and its own words would change, or a number is taken;
    ChangedMeanwhile where somebody else changed the same.
    """
    review = Review.objects.select_for_update().get(pk=row.review_id)
    if not row.added_by_id:
        printed = ("number", "text")
        if any(said.get(name, getattr(row, name)) != getattr(row, name) for name in printed):
            check_unreported(review)
    check_number(review, said, but=row.pk)
    found = write_seen(row, said, seen=seen, by=by, because=because)
    keep_duties(review, by=by)
    return found


def check_unreported(review: Review) -> None:
    """Raise Refused while the report of a review stands, as its words are then what was agreed."""
    if review.has_reported:
        raise Refused(
            "The report is agreed, so its recommendations stand as printed. To correct one, take "
            "the review back to writing its report first."
        )


def check_number(review: Review, said: Mapping[str, Any], but: int = 0) -> None:
    """Raise Refused where another recommendation of the same body has this number."""
    same = review.recommendations.filter(
        number=said.get("number", ""), added_by=said.get("added_by")
    )
    if same.exclude(pk=but).exists():
        raise Refused(f"There is a recommendation {said['number']} already. Give this another.")


def why_kept(row: Recommendation) -> str:
    """Return why a recommendation may not be removed; "" where it may."""
    if row.responses.exists() or row.progress.exists() or row.closings.exists():
        return f"{row} was not removed: councils have answered it or reported on it."
    if row.review.has_reported and not row.added_by_id:
        return f"{row} was not removed: the report that prints it is agreed."
    return ""


# --- Answers -------------------------------------------------------------------------------------


@transaction.atomic
def answer(
    review: Review, council: Council, answers: Sequence[tuple[Recommendation, Said]], *,
    by: User, today: date,
) -> list[Response]:  # fmt: skip
    """Record what a council, or one of its bodies, said to several recommendations at once.

    Each of `answers` has the fields of a Response. All are recorded or none. Raises Refused for a
    day that is still to come or lies before the receipt, and where a council answered already.
    """
    Review.objects.select_for_update().get(pk=review.pk)
    receipt = Receipt.objects.filter(review=review, council=council, asks_for_answer=True).first()
    _check_unanswered(council, answers)
    made = []
    for recommendation, said in answers:
        _check_answer(said, receipt, today)
        row = Response(recommendation=recommendation, council=council, **said)
        made.append(write(row, by=by, because=f"{row.who} said: {row.get_answer_display()}"))
    keep_duty(review, council, by=by)
    return made


@transaction.atomic
def correct_answer(
    row: Response, said: Said, seen: int, *, by: User, because: str, today: date
) -> Response:
    """Correct an answer that `by` last saw at history row `seen`, and say why. Raises Refused."""
    review = Review.objects.select_for_update().get(pk=row.recommendation.review_id)
    receipt = Receipt.objects.filter(
        review=review, council=row.council_id, asks_for_answer=True
    ).first()
    _check_answer(said, receipt, today)
    try:
        with transaction.atomic():
            found = write_seen(row, said, seen=seen, by=by, because=because)
    except IntegrityError:
        raise Refused("The council’s own answer is recorded already. Correct that one.") from None
    keep_duty(review, row.council, by=by)
    return found


def _check_unanswered(council: Council, answers: Sequence[tuple[Recommendation, Said]]) -> None:
    own = [one for one, said in answers if said.get("settles", True)]
    numbers = [one.number for one in own if _answered(one, council)]
    if not numbers:
        return
    one = len(numbers) == 1
    raise Refused(
        f"{council.short_name} has answered recommendation{'' if one else 's'} "
        f"{words.listed(numbers)} already. Choose “not answered” there to record the others, and "
        f"correct {'that answer' if one else 'those answers'} on the page of "
        f"{'its recommendation' if one else 'each recommendation'}."
    )


def _answered(recommendation: Recommendation, council: Council) -> bool:
    return recommendation.responses.filter(council=council, settles=True).exists()


def _check_answer(said: Mapping[str, Any], receipt: Receipt | None, today: date) -> None:
    on = said["answered_on"]
    if on > today:
        raise Refused(f"{words.day(on)} is still to come: record the answer when it is given.")
    if receipt and receipt.received_on and on < receipt.received_on:
        raise Refused(
            f"The report was received on {words.day(receipt.received_on)}, so it cannot have been "
            f"answered on {words.day(on)}."
        )
    if said["answer"] in rules.NEEDS_A_REASON and not said.get("reason", "").strip():
        raise Refused("Give the reason: what is not accepted is owed one, and it is published.")


# --- Progress ------------------------------------------------------------------------------------


@transaction.atomic
def report_progress(
    recommendation: Recommendation, council: Council, said: Said, *, by: User, today: date
) -> Progress:
    """Add what was done by a day. Earlier progress stays as it was. Raises Refused."""
    recommendation = _locked(recommendation)
    if _last_step(recommendation, council) == Step.CLOSE:
        raise Refused(
            f"It is closed at {council.short_name}. The scrutiny body opens it again first."
        )
    _check_progress(recommendation, said, today)
    newest = recommendation.progress.filter(council=council).order_by("-on", "-pk").first()
    if newest and all(getattr(newest, name) == value for name, value in said.items()):
        return newest  # Sent twice: it says nothing that is not there.
    row = Progress(recommendation=recommendation, council=council, **said)
    return write(row, by=by, because=f"Progress: {row.get_status_display().lower()}")


@transaction.atomic
def correct_progress(
    row: Progress, said: Said, seen: int, *, by: User, because: str, today: date
) -> Progress:
    """Correct a piece of progress that was wrong; the reason is published beside it."""
    recommendation = _locked(row.recommendation)
    if not because.strip():
        raise Refused("Say why it is corrected. The reason is published.")
    _check_progress(recommendation, said, today)
    said = said | {"correction": because.strip(), "corrected_on": today}
    return write_seen(row, said, seen=seen, by=by, because=f"Corrected: {because.strip()}")


def _check_progress(recommendation: Recommendation, said: Mapping[str, Any], today: date) -> None:
    if said["on"] > today:
        raise Refused(f"{words.day(said['on'])} is still to come: say how far it is today.")
    kind = rules.Kind(recommendation.kind)
    if said["status"] == "complete" and kind in rules.GOES_ON:
        raise Refused(
            f"This recommendation is “{kind.words.lower()}”: it goes on, so it is never complete. "
            "Choose “On track” and give the evidence."
        )


# --- Closing -------------------------------------------------------------------------------------


@transaction.atomic
def take_step(
    recommendation: Recommendation, council: Council, step: Step, said: Said, *,
    by: User, today: date,
) -> Closing:  # fmt: skip
    """Record a step towards closing: a proposal of officers, or what the scrutiny body decided.

    `said` holds `on`, `said` and, for a body's decision, `body`. Raises Refused where the step may
    not follow the last one, or its day lies in the future or before the last step, the report, its
    receipt or the answer.
    """
    recommendation = _locked(recommendation)
    steps = recommendation.closings.filter(council=council).order_by("on", "pk")
    last = steps.last()
    check_step(step, is_answered=_answered(recommendation, council), last=last.step if last else "")
    if said["on"] > today:
        raise Refused(f"{words.day(said['on'])} is still to come: record it when it has come.")
    if last and said["on"] < last.on:
        raise Refused(f"It cannot come before the last step, on {words.day(last.on)}.")
    _check_follows(recommendation, council, said["on"])
    facts = said if step in OF_A_BODY else said | {"body": None}
    row = Closing(recommendation=recommendation, council=council, step=step, **facts)
    write(row, by=by, because=f"{step.label}: {row.said}")
    keep_duty(recommendation.review, council, by=by)
    return row


def _check_follows(recommendation: Recommendation, council: Council, on: date) -> None:
    """Raise Refused where the report, its receipt or the answer is later than a step on `on`."""
    review = recommendation.review
    receipt = Receipt.objects.filter(review=review, council=council, asks_for_answer=True).first()
    answer = recommendation.responses.filter(council=council, settles=True).first()
    earlier = [
        ("the report was agreed", review.reported_on),
        ("the report was received", receipt.received_on if receipt else None),
        (f"{council.short_name} answered", answer.answered_on if answer else None),
    ]
    for what, day in earlier:
        if day and on < day:
            raise Refused(f"It cannot come before {what}, on {words.day(day)}.")


def _last_step(recommendation: Recommendation, council: Council) -> str:
    last = recommendation.closings.filter(council=council).order_by("on", "pk").last()
    return last.step if last else ""


def _locked(recommendation: Recommendation) -> Recommendation:
    rows = Recommendation.objects.select_for_update(of=("self",)).select_related("review")
    return rows.get(pk=recommendation.pk)
