"""Many writers at one row, on real connections: no update is lost, and none overwrites another."""

import threading
from datetime import date

import pytest
from django.db import close_old_connections, connection

from governance.errors import Refused
from governance.history.actions import revision_of
from roadmap.items import actions
from roadmap.items.row_actions import Change, RowClash, save_row
from roadmap.models import Dependency, Rollout
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import really_committed
from tests.factories.meetings import a_body
from tests.factories.people import a_user
from tests.factories.roadmap_items import a_gate, a_rollout, an_item

TODAY = date(2024, 6, 3)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with really_committed(django_db_blocker):
        council = a_council("Boston")
        yield a_partnership(council), council, [a_user() for _ in range(7)]


def all_at_once(*jobs):
    """Run `jobs` in threads of their own that begin together; return what each came to."""
    gate, found = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number, job):
        close_old_connections()
        try:
            gate.wait(timeout=20)
            found[number] = job()
        except Refused as refused:
            found[number] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert None not in found
    return found


def a_row(world, **fields):
    partnership, council, _ = world
    return a_rollout(an_item(partnership), council, **{"status": "green"} | fields)


def test_writers_of_different_fields_all_keep_their_work(world):
    row, users = a_row(world), world[2]
    seen, before = revision_of(row), row.history.count()
    typed = {
        "status": "amber", "sentence": "Because.", "owner": "Head of ICT",
        "forecast_start": date(2024, 7, 1), "forecast_end": date(2024, 9, 30),
        "actual_start": date(2024, 5, 1),
    }  # fmt: skip
    as_it_was = {name: getattr(row, name) for name in typed}

    def writer(user, name):
        mine = as_it_was | {name: typed[name]}
        return lambda: save_row(row, mine, Change(user, TODAY, seen))

    pairs = zip(users, typed, strict=False)
    found = all_at_once(*(writer(user, name) for user, name in pairs))
    now = Rollout.objects.get(pk=row.pk)
    assert {name: getattr(now, name) for name in typed} == typed
    assert row.history.count() == before + len(typed)
    assert len({saved.revision for saved in found}) == len(typed)


def test_of_writers_of_the_same_field_one_is_saved_and_each_other_is_shown_the_difference(world):
    row, users = a_row(world), world[2]
    seen, before = revision_of(row), row.history.count()

    def writer(user):
        return lambda: save_row(row, {"sentence": f"By {user}"}, Change(user, TODAY, seen))

    found = all_at_once(*(writer(user) for user in users))
    clashes = [one for one in found if isinstance(one, RowClash)]
    assert len(clashes) == len(users) - 1
    assert row.history.count() == before + 1
    now = Rollout.objects.get(pk=row.pk)
    assert {clash.theirs[0].value for clash in clashes} == {now.sentence}


def test_writers_who_read_again_whenever_somebody_was_faster_lose_no_letter(world):
    """Each adds its own letter five times to what it has just read."""
    row, users = a_row(world), world[2]

    def writer(user, letter):
        def write_five():
            for _ in range(5):
                while not added(user, letter):
                    pass
            return True

        return write_five

    def added(user, letter):
        newest = row.history.latest()
        typed = {"sentence": newest.sentence + letter}
        try:
            save_row(row, typed, Change(user, TODAY, newest.history_id))
        except RowClash:
            return False
        return True

    all_at_once(*(writer(user, letter) for user, letter in zip(users, "abcd", strict=False)))
    assert sorted(Rollout.objects.get(pk=row.pk).sentence) == sorted("abcd" * 5)


def test_two_who_close_a_circle_together_are_not_both_let(world):
    one, other = an_item(world[0]), an_item(world[0])
    by = world[2][0]
    found = all_at_once(
        lambda: actions.add_dependency(one, {"needs": other}, by=by),
        lambda: actions.add_dependency(other, {"needs": one}, by=by),
    )
    assert sum(isinstance(result, Refused) for result in found) == 1
    assert Dependency.objects.filter(item__in=[one, other]).count() == 1


def test_a_phase_does_not_start_while_its_gate_is_being_set_up(world):
    row = a_row(world, status="not_started", phase=2)
    body, by, seen = a_body(world[1]), world[2][0], revision_of(row)
    gate = {"phase": 2, "body": body, "due_on": TODAY}
    found = all_at_once(
        lambda: actions.add_gate(row.item, gate, by=by),
        lambda: save_row(row, {"status": "green"}, Change(by, TODAY, seen)),
    )
    assert sum(isinstance(result, Refused) for result in found) == 1


# Marked, unlike those above, whose threads must see what is committed: it also lets this module be
# run by itself, as pytest-django sets up only databases that a mark asks for.
@pytest.mark.django_db
def test_an_officers_phase_starts_once_the_gate_is_passed_by_another(world):
    row = a_row(world, status="not_started", phase=2)
    gate = a_gate(row.item, a_body(world[1]))
    by = world[2][0]
    with pytest.raises(Refused):
        save_row(row, {"status": "green"}, Change(by, TODAY, revision_of(row)))
    passed = {"outcome": "passed", "decided_on": TODAY}
    actions.change_gate(gate, passed, revision_of(gate), by=by)
    save_row(row, {"status": "green"}, Change(by, TODAY, revision_of(row)))
    with pytest.raises(Refused, match="Phase 2 has started already"):
        actions.change_gate(
            gate, {"outcome": "waiting", "decided_on": None}, revision_of(gate), by=by
        )
