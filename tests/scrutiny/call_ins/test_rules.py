"""Who may sign under which rule, and how many more are needed: every rule that was found."""

from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from governance.call_in_windows.conduct import Conduct
from scrutiny.call_ins.rules import (
    Facts,
    Signer,
    counts_for,
    enough,
    may_hand_in,
    may_sign,
    needs,
    on_paper,
    signed_here,
)

EXAMPLES = Path(__file__).parents[3] / "examples" / "05-call-in-rules-of-councils.yaml"
FOUND = {
    row["slug"]: Conduct.of(row.get("conduct", {}))
    for row in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
}
BACKBENCHER = Facts(on_committee=False, chairs_committee=False)
ON_COMMITTEE = Facts(on_committee=True, chairs_committee=False)
CHAIR = Facts(on_committee=True, chairs_committee=True)
CO_OPTED = Facts(is_co_opted=True, on_committee=False, chairs_committee=False)
EXECUTIVE = Facts(on_executive=True)
# Each rule: the ways for which a back-bencher, a member of the committee, its chair and a co-opted
# member count; and what is said when nobody has signed.
ANY = (1,)
HANDED_IN = "Such a request is handed to democratic services."
ANOTHER = "1 more is needed, and it must be from another political group."
NOT_KNOWN = "No signatures yet. How many are needed is not known."
RULES = {
    "boston": (ANY, ANY, ANY, None, ["0 of 1 signature; 1 more is needed."]),
    "south-holland": (ANY, ANY, ANY, None, [NOT_KNOWN]),
    "stevenage": (None, None, None, None, []),
    "east-lindsey": ((), (), (), (), [NOT_KNOWN]),
    "east-herts": ((), (), (), (), [NOT_KNOWN]),
    "west-lancashire": (ANY, ANY, ANY, None, ["0 of 5 signatures; 5 more are needed."]),
    "east-sussex": (
        None, ANY, ANY, None, [NOT_KNOWN],
    ),
    "gloucestershire": (ANY, ANY, ANY, None, ["0 of 5 signatures; 5 more are needed."]),
    "wiltshire": (ANY, ANY, ANY, None, ["0 of 10 signatures; 10 more are needed."]),
    "salford": (
        (3,), (2, 3), (1, 2, 3), None,
        ["0 of 1 signature; 1 more is needed.", "0 of 2 signatures; 2 more are needed.",
         "0 of 3 signatures; 3 more are needed."],
    ),
    "salford-2014": (
        (2,), (1, 2), (1, 2), None,
        ["0 of 2 signatures; 2 more are needed.", "0 of 3 signatures; 3 more are needed."],
    ),
    "brent": (ANY, ANY, ANY, None, ["0 of 5 signatures; 5 more are needed."]),
    "southwark": (
        (1, 2), (1, 2), (1, 2), (2,),
        ["0 of 5 signatures; 5 more are needed."] * 2,
    ),
    "bath-and-north-east-somerset": (
        ANY, ANY, ANY, ANY, [NOT_KNOWN],
    ),
    "west-somerset": (ANY, ANY, ANY, None, ["0 of 5 signatures; 5 more are needed."]),
    "isle-of-wight-2005": (None, ANY, ANY, None, ["0 of 3 signatures; 3 more are needed."]),
    "exeter-2015": (None, ANY, ANY, None, ["0 of 4 signatures; 4 more are needed."]),
    "kingston-upon-thames": (None, None, None, None, []),
    "tendring": ((), (), (), (), [NOT_KNOWN]),
    "uttlesford": (None, None, None, None, []),
    "any-one-member": (ANY, ANY, ANY, None, ["0 of 1 signature; 1 more is needed."]),
    "london-borough-2013": (ANY, ANY, ANY, None, ["0 of 1 signature; 1 more is needed."]),
}  # fmt: skip


def test_every_rule_that_was_found_is_in_the_table():
    assert set(RULES) == set(FOUND)


@pytest.mark.parametrize("slug", RULES)
def test_who_may_sign_and_how_many_are_needed(slug):
    conduct, (*expected, said) = FOUND[slug], RULES[slug]
    answers = [may_sign(conduct, one) for one in (BACKBENCHER, ON_COMMITTEE, CHAIR, CO_OPTED)]
    assert [answer.ways if answer.may else None for answer in answers] == expected
    assert all(answer.may or answer.why for answer in answers)
    assert [need.says for need in needs(conduct, [], committee_size=11)] == said


@pytest.mark.parametrize("slug", RULES)
def test_nobody_on_the_executive_signs_nor_anybody_of_elsewhere_nor_twice(slug):
    conduct = FOUND[slug]
    assert may_sign(conduct, EXECUTIVE).why.startswith("You sit on the executive")
    assert may_sign(conduct, Facts(is_member=False)).why.startswith("Only members of the council")
    assert not may_sign(conduct, CHAIR, has_signed=True).may


