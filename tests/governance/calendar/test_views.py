"""The calendar pages: what is known, entering what was proclaimed late, and closures."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from governance.calendar.bank_holidays import WARN_FOR, runs_out_on
from governance.calendar.local_time import LONDON
from governance.models import BankHoliday, LocalClosure
from tests.factories.councils import a_council, a_council_with_a_rule, a_partnership
from tests.factories.notices import a_notice, publish
from tests.factories.people import a_person_with_role
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
HOLIDAYS = "/administration/bank-holidays/"
DAY = {"day_day": "15", "day_month": "July", "day_year": "2026"}


@pytest.fixture
def council():
    return a_council_with_a_rule("Barton")


@pytest.fixture
def administrator(council):
    return a_person_with_role("administrator", council)


@pytest.fixture
def admin(client, administrator):
    client.force_login(administrator)
    return client


def words_of(answer):
    return text_of(parsed(answer.text))


def closures(council):
    return f"/administration/closures/{council.slug}/"


def test_known_bank_holidays_are_shown_and_can_be_taken_away(admin):
    said = words_of(admin.get(HOLIDAYS))
    assert "known until Sunday 31 December 2028" in said
    assert "Monday 8 May 2023" in said
    assert (
        "2023-04-10,Easter Monday,The holidays library" in admin.get(f"{HOLIDAYS}?format=csv").text
    )


@pytest.mark.parametrize("address", [HOLIDAYS, "/administration/"])
def test_the_warning_is_shown_a_year_before_they_run_out(
    client, administrator, time_machine_at, address
):
    said = []
    for day in (runs_out_on() - WARN_FOR - timedelta(days=1), runs_out_on() - WARN_FOR):
        time_machine_at(day)
        client.force_login(administrator)
        said.append("bring the calendar up to date before then" in words_of(client.get(address)))
    assert said == [False, True]


def test_a_bank_holiday_is_entered_with_its_name_and_source(admin, administrator):
    answer = admin.post(HOLIDAYS, DAY | {"name": "Jubilee", "source": "Gazette"})
    assert answer["Location"] == HOLIDAYS
    entered = BankHoliday.objects.get()
    assert (entered.day, entered.name, entered.source) == (date(2026, 7, 15), "Jubilee", "Gazette")
    assert entered.history.get().history_user == administrator
    said = words_of(admin.get(HOLIDAYS))
    assert "Wednesday 15 July 2026 is entered" in said
    assert "Entered here: Gazette" in said


def test_a_fault_is_a_sentence_and_nothing_typed_is_lost(admin):
    answer = admin.post(HOLIDAYS, DAY | {"day_day": "18", "name": "Jubilee", "source": "Gazette"})
    assert answer.status_code == 422
    assert "Saturday 18 July 2026 is at a weekend" in words_of(answer)
    assert 'value="Jubilee"' in answer.text
    assert BankHoliday.objects.count() == 0


def test_a_bank_holiday_is_taken_back_with_a_reason(admin, administrator):
    admin.post(HOLIDAYS, DAY | {"name": "Jubilee", "source": "Gazette"})
    address = f"{HOLIDAYS}{BankHoliday.objects.get().pk}/"
    assert "counts as a working day again" in words_of(admin.get(address))
    assert admin.post(address, {"because": ""}).status_code == 422
    assert admin.post(address, {"because": "The wrong day"})["Location"] == HOLIDAYS
    assert BankHoliday.objects.count() == 0
    gone = BankHoliday.history.latest()
    assert (gone.history_type, gone.history_change_reason) == ("-", "The wrong day")


def test_a_closure_is_entered_listed_and_taken_back(admin, council):
    address = closures(council)
    assert "None is entered." in words_of(admin.get(address))
    assert admin.post(address, DAY | {"reason": "Flood"})["Location"] == address
    assert "Flood" in words_of(admin.get(address))
    assert "2026-07-15,Flood" in admin.get(f"{address}?format=csv").text
    again = admin.post(address, DAY | {"reason": "Flood"})
    assert "is not worked already: Flood." in words_of(again)
    taken_back = f"{address}{LocalClosure.objects.get().pk}/"
    assert "Take back" in words_of(admin.get(taken_back))
    assert admin.post(taken_back, {}).status_code == 422
    assert admin.post(taken_back, {"because": "Dry again"})["Location"] == address
    assert LocalClosure.objects.count() == 0


def test_entering_a_day_says_how_many_windows_need_a_decision(
    admin, administrator, council, time_machine_at
):
    time_machine_at(date(2026, 7, 14))
    admin.force_login(administrator)
    publish(a_notice(council), at=timezone.now())
    answer = admin.post(closures(council), DAY | {"reason": "Flood"}, follow=True)
    assert "1 window needs a decision; none was moved" in words_of(answer)


def test_democratic_services_read_the_calendar_and_enter_nothing(client, council):
    client.force_login(a_person_with_role("democratic_services", council))
    said = words_of(client.get(HOLIDAYS))
    assert "Add one that was proclaimed late" not in said
    answer = client.post(HOLIDAYS, DAY | {"name": "Jubilee", "source": "Gazette"})
    assert answer.status_code == 403
    assert client.get(closures(council)).status_code == 403


def test_another_councils_closures_are_not_yours(admin):
    assert admin.get(closures(a_council())).status_code == 403


def test_a_member_sees_none_of_it(client, council, admin):
    admin.post(HOLIDAYS, DAY | {"name": "Jubilee", "source": "Gazette"})
    client.force_login(a_person_with_role("member", council))
    addresses = [HOLIDAYS, f"{HOLIDAYS}{BankHoliday.objects.get().pk}/", "/administration/"]
    assert [client.get(address).status_code for address in addresses] == [403] * 3


def test_an_administrator_of_a_partnership_looks_after_its_councils(client, council):
    client.force_login(a_person_with_role("administrator", a_partnership(council)))
    assert council.name in words_of(client.get("/administration/"))
    assert client.get(closures(council)).status_code == 200


@pytest.fixture
def time_machine_at():
    """Let the clock stand at noon of a day, without moving that of the database."""
    running = []

    def at(day):
        if running:
            running.pop().stop()
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)
        running.append(time_machine.travel(moment, tick=False))
        running[-1].start()

    yield at
    for each in running:
        each.stop()
