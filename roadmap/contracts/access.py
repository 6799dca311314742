"""Finding a contract for somebody who may read it, or change it."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.councils.models import Partnership
from governance.decisions.models import PUBLISHED, Decision
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from roadmap.contracts import permissions
from roadmap.contracts.models import Contract
from roadmap.permissions import whose
from roadmap.publication import drafts_of


def readable(request: HttpRequest, slug: str, pk: int) -> Contract:
    """Return the contract at this address; to a stranger a draft is the same as none at all."""
    contracts = Contract.objects.visible_to(request.user).select_related(
        "system__partnership", "council"
    )
    return get_object_or_404(contracts, pk=pk, system__partnership__slug=slug)


def editable(request: HttpRequest, slug: str, pk: int) -> Contract:
    """Return the contract to those who may change it; raises PermissionDenied for the others."""
    contract = readable(request, slug, pk)
    if not permissions.can_edit(request.user, contract):
        raise PermissionDenied(whose(contract.system.partnership, contract.council))
    return contract


def decisions_for(user: Visitor, partnership: Partnership) -> "QuerySet[Decision]":
    """Return the published decisions of its councils that `user` may see, newest first.

    A draft is none yet: what follows a contract would be announced before the decision is.
    """
    members = partnership.constituents.values("council")
    published = Decision.objects.visible_to(user).filter(PUBLISHED)
    found = published.filter(council__in=members, made_on__isnull=False)
    return found.order_by("-made_on", "-pk")


def reads_money(user: Visitor, contract: Contract) -> bool:
    """May `user` read the sums? Those withheld are read by those who may read drafts."""
    if not contract.money_withheld:
        return True
    if not seats_of(user).councils(Ability.READ_DRAFTS) | seats_of(user).partnerships(
        Ability.READ_DRAFTS
    ):
        return False
    return Contract.objects.filter(drafts_of(user, "system__partnership"), pk=contract.pk).exists()
