"""Each gate makes a duty, in step with it, done when its body has decided."""

from datetime import date

import pytest

from governance.history.actions import revision_of
from governance.models import Duty
from governance.people.rules import Kind
from roadmap.items import actions
from roadmap.items.tasks import keep_duties_of_gates
from roadmap.models import GateDuty, PhaseGate
from tests.factories.councils import a_council, a_partnership
from tests.factories.meetings import a_body
from tests.factories.people import a_person_with_role, a_user, the_clerk
from tests.factories.roadmap_items import a_gate, an_item
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
DUE, DECIDED = date(2024, 3, 28), date(2024, 3, 20)


@pytest.fixture
def gate():
    council = a_council("Boston")
    item = an_item(a_partnership(council), title="Telephony")
    said = {"body": a_body(council), "due_on": DUE, "phase": 2}
    return actions.add_gate(item, said, by=the_clerk())


def change(gate, **said):
    return actions.change_gate(gate, said, revision_of(gate), by=the_clerk())


def duty_of(gate):
    return Duty.objects.get(of_gate__gate=gate)


def test_a_gate_makes_a_duty_of_the_body_that_decides(gate):
    duty = duty_of(gate)
    assert (duty.kind, duty.title, duty.due_on, duty.holder, duty.council) == (
        "gate", "Decide before phase 2: Telephony", DUE, "Cabinet", gate.body.lead_council,
    )  # fmt: skip


def test_a_gate_that_is_moved_moves_its_duty(gate):
    change(gate, due_on=date(2024, 6, 30))
    assert duty_of(gate).due_on == date(2024, 6, 30)


def test_a_decided_gate_has_done_its_duty_and_one_taken_back_has_not(gate):
    change(gate, outcome="passed", decided_on=DECIDED, sentence="It adds value.")
    assert (duty_of(gate).done_on, duty_of(gate).done_note) == (DECIDED, "Passed. It adds value.")
    change(gate, outcome="waiting", decided_on=None, sentence="")
    assert duty_of(gate).done_on is None


def test_a_renamed_item_renames_its_duties(gate):
    item = gate.item
    actions.change_item(item, {"title": "Phones"}, revision_of(item), by=the_clerk())
    assert duty_of(gate).title == "Decide before phase 2: Phones"


def test_a_removed_gate_takes_its_duty_along_and_brings_it_back(gate):
    item, rows = gate.item, gate.item.gates.all()
    removed = actions.take_out_part(gate, lambda _: "", by=the_clerk(), because="By mistake")
    assert not Duty.objects.exists()
    actions.put_back_part(
        item, rows, removed, by=the_clerk(), because="It was right", today=DECIDED
    )
    assert Duty.objects.get().of_gate.gate == PhaseGate.objects.get()


def test_gates_recorded_before_get_their_duty_once():
    a_user("System", "system@example.org")
    by = the_clerk()
    by.is_system = True
    by.save()
    gate = a_gate()
    assert keep_duties_of_gates() == 1
    assert duty_of(gate).due_on == gate.due_on
    with nothing_written():
        keep_duties_of_gates()
    assert GateDuty.objects.count() == 1


def test_the_duty_of_a_draft_is_seen_by_those_who_see_the_draft(client):
    council = a_council()
    item = an_item(a_partnership(council), is_published=False)
    said = {"body": a_body(council), "due_on": DUE, "phase": 2}
    actions.add_gate(item, said, by=the_clerk())
    officer = a_person_with_role(Kind.OFFICER, council)
    stranger = a_person_with_role(Kind.OFFICER, a_council())
    assert Duty.objects.visible_to(officer).count() == 1
    assert Duty.objects.visible_to(stranger).count() == 0
