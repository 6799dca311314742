"""Who of the public follows what by e-mail."""

from datetime import datetime
from itertools import count

from governance.calendar.local_time import LONDON
from governance.models import Subscription

ASKED = datetime(2023, 1, 9, 9, tzinfo=LONDON)
_numbers = count(1)


def a_subscription(council=None, **fields):
    """Return a confirmed subscription to a council, or to the `issue` that is given."""
    usual = {"email": f"reader{next(_numbers)}@example.org", "created_at": ASKED}
    found = Subscription(council=council, **usual | {"confirmed_at": ASKED} | fields)
    found.save()
    return found
