"""The state of a matter across councils that each decide it for themselves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.issues.rules import Position, Stage, across

APRIL_1, APRIL_22 = date(2023, 4, 1), date(2023, 4, 22)
EAST_LINDSEY = Position("East Lindsey", Stage.IN_EFFECT, APRIL_1)
SOUTH_HOLLAND = Position("South Holland", Stage.IN_EFFECT, date(2023, 3, 31))


def boston(stage, in_effect_on=None, says=""):
    return Position("Boston", stage, in_effect_on, says)


def state_with(*positions):
    found = across(list(positions))
    return found.state, found.sentence


def test_in_effect_everywhere_from_the_last_councils_date():
    found = across([boston(Stage.IN_EFFECT, APRIL_22), EAST_LINDSEY, SOUTH_HOLLAND])
    assert found.sentence == "In effect across the partnership from Saturday 22 April 2023"
    assert (found.shape, found.state) == ("done", "In effect at every council")
    assert not found.waits_for


def test_open_while_one_council_may_still_call_it_in_with_the_date_it_would_be():
    window = "Boston’s call-in window, open until the end of Friday 21 April 2023"
    found = across([boston(Stage.OPEN, APRIL_22, window), EAST_LINDSEY, SOUTH_HOLLAND])
    assert found.state == "Not yet in effect everywhere: 2 of 3 councils"
    assert found.sentence == (
        "In effect across the partnership from Saturday 22 April 2023, "
        "if Boston’s decision is not called in"
    )
    assert found.more == f"Waiting for {window}."
    assert found.waits_for == {"Boston"}


def test_frozen_while_called_in_anywhere():
    found = across([boston(Stage.CALLED_IN), EAST_LINDSEY, SOUTH_HOLLAND])
    assert (found.shape, found.sentence) == ("frozen", "Frozen: called in at Boston")
    assert found.more == "In effect at East Lindsey and South Holland."


def test_referred_back_is_to_be_decided_again():
    assert state_with(boston(Stage.REFERRED), EAST_LINDSEY) == (
        "Referred",
        "To be decided again at Boston",
    )


def test_a_council_that_refused_leaves_it_in_effect_at_the_others_only():
    assert state_with(boston(Stage.REFUSED), EAST_LINDSEY, SOUTH_HOLLAND) == (
        "Not in effect everywhere",
        "In effect at East Lindsey and South Holland only: Boston refused",
    )


def test_councils_that_have_not_decided_are_named():
    undecided = Position("South Holland", Stage.NOT_DECIDED)
    assert state_with(boston(Stage.DEFERRED), undecided, EAST_LINDSEY) == (
        "Decided at 1 of 3 councils",
        "Not decided yet at Boston and South Holland",
    )


def test_an_outcome_nobody_recorded_is_not_guessed():
    _, sentence = state_with(boston(Stage.NOT_RECORDED), EAST_LINDSEY)
    assert sentence == "Whether Boston decided it is not recorded here"


def test_what_is_said_of_two_councils_is_said_once():
    both = [Position(name, Stage.NOT_DECIDED, says="in the budget") for name in ("A", "B")]
    assert across(both).more == "A and B: in the budget."


def test_a_decision_whose_notice_is_not_out_waits_for_it():
    _, sentence = state_with(boston(Stage.UNPUBLISHED), EAST_LINDSEY)
    assert sentence == "Decided everywhere; the notice is not published yet at Boston"


def test_a_date_that_is_not_recorded_is_said_to_be_so():
    found = across([boston(Stage.IN_EFFECT, APRIL_22), Position("East Lindsey", Stage.DECIDED)])
    assert found.sentence == "Decided at every council"
    assert found.more == "From when it is in effect at East Lindsey is not recorded here."


def test_nothing_recorded_is_not_begun():
    assert across([]).state == "Not begun"


def test_one_council_alone_is_no_partnership():
    assert across([boston(Stage.IN_EFFECT, APRIL_22)], "").sentence == (
        "In effect from Saturday 22 April 2023"
    )


positions = st.builds(
    Position,
    st.sampled_from(["A", "B", "C", "D"]),
    st.sampled_from(list(Stage)),
    st.dates(date(2022, 1, 1), date(2030, 1, 1)),
)


@given(st.lists(positions, min_size=1, unique_by=lambda p: p.council))
def test_in_effect_is_said_only_where_every_council_is(found):
    whole = across(found)
    assert (whole.shape == "done") == all(p.stage is Stage.IN_EFFECT for p in found)


@given(st.lists(positions, min_size=1, unique_by=lambda p: p.council))
def test_what_it_waits_for_is_one_of_its_councils(found):
    assert across(found).waits_for <= {p.council for p in found}


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_sentence(stage):
    assert across([boston(stage, APRIL_22), EAST_LINDSEY]).sentence
