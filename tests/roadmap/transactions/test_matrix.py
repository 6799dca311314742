"""The matrix of services: gaps and old data in words, totals, filters, and who may do what."""

import csv
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.calendar.rules import months_from
from governance.models import Duty
from roadmap.models import Recheck, Service, Transaction
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_transactions import a_service, a_transaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def of():
    class Of:
        boston, lindsey = a_council("Boston"), a_council("East Lindsey")
        partnership = a_partnership(boston, lindsey)
        bins = a_service(partnership, name="Report a missed bin", lgsl_id=521)

        def address(self, name, *more):
            return reverse(f"transactions:{name}", args=[self.partnership.slug, *more])

        def cell(self, name="edit", council=None):
            return self.address(name, self.bins.pk, (council or self.boston).slug)

        def sign_in(self, client, kind="officer", where=None):
            client.force_login(a_person_with_role(kind, where or self.boston))

    return Of()


def test_gaps_and_old_data_are_said_in_words(client, of):
    a_transaction(of.bins, of.boston, platform="Own forms", volume=1200, volume_year="2021/22")
    text = client.get(of.address("matrix")).text
    for words in (
        "Online", "Own forms", "1,200 a year (2021/22)", "Not recorded", "check again",
        "1 of 2 answers are “online”, 1 are not recorded", "The oldest answer is of 30 June 2022",
        "2 of 2 are due to be verified",
    ):  # fmt: skip
        assert words in text


def test_totals_are_by_council_and_by_service(client, of):
    a_transaction(of.bins, of.boston, volume=1200)
    a_transaction(of.bins, of.lindsey, volume=300, online="no")
    text = client.get(of.address("matrix")).text
    assert "<strong>Boston</strong>: 1 of 1 online" in text
    assert "1,500 a year" in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"show": "gaps"}, ["Licence"]),
        ({"show": "old"}, ["Old"]),
        ({"show": "offline"}, ["Licence"]),
        ({"show": "different"}, ["Old"]),
        ({"q": "lic"}, ["Licence"]),
        ({"q": "521"}, ["Old"]),
        ({"run_by": "partnership"}, ["Old"]),
        ({"q": "9" * 400}, []),
        ({"council": "nowhere", "show": "x"}, ["Licence", "Old"]),
    ],
)
def test_filters_find_what_they_say(client, of, asked, found):
    of.bins.name, of.bins.run_by = "Old", "partnership"
    of.bins._history_user, of.bins._change_reason = the_clerk(), "Renamed"
    of.bins.save()
    today = timezone.localdate()
    a_transaction(of.bins, of.boston, platform="A")
    a_transaction(of.bins, of.lindsey, platform="B", verified_on=today)
    a_transaction(a_service(of.partnership, name="Licence"), of.boston, online="no",
                  verified_on=today)  # fmt: skip
    text = client.get(of.address("matrix"), asked).text
    assert [name for name in ("Licence", "Old") if f'dir="auto">{name}' in text] == found


def test_the_table_is_downloaded_with_a_line_for_every_gap(client, of):
    a_transaction(of.bins, of.boston, note="=1+1")
    answer = client.get(of.address("matrix"), {"format": "csv"})
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [(row["Council"], row["Online"]) for row in rows] == [
        ("Boston", "yes"), ("East Lindsey", ""),
    ]  # fmt: skip
    assert rows[0]["Note"] == "'=1+1"
    assert rows[1]["Age"] == "Never verified"


@pytest.mark.parametrize(
    ("kind", "where", "sees"),
    [
        (None, None, False),
        ("member", "boston", False),
        ("officer", "lindsey", True),
        ("partnership_officer", "partnership", True),
    ],
)
def test_a_draft_counts_nowhere_for_those_who_may_not_read_it(client, of, kind, where, sees):
    draft = a_service(of.partnership, name="Draft service", is_published=False)
    a_transaction(draft, of.boston, volume=777)
    if kind:
        of.sign_in(client, kind, getattr(of, where))
    for asked in ({}, {"format": "csv"}):
        text = client.get(of.address("matrix"), asked).text
        assert ("Draft service" in text) is sees
        assert ("777" in text) is sees


# --- Changing -----------------------------------------------------------------------------------


