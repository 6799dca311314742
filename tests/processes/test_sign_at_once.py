"""Two last signers at the same moment, against PostgreSQL: one request, and nobody's name lost."""

import pytest

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("processes")]
ROUNDS = 10


def test_two_last_signers_of_one_call_in_make_one_request_with_both_signatures(stack):
    told = stack.run("sign_at_once", ROUNDS, 1)
    assert len(told) == ROUNDS
    for once in told:
        assert once == {"told": ["requested"] * 2, "requests": 1, "signatures": [3]}


def test_the_last_signers_of_two_call_ins_of_one_decision_make_one_request(stack):
    told = stack.run("sign_at_once", ROUNDS, 2)
    for once in told:
        assert once["requests"] == 1
        assert sorted(once["signatures"]) == [1, 2]
        (refusal,) = [said for said in once["told"] if said != "requested"]
        assert refusal.startswith("Another call-in of it was requested at")
