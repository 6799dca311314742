"""Entering from what sum a council treats a decision as key. A sum that was in force is kept."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.councils.models import Council
from governance.errors import Refused
from governance.history.actions import write
from governance.key_decisions.models import KeyThreshold
from governance.people.models import User


@transaction.atomic
def set_threshold(council: Council, facts: dict[str, Any], *, by: User) -> KeyThreshold:
    """Enter the sum in force from `facts["from_on"]`; the one before it ends the day before.

    `facts` holds amount_pence, from_on, wards and source. Raises Refused where it would begin
    before the one in force did. Source: SI 2012/2089, regulation 8, and the constitution.
    """
    Council.objects.select_for_update().get(pk=council.pk)
    begins: date = facts["from_on"]
    newest = council.key_thresholds.order_by("from_on", "pk").last()
    if newest and newest.from_on and newest.from_on >= begins:
        raise Refused(
            f"{words.pounds(newest.amount_pence)} is entered from {words.day(newest.from_on)}: a "
            "new sum must begin after that day."
        )
    if newest and newest.to_on is None:
        newest.to_on = begins - timedelta(days=1)
        write(newest, by=by, because=f"Another sum is in force from {words.day(begins)}")
    threshold = KeyThreshold(council=council, **facts)
    return write(threshold, by=by, because="Entered the sum of a key decision")
