"""Writing at once to whom a call-in concerns: who must check it, and those who signed it.

A reminder comes in the morning; while a decision is frozen nobody waits for that. What a decision
is about is said only where it is public.
"""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.duties.roles import roles_on
from governance.messages.letters import Letter, Line
from governance.messages.models import Message
from governance.messages.outbox import queue
from governance.people.models import User
from governance.people.rules import Kind
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.reading import standing_signatures
from scrutiny.call_ins.states import State

SAID = {
    State.VALID: "was found valid",
    State.INVALID: "was found invalid",
    State.NO_ACTION: "ended: the decision is released",
    State.REFERRED_BACK: "ended: the decision goes back to who made it",
    State.TO_COUNCIL: "goes to the full council",
    State.LAPSED: "lapsed: it was not heard in time",
    State.WITHDRAWN: "ended: it was withdrawn",
    State.STOPPED: "ended: the notice of the decision was withdrawn",
}


def tell_of_request(call_in: CallIn, at: datetime) -> None:
    """Tell democratic services of the council that a request waits to be checked."""
    council = call_in.council
    who = roles_on(local_day(at)).who(Kind.DEMOCRATIC_SERVICES, council.pk)
    asked = words.moment(call_in.requested_at or at)
    paragraphs = (
        f"Enough members of {council.name} have signed a call-in{_of(call_in)}, on {asked}.",
        "Until it is checked, nothing may be done under the decision.",
    )
    subject = f"A call-in was requested at {council.short_name}"
    link = Line("Check the request", reverse("call_ins:check", args=[call_in.pk]))
    people = User.objects.filter(pk__in=who)
    _tell(call_in, people, "requested", subject, Letter(paragraphs, links=(link,)), at)


def tell_signers(call_in: CallIn, state: State, reason: str, at: datetime) -> None:
    """Tell those who signed what was found, or how it ended; `reason` is the published one.

    Where all of them have withdrawn it, all of them are told that it fell.
    """
    subject = f"The call-in that you signed at {call_in.council.short_name} {SAID[state]}"
    paragraphs = (f"The call-in that you signed{_of(call_in, state)} {SAID[state]}.", reason)
    link = Line("Read it", reverse("call_ins:detail", args=[call_in.pk]))
    letter = Letter(tuple(one for one in paragraphs if one), links=(link,))
    standing = [one.member for one in standing_signatures(call_in)]
    _tell(call_in, standing or _who_ever_signed(call_in), state.value, subject, letter, at)


def _who_ever_signed(call_in: CallIn) -> Iterable[User]:
    return User.objects.filter(pk__in=call_in.signatures.values("member")).order_by("pk")


def tell_of_fall(call_in: CallIn, state: State, reason: str, at: datetime) -> None:
    """Tell those who signed, and democratic services who were to check it, that it is over."""
    tell_signers(call_in, state, reason, at)
    if call_in.requested_at is None:
        return
    subject = f"The call-in that was requested at {call_in.council.short_name} {SAID[state]}"
    first = f"The call-in{_of(call_in, state)} that was requested {SAID[state]}."
    link = Line("Read it", reverse("call_ins:detail", args=[call_in.pk]))
    letter = Letter(tuple(one for one in (first, reason) if one), links=(link,))
    who = roles_on(local_day(at)).who(Kind.DEMOCRATIC_SERVICES, call_in.council_id)
    _tell(call_in, User.objects.filter(pk__in=who), f"{state} (desk)", subject, letter, at)


def _of(call_in: CallIn, state: State | None = None) -> str:
    """What a withdrawn notice named may be why it was withdrawn: it is not named again."""
    if state is State.STOPPED:
        return ""
    decision = call_in.decision
    return f" of “{decision.title}”" if decision.is_public else " of a decision that is not public"


def _tell(
    call_in: CallIn, people: Iterable[User], event: str, subject: str, letter: Letter, at: datetime
) -> None:
    for person in people:
        if person.is_active:
            key = f"call-in {call_in.pk} {event} {person.pk}"
            queue(
                key=key, kind=Message.Kind.CALL_IN, to=person, subject=subject, letter=letter, at=at
            )
