"""A table brought back from a spreadsheet: what it would do, and that it does all or nothing."""

from datetime import date

import pytest

from governance.errors import Refused
from governance.history.actions import revision_of, write
from roadmap.bulk.actions import undo
from roadmap.exchange import reading
from roadmap.exchange.actions import NotAsSeen, apply
from roadmap.exchange.reading import Planner
from roadmap.exchange.rules import NAMES, NEEDED
from roadmap.exchange.table import rows_of
from roadmap.items.models import Item, Rollout
from roadmap.items.row_actions import Change
from roadmap.partnerships.finding import MEMBERS
from roadmap.spreadsheets.reading import Line, Sheet, read
from roadmap.spreadsheets.writing import as_xlsx
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_items import a_gate, a_rollout, a_theme, an_item
from tests.factories.roadmap_tables import a_pending_import

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)


@pytest.fixture
def world():
    boston, lindsey = a_council("Boston"), a_council("East Lindsey")
    partnership = a_partnership(boston, lindsey)
    goss = an_item(
        partnership, title="Online forms on Goss", theme=a_theme(partnership, name="Staff")
    )
    a_theme(partnership, name="Other")
    own = a_rollout(goss, boston, status="green", owner="Head of ICT")
    other = a_rollout(goss, lindsey, status="amber", sentence="Waiting for volumes")
    return {
        "partnership": type(partnership).objects.prefetch_related(MEMBERS).get(pk=partnership.pk),
        "goss": goss, "own": own, "other": other, "boston": boston, "lindsey": lindsey,
        "officer": a_person_with_role("officer", boston),
        "partnership officer": a_person_with_role("partnership_officer", partnership),
    }  # fmt: skip


def table_of(world):
    """The table as it is downloaded, one dictionary a line."""
    rows = rows_of(Rollout.objects.visible_to(world["officer"]).with_names().in_order())
    data = as_xlsx("a.xlsx", NAMES, rows).content
    return [dict(line.cells) for line in read("a.xlsx", data, columns=NAMES, needed=NEEDED).lines]


def sheet_of(lines):
    numbered = [Line(number, cells) for number, cells in enumerate(lines, start=2)]
    return Sheet(list(NAMES), numbered)


def plan_of(world, lines, who="officer"):
    return Planner(world["partnership"], world[who], TODAY).plan(sheet_of(lines))


def imported(world, lines, who="officer", seen=None):
    sheet = sheet_of(lines)
    table = {"headings": sheet.headings, "lines": [[x.number, x.cells] for x in sheet.lines]}
    pending = a_pending_import(world["partnership"], world[who], table=table)
    pending.partnership = world["partnership"]
    fingerprint = plan_of(world, lines, who).fingerprint if seen is None else seen
    return apply(pending, seen=fingerprint, by=world[who], today=TODAY)


def told(plan):
    return [(problem.line, problem.column, problem.says) for problem in plan.problems]


def test_a_round_trip_changes_nothing(world):
    plan = plan_of(world, table_of(world))
    assert (plan.changed, plan.added, plan.problems, plan.unchanged) == ([], [], [], 2)


def test_a_changed_cell_is_one_change(world):
    lines = table_of(world)
    lines[0] |= {"Forecast end": "15/11/2024", "Status": "at risk", "Why": "Volumes are late"}
    (changed,) = plan_of(world, lines).changed
    assert changed.told == [
        ("Status", "On track", "At risk"), ("Why", "nothing", "Volumes are late"),
        ("Forecast end", "nothing", "Fri 15 Nov 2024"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("Forecast end", "31/02/2024", "29 days"),
        ("Forecast end", "soon", "This is not a date"),
        ("Status", "purple", "This is no status. Write On track, At risk, Off track, Complete or"),
        ("Status", "", "This must not be empty"),
        ("Why", "x" * 301, "longer than 300 characters"),
        ("Started", "2024-06-04", "is still to come"),
        ("Planned end", "2023-01-01", "partnership officers"),
        ("Ended", "2024-06-01", "choose Complete"),
        ("Row", "999999", "There is no such row"),
        ("Row", "x", "There is no such row"),
        ("Item", "Something else", "Change that on its own page"),
        ("Council", "East Lindsey", "Change that on its own page"),
    ],
)
def test_one_bad_cell_is_named_by_line_and_column(world, column, cell, says):
    lines = table_of(world)
    lines[0][column] = cell
    found = told(plan_of(world, lines))
    assert [(line, name) for line, name, _ in found] == [(2, column)]
    assert says in found[0][2]


