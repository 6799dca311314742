"""What a member reads of call-in rules."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.councils import a_council, a_council_with_a_rule, a_rule, a_rule_set
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def page_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return text_of(parsed(answer.text))


def test_a_councils_rule_is_public_in_words_with_its_source(client):
    council = a_council_with_a_rule("Barton")
    said = page_of(client, f"/call-in-rules/{council.slug}/")
    assert "Five working days after the day of publication." in said
    assert "It is not known who may call in." in said
    assert "Constitution, part 4" in said
    assert "call-in closes at the end of Friday 21 April 2023" in said


def test_an_illustrative_rule_says_so(client):
    council = a_council()
    a_rule(council, is_illustrative=True)
    assert "This rule is illustrative" in page_of(client, f"/call-in-rules/{council.slug}/")
    assert "(illustrative)" in page_of(client, "/call-in-rules/")


def test_every_version_stays_to_be_read_with_its_dates(client):
    council = a_council()
    a_rule(council, {"unit": "working_days", "count": 3}, to_on=date(2024, 3, 31))
    a_rule(council, version=2, from_on=date(2024, 4, 1))
    said = page_of(client, f"/call-in-rules/{council.slug}/")
    assert "Version 2, in force from Monday 1 April 2024" in said
    assert "Version 1, until Sunday 31 March 2024" in said
    assert "Three working days after the day of publication." in said


def test_a_rule_of_a_day_to_come_is_not_in_force_yet(client):
    council = a_council()
    a_rule(council, from_on=TODAY + timedelta(days=1))
    assert "No rule is in force today" in page_of(client, f"/call-in-rules/{council.slug}/")
    assert "No rule is in force" in page_of(client, "/call-in-rules/")


def test_a_rule_that_counts_from_the_decision_shows_the_decision_as_its_start(client):
    rule = a_rule_set({"unit": "calendar_days", "count": 5}, conduct={"clock_start": "decision"})
    said = page_of(client, f"/call-in-rules/real-councils/{rule.slug}/")
    assert "5 calendar days after the day of the decision." in said.replace("Five", "5")
    assert "call-in closes at the end of Monday 17 April 2023" in said
    assert "Day of the decision" in said


def test_the_lists_can_be_taken_away(client):
    council, rule = a_council_with_a_rule("Barton"), a_rule_set(None, what_is_unknown="All of it")
    rules = client.get("/call-in-rules/?format=csv").text
    assert f'{council.name},1,,,"Five working days after' in rules
    sets = client.get("/call-in-rules/real-councils/?format=csv").text
    assert f'{rule.name},"It is not known how long the window is, or when it closes."' in sets


def test_an_empty_list_says_what_would_fill_it(client):
    assert "None has been loaded." in page_of(client, "/call-in-rules/real-councils/")
    assert "No council has been entered yet." in page_of(client, "/call-in-rules/")
