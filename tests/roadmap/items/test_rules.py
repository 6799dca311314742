"""How items stand, and what may follow what."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.items import rules
from roadmap.items.rules import Gate, Outcome, Status

STATUSES = st.sampled_from([status.value for status in Status])
MARCH, JUNE, SEPTEMBER = date(2024, 3, 28), date(2024, 6, 28), date(2024, 9, 30)


@dataclass
class Row:
    status: str = "not_started"
    phase: int = 1
    planned_start: date | None = None
    planned_end: date | None = None
    forecast_start: date | None = None
    forecast_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None


def gate(phase=2, outcome=Outcome.WAITING, body="Joint ICT Committee"):
    return Gate(phase, body, MARCH, outcome)


class TestAnItemAndItsRollouts:
    def test_an_item_is_as_its_worst_rollout(self):
        assert rules.worst(["green", "red", "complete"]) is Status.RED
        assert rules.worst(["green", "amber", "not_started"]) is Status.AMBER

    def test_an_item_is_complete_only_when_every_rollout_is(self):
        assert rules.worst(["complete", "complete"]) is Status.COMPLETE
        assert rules.worst(["complete", "not_started"]) is Status.NOT_STARTED

    def test_an_item_without_rollouts_has_no_status(self):
        assert rules.worst([]) is None

    @given(st.lists(STATUSES, min_size=1))
    def test_the_status_of_an_item_is_one_that_a_rollout_has(self, statuses):
        assert rules.worst(statuses) in statuses

    @given(st.lists(STATUSES, min_size=1), STATUSES)
    def test_one_more_rollout_never_makes_an_item_better(self, statuses, more):
        rank = rules.WORST_FIRST.index
        assert rank(rules.worst([*statuses, more])) <= rank(rules.worst(statuses))

    def test_totals_are_told_with_what_is_done_first_and_without_what_is_not_there(self):
        found = ["not_started", "complete", "green", "complete"]
        assert rules.totals(found) == (
            "of 4 rollouts, 2 complete, 1 on track, 1 not started"
        )  # fmt: skip
        assert rules.totals(["red"]) == "of 1 rollout, 1 off track"
        assert rules.totals([]) == ""


class TestDates:
    def test_what_happened_counts_before_what_is_forecast_and_that_before_the_plan(self):
        row = Row(planned_start=MARCH, planned_end=JUNE, forecast_end=SEPTEMBER)
        assert rules.span(row) == (MARCH, SEPTEMBER)
        assert rules.span(replace(row, actual_start=JUNE)) == (JUNE, SEPTEMBER)

    @pytest.mark.parametrize(
        ("now", "said"),
        [(date(2024, 7, 1), "3 days later than planned"), (JUNE, "as planned"), (None, ""),
         (date(2024, 6, 27), "1 day earlier than planned")],
    )  # fmt: skip
    def test_a_slip_is_told_in_days(self, now, said):
        assert rules.slip_words(rules.slip(JUNE, now)) == said

    def test_a_rollout_is_late_the_day_after_its_end_and_never_once_complete(self):
        row = Row("green", planned_end=MARCH, forecast_end=JUNE)
        assert not rules.is_late(row, JUNE)
        assert rules.is_late(row, date(2024, 6, 29))
        assert not rules.is_late(replace(row, status="complete"), SEPTEMBER)

    def test_an_end_before_its_start_is_told_at_the_end(self):
        wrong = rules.wrong_dates(Row(forecast_start=JUNE, forecast_end=MARCH))
        assert wrong == {
            "forecast_end": "It starts on Friday 28 June 2024: it cannot end before that."
        }

    def test_what_has_not_started_has_no_day_it_started_and_what_ended_is_complete(self):
        assert set(rules.wrong_dates(Row(actual_start=MARCH))) == {"actual_start"}
        assert set(rules.wrong_dates(Row("green", actual_end=MARCH))) == {"actual_end"}
        assert rules.wrong_dates(Row("complete", actual_start=MARCH, actual_end=JUNE)) == {}

    def test_what_happened_did_not_happen_tomorrow(self):
        row = Row("complete", actual_start=MARCH, actual_end=JUNE)
        assert set(rules.to_come(row, date(2024, 6, 27))) == {"actual_end"}
        assert rules.to_come(row, JUNE) == {}


class TestGates:
    def test_a_phase_waits_for_its_gate_and_the_sentence_names_body_and_day(self):
        assert rules.why_not_start(2, [gate()]) == (
            "Phase 2 may not start yet. The Joint ICT Committee must decide by "
            "Thursday 28 March 2024 whether phase 2 goes ahead."
        )

    def test_a_phase_whose_gate_is_passed_may_start(self):
        assert rules.why_not_start(2, [gate(outcome=Outcome.PASSED)]) == ""

    def test_a_phase_before_the_gate_does_not_wait_for_it(self):
        assert rules.why_not_start(1, [gate(2)]) == ""

    def test_a_phase_waits_for_the_gates_of_earlier_phases_as_well(self):
        said = rules.why_not_start(3, [gate(3, Outcome.PASSED), gate(2)])
        assert "whether phase 2 goes ahead" in said

    def test_a_gate_that_was_not_passed_keeps_the_phase_shut(self):
        assert rules.why_not_start(2, [gate(outcome=Outcome.NOT_PASSED)]).endswith(
            "The Joint ICT Committee did not pass the gate before phase 2."
        )

    def test_of_two_bodies_both_must_have_passed_it(self):
        gates = [gate(body="Cabinet", outcome=Outcome.PASSED), gate(body="Executive")]
        assert [one.body for one in rules.holding(2, gates)] == ["Executive"]

    @pytest.mark.parametrize("status", ["green", "amber", "red", "complete"])
    def test_any_status_but_not_started_says_that_it_started(self, status):
        assert rules.has_started(Row(status))
        assert not rules.has_started(Row())
        assert rules.has_started(Row(actual_start=MARCH))


class TestDependencies:
    def test_an_item_may_not_wait_for_itself_however_long_the_way(self):
        assert rules.circle({2: [3], 3: [1]}, 1, 2) == [1, 2, 3, 1]
        assert rules.circle({}, 1, 1) == [1, 1]

    def test_two_ways_to_the_same_item_are_no_circle(self):
        assert rules.circle({1: [2], 2: [4], 3: [4]}, 1, 3) == []

    @given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30))
    def test_what_is_let_in_one_after_another_never_has_a_circle(self, wanted):
        needs: dict[int, set[int]] = {}
        for item, on in wanted:
            if not rules.circle(needs, item, on):
                needs.setdefault(item, set()).add(on)
        done: set[int] = set()
        while ready := {n for n in range(9) if n not in done and needs.get(n, set()) <= done}:
            done |= ready
        assert done == set(range(9))

    def test_the_sentence_tells_the_whole_way_round(self):
        assert rules.why_not_depend(["A", "B", "A"]) == (
            "That would go round in a circle: A needs B needs A."
        )
        assert rules.why_not_depend(["A", "A"]) == "An item cannot depend on itself."
        assert rules.why_not_depend([]) == ""
