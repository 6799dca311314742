"""The duties that contracts make: to decide, and to act, before their next end."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.history.ordering import arrange
from governance.models import Duty
from roadmap.contracts import actions
from roadmap.contracts.access import decisions_for
from roadmap.contracts.duties import keep_duties
from roadmap.contracts.page import verdict
from roadmap.contracts.standing import standing_of
from roadmap.contracts.tasks import keep_duties_of_contracts
from roadmap.systems.actions import add_use, put_use_back, remove_use
from roadmap.systems.actions import change as change_system
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision
from tests.factories.people import a_person_with_role, a_user, the_clerk
from tests.factories.roadmap_systems import a_contract, a_function, a_system

pytestmark = pytest.mark.django_db
TODAY = date(2025, 1, 1)


@pytest.fixture
def contract():
    """It rolls on from 31 March 2026 with half a year's notice; replacing it takes 3 months."""
    council = a_council("Boston")
    partnership = a_partnership(council)
    function = a_function(partnership, lead_months=3)
    system = a_system(partnership, council, function=function, name="Ledger", owner="Head of ICT")
    made = a_contract(system, council, title="Licences")
    keep_duties(made, by=the_clerk(), today=TODAY)
    return made


def due(contract):
    return {link.purpose: link.duty.due_on for link in contract.duty_links.select_related("duty")}


def change(contract, **said):
    seen = revision_of(contract)
    return actions.change(
        contract, said, covers=(set(), set()), seen=seen, by=the_clerk(), today=TODAY
    )


def test_a_contract_is_decided_and_then_acted_upon_before_its_end(contract):
    assert due(contract) == {"decide": date(2025, 6, 30), "act": date(2025, 9, 30)}
    duty = contract.duty_links.get(purpose="act").duty
    assert (duty.title, duty.holder) == ("Give notice. Ledger: Licences", "Head of ICT")
    assert (duty.council, duty.kind) == (contract.council, "contract")


def test_duties_follow_the_dates_and_one_that_is_right_is_not_written_again(contract):
    change(contract, ends_on=date(2027, 3, 31))
    assert due(contract) == {"decide": date(2026, 6, 30), "act": date(2026, 9, 30)}
    assert Duty.objects.count() == 2
    before = Duty.history.count()
    change(contract, supplier="Another")
    assert Duty.history.count() == before


def test_without_an_end_there_is_nothing_to_do(contract):
    change(contract, ends_on=None, renewal="none", roll_months=None)
    assert not Duty.objects.exists()


def test_what_was_done_stays_as_it_was_done(contract):
    duty = contract.duty_links.get(purpose="act").duty
    duty.done_on, duty.done_note = TODAY, "Notice was given."
    duty._history_user, duty._change_reason = the_clerk(), "Done"
    duty.save()
    change(contract, ends_on=date(2027, 3, 31))
    assert due(contract)["decide"] == date(2026, 6, 30)
    duty.refresh_from_db()
    assert (duty.due_on, duty.done_on) == (date(2025, 9, 30), TODAY)


def test_a_decision_ends_the_duty_to_decide_and_says_how(contract):
    decision = a_decision(
        title="Renew the ledger", made_on=date(2024, 12, 10), classification="public"
    )
    actions.decide(contract, decision, by=the_clerk(), today=TODAY)
    duty = contract.duty_links.get(purpose="decide").duty
    assert (duty.done_on, duty.done_note) == (date(2024, 12, 10), "Decided: Renew the ledger")
    contract.refresh_from_db()
    assert contract.decided_for == date(2026, 3, 31)
    assert contract.duty_links.get(purpose="act").duty.done_on is None


def test_the_next_end_must_be_decided_anew(contract):
    actions.decide(contract, a_decision(), by=the_clerk(), today=TODAY)
    contract.refresh_from_db()
    keep_duties(contract, by=the_clerk(), today=date(2025, 10, 1))
    waiting = contract.duty_links.filter(duty__done_on=None)
    assert {(link.purpose, link.term_end) for link in waiting} == {
        ("decide", date(2027, 3, 31)), ("act", date(2027, 3, 31)),
    }  # fmt: skip


def test_a_contract_without_an_end_ahead_cannot_be_decided_about(contract):
    change(contract, renewal="none", roll_months=None, ends_on=date(2024, 1, 1))
    contract.refresh_from_db()
    with pytest.raises(Refused, match="no end ahead"):
        actions.decide(contract, a_decision(), by=the_clerk(), today=TODAY)


