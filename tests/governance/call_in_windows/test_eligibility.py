"""Which decisions open call-in, under which rule, and the sentence that says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.eligibility import opens_at, opens_call_in

NOTHING_SAID = Conduct()
MAKERS = ["body", "member", "officer"]
VERBS = ["approve", "agree", "note", "delegate", "recommend", "refuse", "defer"]


@pytest.mark.parametrize("verbs", [{"recommend"}, {"note"}, {"recommend", "note"}])
def test_what_only_recommends_or_notes_opens_no_call_in(verbs):
    opens, why = opens_call_in(verbs, NOTHING_SAID, True, "body")
    assert not opens
    assert why.endswith("which the council's rule does not open to call-in.")


@pytest.mark.parametrize(
    ("verb", "conduct"),
    [("recommend", Conduct(recommendations=True)), ("note", Conduct(notes=True))],
)
def test_a_rule_may_open_recommendations_or_notes(verb, conduct):
    assert opens_call_in({verb}, conduct, None, "body")[0]


def test_one_limb_that_decides_is_enough():
    assert opens_call_in({"recommend", "note", "approve"}, NOTHING_SAID, False, "body")[0]


@pytest.mark.parametrize(
    ("eligible", "is_key", "maker", "opens"),
    [
        ("key_only", True, "body", True),
        ("key_only", False, "body", False),
        ("key_only", None, "body", True),  # nobody has said: nothing is left out unseen
        ("not_officer", True, "officer", False),
        ("not_officer", False, "member", True),
        ("not_officer_non_key", False, "officer", False),
        ("not_officer_non_key", True, "officer", True),
        ("not_officer_non_key", False, "body", True),
        ("all_executive", False, "officer", True),
        (None, False, "officer", True),
    ],
)
def test_a_rule_leaves_out_the_decisions_it_names(eligible, is_key, maker, opens):
    found, why = opens_call_in({"approve"}, Conduct(eligible=eligible), is_key, maker)
    assert found is opens
    assert why.endswith(".")


@pytest.mark.parametrize(("eligible", "opens"), [(None, False), ("all_decisions", True)])
def test_a_decision_that_is_not_executive_opens_only_where_the_rule_says_so(eligible, opens):
    conduct = Conduct(eligible=eligible)
    assert opens_call_in({"approve"}, conduct, None, "body", is_executive=False)[0] is opens


@pytest.mark.parametrize(
    ("joint", "is_affected", "opens"),
    [
        ("each", False, True),
        (None, False, True),
        ("none", True, False),
        ("affected", True, True),
        ("affected", False, False),
        ("affected", None, True),  # the record does not say whom it affects: nobody is left out
    ],
)
def test_a_joint_bodys_decision_opens_where_the_rule_says(joint, is_affected, opens):
    assert opens_at(Conduct(joint=joint), is_joint=True, is_affected=is_affected)[0] is opens


def test_what_a_rule_says_of_joint_bodies_touches_no_other():
    assert opens_at(Conduct(joint="none"), is_joint=False, is_affected=None)[0]


@given(
    st.sets(st.sampled_from(VERBS)),
    st.sampled_from([True, False, None]),
    st.sampled_from(MAKERS),
    st.sampled_from(["all_executive", "key_only", "not_officer_non_key", "not_officer", None]),
)
def test_no_rule_opens_more_than_the_widest(verbs, is_key, maker, eligible):
    narrow = opens_call_in(verbs, Conduct(eligible=eligible), is_key, maker)[0]
    widest = Conduct(eligible="all_decisions", recommendations=True, notes=True)
    assert opens_call_in(verbs, widest, is_key, maker)[0] >= narrow
    assert opens_call_in(verbs, widest, is_key, maker)[0]
