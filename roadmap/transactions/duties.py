"""The duty of each council to verify its oldest data again, after the partnership's set age."""

from datetime import date
from typing import Any

from django.db.models import DateField, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce, TruncDate

from governance.calendar import words
from governance.calendar.rules import months_from
from governance.councils.models import Council, Partnership
from governance.duties.actions import keep
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.people.models import User
from roadmap.transactions.models import USUAL_MONTHS, Recheck, RecheckDuty, Transaction

BECAUSE = "Follows from when services were verified"


def months_of(partnership: Partnership) -> int:
    """Return after how many months data of `partnership` is verified again."""
    found = Recheck.objects.filter(partnership=partnership).values_list("months", flat=True)
    return found.first() or USUAL_MONTHS


def _of() -> Coalesce:
    """Return of which day data is: when it was verified, or, if it never was, first recorded."""
    first = Transaction.history.filter(id=OuterRef("pk")).order_by("history_date", "history_id")
    made = Subquery(first.annotate(day=TruncDate("history_date")).values("day")[:1])
    return Coalesce("verified_on", made, output_field=DateField())


def keep_recheck(
    partnership: Partnership, council: Council, *, by: User, today: date
) -> None:  # fmt: skip
    """Bring the council's duty in step with its oldest data; call inside a transaction.

    Only published services count, so that the duty tells nothing of a draft. When what was due has
    been verified the duty is done, and the next follows from what is then the oldest. The council's
    membership is locked: two who verify at once never make a duty twice.
    """
    list(partnership.constituents.select_for_update().filter(council=council))
    rows = Transaction.objects.filter(
        service__partnership=partnership, service__is_published=True, council=council
    ).annotate(of=_of())
    oldest = rows.aggregate(oldest=Min("of"))["oldest"]
    known = RecheckDuty.objects.select_for_update(of=("self",)).select_related("duty")
    link = known.filter(partnership=partnership, council=council, duty__done_on=None).first()
    if oldest is None:
        if link:
            duty = link.duty
            remove(link, by=by, because="Nothing to verify is left")
            remove(duty, by=by, because="Nothing to verify is left")
        return
    if link and link.oldest_on < oldest:
        _finish(link.duty, by=by, today=today)
        link = None
    facts = {
        "title": f"Verify the online services of {council.short_name} again: the oldest data is of "
        f"{words.plain_day(oldest)}",
        "council": council,
        "due_on": months_from(oldest, months_of(partnership)),
        "is_illustrative": not rows.filter(of=oldest, is_illustrative=False).exists(),
    }
    _keep(link, facts, RecheckDuty(partnership=partnership, council=council, oldest_on=oldest), by)


def _keep(link: RecheckDuty | None, facts: dict[str, Any], new: RecheckDuty, by: User) -> None:
    """Write the duty with these facts, and its link: the open one, or a new one."""
    duty = link.duty if link else Duty(kind=Duty.Kind.RECHECK)
    duty = keep(duty, facts, by=by, because=BECAUSE)
    if link is None:
        new.duty = duty
        write(new, by=by, because=BECAUSE)
    elif link.oldest_on != new.oldest_on:
        link.oldest_on = new.oldest_on
        write(link, by=by, because=BECAUSE)


def _finish(duty: Duty, *, by: User, today: date) -> None:
    duty.done_on, duty.done_note = today, "Everything of that age was verified again."
    write(duty, by=by, because="Verified again")


def keep_rechecks(partnership: Partnership, *, by: User, today: date) -> None:
    """Bring the duties of every council of `partnership` in step."""
    members = Council.objects.filter(memberships__partnership=partnership)
    for council in members.order_by("pk"):
        keep_recheck(partnership, council, by=by, today=today)