def test_nothing_is_written_while_one_cell_is_wrong(world):
    lines = table_of(world)
    lines[0]["Why"] = "Volumes are late"
    lines[1]["Status"] = "purple"
    with pytest.raises(NotAsSeen, match="something is wrong with the lines below"):
        imported(world, lines, "partnership officer")
    assert Rollout.objects.get(pk=world["own"].pk).sentence == ""


def test_an_officer_changes_the_rows_of_their_own_council_alone(world):
    lines = table_of(world)
    lines[1]["Why"] = "We think otherwise"
    (problem,) = told(plan_of(world, lines))
    assert problem[:2] == (3, "Council")
    assert "East Lindsey’s rollouts are changed by officers of East Lindsey" in problem[2]


def test_what_others_changed_since_the_download_is_kept(world):
    lines = table_of(world)
    world["own"].owner = "Somebody new"
    write(world["own"], by=the_clerk(), because="Handed over")
    lines[0]["Why"] = "Volumes are late"
    imported(world, lines)
    row = Rollout.objects.get(pk=world["own"].pk)
    assert (row.owner, row.sentence) == ("Somebody new", "Volumes are late")


def test_a_cell_that_both_changed_is_a_problem(world):
    lines = table_of(world)
    world["own"].owner = "Somebody new"
    write(world["own"], by=the_clerk(), because="Handed over")
    lines[0]["Owner"] = "Somebody else"
    (problem,) = told(plan_of(world, lines))
    assert problem[1] == "Owner"
    assert "Somebody else changed this to Somebody new since the file was downloaded" in problem[2]


def test_the_same_row_twice_is_a_problem(world):
    lines = table_of(world)
    assert told(plan_of(world, [lines[0], lines[0]])) == [
        (3, "", "It is about the same as line 2.")
    ]


def test_a_line_without_a_row_adds_a_rollout_and_a_new_title_adds_an_item_as_a_draft(world):
    lines = [
        {"Row": "", "Item": "Online forms on Goss", "Council": "Boston", "Phase": "2"},
        {"Row": "", "Item": "Microsoft 365", "Council": "boston", "Theme": "staff",
         "Status": "On track", "Planned end": "30 June 2024"},
        {"Row": "", "Item": "microsoft 365", "Council": "All councils", "Status": "Not started"},
    ]  # fmt: skip
    imported(world, lines, "partnership officer")
    new = Item.objects.get(title="Microsoft 365")
    assert (new.is_published, new.slug, new.theme.name) == (False, "microsoft-365", "Staff")
    places = [(row.council, row.planned_end) for row in new.rollouts.order_by("pk")]
    assert places == [(world["boston"], date(2024, 6, 30)), (None, None)]
    assert world["goss"].rollouts.filter(phase=2, council=world["boston"]).exists()


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"Council": "Boston"}, "Council", "on the roadmap already"),
        ({"Council": "Grimsby"}, "Council", "no council of the partnership"),
        ({"Council": "Boston", "Item": ""}, "Item", "Give the title"),
        ({"Council": "Boston", "Item": "New", "Theme": "Robots"}, "Theme", "no such theme"),
        ({"Council": "Boston", "Phase": "2", "Theme": "Other"}, "Theme", "has another theme"),
        ({"Council": "Boston", "Item": "New", "Phase": "0"}, "Phase", "whole number from 1 to 99"),
        ({"Council": "Boston", "Item": "New", "Started": "2024-05-01"}, "Started", "another"),
    ],
)  # fmt: skip
def test_an_addition_that_cannot_be_is_told_by_its_cell(world, cells, column, says):
    lines = [{"Row": "", "Item": "Online forms on Goss"} | cells]
    (problem,) = told(plan_of(world, lines, "partnership officer"))
    assert problem[1] == column
    assert says in problem[2]


