"""The register: what each council runs, until when, by when to decide, and who sees what of it."""

import csv
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.calendar.rules import months_from
from roadmap.contracts.duties import lead_of
from roadmap.contracts.standing import standing_of
from roadmap.models import SystemUse
from roadmap.systems.page import register, verdict, wanted
from roadmap.systems.timeline import timeline
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision
from tests.factories.people import a_person_with_role, made
from tests.factories.roadmap_systems import a_contract, a_function, a_system, an_extension

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
ROLLING = {"renewal": "tacit", "roll_months": 12, "notice_unit": "months", "starts_on": None}


@pytest.fixture
def lincolnshire():
    """The page as it was drawn: online forms of three councils on Monday 3 June 2024."""
    councils = [a_council(name) for name in ("Boston", "East Lindsey", "South Holland")]
    partnership = a_partnership(*councils)
    forms = a_function(partnership, name="Online forms", lead_months=1)
    boston, lindsey, holland = councils
    for council, name, ends_on, more in (
        (boston, "Own forms", date(2024, 11, 30), {}),
        (lindsey, "Goss iCM", date(2026, 5, 31), {"can_be_joined": True}),
        (holland, "Other forms", date(2025, 1, 31), {}),
    ):
        system = a_system(partnership, council, function=forms, name=name)
        a_contract(system, council, ends_on=ends_on, notice_count=3, **ROLLING | more)
    return partnership


def rows(partnership, user=None, today=TODAY):
    return register(partnership, user, today)


def page(client, partnership, **asked):
    return client.get(reverse("systems:register", args=[partnership.slug]), asked)


def cells(client, partnership, **asked):
    answer = page(client, partnership, format="csv", **asked)
    return list(csv.DictReader(answer.text.splitlines()))


def test_the_verdict_names_the_next_decision_who_must_act_and_what_is_then_possible(lincolnshire):
    found = verdict(rows(lincolnshire))
    assert found.say == "Next: online forms, by Wednesday 31 July 2024"
    assert found.words == "1 decision is due within 3 months"
    assert found.more == (
        "Boston must give notice by 31 August 2024 and South Holland must give notice by 31 October"
        " 2024. Decided in time, all can move to Goss iCM together."
    )


def test_a_row_says_until_when_and_how_long_is_left(lincolnshire):
    (row,) = rows(lincolnshire)
    boston = row.entries[0].standing
    assert (boston.ends_words, boston.notice_words) == ("ends 30 Nov 2024", "notice by 31 Aug 2024")
    assert (row.decide_by, row.left) == (date(2024, 7, 31), "8 weeks left")
    assert (row.alignment.says, row.alignment.why) == (
        "Yes, on Goss iCM", "East Lindsey’s contract can be joined.",
    )  # fmt: skip


def test_what_is_overdue_comes_before_everything_and_says_by_how_much(lincolnshire):
    found = rows(lincolnshire, today=date(2024, 8, 3))
    assert found[0].left == "overdue by 3 days"
    assert verdict(found).say == "Overdue: online forms, was due by Wednesday 31 July 2024"
    assert verdict(found).shape == "bad"


def test_an_empty_register_says_what_would_fill_it(client):
    partnership = a_partnership(a_council())
    assert verdict(rows(partnership)).say == "No system is recorded yet"
    assert "A row appears here for each" in page(client, partnership).text


def test_what_was_decided_waits_no_more(lincolnshire):

    (row,) = rows(lincolnshire)
    for entry in row.entries:
        contract = entry.standing.contract
        contract.replaced_by, contract.decided_for = a_decision(), entry.standing.dates.can_end_on
    assert (row.decide_by, row.is_decided) == (None, True)
    assert verdict([row]).say == "No decision about a contract is waiting"


def test_what_is_left_out_of_removal_sets_no_day_to_decide_by(lincolnshire):
    (row,) = rows(lincolnshire)
    row.entries[0].system.recent_investment = "Bought last year."
    assert row.decide_by == date(2024, 9, 30)


def test_a_contract_covers_the_councils_that_joined_it():
    first, other = a_council("First"), a_council("Other")
    partnership = a_partnership(first, other)
    system = a_system(partnership, first, other)
    a_contract(system, first, covers=[other], ends_on=date(2026, 3, 31))
    (row,) = rows(partnership)
    assert [e.standing.dates.term_end for e in row.entries] == [date(2026, 3, 31)] * 2
    assert row.alignment.says == "Already one"


def test_a_system_without_a_contract_is_found_without_one_and_a_lapsed_one_stands_out(client):
    council = a_council("Boston")
    partnership = a_partnership(council)
    a_system(partnership, council, name="Nothing bought")
    lapsed = a_system(partnership, council, name="Long gone")
    a_contract(
        lapsed, council, ends_on=date(2020, 3, 31), starts_on=None, renewal="none", roll_months=None
    )
    found = a_system(partnership, council, name="Found")
    a_contract(found, council, is_unapproved=True)
    text = page(client, partnership).text
    for words in ("No contract found", "Lapsed", "Unapproved", "ended 31 Mar 2020"):
        assert words in text


