"""Keeping duties in step with time: a contract that rolls on has another notice date."""

from typing import Any

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from governance.people.models import User
from roadmap.contracts.duties import keep_duties
from roadmap.contracts.models import Contract


@shared_task(name="roadmap.keep_duties_of_contracts")
def keep_duties_of_contracts(**_: Any) -> int:
    """Bring every contract's duties in step with today; returns how many contracts there are.

    Safe to run twice: a duty that is right is not written. Pages do not wait for it, as they work
    dates out themselves.
    """
    by = User.objects.filter(is_system=True).first()
    contracts = Contract.objects.select_related("system", "council").order_by("pk")
    if by is None:
        return 0
    for contract in contracts:
        with transaction.atomic():
            keep_duties(contract, by=by, today=timezone.localdate())
    return len(contracts)
