"""The rules of real councils in the example records give the dates that real records print."""

from datetime import date

import pytest

from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.page import example_of, facts_of
from governance.models import CallInRule, RuleSet
from tests.governance.call_in_windows.vectors import call_in_vectors

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
COUNCILS = {
    "Boston": "boston",
    "Stevenage": "stevenage",
    "Salford": "salford",
    "Tendring": "tendring",
    "East Sussex": "east-sussex",
    "West Lancashire": "west-lancashire",
    "Brent": "brent",
}
NEVER_TRUE = {"wd_incl_pub"}  # the negative control: what Boston did not print
REAL = [
    (name, row)
    for row in call_in_vectors()
    for name in COUNCILS
    if name in row["note"] and row["rule"] not in NEVER_TRUE
]


def test_every_council_whose_rule_was_looked_for_is_there():
    assert RuleSet.objects.count() == 22
    assert set(RuleSet.objects.values_list("slug", flat=True)) >= set(COUNCILS.values())


def test_every_rule_is_understood_and_says_itself_in_sentences():
    for one in RuleSet.objects.all():
        conduct = Conduct.of(one.conduct)
        assert Conduct.of(conduct.as_json()) == conduct
        for topic, said in facts_of(one):
            assert said, f"{one}: {topic}"
            assert all(sentence.endswith(".") for sentence in said)


def test_a_window_that_was_not_found_is_said_to_be_unknown_and_not_counted():
    unknown = RuleSet.objects.filter(terms__isnull=True)
    assert {one.slug for one in unknown} == {
        *("south-holland", "east-lindsey", "east-herts", "southwark")
    }
    for one in unknown:
        assert facts_of(one)[0][1] == ["It is not known how long the window is, or when it closes."]
        assert example_of(one) is None
        assert one.what_is_unknown


@pytest.mark.parametrize(
    ("name", "row"), [pytest.param(n, r, id=f"{n}-{r['publication_date']}") for n, r in REAL]
)
def test_a_real_councils_rule_gives_the_date_its_record_prints(name, row):
    rule = RuleSet.objects.get(slug=COUNCILS[name])
    published_on = date.fromisoformat(row["publication_date"])
    example = example_of(rule, published_on=published_on, made_on=published_on)
    assert example.window.deadline == date.fromisoformat(row["deadline"])


def test_there_are_real_records_to_compare_with():
    assert len({name for name, _ in REAL}) == len(COUNCILS)
    assert len(REAL) >= 9


@pytest.mark.parametrize("slug", ["boston", "stevenage"])
def test_the_demos_councils_count_as_what_was_found_of_them(slug):
    rule = CallInRule.objects.get(council__slug=slug)
    assert not rule.is_illustrative
    assert rule.terms == RuleSet.objects.get(slug=slug).terms
