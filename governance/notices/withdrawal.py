"""Withdrawing a notice: its address stays and says so, and nobody can read what it published."""

from datetime import datetime

from django.db import transaction

from governance.calendar import words
from governance.called_in import requests
from governance.decisions import states as decision_states
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import write
from governance.notices.facts import decisions_of
from governance.notices.models import Notice
from governance.notices.states import State, check_move
from governance.people.models import User
from governance.subscriptions import telling


@transaction.atomic
def withdraw(
    notice: Notice, *, by: User, at: datetime, reason: str, title: str, seen: int | None = None
) -> Notice:
    """Withdraw a published notice; `reason` and `title` are what its address shows from then on.

    Every call-in window it opened stops, and its decisions are made but not published: nothing may
    be done under them until they are published again, in a new notice with windows of its own.
    What was published stays in the database and is shown to nobody. `seen` is the number of the
    version that `by` was shown. Raises Refused, and then nothing is written. Source: our own
    caution, and the constitution's rule that nothing is done under a decision before its notice.
    """
    notice = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if notice.withdrawn_at:
        raise Refused(f"This notice was already withdrawn at {words.moment(notice.withdrawn_at)}.")
    if notice.state == State.DRAFT:
        raise Refused("This notice is a draft: nobody has read it, so it is not withdrawn.")
    check_move(State(notice.state), State.WITHDRAWN)
    if not reason.strip():
        raise Refused("Say why it is withdrawn. The reason takes the place of the notice.")
    if not title.strip():
        raise Refused("Say what readers are told was withdrawn.")
    newest = notice.versions.select_related("published_by").latest("number")
    if seen is not None and newest.number != seen:
        raise Refused(
            f"{newest.published_by} published version {newest.number} at "
            f"{words.moment(newest.recorded_at)}. Read it before you withdraw the notice."
        )
    decisions = _published_decisions(notice)
    for decision in decisions:
        decision_states.check_move(decision_states.State.PUBLISHED, decision_states.State.MADE)
        decision.state = decision_states.State.MADE
        write(decision, by=by, because=f"Its notice was withdrawn: {reason.strip()}")
    notice.state, notice.withdrawn_at = State.WITHDRAWN, at
    notice.withdrawn_reason, notice.title = reason.strip(), title.strip()
    notice = write(notice, by=by, because=f"Withdrawn: {reason.strip()}")
    requests.changed([decision.pk for decision in decisions], by=by, at=at)
    telling.note(notice, telling.WITHDRAWN, at)
    return notice


def _published_decisions(notice: Notice) -> list[Decision]:
    ids = [decision.pk for decision in decisions_of(notice)]
    rows = Decision.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    return list(rows.filter(state=decision_states.State.PUBLISHED))
