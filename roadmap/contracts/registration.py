"""What contracts make known to governance: their history, and the duties that they make."""

from typing import Any

from django.db import models
from django.urls import reverse

from governance.duties import sources
from governance.history import registry
from governance.history.registry import Part
from governance.people.permissions import Visitor
from roadmap.contracts.models import Contract, ContractDuty, CoveredCouncil, Extension, Licence
from roadmap.contracts.permissions import can_edit

PARTS = [
    Part(Extension, "contract", lambda row: f"Extension of {row.months} months"),
    Part(Licence, "contract", lambda row: f"Licence “{row.name}”"),
    Part(CoveredCouncil, "contract", lambda row: f"Covers {row.council.name}", ("council",)),
]


def register_all() -> None:
    """Called once, as the app starts."""
    registry.register(
        "contract",
        registry.Kind(
            model=Contract,
            visible=lambda user: Contract.objects.visible_to(user).select_related(
                "system__partnership", "council"
            ),
            address=_address,
            home=lambda one: ({one.council_id}, one.system.partnership_id),
            parts=PARTS,
        ),
    )
    sources.register(
        sources.Source(
            relation="of_contract",
            visible=_links,
            select=("contract__system__partnership", "contract__council"),
            where=lambda link: f"Contract “{link.contract.title}”",
            address=lambda link: _address(link.contract),
            can_finish=lambda user, link: can_edit(user, link.contract),
            whose="officers of the council that made the contract",
        )
    )


def _address(contract: Contract) -> str:
    return reverse("contracts:detail", args=[contract.system.partnership.slug, contract.pk])


def _links(user: Visitor) -> "models.QuerySet[Any]":
    return ContractDuty.objects.filter(contract__in=Contract.objects.visible_to(user))
