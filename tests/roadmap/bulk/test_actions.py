"""Several rollouts changed at once: all or none, and all of it taken back."""

from datetime import date, timedelta

import pytest

from governance.errors import Refused
from governance.history.actions import revision_of, write
from roadmap.bulk.actions import SomeRefused, apply, undo
from roadmap.bulk.rules import Dates, SetStatus, Shift
from roadmap.items.models import Rollout
from roadmap.items.row_actions import Change
from roadmap.items.rules import Status
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_items import a_gate, a_milestone, a_rollout, an_item

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
LATER = Shift(14, Dates.FORECAST)
AT_RISK = SetStatus(Status.AMBER, "The supplier is late")


@pytest.fixture
def world():
    boston, lindsey = a_council("Boston"), a_council("East Lindsey")
    partnership = a_partnership(boston, lindsey)
    items = [an_item(partnership), an_item(partnership)]
    return {
        "partnership": partnership,
        "mine": [a_rollout(item, boston) for item in items],
        "other": a_rollout(items[0], lindsey),
        "officer": a_person_with_role("officer", boston),
        "partnership officer": a_person_with_role("partnership_officer", partnership),
    }


def change_by(world, who="officer", because="Together"):
    return Change(world[who], TODAY, because=because)


def applied(world, rows, ask, who="officer"):
    chosen = {row.pk: revision_of(row) for row in rows}
    return apply(world["partnership"], chosen, ask, change_by(world, who))


def again(row):
    return Rollout.objects.get(pk=row.pk)


def moment_of(number):
    return Rollout.history.filter(history_txid=number).latest("history_id").history_date


def undone(world, number, who="officer", after=timedelta()):
    now = moment_of(number) + after
    return undo(world["partnership"], number, change_by(world, who, "Undone together"), now)


def test_every_chosen_rollout_gets_the_status_and_its_sentence(world):
    applied(world, world["mine"], AT_RISK)
    told = {(again(row).status, again(row).sentence) for row in world["mine"]}
    assert told == {("amber", "The supplier is late")}


def test_each_has_it_in_its_own_history_with_the_reason(world):
    applied(world, world["mine"], AT_RISK)
    newest = [again(row).history.latest() for row in world["mine"]]
    assert {row.history_change_reason for row in newest} == {"Together"}
    assert {row.history_user for row in newest} == {world["officer"]}


def test_one_that_is_another_councils_stops_all_and_says_whose_it_is(world):
    with pytest.raises(SomeRefused) as refused:
        applied(world, [*world["mine"], world["other"]], AT_RISK)
    assert list(refused.value.problems) == [world["other"].pk]
    assert "officers of East Lindsey" in refused.value.problems[world["other"].pk]
    assert again(world["mine"][0]).status == "not_started"


def test_what_was_planned_is_moved_by_partnership_officers_alone(world):
    ask = Shift(7, Dates.PLANNED)
    with pytest.raises(SomeRefused) as refused:
        applied(world, world["mine"], ask)
    assert "What was planned is moved by partnership officers" in str(refused.value.problems)
    applied(world, world["mine"], ask, "partnership officer")
    assert again(world["mine"][0]).planned_end == date(2024, 10, 7)


def test_one_that_moved_since_it_was_looked_at_stops_all(world):
    first, second = world["mine"]
    chosen = {row.pk: revision_of(row) for row in world["mine"]}
    first.owner = "Somebody new"
    write(first, by=the_clerk(), because="Handed over")
    with pytest.raises(SomeRefused) as refused:
        apply(world["partnership"], chosen, AT_RISK, change_by(world))
    assert (refused.value.problems, list(refused.value.moved)) == ({}, [first.pk])
    assert again(second).status == "not_started"


def test_a_phase_that_waits_for_its_gate_stops_all_and_names_the_body(world):
    gate = a_gate(world["mine"][0].item)
    waiting = a_rollout(world["mine"][0].item, world["mine"][0].council, phase=2)
    with pytest.raises(SomeRefused) as refused:
        applied(world, [world["mine"][1], waiting], AT_RISK)
    assert gate.body.name.removeprefix("The ") in refused.value.problems[waiting.pk]
    assert again(world["mine"][1]).status == "not_started"


def test_one_that_is_no_longer_there_stops_all(world):
    chosen = {world["mine"][0].pk: revision_of(world["mine"][0]), 999_999: 1}
    with pytest.raises(SomeRefused) as refused:
        apply(world["partnership"], chosen, AT_RISK, change_by(world))
    assert refused.value.problems == {999_999: "It is no longer there."}


def test_asking_for_what_is_so_already_writes_nothing(world):
    applied(world, world["mine"], AT_RISK)
    with pytest.raises(Refused, match="Nothing would change"):
        applied(world, world["mine"], AT_RISK)


def test_one_undo_takes_all_of_it_back_as_a_new_revision(world):
    number = applied(world, world["mine"], LATER)
    before = revision_of(world["mine"][0])
    assert undone(world, number) == 2
    assert again(world["mine"][0]).forecast_end is None
    assert revision_of(world["mine"][0]) > before


def test_nothing_is_undone_where_one_was_changed_since(world):
    number = applied(world, world["mine"], AT_RISK)
    first, second = map(again, world["mine"])
    first.owner = "Somebody new"
    write(first, by=the_clerk(), because="Handed over")
    with pytest.raises(Refused, match="was changed again by The clerk"):
        undone(world, number)
    assert again(second).status == "amber"


def test_what_somebody_else_did_is_not_mine_to_undo(world):
    number = applied(world, world["mine"], AT_RISK, "partnership officer")
    with pytest.raises(Refused, match="nothing of yours to undo"):
        undone(world, number)


def test_after_a_day_it_stays(world):
    number = applied(world, world["mine"], AT_RISK)
    with pytest.raises(Refused, match="nothing of yours to undo"):
        undone(world, number, after=timedelta(days=1, seconds=1))


def test_what_was_undone_is_not_undone_again(world):
    number = applied(world, world["mine"], AT_RISK)
    now = moment_of(number)
    undone(world, number)
    with pytest.raises(Refused, match="was changed again"):
        undo(world["partnership"], number, change_by(world), now)


def test_what_was_added_and_has_a_milestone_since_is_not_taken_away(world):
    row = Rollout(item=world["mine"][0].item, phase=3)
    write(row, by=world["officer"], because="Imported")
    a_milestone(row.item, rollout=row)
    number = row.history.latest().history_txid
    with pytest.raises(Refused):
        undone(world, number)
    assert Rollout.objects.filter(pk=row.pk).exists()
