"""Telling subscribers, and erasing addresses that nobody wants kept. Safe to run twice."""

from typing import Any

from celery import shared_task
from django.utils import timezone

from governance.subscriptions import erasing, telling
from governance.subscriptions.models import Telling

AT_MOST = 50


@shared_task(name="governance.keep_subscriptions")
def keep_subscriptions(**_: Any) -> int:
    """Tell what was not told yet, and erase what was not confirmed in time; returns how many."""
    now = timezone.now()
    waiting = Telling.objects.filter(done_at=None).order_by("at", "pk")
    told = sum(telling.tell(pk, now) for pk in waiting.values_list("pk", flat=True)[:AT_MOST])
    return told + erasing.erase_lapsed(now) + erasing.forget_strays()