def test_an_officer_of_a_council_adds_nothing(world):
    lines = [{"Row": "", "Item": "New", "Council": "Boston"}]
    (problem,) = told(plan_of(world, lines))
    assert "A rollout is added by partnership officers" in problem[2]


def test_a_phase_does_not_start_by_import_before_its_gate_is_passed(world):
    a_gate(world["goss"])
    lines = [{"Row": "", "Item": "Online forms on Goss", "Council": "Boston", "Phase": "2",
              "Status": "On track"}]  # fmt: skip
    (problem,) = told(plan_of(world, lines, "partnership officer"))
    assert problem[1] == "Status"
    assert "Phase 2 may not start yet" in problem[2]
    with pytest.raises(NotAsSeen):
        imported(world, lines, "partnership officer")
    assert world["goss"].rollouts.count() == 2


def test_what_was_not_looked_at_is_not_imported(world):
    lines = table_of(world)
    lines[0]["Why"] = "Volumes are late"
    with pytest.raises(NotAsSeen, match="the roadmap was changed while you looked"):
        imported(world, lines, seen="another")


def test_a_table_that_changes_nothing_writes_nothing(world):
    before = revision_of(world["own"])
    with pytest.raises(Refused, match="changes nothing"):
        imported(world, table_of(world))
    assert revision_of(world["own"]) == before


def test_a_draft_is_neither_seen_nor_changed_by_its_number(world):
    hidden = a_rollout(an_item(a_partnership(a_council()), is_published=False))
    lines = table_of(world)
    lines[0]["Row"] = str(hidden.pk)
    assert "There is no such row" in told(plan_of(world, lines))[0][2]


def test_an_import_is_taken_back_whole(world):
    lines = table_of(world)
    lines[0]["Why"] = "Volumes are late"
    lines.append({"Row": "", "Item": "Microsoft 365", "Council": "Boston"})
    by = world["partnership officer"]
    number = imported(world, lines, "partnership officer")
    now = Rollout.history.filter(history_txid=number).latest("history_id").history_date
    assert undo(world["partnership"], number, Change(by, TODAY, because="Undone"), now) == 2
    assert Rollout.objects.get(pk=world["own"].pk).sentence == ""
    assert not Item.objects.filter(title="Microsoft 365").exists()


@pytest.mark.parametrize("many", [1, 30])
def test_a_plan_costs_as_many_queries_however_long_the_table(
    world, many, django_assert_num_queries
):
    for _ in range(many):
        a_rollout(an_item(world["partnership"]), world["boston"])
    lines = table_of(world)
    for line in lines:
        line["Why"] = "Volumes are late"
    world["officer"].__dict__.pop("_roles_today", None)
    with django_assert_num_queries(5):
        plan_of(world, lines)


def test_a_title_never_gets_the_address_of_another_page(world):
    imported(world, [{"Row": "", "Item": "New", "Council": "Boston"}], "partnership officer")
    assert Item.objects.get(title="New").slug != "new"


def test_what_would_be_added_is_told_with_all_that_the_line_says(world):
    line = {"Row": "", "Item": "New", "Council": "Boston", "Status": "On track", "Why": "Goes well"}
    (added,) = plan_of(world, [line], "partnership officer").added
    assert added.told == [("Status", "On track"), ("Why", "Goes well")]


def test_more_than_can_be_written_at_once_is_refused(world, monkeypatch):
    monkeypatch.setattr(reading, "MOST_WRITTEN", 1)
    lines = [{"Row": "", "Item": f"New {n}", "Council": "Boston"} for n in (1, 2)]
    assert "2 lines would be written" in told(plan_of(world, lines, "partnership officer"))[0][2]