def test_filters_are_in_the_address_and_a_strange_one_finds_nothing(client, lincolnshire):
    quiet = a_function(lincolnshire, name="Quiet")
    found = rows(lincolnshire)
    assert [r.function.name for r in wanted(found, "", "", "attention")] == ["Online forms"]
    assert [r.function.name for r in wanted(found, str(quiet.pk), "", "")] == ["Quiet"]
    assert wanted(found, "", "nowhere", "") == []
    asked = {"function": "9" * 400, "council": "x' or 1", "show": "x", "years": "9" * 400}
    answer = page(client, lincolnshire, **asked)
    assert answer.status_code == 200
    assert "Nothing in the register answers to this" in answer.text


def test_the_table_is_downloaded_with_the_same_filters_and_harmless_cells(client):
    council = a_council("Boston")
    partnership = a_partnership(council)
    a_contract(a_system(partnership, council, name="=1+1"), council, reference="B-1")
    (row,) = cells(client, partnership)
    assert (row["System"], row["Reference"], row["Council"]) == ("'=1+1", "B-1", "Boston Council")
    assert cells(client, partnership, council="elsewhere") == []


# --- Who sees what ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "of", "sees"),
    [
        (None, "", False),
        ("member", "council", False),
        ("administrator", "council", False),
        ("officer", "council", True),
        ("democratic_services", "other", True),
        ("partnership_officer", "partnership", True),
        ("officer", "elsewhere", False),
    ],
)
def test_a_draft_leaves_no_trace_for_those_who_may_not_read_it(kind, of, sees):
    council, other, elsewhere = a_council(), a_council(), a_council()
    partnership = a_partnership(council, other)
    a_partnership(elsewhere)
    system = a_system(partnership, council)
    a_contract(system, council, is_published=False, ends_on=date(2025, 3, 31))
    a_contract(
        a_system(partnership, council, is_published=False), council, ends_on=date(2024, 12, 31)
    )
    where = {"council": council, "other": other, "partnership": partnership, "elsewhere": elsewhere}
    user = a_person_with_role(kind, where[of]) if kind else None
    entries = [entry for row in rows(partnership, user) for entry in row.entries]
    assert len(entries) == (2 if sees else 1)
    assert any(entry.decide_by for entry in entries) is sees
    waits = [row.decide_by for row in rows(partnership, user) if row.decide_by]
    assert bool(waits) is sees


# --- The drawing ----------------------------------------------------------------------------------


def test_the_drawing_has_the_soonest_decision_first_and_says_what_lies_beyond(lincolnshire):
    found = timeline(rows(lincolnshire), TODAY, 1)
    assert [line.letters for line in found.rows[0].lines] == ["B", "S"]
    assert "Boston ends 30 Nov 2024, notice by 31 Aug 2024" in found.rows[0].words
    assert [line.letters for line in timeline(rows(lincolnshire), TODAY, 2).rows[0].lines] == [
        "B", "S", "E",
    ]  # fmt: skip


def test_councils_under_one_contract_share_a_line_and_letters_tell_alike_names_apart():
    names = ("Stevenage", "South Holland")
    councils = [a_council(name) for name in names]
    partnership = a_partnership(*councils)
    system = a_system(partnership, *councils)
    a_contract(system, councils[0], covers=councils[1:], ends_on=date(2025, 3, 31))
    (drawn,) = timeline(rows(partnership), TODAY, 1).rows
    (line,) = drawn.lines
    assert set(line.letters.split(", ")) == {"So", "St"}


def test_the_mark_of_the_decision_does_not_hide_another(lincolnshire):
    (row,) = rows(lincolnshire)
    for entry in row.entries:
        entry.standing.dates.decide_by = entry.standing.dates.notice_by
    (drawn,) = timeline([row], TODAY, 1).rows
    assert drawn.needs_a_lane
    assert drawn.diamond_y > max(line.y for line in drawn.lines)


@pytest.mark.parametrize("years", [1, 2, 5])
def test_a_mark_is_never_drawn_outside_the_picture(lincolnshire, years):
    for one in timeline(rows(lincolnshire), TODAY, years).rows:
        for line in one.lines:
            assert 0 <= line.from_x <= line.end_x <= 640


# --- Cost -----------------------------------------------------------------------------------------


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_register_costs_as_many_queries_for_a_hundred_systems_as_for_one(client):
    council = a_council("Boston")
    partnership = a_partnership(council)
    function = a_function(partnership)
    officer = a_person_with_role("partnership_officer", partnership)
    client.force_login(officer)
    address = reverse("systems:register", args=[partnership.slug])
    found, made = [], 0
    for size in (1, 10, 100):
        while made < size:
            made += 1
            ends = timezone.localdate() + timedelta(days=30 + made)
            contract = a_contract(
                a_system(partnership, council, function=function), council, ends_on=ends,
                starts_on=None,
            )  # fmt: skip
            if made <= 10:
                an_extension(contract, take_up_by=months_from(ends, -1))
        found.append([queries(client, address), queries(client, f"{address}?format=csv")])
    assert found[0] == found[1] == found[2]


def test_a_contract_has_one_day_to_decide_by_in_every_row():
    council = a_council("Boston")
    partnership = a_partnership(council)
    system = a_system(partnership, council, function=a_function(partnership, lead_months=1))
    contract = a_contract(system, council, ends_on=date(2026, 3, 31))
    longer = a_function(partnership, lead_months=9)
    made(SystemUse(system=system, council=council, function=longer))
    first, second = rows(partnership)
    assert first.decide_by == second.decide_by
    assert first.decide_by == standing_of(contract, TODAY, lead_of(system)).decide_by
