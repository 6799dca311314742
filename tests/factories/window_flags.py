"""Days proclaimed late, and the windows they would have changed."""

from datetime import date

from django.utils import timezone

from governance.models import BankHoliday, WindowFlag
from tests.factories.people import made

FUNERAL = date(2022, 9, 19)


def a_bank_holiday(**fields):
    usual = {"day": FUNERAL, "name": "State Funeral", "source": "Proclamation of 10 September 2022"}
    return made(BankHoliday(**usual | fields))


def a_flag(window, **fields):
    """Return a waiting flag on a stored window; its count as it would be is the stored one."""
    usual = {"cause": "A day was proclaimed late.", "raised_at": timezone.now(), "was_open": True}
    return made(WindowFlag(window=window, counted=window.counted, **usual | fields))
