"""The page of a contract, changing it, its extensions and licences, and the money it withholds."""

from datetime import date

import pytest
from django.urls import reverse

from governance.history.actions import revision_of, write_seen
from roadmap.contracts import actions
from roadmap.models import Contract, Extension
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_systems import a_contract, a_licence, a_system

pytestmark = pytest.mark.django_db
TODAY = date(2025, 1, 1)
NONE = {"renewal": "none", "roll_months": None, "notice_count": None, "notice_unit": ""}


@pytest.fixture
def of():
    class Of:
        boston, lindsey = a_council("Boston"), a_council("East Lindsey")
        partnership = a_partnership(boston, lindsey)
        system = a_system(partnership, boston, name="Ledger")
        contract = a_contract(system, boston, title="Ledger licences")

        def address(self, name, *more):
            args = [self.partnership.slug, *(more or [self.contract.pk])]
            return reverse(f"contracts:{name}", args=args)

        def sign_in(self, client, kind="officer", where=None):
            client.force_login(a_person_with_role(kind, where or self.boston))

        def reload(self):
            self.contract = Contract.objects.get(pk=self.contract.pk)
            return self.contract

    return Of()


def test_the_working_is_on_the_page_step_by_step(client, of):
    text = client.get(of.address("detail")).text
    for words in (
        "Initial term ends", "Tue 31 Mar 2026", "It rolls on for 12 months at a time",
        "6 months of notice before", "3 months to procure a joint replacement",
    ):  # fmt: skip
        assert words in text


