"""The duty that each gate makes: its body decides before the phase may start."""

from typing import Any

from governance.duties.actions import keep
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.people.models import User
from roadmap.items import rules
from roadmap.items.models import Item
from roadmap.items.parts import GateDuty, PhaseGate

FOLLOWS = "Follows from a gate of the roadmap"
LONGEST_TITLE = Duty._meta.get_field("title").max_length or 300


def keep_gate(gate: PhaseGate, *, by: User) -> None:
    """Bring the duty of a gate in step with it; call inside the action's transaction.

    It is done on the day that the gate was decided, and to be done again where that was taken back.
    """
    gate = PhaseGate.objects.select_related("item", "body__lead_council").get(pk=gate.pk)
    link = GateDuty.objects.select_related("duty").filter(gate=gate).first()
    duty = link.duty if link else Duty(kind=Duty.Kind.PHASE_GATE)
    if duty.done_on and duty.done_on != gate.decided_on:
        duty.done_on, duty.done_note = None, ""
        write(duty, by=by, because="What became of the gate was recorded anew")
    duty = keep(duty, _facts(gate), by=by, because=FOLLOWS)
    if gate.decided_on and not duty.done_on:
        said = rules.Outcome(gate.outcome).words
        duty.done_on, duty.done_note = gate.decided_on, f"{said}. {gate.sentence}".strip()
        write(duty, by=by, because="The gate was decided")
    if link is None:
        write(GateDuty(gate=gate, duty=duty), by=by, because=FOLLOWS)


def keep_gates_of(item: Item, *, by: User) -> None:
    """Bring the duties of all gates of an item in step with it; inside a transaction."""
    for gate in PhaseGate.objects.filter(item=item).order_by("pk"):
        keep_gate(gate, by=by)


def drop_gate(gate: Any, *, by: User, because: str) -> None:
    """Take the duty of a gate away, before the gate itself goes."""
    if link := GateDuty.objects.select_related("duty").filter(gate=gate).first():
        duty = link.duty
        remove(link, by=by, because=because)
        remove(duty, by=by, because=because)


def _facts(gate: PhaseGate) -> dict[str, Any]:
    said = f"Decide before phase {gate.phase}: {gate.item.title}"
    return {
        "title": said if len(said) <= LONGEST_TITLE else f"{said[: LONGEST_TITLE - 1]}…",
        "council": gate.body.lead_council,
        "holder": gate.body.name,
        "due_on": gate.due_on,
        "is_illustrative": gate.is_illustrative or gate.item.is_illustrative,
    }