def test_an_officer_records_what_their_council_offers(client, of):
    of.sign_in(client)
    page = client.get(of.cell()).text
    said = posted(
        page, online="yes", platform="Goss iCM", volume="1,234", volume_year="2025/26",
        verified_on_day="1", verified_on_month="9", verified_on_year="2026",
        verified_by="Web officer",
    )  # fmt: skip
    assert client.post(of.cell(), said).status_code == 302
    row = Transaction.objects.get()
    assert (row.online, row.volume, row.verified_on) == ("yes", 1234, date(2026, 9, 1))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"volume": "many"}, "“many” is no whole number. Enter a volume like 1,200."),
        ({"volume": "9" * 19}, f"“{'9' * 19}” is more than anybody counts in a year. Check it."),
        ({"verified_by": "Clerk"}, "Enter the day on which it was verified."),
        ({"verified_on_day": "1", "verified_on_month": "1", "verified_on_year": "2199",
          "verified_by": "Clerk"}, "That day is still to come."),
        ({"online": "perhaps"}, "Answer this question"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field(client, of, typed, says):
    of.sign_in(client)
    page = client.get(of.cell()).text
    answer = client.post(of.cell(), posted(page, platform="Kept words", **typed))
    assert answer.status_code == 422
    assert "Kept words" in answer.text
    assert says in errors_on(answer.text) or typed == {"online": "perhaps"}
    assert not Transaction.objects.exists()


@pytest.mark.parametrize(
    ("kind", "where", "status"),
    [
        ("officer", "boston", 200), ("officer", "lindsey", 403), ("member", "boston", 403),
        ("partnership_officer", "partnership", 200),
    ],
)  # fmt: skip
def test_a_cell_is_its_councils(client, of, kind, where, status):
    of.sign_in(client, kind, getattr(of, where))
    answer = client.get(of.cell())
    assert answer.status_code == status
    if kind == "officer" and status == 403:
        assert "This is Boston’s" in answer.text


def test_two_people_who_change_one_answer_are_shown_both(client, of):
    row = a_transaction(of.bins, of.boston, platform="Old")
    of.sign_in(client)
    page = client.get(of.cell()).text
    row.platform = "Theirs"
    row._history_user, row._change_reason = the_clerk(), "Changed"
    row.save()
    answer = client.post(of.cell(), posted(page, platform="Mine"))
    assert answer.status_code == 409
    assert all(words in answer.text for words in ("Theirs", "Mine"))


def test_the_first_two_who_record_one_answer_do_not_overwrite_each_other(client, of):
    of.sign_in(client)
    page = client.get(of.cell()).text
    a_transaction(of.bins, of.boston, platform="Theirs")
    answer = client.post(of.cell(), posted(page, platform="Mine"))
    assert answer.status_code == 422
    assert "Somebody has recorded this meanwhile" in answer.text
    assert Transaction.objects.get().platform == "Theirs"


def test_services_are_shared(client, of):
    of.sign_in(client)
    assert client.get(of.address("new")).status_code == 403
    of.sign_in(client, "partnership_officer", of.partnership)
    page = client.get(of.address("new")).text
    wrong = client.post(of.address("new"), posted(page, name="Licence", lgsl_id="12345"))
    assert "like 354" in errors_on(wrong.text)[0]
    twice = client.post(of.address("new"), posted(page, name="Report a missed bin"))
    assert twice.status_code == 422
    assert (
        client.post(of.address("new"), posted(page, name="Licence", lgsl_id="354")).status_code
        == 302
    )
    assert Service.objects.get(name="Licence").lgsl_id == 354


# --- Verifying again ------------------------------------------------------------------------------


def due():
    return [(duty.due_on, duty.done_on is not None) for duty in Duty.objects.order_by("pk")]


def test_verified_today_makes_data_young_again_and_ends_the_duty(client, of):
    of.sign_in(client)
    page = client.get(of.cell()).text
    said = {"verified_on_day": "30", "verified_on_month": "6", "verified_on_year": "2022"}
    client.post(of.cell(), posted(page, online="yes", verified_by="Web officer", **said))
    assert due() == [(date(2023, 6, 30), False)]
    assert "Verified today, nothing changed" in client.get(of.address("matrix")).text
    assert client.post(of.cell("verify")).status_code == 302
    row, today = Transaction.objects.get(), timezone.localdate()
    assert (row.verified_on, row.verified_by) == (today, "Officer, Boston")
    assert [done for _, done in due()] == [True, False]
    assert "Verified today, nothing changed" not in client.get(of.address("matrix")).text


def test_what_is_another_councils_is_not_verified(client, of):
    a_transaction(of.bins, of.boston)
    of.sign_in(client, "officer", of.lindsey)
    assert client.post(of.cell("verify")).status_code == 403
    assert client.post(of.cell("verify", of.lindsey)).status_code == 404


def test_how_old_data_may_get_is_the_partnerships_to_say_and_moves_the_duties(client, of):
    of.sign_in(client, "partnership_officer", of.partnership)
    a_transaction(of.bins, of.boston)
    for months in ("24", "6"):
        page = client.get(of.address("recheck")).text
        assert client.post(of.address("recheck"), posted(page, months=months)).status_code == 302
    assert Recheck.objects.get().months == 6
    assert due() == [(date(2022, 12, 30), False)] or due() == [(date(2022, 12, 31), False)]
    assert client.post(of.address("recheck"), {"months": "0"}).status_code == 422


def test_a_draft_makes_no_duty(client, of):
    of.sign_in(client, "partnership_officer", of.partnership)
    draft = a_service(of.partnership, is_published=False)
    a_transaction(draft, of.boston)
    client.post(of.address("recheck"), {"months": "6"})
    assert not Duty.objects.exists()


def test_the_duty_leads_to_the_matrix(client, of):
    a_transaction(of.bins, of.boston)
    of.sign_in(client, "partnership_officer", of.partnership)
    client.post(of.address("recheck"), {"months": "6"})
    assert of.address("matrix") in client.get(reverse("duties:index")).text


def test_what_was_never_verified_is_due_counted_from_the_day_it_was_recorded(client, of):
    of.sign_in(client, "partnership_officer", of.partnership)
    a_transaction(of.bins, of.boston, verified_on=None, verified_by="")
    client.post(of.address("recheck"), {"months": "6"})
    assert due() == [(months_from(timezone.localdate(), 6), False)]


def test_an_officer_reads_the_history_of_a_service(client, of):
    of.sign_in(client)
    address = reverse("history:history", args=["service", of.bins.pk])
    assert client.get(address).status_code == 200


# --- Cost -----------------------------------------------------------------------------------------


def test_the_matrix_costs_as_many_queries_for_a_hundred_services_as_for_one(client, of):
    of.sign_in(client, "partnership_officer", of.partnership)
    address, found, made = of.address("matrix"), [], 0
    for size in (1, 10, 100):
        while made < size:
            made += 1
            service = a_service(of.partnership)
            a_transaction(service, of.boston, verified_on=date(2022, 1, 1) + timedelta(days=made))
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        found.append(len(captured))
    assert found[0] == found[1] == found[2]
