"""Entering and changing systems: who may, and what happens to what was typed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.errors import Refused
from governance.history.actions import revision_of
from roadmap.models import Function, System, SystemUse
from roadmap.systems import actions
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_systems import TACIT, a_contract, a_function, a_system

pytestmark = pytest.mark.django_db
TODAY = TACIT["starts_on"]


@pytest.fixture
def of():
    """A partnership of two councils, and a way to sign in as an officer of either."""

    class Of:
        boston, lindsey = a_council("Boston"), a_council("East Lindsey")
        partnership = a_partnership(boston, lindsey)
        function = a_function(partnership, name="Finance")

        def address(self, name, *more):
            return reverse(f"systems:{name}", args=[self.partnership.slug, *more])

        def sign_in(self, client, kind="officer", where=None):
            client.force_login(a_person_with_role(kind, where or self.boston))
            return client

    return Of()


def test_an_officer_enters_a_system_of_their_own_council(client, of):
    of.sign_in(client)
    page = client.get(of.address("new")).text
    assert "East Lindsey Council" not in page
    said = posted(page, name="Ledger", councils=str(of.boston.pk), function=str(of.function.pk))
    answer = client.post(of.address("new"), said)
    system = System.objects.get()
    assert answer["Location"] == of.address("detail", system.pk)
    assert not system.is_published
    assert [(use.council, use.function) for use in system.uses.all()] == [(of.boston, of.function)]


def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_stays(client, of):
    of.sign_in(client)
    page = client.get(of.address("new")).text
    answer = client.post(of.address("new"), posted(page, purpose="For the ledger"))
    assert answer.status_code == 422
    assert errors_on(answer.text) == [
        "Enter the name", "Answer this question", "Answer this question",
    ]  # fmt: skip
    assert "For the ledger" in answer.text
    assert not System.objects.exists()


@pytest.mark.parametrize("typed", ["\0", "x" * 6000, "<script>"])
def test_strange_text_is_an_answer_and_never_a_fault(client, of, typed):
    of.sign_in(client)
    page = client.get(of.address("new")).text
    said = posted(page, name=typed, councils="9" * 400, function="\0")
    assert client.post(of.address("new"), said).status_code == 422


@pytest.mark.parametrize(
    ("kind", "where", "status"),
    [
        ("officer", "boston", 200),
        ("officer", "lindsey", 403),
        ("partnership_officer", "partnership", 200),
        ("member", "boston", 403),
        ("democratic_services", "boston", 403),
    ],
)
def test_a_system_of_one_council_is_changed_by_its_officers(client, of, kind, where, status):
    system = a_system(of.partnership, of.boston, function=of.function)
    of.sign_in(client, kind, getattr(of, where))
    assert client.get(of.address("edit", system.pk)).status_code == status


def test_a_system_of_several_councils_is_changed_by_partnership_officers_and_says_so(client, of):
    system = a_system(of.partnership, of.boston, of.lindsey, function=of.function)
    of.sign_in(client)
    answer = client.get(of.address("edit", system.pk))
    assert answer.status_code == 403
    assert "partnership officers" in client.get(of.address("detail", system.pk)).text


def test_a_stranger_finds_no_draft(client, of):
    system = a_system(of.partnership, of.boston, is_published=False)
    assert client.get(of.address("detail", system.pk)).status_code == 404


def test_two_people_who_change_one_thing_are_shown_both(client, of):
    system = a_system(of.partnership, of.boston, function=of.function, owner="Head of ICT")
    of.sign_in(client)
    page = client.get(of.address("edit", system.pk)).text
    seen = revision_of(system)
    actions.change(system, {"owner": "Director"}, seen=seen, by=the_clerk(), today=TODAY)
    answer = client.post(of.address("edit", system.pk), posted(page, owner="Clerk", purpose="New"))
    assert answer.status_code == 409
    assert all(words in answer.text for words in ("Director", "Clerk"))
    again = client.post(of.address("edit", system.pk), posted(answer.text))
    assert again.status_code == 302
    system.refresh_from_db()
    assert (system.owner, system.purpose) == ("Clerk", "New")


def test_who_runs_it_is_added_once_and_taken_out_and_put_back(client, of):
    system = a_system(of.partnership, of.boston, function=of.function)
    of.sign_in(client, "partnership_officer", of.partnership)
    address = of.address("uses", system.pk)
    said = {"council": str(of.lindsey.pk), "function": str(of.function.pk)}
    assert client.post(address, said).status_code == 302
    again = client.post(address, said)
    assert again.status_code == 422
    assert "recorded already" in again.text
    use = system.uses.get(council=of.lindsey)
    removed = client.post(address, {"do": f"remove:{use.pk}"})["Location"].partition("removed=")[2]
    assert system.uses.count() == 1
    client.post(address, {"do": f"undo:{removed}"})
    assert system.uses.count() == 2


def test_what_was_added_again_meanwhile_is_not_put_back_as_well(client, of):
    system = a_system(of.partnership, of.boston, function=of.function)
    of.sign_in(client, "partnership_officer", of.partnership)
    address = of.address("uses", system.pk)
    use = system.uses.get()
    removed = client.post(address, {"do": f"remove:{use.pk}"})["Location"].partition("removed=")[2]
    client.post(address, {"council": str(of.boston.pk), "function": str(of.function.pk)})
    answer = client.post(address, {"do": f"undo:{removed}"}, follow=True)
    assert "added the same again meanwhile" in answer.text
    assert system.uses.count() == 1


def test_functions_are_shared_so_an_officer_of_one_council_is_told_whose_they_are(client, of):
    of.sign_in(client)
    assert client.get(of.address("functions")).status_code == 403
    of.sign_in(client, "partnership_officer", of.partnership)
    said = {"name": "Telephony", "lead_months": "6"}
    assert client.post(of.address("functions"), said).status_code == 302
    twice = client.post(of.address("functions"), said)
    assert "There is a function called “Telephony” already." in twice.text
    assert Function.objects.filter(name="Telephony").count() == 1


def test_a_function_in_use_is_kept_and_says_why(client, of):
    a_system(of.partnership, of.boston, function=of.function)
    of.sign_in(client, "partnership_officer", of.partnership)
    answer = client.post(of.address("functions"), {"do": f"remove:{of.function.pk}"}, follow=True)
    assert "Take them out of it first." in answer.text


def test_a_longer_procurement_moves_the_duties_of_the_contracts(client, of):
    system = a_system(of.partnership, of.boston, function=of.function)
    contract = a_contract(system, of.boston)
    of.sign_in(client, "partnership_officer", of.partnership)
    for months in (2, 4):
        function = Function.objects.get(pk=of.function.pk)
        page = client.get(of.address("function", function.pk)).text
        client.post(of.address("function", function.pk), posted(page, lead_months=str(months)))
    duty = contract.duty_links.get(purpose="decide").duty
    acts = contract.duty_links.get(purpose="act").duty
    assert (acts.due_on.month - duty.due_on.month) % 12 == 4


def test_a_use_known_already_is_refused_by_the_action_too(of):
    system = a_system(of.partnership, of.boston, function=of.function)
    said = {"council": of.boston, "function": of.function, "since": None}
    with pytest.raises(Refused, match="recorded already"):
        actions.add_use(system, said, by=the_clerk(), today=timezone.localdate())
    assert SystemUse.objects.count() == 1


def test_an_officer_reads_the_history_of_what_is_the_councils_own(client, of):
    system = a_system(of.partnership, of.boston, function=of.function)
    of.sign_in(client)
    address = reverse("history:history", args=["system", system.pk])
    assert client.get(address).status_code == 200
