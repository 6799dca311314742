"""How a council conducts call-in: what a rule may say, what is refused, and how it reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.conduct_readers import LONGEST_TEXT
from governance.errors import Refused

FIVE = {"members": ["non_executive"], "number": 5}
FULL = {
    "clock_start": "decision",
    "signatories": [
        FIVE | {"cross_party": True, "yearly_limit": 5, "matters": "education"},
        {"members": ["committee_members"], "fraction": "1/3"},
        {"members": ["committee_chair"], "number": 1},
        {"members": ["committee"]},
        {"members": ["public"], "number": 100},
        {"members": ["councillors", "co_optees"]},
    ],
    "grounds": [{"text": "Outside the budget"}, {"text": "Ignored", "agreed_by": "The Chief"}],
    "ground_required": True,
    "reasons_required": True,
    "alternative": "required_not_deferral",
    "validators": ["the Monitoring Officer", "the chair"],
    "hearing_within": {"unit": "working_days", "count": 15},
    "reconsider_within": {"unit": "working_days", "count": 5},
    "reconsiderations": 1,
    "if_not_heard": "takes_effect",
    "urgency": {"agreed_by": ["the Chair"], "needed": "any", "reviewed_after": True},
    "eligible": "not_officer_non_key",
    "recommendations": True,
    "notes": False,
    "repeat_after_months": 6,
    "joint": "affected",
    "signatories_may_hear": False,
    "withdrawable": True,
}


def test_conduct_may_say_everything_and_reads_back_the_same():
    conduct = Conduct.of(FULL)
    assert conduct.as_json() == FULL
    assert Conduct.of(conduct.as_json()) == conduct


def test_conduct_may_say_nothing_and_then_every_topic_says_that_it_is_not_known():
    nothing = Conduct.of({})
    assert nothing.as_json() == {}
    for topic, said in nothing.facts():
        assert any("not known" in sentence for sentence in said), topic


def test_what_is_known_is_never_said_to_be_unknown():
    full = FULL | {"signatories": [FIVE]}
    assert [said for said in Conduct.of(full).in_words() if "not known" in said] == []


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ([], "The conduct of call-in is a JSON object with the keys clock_start, signatories,"),
        ({"who": "all"}, 'The conduct of call-in has no "who". Its keys are clock_start,'),
        ({"clock_start": "dawn"}, '"publication", "decision" or "minutes", not "dawn".'),
        ({"signatories": []}, 'The "signatories" must be a list of one or more, not [].'),
        ({"signatories": [{}]}, 'A way to call in needs its "members".'),
        ({"signatories": [{"members": []}]}, 'The "members" must be a list of one or more'),
        ({"signatories": [{"members": ["mayor"]}]}, 'or "committee", not "mayor".'),
        (
            {"signatories": [{"members": ["public", "public"]}]},
            'The "members" names the same thing twice.',
        ),
        (
            {"signatories": [FIVE | {"number": 0}]},
            'The "number" must be from 1 to 1000, not 0.',
        ),
        (
            {"signatories": [FIVE | {"fraction": "1/3"}]},
            "A way to call in needs a number or a fraction of the committee, not both.",
        ),
        (
            {"signatories": [{"members": ["public"], "fraction": "1/3"}]},
            "Only members of the scrutiny committee can be counted as a fraction of it.",
        ),
        (
            {"signatories": [{"members": ["committee_members"], "fraction": "4/3"}]},
            'The "fraction" must be a fraction such as "1/3", not "4/3".',
        ),
        (
            {"signatories": [{"members": ["committee_members"], "fraction": "1/0"}]},
            'The "fraction" must be a fraction such as "1/3", not "1/0".',
        ),
        (
            {"signatories": [{"members": ["committee"], "number": 3}]},
            "The committee as a body is one way to call in: it takes no number and no others.",
        ),
        (
            {"signatories": [{"members": ["committee_chair"], "number": 2}]},
            "A committee has one chair, so the chair alone is one person.",
        ),
        (
            {"signatories": [FIVE | {"number": 1, "cross_party": True}]},
            "One person cannot be from more than one political group.",
        ),
        ({"grounds": [{"text": " "}]}, 'The "text" must be words, at most 300 characters'),
        ({"grounds": [{"text": "x" * (LONGEST_TEXT + 1)}]}, 'The "text" must be words, at most'),
        ({"grounds": ["Budget"]}, "A ground is a JSON object with the keys text and agreed_by."),
        (
            {"ground_required": True},
            "One of the grounds can be required only where grounds are named.",
        ),
        ({"reasons_required": "yes"}, 'The "reasons_required" must be true or false'),
        ({"alternative": True}, '"required" or "required_not_deferral", not true.'),
        ({"validators": ["a", "a"]}, 'The "validators" names the same thing twice.'),
        ({"hearing_within": 15}, "A period is a JSON object with the keys unit and count."),
        (
            {"hearing_within": {"unit": "days", "count": 1}},
            '"calendar_days" or "months", not "days".',
        ),
        ({"hearing_within": {"unit": "months"}}, 'A period needs its "count".'),
        ({"reconsiderations": True}, 'The "reconsiderations" must be a whole number, not true.'),
        ({"urgency": {"needed": "all"}}, 'Urgency needs its "agreed_by".'),
        ({"eligible": "some"}, 'or "not_officer", not "some".'),
        ({"joint": "perhaps"}, 'The "joint" must be "each", "affected" or "none"'),
    ],
)
def test_nonsense_is_refused_in_one_sentence(stored, sentence):
    with pytest.raises(Refused) as refused:
        Conduct.of(stored)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ({"signatories": [FIVE]}, "Any 5 councillors outside the executive."),
        (
            {"signatories": [FIVE | {"cross_party": True}]},
            "Any 5 councillors outside the executive, from more than one political group.",
        ),
        (
            {"signatories": [{"members": ["councillors"], "number": 1}]},
            "Any one councillor.",
        ),
        (
            {"signatories": [{"members": ["co_optees"], "yearly_limit": 5}]},
            "A number, not known, of co-opted members, each signing at most 5 requests a year.",
        ),
        (
            {"signatories": [{"members": ["public"], "number": 100}]},
            "Any 100 members of the public.",
        ),
        (
            {"signatories": [{"members": ["committee_members"], "fraction": "1/3"}]},
            "One third of the scrutiny committee's members.",
        ),
        (
            {"signatories": [FIVE, {"members": ["committee_chair"]}]},
            "Or the chair of the scrutiny committee alone.",
        ),
        (
            {"urgency": {"agreed_by": ["the Chair", "the Leader"]}},
            "An urgent decision is exempt if the Chair and the Leader agree.",
        ),
        (
            {"urgency": {"agreed_by": ["the Chair", "the Leader"], "needed": "any"}},
            "An urgent decision is exempt if the Chair or the Leader agrees.",
        ),
        (
            {"hearing_within": "next_meeting"},
            "It is heard at the committee's next available meeting.",
        ),
        ({"reconsiderations": 1}, "A decision can be sent back once only."),
        (
            {"repeat_after_months": 6},
            "The same decision cannot be called in again within 6 months.",
        ),
        ({"recommendations": True}, "A recommendation to council can be called in."),
        (
            {"grounds": [{"text": "Ignored matters", "agreed_by": "The Chief Executive"}]},
            "Grounds: Ignored matters (the Chief Executive must agree).",
        ),
    ],
)  # fmt: skip
def test_a_member_reads_a_whole_sentence(stored, said):
    assert said in Conduct.of(stored).in_words()


@given(st.sets(st.sampled_from(sorted(FULL))))
def test_any_part_of_a_conduct_is_a_conduct_that_says_itself_in_sentences(kept):
    stored = {key: FULL[key] for key in kept if key != "ground_required" or "grounds" in kept}
    conduct = Conduct.of(stored)
    assert conduct.as_json() == stored
    assert all(s.endswith(".") and s[0].isupper() and "None" not in s for s in conduct.in_words())
