"""Importing volumes: all of a table or nothing of it."""

from datetime import date

from django.db import transaction

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import write
from governance.people.models import User
from roadmap.spreadsheets.models import PendingImport
from roadmap.spreadsheets.planning import NotAsSeen
from roadmap.transactions.duties import keep_recheck
from roadmap.transactions.models import Service, Transaction
from roadmap.volumes.plan import Planner


@transaction.atomic
def apply(
    pending: PendingImport, partnership: Partnership, *, seen: str, by: User, today: date
) -> int:  # fmt: skip
    """Write every volume of a chosen table; return how many. `partnership` has its members.

    `seen` is the fingerprint of the plan that `by` looked at. Raises NotAsSeen, writing nothing, if
    the matrix moved since or a cell is wrong; Refused where there is nothing to write.
    """
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    # Whoever records one cell locks its service first: nobody changes one while we do.
    list(Service.objects.select_for_update().filter(partnership=partnership).order_by("pk"))
    plan = Planner(partnership, by).plan(pending.sheet)
    if plan.problems:
        raise NotAsSeen(plan, "Nothing was imported: something is wrong with the cells below.")
    if plan.fingerprint != seen:
        says = "Nothing was imported: the services were changed while you looked. Look again."
        raise NotAsSeen(plan, says)
    if not plan.changes:
        raise Refused("The table changes nothing, so nothing was written.")
    for one in plan.changes:
        row = one.row or Transaction(service=one.service, council=one.council)
        row.volume, row.volume_year = one.volume, one.year
        write(row, by=by, because=f"Volume imported from {pending.name}")
    for council in {one.council.pk: one.council for one in plan.changes}.values():
        keep_recheck(partnership, council, by=by, today=today)
    return len(plan.changes)
