"""A person decides what becomes of a flagged window, once, and the notice says so."""

from datetime import date

import pytest

from governance.calendar.actions import add_bank_holiday
from governance.errors import Refused
from governance.models import CallInWindow, WindowFlag
from governance.notices.pdf import notice_html
from governance.window_flags import actions
from governance.window_flags.page import flags_waiting
from tests.factories.people import a_person_with_role
from tests.factories.unchanged import nothing_written
from tests.factories.window_flags import FUNERAL
from tests.governance.pages.markup import parsed, text_of
from tests.governance.window_flags.conftest import SATURDAY

pytestmark = pytest.mark.django_db
BOTH = ("Friday 23 September 2022", "Monday 26 September 2022")
FAIR = "Members lost a day in which to read it."


@pytest.fixture
def flagged(notice, administrator):
    add_bank_holiday(FUNERAL, name="State Funeral", source="Gazette", by=administrator, at=SATURDAY)
    return notice


def seen(notice):
    return actions.revisions_of(list(actions.waiting_of(notice)))


def decide(notice, clerk, **changes):
    usual = {"moves": True, "by": clerk, "at": SATURDAY, "reason": FAIR, "seen": seen(notice)}
    return actions.decide(notice, **usual | changes)


def test_moving_publishes_a_version_with_the_new_window_and_both_dates(flagged, clerk):
    version = decide(flagged, clerk)
    assert version.number == 2
    assert all(day in version.snapshot["correction"]["reason"] for day in BOTH)
    assert FAIR in version.snapshot["correction"]["reason"]
    newest = CallInWindow.objects.get(version=version)
    assert newest.deadline_on == date(2022, 9, 26)
    assert CallInWindow.objects.get(version__number=1).deadline_on == date(2022, 9, 23)
    flag = WindowFlag.objects.get()
    assert (flag.state, flag.version, flag.decided_by) == ("moved", version, clerk)


def test_keeping_publishes_a_version_that_says_so_and_opens_no_window(flagged, clerk):
    version = decide(flagged, clerk, moves=False)
    assert all(day in version.snapshot["correction"]["reason"] for day in BOTH)
    assert "keeps its date" in version.snapshot["correction"]["reason"]
    assert CallInWindow.objects.count() == 1
    assert WindowFlag.objects.get().state == "kept"


def test_the_notice_page_says_what_was_decided(flagged, clerk, client):
    decide(flagged, clerk)
    page = text_of(parsed(client.get(f"/notices/{flagged.council.slug}/{flagged.slug}/").text))
    assert FAIR in page
    assert "State Funeral" in page
    assert all(day in page for day in BOTH)


@pytest.mark.parametrize("moves", [True, False])
def test_the_pdf_says_what_was_decided(flagged, clerk, moves):
    html = notice_html(decide(flagged, clerk, moves=moves).snapshot)
    assert FAIR in html
    assert "Monday 19 September 2022 is not counted: State Funeral." in html
    assert all(day in html for day in BOTH)


def test_without_a_reason_nothing_is_decided(flagged, clerk):
    with nothing_written(), pytest.raises(Refused, match="Say why"):
        decide(flagged, clerk, reason=" ")


def test_it_is_decided_once_and_the_second_is_told_who_was_first(flagged, clerk):
    read = seen(flagged)
    decide(flagged, clerk)
    with nothing_written(), pytest.raises(actions.DecidedAlready) as refused:
        decide(flagged, clerk, moves=False, seen=read)
    assert f"{clerk} already decided at" in str(refused.value)


def test_another_day_entered_meanwhile_is_read_before_deciding(flagged, clerk, administrator):
    read = seen(flagged)
    add_bank_holiday(
        date(2022, 9, 20), name="Another", source="Gazette", by=administrator, at=SATURDAY
    )
    with nothing_written(), pytest.raises(actions.DecidedAlready, match="Another day was entered"):
        decide(flagged, clerk, seen=read)


def test_a_notice_without_flags_has_nothing_to_decide(notice, clerk):
    with nothing_written(), pytest.raises(actions.DecidedAlready, match="No window"):
        decide(notice, clerk)


# --- Pages ----------------------------------------------------------------------------------------


def address(notice):
    return f"/needs-a-decision/{notice.council.slug}/{notice.slug}/"


def test_democratic_services_see_both_dates_side_by_side(flagged, clerk, client):
    client.force_login(clerk)
    assert flags_waiting([flagged.council_id])[0]["notice"] == flagged
    listed = text_of(parsed(client.get("/needs-a-decision/").text))
    page = text_of(parsed(client.get(address(flagged)).text))
    for said in (listed, page):
        assert all(day in said for day in BOTH)
        assert "Monday 19 September 2022 is not counted: State Funeral." in said
    assert "Still open" in listed
    csv = client.get("/needs-a-decision/?format=csv").text
    assert "at the end of Friday 23 September 2022" in csv


def test_nothing_is_chosen_beforehand_and_faults_are_sentences(flagged, clerk, client):
    client.force_login(clerk)
    answer = client.post(address(flagged), {"seen": ""})
    assert answer.status_code == 422
    page = text_of(parsed(answer.text))
    assert "Choose whether the window keeps its date or moves." in page
    assert "Say why. The reason is printed on the notice." in page


def test_deciding_in_the_browser_leads_to_the_notice(flagged, clerk, client):
    client.force_login(clerk)
    said = {"what": "moves", "reason": FAIR, "seen": ",".join(map(str, seen(flagged)))}
    answer = client.post(address(flagged), said)
    assert answer["Location"] == f"/notices/{flagged.council.slug}/{flagged.slug}/"
    again = client.post(address(flagged), said | {"reason": "Mine"})
    assert again.status_code == 409
    assert "already decided" in again.text
    assert "Mine" in again.text
    assert flagged.versions.count() == 2


def test_others_are_refused_in_words(flagged, administrator, client):
    member = a_person_with_role("member", flagged.council)
    for person in (administrator, member):
        client.force_login(person)
        assert client.get("/needs-a-decision/").status_code == 403
        assert client.get(address(flagged)).status_code == 403


def test_an_empty_list_says_what_would_fill_it(clerk, client):
    client.force_login(clerk)
    page = text_of(parsed(client.get("/needs-a-decision/").text))
    assert "Nothing waits." in page
    assert "Nothing has been decided yet." in page
