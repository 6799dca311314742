"""Importing volumes: every change and every wrong cell is shown before anything is written."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from roadmap.models import PendingImport, Transaction
from tests.factories.browsers import errors_on
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_transactions import a_service, a_transaction

pytestmark = pytest.mark.django_db
HEADINGS = "Service,Council,Volume a year,Year\n"


@pytest.fixture
def of(client):
    class Of:
        boston, lindsey = a_council("Boston"), a_council("East Lindsey")
        partnership = a_partnership(boston, lindsey)
        bins = a_service(partnership, name="Missed bin", lgsl_id=521)
        trees = a_service(partnership, name="Fallen tree – “urgent”")

        def address(self, name):
            return reverse(f"volumes:{name}", args=[self.partnership.slug])

        def sign_in(self, kind="partnership_officer", where=None):
            self.user = a_person_with_role(kind, where or self.partnership)
            client.force_login(self.user)

        def choose(self, content, name="volumes.csv"):
            content = content.encode() if isinstance(content, str) else content
            chosen = SimpleUploadedFile(name, content)
            return client.post(self.address("choose"), {"table": chosen}, follow=True)

        def apply(self, page):
            seen = page.text.partition('name="seen" value="')[2].partition('"')[0]
            answer = client.post(self.address("preview"), {"step": "apply", "seen": seen})
            return client.get(answer["Location"]) if answer.status_code == 302 else answer

    found = Of()
    found.sign_in()
    return found


def volumes():
    rows = Transaction.objects.order_by("service__name", "council__short_name")
    return [(row.service.name, row.council.short_name, row.volume, row.volume_year) for row in rows]


def test_what_would_change_is_shown_and_nothing_is_written_until_it_is_said(of):
    a_transaction(of.bins, of.boston, volume=100, volume_year="2021/22")
    page = of.choose(HEADINGS + 'Missed bin,Boston,"1,250",2025/26\nmissed BIN,East Lindsey,9,\n')
    assert "2 volumes would change" in page.text
    assert "100 (2021/22)" in page.text
    assert "1,250 (2025/26)" in page.text
    assert Transaction.objects.get().volume == 100
    assert "Imported 2 volumes." in of.apply(page).text
    assert volumes() == [
        ("Missed bin", "Boston", 1250, "2025/26"), ("Missed bin", "East Lindsey", 9, ""),
    ]  # fmt: skip
    assert not PendingImport.objects.exists()


def test_one_wrong_cell_is_named_by_line_and_column_and_nothing_is_imported(of):
    page = of.choose(HEADINGS + "Missed bin,Boston,10,\nMissed bin,East Lindsey,about 5,\n")
    assert "1 cell cannot be imported" in page.text
    assert "Line 3, Volume a year" in page.text
    assert "“about 5” is no whole number. Enter a volume like 1,200." in page.text
    assert "Import all of it" not in page.text
    assert of.apply(page).status_code == 409
    assert not Transaction.objects.exists()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Missing bin,Boston,1,", "There is no service of this name."),
        ("Missed bin,Bostn,1,", "There is no such council in"),
        ("Missed bin,Boston,1.5,", "is no whole number"),
        ("Missed bin,Boston,99999999999,", "more than anybody counts"),
        (f"Missed bin,Boston,1,{'2' * 21}", "20 characters or fewer"),
        ("Missed bin,Boston,1,\nMissed bin,Boston,2,", "stand in line 2"),
    ],
)
def test_a_wrong_cell_says_what_to_do(of, line, says):
    assert says in of.choose(f"{HEADINGS}{line}\n").text


def test_an_lgsl_id_that_is_not_the_services_is_a_mistake_somewhere(of):
    page = of.choose("Service,LGSL id,Council,Volume a year\nMissed bin,522,Boston,1\n")
    assert "The service has the LGSL id 521. Check both." in page.text


def test_an_officer_imports_their_own_councils_volumes_and_is_told_whose_the_others_are(of):
    a_transaction(of.bins, of.lindsey, volume=7)
    of.sign_in("officer", of.boston)
    page = of.choose(HEADINGS + "Missed bin,Boston,10,\nMissed bin,East Lindsey,8,\n")
    assert "This is East Lindsey’s, so officers of East Lindsey" in page.text
    same = of.choose(HEADINGS + "Missed bin,Boston,10,\nMissed bin,East Lindsey,7,\n")
    assert "1 volume would change, 1 would stay" in same.text
    of.apply(same)
    assert ("Missed bin", "Boston", 10, "") in volumes()


def test_a_change_by_somebody_else_meanwhile_is_shown_before_anything_is_written(of):
    row = a_transaction(of.bins, of.boston, volume=1)
    page = of.choose(HEADINGS + "Missed bin,Boston,10,\n")
    row.volume = 5
    row._history_user, row._change_reason = the_clerk(), "Counted"
    row.save()
    again = of.apply(page)
    assert again.status_code == 409
    assert "the services were changed while you looked" in again.text
    assert Transaction.objects.get().volume == 5
    of.apply(again)
    assert Transaction.objects.get().volume == 10


def test_the_downloaded_table_changes_nothing_when_it_comes_back(client, of):
    a_transaction(of.bins, of.boston, volume=1250, volume_year="2025/26", note="=1+1")
    a_transaction(of.trees, of.lindsey, volume=None)
    table = client.get(
        reverse("transactions:matrix", args=[of.partnership.slug]), {"format": "csv"}
    )
    page = of.choose(table.content)
    assert "0 volumes would change, 1 would stay as they are, 3 empty cells left alone" in page.text
    assert of.apply(page).status_code == 422


@pytest.mark.parametrize("encoding", ["utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_are_read_as_spreadsheets_save_them(of, encoding, separator):
    lines = [["Service", "Council", "Volume a year"], ["Fallen tree – “urgent”", "Boston", "3"]]
    text = "\r\n".join(separator.join(line) for line in lines)
    of.apply(of.choose(text.encode(encoding)))
    assert volumes() == [("Fallen tree – “urgent”", "Boston", 3, "")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "The file is empty"),
        (b"\0\1\2", "neither a CSV file nor an Excel workbook"),
        ("Service|Council|Volume a year\nMissed bin|Boston|1\n", "is no column that is known"),
        ("Service,Council\nMissed bin,Boston\n", "is missing"),
        ("Service,Council,Volume a year\n", "no line under the names"),
        ("x" * 5_000_001, "5 MB"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(of, content, says):
    answer = of.choose(content)
    assert answer.status_code == 422
    assert any(says in error for error in errors_on(answer.text)), errors_on(answer.text)


def test_a_draft_service_is_not_known_to_those_who_may_not_read_it(of):
    a_service(of.partnership, name="Draft service", is_published=False)
    page = of.choose(HEADINGS + "Draft service,Boston,1,\n")
    assert "1 volume would change" in page.text
    elsewhere = a_council()
    a_partnership(elsewhere)
    of.sign_in("officer", elsewhere)
    assert of.choose(HEADINGS).status_code == 403


def test_a_file_that_was_chosen_is_offered_again_and_can_be_let_go(client, of):
    of.choose(HEADINGS + "Missed bin,Boston,10,\n", name="counts.csv")
    assert "You chose “counts.csv”" in client.get(of.address("choose")).text
    client.post(of.address("preview"), {"step": "leave"})
    assert client.get(of.address("preview"))["Location"] == of.address("choose")
    assert not Transaction.objects.exists()


def test_nobody_sees_the_file_of_another(client, of):
    of.choose(HEADINGS + "Missed bin,Boston,10,\n", name="counts.csv")
    of.sign_in()
    assert "counts.csv" not in client.get(of.address("choose")).text


def test_an_empty_year_keeps_the_one_that_is_recorded(of):
    a_transaction(of.bins, of.boston, volume=100, volume_year="2021/22")
    assert "1 would stay as" in of.choose(HEADINGS + "Missed bin,Boston,100,\n").text
    of.apply(of.choose(HEADINGS + "Missed bin,Boston,120,\n"))
    assert volumes() == [("Missed bin", "Boston", 120, "2021/22")]
