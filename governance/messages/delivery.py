"""Sending what waits in the outbox: claimed, handed over, and its end written down.

Each step is a short transaction of its own, so that any worker may die between any two. A claim is
a worker's word until a moment of the database's clock, longer than any worker's task may run. Who
finds one that lapsed takes the message over: before the text was handed over nothing had been
sent, and after that it is in doubt.
"""

import time
from datetime import timedelta
from uuid import UUID, uuid4

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from governance.messages import sources
from governance.messages.models import Message
from governance.messages.rules import Ending, after
from governance.messages.states import State
from governance.messages.transport import NotSentError, Transport

log = structlog.get_logger(__name__)
LAPSED = "The worker that was sending it stopped."
FREE = {"claim": None, "claimed_until": None, "handed_over_at": None}


def deliver(through: Transport, *, seconds: float) -> dict[str, int]:
    """Send what is due, one by one, for so long; return how many ended how.

    A way that is blocked ends the run after one attempt: the messages behind it keep theirs.
    """
    told = dict.fromkeys((ending.value for ending in Ending), 0)
    until = time.monotonic() + seconds
    while time.monotonic() < until and (message := claim_next()):
        is_blocked = False
        try:
            ending, said = Ending.SENT, _send(through, message)
        except NotSentError as error:
            ending, said, is_blocked = error.ending, str(error), error.is_blocked
        if finish(message, ending, said):
            told[ending] += 1
        if is_blocked:
            break
    return told


@transaction.atomic
def claim_next() -> Message | None:
    """Claim the message that has waited longest, if any is due and nobody holds it."""
    due = Q(state=State.WAITING, not_before__lte=Now()) | Q(
        state=State.CLAIMED, claimed_until__lte=Now()
    )
    rows = Message.objects.select_for_update(skip_locked=True, of=("self",))
    for message in rows.filter(due).order_by("not_before", "pk")[:10]:
        if message.state == State.CLAIMED and message.handed_over_at:
            message.doubts += 1
            step = after(Ending.IN_DOUBT, attempts=message.attempts, doubts=message.doubts)
            if step.is_given_up:
                facts = {"last_error": LAPSED, "ended_at": Now(), "doubts": message.doubts}
                _write(message, State.GIVEN_UP, **facts, **FREE)
                continue
        message.claim = uuid4()
        lease = timedelta(seconds=settings.MAIL_CLAIM_SECONDS)
        Message.objects.filter(pk=message.pk).update(
            state=State.CLAIMED, claim=message.claim, claimed_until=Now() + lease,
            handed_over_at=None, attempts=F("attempts") + 1, doubts=message.doubts,
        )  # fmt: skip
        message.attempts += 1
        return message
    return None


def _send(through: Transport, message: Message) -> str:
    claim = message.claim
    try:
        sources.check_wanted(message)
        return through.send(message, lambda: hand_over(message.pk, claim))
    except NotSentError:
        raise
    except Exception as error:
        # One that cannot even be composed must not stop those behind it.
        log.exception("a message could not be sent", message=message.pk)
        raise NotSentError(Ending.NOT_SENT, f"{type(error).__name__}: {error}") from error


def hand_over(message_id: int, claim: UUID | None) -> bool:
    """Write down that the text leaves now; False where another took the message over."""
    mine = Message.objects.filter(pk=message_id, state=State.CLAIMED, claim=claim)
    return bool(mine.update(handed_over_at=Now()))


@transaction.atomic
def finish(message: Message, ending: Ending, said: str) -> bool:
    """Write down how an attempt ended; False where another took the message over meanwhile."""
    rows = Message.objects.select_for_update(of=("self",))
    mine = rows.filter(pk=message.pk, state=State.CLAIMED, claim=message.claim).first()
    if mine is None:
        return False
    doubts = mine.doubts + (ending is Ending.IN_DOUBT)
    step = after(ending, attempts=mine.attempts, doubts=doubts)
    if step.is_sent:
        _write(mine, State.SENT, receipt=said[:200], last_error="", ended_at=Now(), **FREE)
    elif step.wait is None:
        _write(mine, State.GIVEN_UP, last_error=said, ended_at=Now(), doubts=doubts, **FREE)
        if ending is Ending.NOT_WANTED:
            sources.dropped(mine)
    else:
        _write(
            mine, State.WAITING, last_error=said, not_before=Now() + step.wait, doubts=doubts,
            **FREE,
        )  # fmt: skip
    return True


def _write(message: Message, state: State, **facts: object) -> None:
    Message.objects.filter(pk=message.pk).update(state=state, **facts)