@pytest.mark.parametrize(
    ("slug", "says"),
    [
        ("kingston-upon-thames", f"Any 100 members of the public can call in here. {HANDED_IN}"),
        ("uttlesford", f"The scrutiny committee itself can call in here. {HANDED_IN}"),
        ("boston", ""),
    ],
)  # fmt: skip
def test_what_is_not_signed_here_is_handed_to_democratic_services(slug, says):
    assert on_paper(FOUND[slug]) == says
    assert signed_here(FOUND[slug]) == (not says)


def of(*ways):
    return Conduct.of({"signatories": list(ways)})


FIVE_OF_TWO_GROUPS = {"members": ["non_executive"], "number": 5, "cross_party": True}


@pytest.mark.parametrize(
    ("groups", "says", "is_met"),
    [
        ("A", "1 of 5 signatures; 4 more are needed, one of them from another political group.", 0),
        ("AAAA", f"4 of 5 signatures; {ANOTHER}", 0),
        ("AAAAA", f"5 of 5 signatures; {ANOTHER}", 0),
        ("AAAAB", "5 of 5 signatures.", 1),
        ("AB", "2 of 5 signatures; 3 more are needed.", 0),
        ("AAAA ", "5 of 5 signatures.", 1),
    ],
)  # fmt: skip
def test_signatures_from_more_than_one_group(groups, says, is_met):
    signers = [Signer((1,), group.strip()) for group in groups]
    (need,) = needs(of(FIVE_OF_TWO_GROUPS), signers)
    assert (need.says, need.is_met) == (says, bool(is_met))
    # A group that nobody recorded stops nobody: it is left to the officer.
    assert bool(need.left_open) == (" " in groups)


@pytest.mark.parametrize(
    ("size", "more"), [(None, None), (3, 1), (9, 3), (10, 4), (11, 4), (12, 4), (13, 5)]
)
def test_a_fraction_of_the_committee_is_rounded_up(size, more):
    (need,) = needs(of({"members": ["committee_members"], "fraction": "1/3"}), [], size)
    assert need.more == more


def test_where_the_scrutiny_committee_is_not_recorded_it_is_left_open():
    conduct = of({"members": ["committee_members"], "number": 2})
    answer = may_sign(conduct, Facts())
    assert answer.may
    assert answer.left_open == (
        "The record does not say which body is the scrutiny committee here.",
    )


def test_a_yearly_limit_is_reached_by_the_requests_of_a_year():
    way = {"members": ["councillors"], "number": 2, "yearly_limit": 5}
    assert may_sign(of(way), Facts(requests_this_year=4)).may
    assert may_sign(of(way), Facts(requests_this_year=5)).why == (
        "You have signed 5 requests in the last twelve months, and the rule allows 5 a year."
    )


def test_a_way_for_some_matters_counts_and_is_left_open():
    way = {"members": ["co_optees"], "number": 1, "matters": "education decisions"}
    answer = may_sign(of(way), CO_OPTED)
    assert answer.left_open == (
        "This way is for education decisions only: whether this is one is left open.",
    )


def test_it_is_handed_in_only_where_the_number_is_not_known():
    signers = [Signer((1,))]
    assert may_hand_in(needs(of({"members": ["councillors"]}), signers))
    assert not may_hand_in(needs(of({"members": ["councillors"]}), []))
    assert not may_hand_in(needs(of({"members": ["councillors"], "number": 2}), signers))


members = st.lists(
    st.sampled_from(["councillors", "non_executive", "committee_members", "co_optees"]),
    min_size=1, unique=True,
)  # fmt: skip
ways = st.builds(
    lambda who, number, cross: {"members": who, "number": number, "cross_party": cross},
    members, st.integers(2, 6), st.booleans(),
)  # fmt: skip
facts = st.builds(
    Facts, on_committee=st.sampled_from([True, False, None]),
    chairs_committee=st.sampled_from([True, False, None]), is_co_opted=st.booleans(),
    political_group=st.sampled_from(["", "A", "B"]),
)  # fmt: skip


@given(st.lists(ways, min_size=1, max_size=3), st.lists(facts, max_size=8))
def test_one_more_signature_never_takes_it_further_away(rule, people):
    conduct, signers, before = of(*rule), [], None
    for person in people:
        answer = may_sign(conduct, person)
        if not answer.may:
            continue
        signers.append(Signer(answer.ways, person.political_group))
        found = needs(conduct, signers)
        if before is not None and enough(before):
            assert enough(found)
        before = found


@given(st.lists(ways, min_size=1, max_size=3), facts)
def test_who_may_sign_counts_for_a_way_and_who_may_not_is_told_why(rule, person):
    conduct = of(*rule)
    answer = may_sign(conduct, person)
    counted = [counts_for(way, person)[0] for way in conduct.signatories]
    assert answer.may == any(one is not False for one in counted)
    assert bool(answer.why) != answer.may


@pytest.mark.parametrize(("signed", "target"), list(product(range(7), [2, 5])))
def test_it_is_enough_at_the_number_and_not_one_before(signed, target):
    conduct = of({"members": ["councillors"], "number": target})
    found = needs(conduct, [Signer((1,))] * signed)
    assert bool(enough(found)) == (signed >= target)
