"""What an administrator does about a message that was given up."""

from datetime import datetime

import structlog
from django.db import transaction

from governance.errors import Refused
from governance.messages.models import Message
from governance.messages.outbox import ask_to_send
from governance.messages.sources import NOT_WANTED
from governance.messages.states import State, check_move
from governance.people.models import User

log = structlog.get_logger(__name__)


def why_not_again(message: Message) -> str:
    """Return, as a sentence, why a message cannot be tried anew; blank where it can."""
    if not message.to:
        return "Its address was erased, as its owner follows nothing any more."
    return NOT_WANTED if message.last_error == NOT_WANTED else ""


@transaction.atomic
def try_again(message: Message, *, by: User, at: datetime) -> Message:
    """Let a message that was given up be tried anew, with all its attempts. Raises Refused.

    Its doubts stay, so that a service which can say what it took before is asked first.
    """
    message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    check_move(State(message.state), State.WAITING)
    if why := why_not_again(message):
        raise Refused(why)
    before = f"{message.last_error} Tried anew at the word of {by}.".strip()
    Message.objects.filter(pk=message.pk).update(
        state=State.WAITING, not_before=at, attempts=0, ended_at=None, last_error=before
    )
    log.info("a message is tried anew", message=message.pk, by=by.pk)
    transaction.on_commit(ask_to_send)
    return message
