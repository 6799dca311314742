"""What is recorded of recommendations at councils, in as many queries for a hundred as for one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from governance.bodies.models import BodyCouncil
from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.models import BankHoliday, LocalClosure
from governance.calendar.rules import Calendar, add_working_days
from governance.councils.models import Constituent, Council
from governance.errors import Refused
from scrutiny.recommendations.models import Closing, Progress, Recommendation, Response
from scrutiny.recommendations.rules import (
    Answer,
    At,
    Facts,
    Line,
    Standing,
    lateness,
    progress_line,
    standing,
    verdict,
    waiting_line,
)
from scrutiny.recommendations.states import State, Step, state_of
from scrutiny.reviews.models import Receipt


@dataclass
class Cell:
    """One recommendation at one council, and where it stands on a day."""

    recommendation: Recommendation
    council: Council
    today: date
    calendar: Calendar
    is_put: bool = True
    receipt: Receipt | None = None
    answer: Response | None = None
    others: list[Response] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)  # newest first
    closings: list[Closing] = field(default_factory=list)  # oldest first

    @cached_property
    def facts(self) -> Facts:
        return Facts(
            is_wanted=self.is_put and self.recommendation.asks_for_answer and bool(self.receipt),
            received_on=self.receipt.received_on if self.receipt else None,
            planned_on=self.receipt.planned_on if self.receipt else None,
            answered_on=self.answer.answered_on if self.answer else None,
            status=self.newest.status if self.newest else "",
            is_proposed=self.state is State.PROPOSED,
            closed_on=self.closing.on if self.closing and self.state is State.CLOSED else None,
        )

    @property
    def newest(self) -> Progress | None:
        return self.progress[0] if self.progress else None

    @property
    def closing(self) -> Closing | None:
        """The last step towards closing."""
        return self.closings[-1] if self.closings else None

    @property
    def state(self) -> State:
        last = self.closing.step if self.closing else ""
        return state_of(is_answered=self.answer is not None, last=last)

    @cached_property
    def standing(self) -> Standing:
        return standing(self.facts, self.today)

    @cached_property
    def answer_line(self) -> Line:
        """The council's answer, or that it is due, late, or not asked for."""
        if self.answer:
            found = Answer(self.answer.answer)
            return Line(found.shape, found.words, said_by(self.answer, self.facts.due_on))
        body = self.recommendation.added_by
        if body and not self.recommendation.asks_for_answer and self.is_put:
            return Line("done", "Its own resolution", body.name)
        if not self.is_put or self.receipt is None:
            return Line("noted", f"Not put to {self.council.short_name}")
        return waiting_line(self.facts, self.today, self._working_days_left)

    @property
    def _working_days_left(self) -> int | None:
        """How many are left after today; None where bank holidays that far are not known yet."""
        due, left, day = self.facts.due_on, 0, self.today
        try:
            while due and (day := add_working_days(day, 1, self.calendar)) <= due:
                left += 1
        except Refused:
            return None
        return left

    @cached_property
    def progress_line(self) -> Line | None:
        """The newest progress; None where nobody reported any."""
        if self.newest is None:
            return None
        kind = self.recommendation.kind
        found = progress_line(kind, self.newest.status, self.newest.on)
        return Line(found.shape, found.says, self.newest.sentence)

    @property
    def says(self) -> str:
        """The one sentence about it: closed by whom and when, or when its answer is or was due."""
        step, name = self.closing, self.council.short_name
        if step and step.body and self.state is State.CLOSED:
            return f"Closed by {step.body.name} on {words.day(step.on)}"
        if self.standing in (Standing.LATE, Standing.AWAITING):
            gaps = bool(self.recommendation.review.record_note)
            return verdict([At(name, self.facts)], self.today, has_gaps=gaps).note
        if step and self.state is State.PROPOSED:
            return f"Officers propose to close it since {words.day(step.on)}"
        if self.answer:
            return f"{name} answered on {words.day(self.answer.answered_on)}: {self.answer.words}"
        return self.answer_line.says

    @property
    def closing_line(self) -> Line | None:
        """That it is closed or proposed to be; None while it is neither."""
        if self.closing is None or self.state not in (State.CLOSED, State.PROPOSED):
            return None
        by = f"{self.closing.body.name}, " if self.closing.body else ""
        shape = "done" if self.state is State.CLOSED else "half"
        return Line(shape, Step(self.closing.step).label, f"{by}{words.short_day(self.closing.on)}")

    @property
    def says_something(self) -> bool:
        """Is it put to the council, or was anything recorded of it there?"""
        return self.is_put or bool(self.answer or self.others or self.progress or self.closings)


def said_by(response: Response, due_on: date | None) -> str:
    """Return who answered, when, and where that is recorded, in a line."""
    said = [response.who, words.short_day(response.answered_on)]
    if response.reference:
        said.append(response.reference)
    if response.settles and (late := lateness(due_on, response.answered_on)):
        said.append(late)
    return ", ".join(said)