def test_an_officer_enters_a_contract_with_the_councils_it_covers(client, of):
    of.sign_in(client)
    address = of.address("new", of.system.pk)
    page = client.get(address).text
    said = posted(
        page, title="Support", covers=str(of.lindsey.pk), renewal="tacit", roll_months="12",
        ends_on_day="31", ends_on_month="3", ends_on_year="2031", notice_count="12",
        notice_unit="weeks", value_pence="£12,500", council=str(of.boston.pk),
    )  # fmt: skip
    answer = client.post(address, said)
    assert answer.status_code == 302, errors_on(answer.text)
    contract = Contract.objects.get(title="Support")
    assert (contract.value_pence, contract.ends_on) == (1_250_000, date(2031, 3, 31))
    assert [row.council for row in contract.covered.all()] == [of.lindsey]
    assert {link.duty.due_on for link in contract.duty_links.all()} == {
        date(2031, 1, 6), date(2030, 10, 6),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"renewal": "tacit", "roll_months": ""}, "Enter for how many months it rolls on."),
        ({"ends_on_year": "1066"}, "Enter a day from 1974 to 2200."),
        ({"ends_on_year": "2019"}, "It starts on Saturday 1 April 2023: it ends on a later day."),
        ({"notice_unit": ""}, "Choose what the notice is counted in."),
        ({"notice_count": ""}, "Enter the length of notice."),
        ({"notice_count": "9" * 400}, "Length of notice must be 1000 or less."),
        ({"title": ""}, "Enter the title of the agreement"),
        ({"value_pence": "a lot"}, "Enter a sum in pounds, like 125,000 or 1,250.50."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_typed_text_is_kept(client, of, typed, says):
    of.sign_in(client)
    page = client.get(of.address("edit")).text
    answer = client.post(of.address("edit"), posted(page, supplier="Kept words", **typed))
    assert answer.status_code == 422
    assert says in errors_on(answer.text)
    assert "Kept words" in answer.text
    assert of.reload().supplier == "A supplier"


def test_a_nul_in_what_was_typed_is_answered_and_is_no_fault(client, of):
    of.sign_in(client)
    page = client.get(of.address("edit")).text
    assert client.post(of.address("edit"), posted(page, title="\0")).status_code == 422


@pytest.mark.parametrize(
    ("kind", "where", "status"),
    [
        ("officer", "boston", 200), ("partnership_officer", "partnership", 200),
        ("officer", "lindsey", 403), ("democratic_services", "boston", 403),
    ],
)  # fmt: skip
@pytest.mark.parametrize("page", ["edit", "decide", "extensions", "licences"])
def test_a_contract_is_changed_by_officers_of_the_council_that_made_it(
    client, of, page, kind, where, status
):
    of.sign_in(client, kind, getattr(of, where))
    assert client.get(of.address(page)).status_code == status


def test_an_officer_of_another_council_reads_whose_it_is(client, of):
    of.sign_in(client, "officer", of.lindsey)
    text = client.get(of.address("detail")).text
    assert "This is Boston’s, so officers of Boston and partnership officers change it." in text
    assert "Change the contract" not in text


def test_changes_to_different_fields_are_both_kept(client, of):
    of.sign_in(client)
    page = client.get(of.address("edit")).text
    seen = revision_of(of.contract)
    write_seen(of.contract, {"route": "G-Cloud"}, seen=seen, by=the_clerk(), because="Said")
    assert client.post(of.address("edit"), posted(page, supplier="Another")).status_code == 302
    assert (of.reload().route, of.contract.supplier) == ("G-Cloud", "Another")


def test_changes_to_the_same_field_are_both_shown(client, of):
    of.sign_in(client)
    page = client.get(of.address("edit")).text
    seen = revision_of(of.contract)
    write_seen(of.contract, {"supplier": "Theirs"}, seen=seen, by=the_clerk(), because="Said")
    answer = client.post(of.address("edit"), posted(page, supplier="Mine"))
    assert answer.status_code == 409
    assert all(words in answer.text for words in ("Theirs", "Mine"))


def test_two_changes_that_do_not_fit_together_are_refused_in_words(client, of):
    of.sign_in(client)
    page = client.get(of.address("edit")).text
    seen, decision = revision_of(of.contract), a_decision()
    write_seen(of.contract, {"approved_by": decision}, seen=seen, by=the_clerk(), because="Said")
    answer = client.post(of.address("edit"), posted(page, is_unapproved="on"))
    assert answer.status_code == 422
    assert "the two do not fit together" in answer.text


def test_a_council_that_somebody_else_added_stays_covered(client, of):
    of.sign_in(client)
    page = client.get(of.address("edit")).text
    actions.change(
        of.contract, {}, covers=({of.lindsey.pk}, set()), seen=revision_of(of.contract),
        by=the_clerk(), today=TODAY,
    )  # fmt: skip
    client.post(of.address("edit"), posted(page))
    assert of.contract.covered.count() == 1
    client.post(of.address("edit"), posted(client.get(of.address("edit")).text, covers=None))
    assert of.contract.covered.count() == 0


# --- Money that is not published ------------------------------------------------------------------


def test_a_sum_that_is_withheld_is_read_only_by_those_who_read_drafts(client, of):
    a_contract(of.system, of.boston, title="Other")
    withheld = a_contract(
        of.system, of.boston, value_pence=9_876_543_00, money_withheld="Others will tender.",
    )  # fmt: skip
    address = of.address("detail", withheld.pk)
    text = client.get(address).text
    assert "9,876,543" not in text
    assert "Others will tender." in text
    of.sign_in(client, "officer", of.lindsey)
    assert "£9,876,543" in client.get(address).text
    of.sign_in(client, "officer", a_council())
    assert "9,876,543" not in client.get(address).text
    of.sign_in(client, "member", of.boston)
    assert "9,876,543" not in client.get(address).text


def test_a_decision_that_is_no_draft_of_the_readers_is_not_named(client, of):
    decision = a_decision(title="Secret title")
    seen = revision_of(of.contract)
    write_seen(of.contract, {"approved_by": decision}, seen=seen, by=the_clerk(), because="Said")
    assert "Secret title" not in client.get(of.address("detail")).text


# --- Extensions and licences ----------------------------------------------------------------------


def test_an_extension_taken_up_moves_the_end(client, of):
    of.sign_in(client)
    address = of.address("extensions")
    assert client.post(address, {"months": "24"}).status_code == 302
    row = Extension.objects.get()
    edit = of.address("extension", of.contract.pk, row.pk)
    page = client.get(edit).text
    taken = {"taken_on_day": "1", "taken_on_month": "2", "taken_on_year": "2026"}
    assert client.post(edit, posted(page, **taken)).status_code == 302
    text = client.get(of.address("detail")).text
    assert "Extended to" in text
    assert "Fri 31 Mar 2028" in text


def test_an_extension_is_removed_and_put_back(client, of):
    of.sign_in(client)
    address = of.address("extensions")
    client.post(address, {"months": "24"})
    row = Extension.objects.get()
    removed = client.post(address, {"do": f"remove:{row.pk}"})["Location"].partition("removed=")[2]
    assert not Extension.objects.exists()
    client.post(address, {"do": f"undo:{removed}"})
    assert Extension.objects.get().months == 24


def test_twenty_extensions_are_enough(client, of):
    of.sign_in(client)
    for _ in range(20):
        client.post(of.address("extensions"), {"months": "1"})
    answer = client.post(of.address("extensions"), {"months": "1"})
    assert "at most 20" in answer.text
    assert Extension.objects.count() == 20


@pytest.mark.parametrize(
    ("held", "used", "says"),
    [(100, 90, "10 not in use"), (100, 100, "All in use"), (100, 120, "20 more in use than held")],
)
def test_licences_are_counted_against_use(client, of, held, used, says):
    a_licence(of.contract, held=held, used=used, counted_on=TODAY)
    assert says in client.get(of.address("detail")).text


def test_a_count_of_licences_in_use_has_its_day(client, of):
    of.sign_in(client)
    answer = client.post(of.address("licences"), {"name": "Users", "held": "5", "used": "4"})
    assert errors_on(answer.text) == ["Enter the day on which they were counted."]
    assert client.post(of.address("licences"), {"name": "Users", "held": "5"}).status_code == 302
    row = of.contract.licences.get()
    edit = of.address("licence", of.contract.pk, row.pk)
    page = client.get(edit).text
    said = posted(page, used="4", counted_on_day="1", counted_on_month="2", counted_on_year="2026")
    assert client.post(edit, said).status_code == 302
    row.refresh_from_db()
    assert (row.used, row.counted_on) == (4, date(2026, 2, 1))
