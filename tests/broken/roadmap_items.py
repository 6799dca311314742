"""What the database refuses of the roadmap's items and what hangs on them."""

from datetime import date

from governance.models import Succession
from roadmap.models import Dependency, Item, Milestone, PhaseGate, Rollout, RowDraft, Theme

EARLY, LATE = date(2020, 1, 1), date(2031, 1, 1)


def spans(kind):
    return (Rollout, [{f"{kind}_start": LATE, f"{kind}_end": EARLY} | (
        {"status": "complete"} if kind == "actual" else {})])  # fmt: skip


CHANGED = {
    "theme_has_a_name": (Theme, [{"name": ""}]),
    "item_has_a_title_and_an_address": (Item, [{"title": ""}, {"slug": ""}]),
    "item_horizon_is_known": (Item, [{"horizon": "never"}]),
    "item_priority_is_known": (Item, [{"priority": "top"}]),
    "item_pattern_is_known": (Item, [{"pattern": "random"}]),
    "item_that_begins_with_one_council_says_why": (Item, [{"pattern": "need_first"}]),
    "item_status_is_known": (Item, [{"status": "blue"}]),
    "rollout_status_is_known": (Rollout, [{"status": "blue"}]),
    "rollout_phase_is_counted_from_one": (Rollout, [{"phase": 0}]),
    "rollout_turn_is_counted_from_one_and_of_one_council": (
        Rollout, [{"turn": 0}, {"council": None}, {"turn": None, "turn_reason": "The oldest."}],
    ),
    **{f"rollout_{kind}_end_is_not_before_its_start": spans(kind)
       for kind in ("planned", "forecast", "actual")},
    "rollout_that_has_not_started_has_no_day_it_started": (Rollout, [{"actual_start": EARLY}]),
    "rollout_that_has_ended_is_complete": (
        Rollout, [{"status": "green", "actual_end": EARLY}],
    ),
    "milestone_has_a_title": (Milestone, [{"title": ""}]),
    "item_does_not_depend_on_itself": (
        Dependency, [lambda rows: {"needs": rows[Dependency].item}],
    ),
    "gate_phase_is_counted_from_one": (PhaseGate, [{"phase": 0}]),
    "gate_asks_something": (PhaseGate, [{"question": ""}]),
    "gate_is_waiting_or_decided_on_a_day": (
        PhaseGate,
        [{"outcome": "perhaps"}, {"outcome": "passed"}, {"decided_on": EARLY}],
    ),
}  # fmt: skip
COPIED = {
    "one_theme_a_name": (Theme, [{"position": 999}]),
    "one_theme_a_place_in_a_partnership": (Theme, [{"name": "Another"}]),
    "one_roadmap_item_an_address": (Item, [{}]),
    "one_rollout_a_council_and_phase_of_an_item": (Rollout, [{"turn": None}]),
    "one_rollout_of_all_councils_a_phase_of_an_item": (
        Rollout, [{"council": None, "turn": None, "phase": 2}],
    ),
    "one_rollout_a_turn_in_a_phase": (
        Rollout, [lambda rows: {"council": rows[Succession].successor}],
    ),
    "one_dependency_a_pair": (Dependency, [{}]),
    "one_gate_a_phase_and_body": (PhaseGate, [{}]),
    "one_draft_a_person_and_row": (RowDraft, [{}]),
}  # fmt: skip