Key = tuple[int, int]


class Reading:
    """The cells of some recommendations; ten queries however many there are.

    `recommendations` are those a visitor may see, fetched with `review` and `added_by`.
    """

    def __init__(self, recommendations: Iterable[Recommendation], today: date) -> None:
        self.today = today
        self.recommendations = list(recommendations)
        of = [one.pk for one in self.recommendations]
        reviews = {one.review_id for one in self.recommendations}
        self._answers = _by_key(
            Response.objects.filter(recommendation__in=of)
            .select_related("body")
            .order_by("answered_on", "pk")
        )
        self._progress = _by_key(
            Progress.objects.filter(recommendation__in=of).order_by("-on", "-pk")
        )
        self._closings = _by_key(
            Closing.objects.filter(recommendation__in=of)
            .select_related("body")
            .order_by("on", "pk")
        )
        receipts = Receipt.objects.filter(review__in=reviews)
        receipts = receipts.select_related("body__lead_council", "council")
        self.receipts = list(receipts.order_by("received_on", "planned_on", "pk"))
        self._of: dict[Key, list[Receipt]] = defaultdict(list)
        for one in self.receipts:
            self._of[one.review_id, one.council_id].append(one)
        self._read_councils(reviews)

    def _read_councils(self, reviews: set[int]) -> None:
        partners = defaultdict(set)
        own = {one.review.partnership_id for one in self.recommendations} - {None}
        for row in Constituent.objects.filter(partnership__in=own):
            partners[row.partnership_id].add(row.council_id)
        received = defaultdict(set)
        for receipt in self.receipts:
            received[receipt.review_id].add(receipt.council_id)
        ids: dict[int, set[int]] = {}
        for one in self.recommendations:
            review = one.review
            ids[review.pk] = partners[review.partnership_id or 0] | received[review.pk]
            ids[review.pk] = ids[review.pk] or {review.lead_council_id}
        every = set().union(*ids.values()) if ids else set()
        councils = {one.pk: one for one in Council.objects.filter(pk__in=every)}
        self._councils = {
            pk: sorted((councils[one] for one in found), key=lambda c: c.short_name)
            for pk, found in ids.items()
        }
        self._calendars = _calendars(every)
        bodies = {one.added_by_id for one in self.recommendations} - {None}
        self._of_body = defaultdict(set)
        for part in BodyCouncil.objects.filter(body__in=bodies):
            self._of_body[part.body_id].add(part.council_id)

    def councils(self, review_id: int) -> list[Council]:
        """Return the councils that a review concerns, by name."""
        return self._councils.get(review_id, [])

    def row(self, recommendation: Recommendation) -> list[Cell]:
        """Return its cells, a council each."""
        return [self.cell(recommendation, one) for one in self.councils(recommendation.review_id)]

    def cells(self) -> list[Cell]:
        """Return every cell at a council to which its recommendation was put."""
        found = [cell for one in self.recommendations for cell in self.row(one)]
        return [cell for cell in found if cell.says_something]

    def cell(self, recommendation: Recommendation, council: Council) -> Cell:
        key = (recommendation.pk, council.pk)
        answers: Sequence[Response] = self._answers[key]
        own = [one for one in answers if one.settles]
        return Cell(
            recommendation, council, self.today, self._calendars[council.pk],
            is_put=self._is_put(recommendation, council),
            receipt=self.asking(recommendation.review_id, council.pk),
            answer=own[0] if own else None,
            others=[one for one in answers if not one.settles],
            progress=self._progress[key],
            closings=self._closings[key],
        )  # fmt: skip

    def asking(self, review_id: int, council_id: int) -> Receipt | None:
        """Return the receipt with which a council's two months begin, if one asks for an answer."""
        found = self._of.get((review_id, council_id), [])
        return next((one for one in found if one.asks_for_answer), None)

    def _is_put(self, recommendation: Recommendation, council: Council) -> bool:
        body = recommendation.added_by_id
        if body:
            return council.pk in self._of_body[body]
        return (recommendation.review_id, council.pk) in self._of


def _by_key(rows: Iterable[Any]) -> dict[Key, list[Any]]:
    found: dict[Key, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.recommendation_id, row.council_id].append(row)
    return found


def _calendars(councils: set[int]) -> dict[int, Calendar]:
    """Return the working days of each council, less its own closures."""
    proclaimed = dict(BankHoliday.objects.values_list("day", "name"))
    closures: dict[int, dict[date, str]] = defaultdict(dict)
    for row in LocalClosure.objects.filter(council__in=councils):
        closures[row.council_id][row.day] = row.reason
    return {pk: england_and_wales(closures[pk], proclaimed) for pk in councils}
