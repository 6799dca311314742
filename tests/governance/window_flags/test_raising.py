"""A day entered late flags the windows it would have changed, and moves none."""

from datetime import date, datetime

import pytest

from governance.calendar import actions
from governance.calendar.local_time import LONDON
from governance.errors import Refused
from governance.models import BankHoliday, CallInWindow, LocalClosure, WindowFlag
from tests.factories.councils import a_council_with_a_rule
from tests.factories.notices import a_published_notice
from tests.factories.unchanged import nothing_written
from tests.factories.window_flags import FUNERAL
from tests.governance.window_flags.conftest import FRIDAY, SATURDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("an_older_release")]
PROCLAIMED = {"name": "State Funeral", "source": "London Gazette, 10 September 2022"}


def enter(by, at=SATURDAY, day=FUNERAL):
    return actions.add_bank_holiday(day, by=by, at=at, **PROCLAIMED)


def test_the_window_of_friday_16_september_2022_is_flagged_and_keeps_its_date(notice, clerk):
    window = CallInWindow.objects.get()
    before = {f.attname: getattr(window, f.attname) for f in window._meta.concrete_fields}
    [flag] = enter(clerk)
    assert window.deadline_on == date(2022, 9, 23)
    assert flag.counted["deadline"] == "2022-09-26"
    assert flag.cause == "Monday 19 September 2022 is not counted: State Funeral."
    assert flag.was_open
    assert flag.state == "waiting"
    window.refresh_from_db()
    assert {f.attname: getattr(window, f.attname) for f in window._meta.concrete_fields} == before
    assert notice.versions.count() == 1


def test_a_window_already_closed_is_flagged_and_said_to_be(notice, clerk):
    [flag] = enter(clerk, at=datetime(2022, 10, 3, tzinfo=LONDON))
    assert not flag.was_open


def test_a_window_that_the_day_would_not_change_is_not_flagged(council, clerk):
    a_published_notice(council, at=datetime(2022, 9, 5, 10, tzinfo=LONDON), made_on="2022-09-01")
    assert enter(clerk) == []


def test_a_notice_published_afterwards_counts_the_day_off(council, clerk):
    enter(clerk)
    a_published_notice(council, at=FRIDAY, made_on="2022-09-14")
    window = CallInWindow.objects.get()
    assert window.deadline_on == date(2022, 9, 26)
    assert "proclaimed since: 2022-09-19" in window.calendar_version


def test_a_closure_flags_the_windows_of_its_council_alone(notice, council, clerk):
    other = a_council_with_a_rule("Marham")
    a_published_notice(other, at=FRIDAY, made_on="2022-09-14")
    [flag] = actions.add_closure(council, FUNERAL, reason="Flood", by=clerk, at=SATURDAY)
    assert flag.window.council == council


def test_two_days_make_one_flag_that_names_both(notice, clerk):
    enter(clerk)
    [flag] = enter(clerk, day=date(2022, 9, 20))
    assert WindowFlag.objects.count() == 1
    assert flag.counted["deadline"] == "2022-09-27"
    assert flag.cause.count("is not counted") == 2


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2022, 8, 29), "is known already: Summer bank holiday."),
        (date(2022, 9, 24), "is at a weekend, which is never counted."),
    ],
)
def test_a_day_that_is_not_worked_anyway_is_refused(clerk, day, sentence):
    with nothing_written(), pytest.raises(Refused, match=sentence):
        enter(clerk, day=day)


def test_a_day_is_entered_once(council, clerk):
    enter(clerk)
    with pytest.raises(Refused, match="is known already: State Funeral"):
        enter(clerk)
    with pytest.raises(Refused, match="2022 is at a weekend"):
        actions.add_closure(council, date(2022, 9, 24), reason="x", by=clerk, at=SATURDAY)


def test_a_day_taken_back_closes_what_waits_because_of_it(notice, clerk):
    enter(clerk)
    day = BankHoliday.objects.get()
    actions.remove_bank_holiday(day, by=clerk, at=SATURDAY, because="The wrong Monday")
    flag = WindowFlag.objects.get()
    assert flag.state == "taken_back"
    assert flag.decided_by == clerk


def test_a_closure_taken_back_leaves_other_councils_flags_alone(notice, council, clerk):
    other = a_council_with_a_rule("Marham")
    a_published_notice(other, at=FRIDAY, made_on="2022-09-14")
    for each in (council, other):
        actions.add_closure(each, FUNERAL, reason="Flood", by=clerk, at=SATURDAY)
    closure = LocalClosure.objects.get(council=council)
    actions.remove_closure(closure, by=clerk, at=SATURDAY, because="The wrong Monday")
    states = dict(WindowFlag.objects.values_list("window__council", "state"))
    assert states == {council.pk: "taken_back", other.pk: "waiting"}