def test_what_was_recently_invested_in_is_not_decided_about(contract):
    said, seen = {"recent_investment": "Bought last year."}, revision_of(contract.system)
    change_system(contract.system, said, seen=seen, by=the_clerk(), today=TODAY)
    assert set(due(contract)) == {"act"}


def test_extensions_in_another_order_set_another_day(contract):
    change(contract, renewal="none", roll_months=None, notice_count=None, notice_unit="")
    for day in (date(2026, 2, 1), date(2026, 1, 1)):
        said = {"months": 12, "take_up_by": day, "taken_on": None}
        actions.add_extension(contract, said, by=the_clerk(), today=TODAY)
    assert due(contract)["act"] == date(2026, 2, 1)
    rows = list(contract.extensions.all())
    arrange(rows[::-1], by=the_clerk(), because="Moved")
    actions.extensions_moved(contract, by=the_clerk(), today=TODAY)
    assert due(contract)["act"] == date(2026, 1, 1)


def test_the_list_of_duties_says_which_contract_and_leads_to_it(client, contract):
    text = client.get(reverse("duties:index")).text
    assert "Contract “Licences”" in text
    slug = contract.system.partnership.slug
    assert reverse("contracts:detail", args=[slug, contract.pk]) in text


def test_a_duty_of_a_draft_is_seen_by_those_who_read_drafts_only(client, contract):
    change(contract, is_published=False)
    duty = contract.duty_links.first().duty
    address = reverse("duties:detail", args=[duty.pk])
    assert client.get(address).status_code == 404
    client.force_login(a_person_with_role("officer", contract.council))
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(("kind", "status"), [("officer", 200), ("democratic_services", 403)])
def test_officers_of_the_council_record_that_it_was_done(client, contract, kind, status):
    client.force_login(a_person_with_role(kind, contract.council))
    duty = contract.duty_links.first().duty
    assert client.get(reverse("duties:finish", args=[duty.pk])).status_code == status


def test_time_alone_brings_new_duties_once_and_writes_nothing_twice(contract):
    assert keep_duties_of_contracts() == 0  # nobody in whose name it could be
    system = a_user("Concordat")
    system.is_system = True
    system._history_user, system._change_reason = system, "For a test"
    system.save()
    assert keep_duties_of_contracts() == 1
    before = Duty.history.count()
    keep_duties_of_contracts()
    assert Duty.history.count() == before
    assert all(day >= timezone.localdate() for what, day in due(contract).items() if what == "act")


def test_a_duty_that_everybody_reads_does_not_name_a_restricted_decision(contract):
    decision = a_decision(title="Buy from Secret Ltd", classification="confidential")
    actions.decide(contract, decision, by=the_clerk(), today=TODAY)
    duty = contract.duty_links.get(purpose="decide").duty
    assert "Secret" not in duty.done_note
    assert "Secret" not in contract.history.latest().history_change_reason


def test_only_what_was_published_can_be_said_to_follow_a_contract(contract):
    officer = a_person_with_role("officer", contract.council)
    draft = a_decision(council=contract.council, made_on=TODAY)
    assert draft in Decision.objects.visible_to(officer)
    assert draft not in decisions_for(officer, contract.system.partnership)


def test_another_use_of_the_system_moves_the_duty_and_so_does_its_end(contract):
    longer = a_function(contract.system.partnership, lead_months=9)
    said = {"council": contract.council, "function": longer, "since": None}
    use = add_use(contract.system, said, by=the_clerk(), today=TODAY)
    assert due(contract)["decide"] == date(2024, 12, 31)
    removed = remove_use(use, by=the_clerk(), today=TODAY)
    assert due(contract)["decide"] == date(2025, 6, 30)
    put_use_back(contract.system, removed, by=the_clerk(), today=TODAY)
    assert due(contract)["decide"] == date(2024, 12, 31)


def test_the_page_asks_for_no_decision_about_what_is_left_out(contract):
    assert "Decide what follows by" in verdict(standing_of(contract, TODAY, 3))["say"]
    contract.system.recent_investment = "Bought last year."
    assert verdict(standing_of(contract, TODAY, 3))["say"].startswith("Give notice by")
