"""Keeping cycles: their duties, what is moved and what was done."""

from datetime import date

import pytest

from governance.duties import actions as duties
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.models import Duty
from scrutiny.cycles import actions
from scrutiny.cycles.keeping import keep, keep_all
from scrutiny.models import Occurrence, ReviewCycle
from tests.factories.councils import a_council
from tests.factories.decisions import an_issue
from tests.factories.people import the_clerk
from tests.factories.scrutiny_cycles import a_cycle
from tests.factories.scrutiny_reviews import a_reported_review
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
DEEP, LIGHT, NEXT = date(2025, 3, 31), date(2024, 3, 31), date(2027, 3, 31)
LATER = date(2025, 9, 30)


@pytest.fixture
def cycle():
    found = a_cycle(a_council("Boston"), holder_role="scrutiny_officer")
    keep(found, by=the_clerk(), today=TODAY)
    return found


def move(cycle, on=DEEP, to=LATER, because="The election"):
    return actions.move(cycle, on, to=to, because=because, by=the_clerk())


def change(cycle, because="The panel agreed it.", **changes):
    seen = revision_of(cycle)
    return actions.change(
        cycle, changes, seen=seen, because=because, by=the_clerk(), today=TODAY
    )  # fmt: skip


def done(row, **said):
    usual = {"on": date(2025, 4, 30), "how": "The panel met.", "review": None}
    return actions.done(row, **usual | said, by=the_clerk(), today=TODAY)


def test_each_occurrence_in_turn_has_a_duty_with_its_holder(cycle):
    rows = cycle.occurrences.order_by("planned_on")
    assert [row.planned_on.year for row in rows] == [2024, 2025, 2026, 2027, 2028]
    duty = rows[1].duty
    assert (duty.kind, duty.due_on, duty.holder, duty.holder_role, duty.council) == (
        "review", DEEP, "Scrutiny officer", "scrutiny_officer", cycle.council,
    )  # fmt: skip
    assert duty.title == "Review in depth: Digital strategy"


def test_keeping_again_writes_nothing(cycle):
    with nothing_written():
        assert keep_all(by=the_clerk(), today=TODAY) == 1


def test_a_draft_makes_no_duty_until_it_is_published():
    draft = a_cycle(is_published=False)
    keep(draft, by=the_clerk(), today=TODAY)
    assert not Duty.objects.exists()
    change(draft, is_published=True)
    assert Duty.objects.count() == 5


def test_time_brings_the_next_duty(cycle):
    keep(cycle, by=the_clerk(), today=date(2027, 4, 1))
    assert cycle.occurrences.filter(planned_on__year=2029).exists()


def planned(cycle):
    return list(cycle.occurrences.order_by("planned_on").values_list("planned_on", flat=True))


def test_a_changed_cycle_takes_what_is_still_to_come_along(cycle):
    done(cycle.occurrences.get(planned_on=LIGHT))
    move(cycle)
    change(cycle, first_due=date(2025, 6, 30), light_from=None, light_months=None)
    came_due = [LIGHT, DEEP, date(2025, 6, 30), date(2026, 3, 31)]
    assert planned(cycle) == [*came_due, date(2027, 6, 30)]
    assert Duty.objects.count() == 5


def test_a_later_beginning_does_not_undo_what_was_missed(cycle):
    change(cycle, first_due=date(2028, 3, 31), light_from=NEXT)
    assert planned(cycle)[:3] == [LIGHT, DEEP, date(2026, 3, 31)]
    assert Duty.objects.filter(due_on__lt=TODAY, done_on=None).count() == 3


def test_what_moved_to_a_day_to_come_is_kept_by_a_change(cycle):
    row = move(cycle, to=date(2027, 1, 31))
    change(cycle, first_due=date(2028, 3, 31))
    assert cycle.occurrences.filter(pk=row.pk).exists()


def test_a_cycle_that_is_a_draft_again_reminds_nobody_and_keeps_what_was_done(cycle):
    row = done(cycle.occurrences.get(planned_on=LIGHT))
    change(cycle, is_published=False)
    assert planned(cycle) == [LIGHT]
    assert list(Duty.objects.all()) == [row.duty]


def test_a_draft_published_again_asks_for_what_came_due(cycle):
    for is_published in (False, True):
        change(cycle, is_published=is_published)
    assert Duty.objects.filter(due_on__lt=TODAY, done_on=None).count() == 3


def test_a_change_without_a_reason_is_refused(cycle):
    with nothing_written(), pytest.raises(Refused, match="Say why the cycle is changed"):
        change(cycle, because=" ", months=36)


def test_one_is_moved_with_its_duty_and_the_others_keep_their_days(cycle):
    row = move(cycle)
    assert (row.due_on, row.duty.due_on, row.moved_because) == (LATER, LATER, "The election")
    assert cycle.occurrences.exclude(pk=row.pk).filter(moved_because="").count() == 4


def test_one_far_ahead_is_moved_as_well(cycle):
    on = date(2033, 3, 31)
    row = move(cycle, on=on, to=date(2032, 12, 31))
    assert (row.planned_on, row.kind) == (on, "in_depth")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"because": " "}, "Say why it is moved"),
        ({"to": DEEP}, "is due by Monday 31 March 2025 already"),
        ({"on": date(2025, 4, 1)}, "does not come round on Tuesday 1 April 2025"),
    ],
)
def test_a_move_is_refused_in_a_sentence(cycle, said, why):
    with nothing_written(), pytest.raises(Refused, match=why):
        move(cycle, **said)


def test_what_was_done_is_not_moved(cycle):
    done(cycle.occurrences.get(planned_on=DEEP))
    with nothing_written(), pytest.raises(Refused, match="so it is not moved"):
        move(cycle)


def test_a_review_does_an_occurrence(cycle):
    review = a_reported_review(cycle.council, issue=an_issue(), title="The strategy, again")
    row = done(cycle.occurrences.get(planned_on=DEEP), review=review, how="")
    row.refresh_from_db()
    assert row.review == review
    assert row.duty.done_note == "By the review “The strategy, again”."


def test_done_without_a_review_says_how(cycle):
    with nothing_written(), pytest.raises(Refused, match="Say how it was done"):
        done(cycle.occurrences.get(planned_on=DEEP), how=" ")


def test_a_duty_finished_on_its_own_page_does_the_occurrence(cycle):
    row = cycle.occurrences.get(planned_on=DEEP)
    duties.finish(row.duty, done_on=LATER, how="It met.", by=the_clerk(), today=TODAY)
    keep(cycle, by=the_clerk(), today=TODAY)
    assert Occurrence.objects.get(pk=row.pk).duty.done_on == LATER


def test_a_cycle_begun_as_published_has_its_duties_at_once():
    said = {"title": "Phones", "council": a_council(), "issue": an_issue(), "months": 12,
            "first_due": NEXT, "is_published": True}  # fmt: skip
    cycle = actions.begin(said, by=the_clerk(), today=TODAY)
    assert isinstance(cycle, ReviewCycle)
    assert cycle.occurrences.get().due_on == NEXT
