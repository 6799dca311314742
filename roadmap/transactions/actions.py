"""Recording what can be done online, and verifying it again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from governance.councils.models import Council, Partnership
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.people.models import User
from roadmap.transactions.duties import keep_recheck, keep_rechecks
from roadmap.transactions.models import Recheck, Service, Transaction

MOST_SERVICES = 2000


@transaction.atomic
def add_service(partnership: Partnership, said: dict[str, Any], *, by: User) -> Service:
    """Enter a service from fields of Service. Raises Refused for a name that is there."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    _check_name(partnership, said["name"], 0)
    if partnership.services.count() >= MOST_SERVICES:
        raise Refused(f"A partnership has at most {MOST_SERVICES:,} services.")
    service = Service(partnership=partnership, **said)
    return write(service, by=by, because="Entered a service")


@transaction.atomic
def change_service(
    service: Service, said: dict[str, Any], *, seen: int, by: User, today: date
) -> Service:  # fmt: skip
    """Change a service; see `history.actions.write_seen`. Raises ChangedMeanwhile and Refused."""
    Partnership.objects.select_for_update().get(pk=service.partnership_id)
    _check_name(service.partnership, said["name"], service.pk)
    service = write_seen(service, said, seen=seen, by=by, because="Changed a service")
    keep_rechecks(service.partnership, by=by, today=today)
    return service


def _check_name(partnership: Partnership, name: str, own: int) -> None:
    if partnership.services.filter(name=name).exclude(pk=own).exists():
        raise Refused(f"There is a service called “{name}” already.")


@transaction.atomic
def record(
    service: Service, council: Council, said: Mapping[str, Any], *, seen: int, by: User,
    today: date, because: str = "Recorded what is online",
) -> Transaction:  # fmt: skip
    """Record what a council offers of a service: fields of Transaction.

    `seen` is the history row that `by` last saw, 0 where nothing was recorded. Raises
    ChangedMeanwhile, and Refused where somebody recorded the first facts meanwhile.
    """
    Service.objects.select_for_update().get(pk=service.pk)
    known = Transaction.objects.filter(service=service, council=council).first()
    if known is None:
        row = write(Transaction(service=service, council=council, **said), by=by, because=because)
    elif not seen:
        raise Refused(
            "Somebody has recorded this meanwhile. Open it again to see what; yours is still here."
        )
    else:
        row = _write_seen(known, dict(said), seen, by, because)
    keep_recheck(service.partnership, council, by=by, today=today)
    return row


def _write_seen(
    known: Transaction, said: dict[str, Any], seen: int, by: User, because: str
) -> Transaction:  # fmt: skip
    try:
        with transaction.atomic():
            return write_seen(known, said, seen=seen, by=by, because=because)
    except IntegrityError:
        raise Refused(
            "Somebody else changed this while you were writing, and the two do not fit together. "
            "Open it again to see what was saved; what you typed is still here."
        ) from None


@transaction.atomic
def verify(row: Transaction, *, by: User, post: str, today: date) -> Transaction:
    """Record that what is known was looked at today and that nothing changed.

    `post` is who did: a role, as pages name posts and not people.
    """
    # Whoever changes a cell locks its service first: an import reads many cells at once.
    Service.objects.select_for_update().get(pk=row.service_id)
    row = Transaction.objects.select_related("service__partnership", "council").get(pk=row.pk)
    row.verified_on, row.verified_by = today, post
    write(row, by=by, because="Verified: nothing changed")
    keep_recheck(row.service.partnership, row.council, by=by, today=today)
    return row


@transaction.atomic
def set_recheck(partnership: Partnership, months: int, *, by: User, today: date) -> Recheck:
    """Set after how many months the partnership's data is verified again; duties follow."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    found = Recheck.objects.filter(partnership=partnership).first()
    found = found or Recheck(partnership=partnership)
    found.months = months
    write(found, by=by, because="Set how old data may get")
    keep_rechecks(partnership, by=by, today=today)
    return found
