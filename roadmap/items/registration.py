"""What items and rollouts make known to governance: whose history is read where, and duties."""

from typing import Any

from django.urls import reverse

from governance.duties import sources
from governance.history.registry import Kind, Part, register
from roadmap.items.models import Item, Rollout
from roadmap.items.parts import Dependency, GateDuty, Milestone, PhaseGate


def _address(item: Item) -> str:
    return reverse("items:item", args=[item.partnership.slug, item.slug])


def _councils(item: Item) -> set[int]:
    return set(item.partnership.constituents.values_list("council", flat=True))


def register_all() -> None:
    """Let the history pages show items with their parts, and gates make duties."""
    register("roadmap-item", _item())
    register("rollout", _rollout())
    sources.register(
        sources.Source(
            relation="of_gate",
            visible=GateDuty.objects.visible_to,
            select=("gate__item__partnership",),
            where=lambda link: f"Roadmap item “{link.gate.item.title}”",
            address=lambda link: _address(link.gate.item),
            # It is done by deciding the gate, and by nothing else.
            can_finish=lambda *_: False,
            whose="whoever records at the gate itself what the body decided: partnership officers",
        )
    )


def _item() -> Kind:
    return Kind(
        Item,
        lambda user: Item.objects.visible_to(user).select_related("partnership"),
        _address,
        lambda item: (_councils(item), item.partnership_id),
        [
            Part(Rollout, "item", lambda row: f"Rollout {_place(row)}", names=("council",)),
            Part(Milestone, "item", lambda row: f"Milestone “{row.title}”"),
            Part(Dependency, "item", lambda row: f"Need of “{row.needs}”", names=("needs",)),
            Part(PhaseGate, "item", lambda row: f"Gate before phase {row.phase}"),
        ],
    )


def _rollout() -> Kind:
    return Kind(
        Rollout,
        lambda user: Rollout.objects.visible_to(user).with_names(),
        lambda rollout: f"{_address(rollout.item)}#row-{rollout.pk}",
        lambda rollout: (
            # A roadmap is shared: officers of each council read who changed what of any row.
            _councils(rollout.item),
            rollout.item.partnership_id,
        ),
        [],
    )


def _place(row: Any) -> str:
    place = f"of {row.council.short_name}" if row.council else "of all councils together"
    return f"{place}, phase {row.phase}" if row.phase > 1 else place
