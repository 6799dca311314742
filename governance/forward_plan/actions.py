"""Writing entries of the forward plan, and beginning their notices."""

from typing import Any

from django.db import transaction

from governance.councils.models import Council
from governance.forward_plan.models import ForwardPlanEntry
from governance.history.actions import write, write_seen
from governance.notices.drafting import begin
from governance.notices.models import Notice
from governance.people.models import User


@transaction.atomic
def begin_entry(council: Council, said: dict[str, Any], *, by: User) -> Notice:
    """Write an entry from fields of ForwardPlanEntry, and the draft of its notice.

    Source: SI 2012/2089, regulation 9.
    """
    entry = ForwardPlanEntry(council=council, **said)
    write(entry, by=by, because="Entered a key decision to come")
    return begin_notice(entry, Notice.Kind.KEY_DECISION, by=by)


def record(
    entry: ForwardPlanEntry, changes: dict[str, Any], *, seen: int, by: User
) -> ForwardPlanEntry:
    """Write `changes` (field: value); see `history.actions.write_seen` for two people at once."""
    return write_seen(
        entry, changes, seen=seen, by=by, because="Changed the entry of a key decision"
    )


def begin_notice(entry: ForwardPlanEntry, kind: str, *, by: User) -> Notice:
    """Write the draft of one of the entry's notices; Refused where one stands."""
    return begin(entry.council, kind, entry, title=entry.title, field="entry", by=by)
