"""From waiting to closed: what may follow what at one council."""

import pytest

from governance.errors import Refused
from scrutiny.recommendations.states import State, Step, check_step, state_of


@pytest.mark.parametrize(
    ("is_answered", "last", "expected"),
    [
        (False, "", State.WAITING),
        (True, "", State.ANSWERED),
        (True, Step.PROPOSE, State.PROPOSED),
        (True, Step.TAKE_BACK, State.ANSWERED),
        (True, Step.KEEP_OPEN, State.ANSWERED),
        (True, Step.REOPEN, State.ANSWERED),
        (False, Step.REOPEN, State.WAITING),
        (True, Step.CLOSE, State.CLOSED),
        (False, Step.CLOSE, State.CLOSED),
    ],
)
def test_the_state_follows_from_the_answer_and_the_last_step(is_answered, last, expected):
    assert state_of(is_answered=is_answered, last=last) is expected


ALLOWED = {
    (False, ""): {Step.CLOSE},
    (True, ""): {Step.PROPOSE, Step.CLOSE},
    (True, Step.PROPOSE): {Step.TAKE_BACK, Step.CLOSE, Step.KEEP_OPEN},
    (True, Step.CLOSE): {Step.REOPEN},
    (False, Step.CLOSE): {Step.REOPEN},
    (True, Step.REOPEN): {Step.PROPOSE, Step.CLOSE},
    (True, Step.KEEP_OPEN): {Step.PROPOSE, Step.CLOSE},
}


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("before", ALLOWED, ids=str)
def test_each_step_is_allowed_where_the_table_says_and_nowhere_else(before, step):
    is_answered, last = before
    if step in ALLOWED[before]:
        check_step(step, is_answered=is_answered, last=last)
    else:
        with pytest.raises(Refused):
            check_step(step, is_answered=is_answered, last=last)
