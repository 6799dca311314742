"""The morning's reminders. Safe to run twice, at once, or late in the day."""

from typing import Any

from celery import shared_task
from django.utils import timezone

from governance.messages import machinery
from governance.people.models import User
from governance.reminders.morning import remind as remind_now


@shared_task(name="governance.remind")
def remind(**_: Any) -> dict[str, int]:
    """Tell everybody what they are to be told today; returns what was done."""
    machinery.note(machinery.REMINDED)
    by = User.objects.filter(is_system=True).first()
    return dict(remind_now(timezone.now(), by=by)) if by else {}
