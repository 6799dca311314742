"""Keeping cycles in step with time: what comes next has its duty when its turn comes."""

from typing import Any

from celery import shared_task
from django.utils import timezone

from governance.people.models import User
from scrutiny.cycles.keeping import keep_all


@shared_task(name="scrutiny.keep_review_cycles")
def keep_review_cycles(**_: Any) -> int:
    """Bring every published cycle in step with today; returns how many there are.

    Safe to run twice. Pages do not wait for it: they work out what is due by themselves.
    """
    by = User.objects.filter(is_system=True).first()
    return keep_all(by=by, today=timezone.localdate()) if by else 0
