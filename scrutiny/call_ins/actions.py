"""Asking for a call-in: beginning one, signing it, taking a signature back.

The last signature that the rule needs makes it a request in the same transaction. Whoever signs at
the same instant waits for the lock, and finds it requested: their signature is kept beside.
"""

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.models import CallInWindow
from governance.called_in.actions import end, locked_newest
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.people.models import User
from scrutiny.call_ins.duties import keep_duties
from scrutiny.call_ins.facts import fact_of
from scrutiny.call_ins.locking import locked
from scrutiny.call_ins.models import CallIn, Signature
from scrutiny.call_ins.reading import (
    conduct_of,
    needs_of,
    stage_of,
    standing_signatures,
    why_closed,
)
from scrutiny.call_ins.rules import Answer, enough, may_hand_in, may_sign
from scrutiny.call_ins.states import State, check_move
from scrutiny.call_ins.telling import tell_of_fall, tell_of_request

WITHDREW = "All who signed withdrew it."


def text_of(call_in: CallIn) -> str:
    """Return the fingerprint of what is signed: a member signs the text that they read."""
    said = f"{call_in.grounds}\0{call_in.reasons}\0{call_in.alternative}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@transaction.atomic
def begin(
    window: CallInWindow, said: dict[str, Any], *, by: User, at: datetime, **more: Any
) -> CallIn:
    """Write down why `by` wants the decision called in, for members to sign; `at` is now.

    What they began before in the same words, as by pressing twice, is returned instead.
    `said` holds grounds, reasons and alternative. Raises Refused where they may not sign, or where
    call-in is not open, with the published reason. Source: the council's call-in rule.
    """
    window = locked_newest(window)
    _refuse(why_closed(window, at))
    _refuse_signing(may_sign(conduct_of(window), fact_of(by.pk, window.council_id, at)))
    begun = CallIn.objects.filter(
        decision=window.decision, council=window.council, begun_by=by, state=State.GATHERING, **said
    )
    if found := begun.order_by("pk").first():
        return found
    call_in = CallIn(
        decision=window.decision, council=window.council, window=window, begun_by=by,
        begun_at=at, **said, **more,
    )  # fmt: skip
    return write(call_in, by=by, because="Began to gather signatures for a call-in")


@transaction.atomic
def change(call_in: CallIn, said: dict[str, Any], *, seen: int, by: User, at: datetime) -> CallIn:
    """Write another text, which only who began it may, and only until somebody has signed."""
    call_in, _ = locked(call_in)
    _refuse(why_not_changed(call_in, by, at))
    return write_seen(call_in, said, seen=seen, by=by, because="Changed the text of a call-in")


def why_not_changed(call_in: CallIn, by: User, at: datetime) -> str:
    """Return why `by` cannot change the text of a call-in, in a sentence, or nothing."""
    if call_in.begun_by_id != by.pk:
        return f"{call_in.begun_by} began this call-in, and alone changes its text."
    if call_in.state != State.GATHERING or call_in.signatures.standing().exists():
        return "It is signed. What members have signed is not changed: begin another."
    return why_closed(call_in.window, at, call_in)


@transaction.atomic
def sign(call_in: CallIn, *, read: str, by: User, at: datetime) -> CallIn:
    """Add the signature of `by`, made at `at`; enough of them make it a request at that instant.

    `read` is the fingerprint of the text that they confirmed. At the moment the window closes it is
    too late. A signature that comes once it is requested is kept beside, until it is checked.
    Raises Refused. Source: the council's call-in rule.
    """
    call_in, window = locked(call_in)
    if call_in.state not in (State.GATHERING, State.REQUESTED):
        raise Refused(
            f"It is too late to sign: {words.uncapitalised(stage_of(call_in, at).label)}."
        )
    _refuse(why_closed(window, at, call_in))
    if text_of(call_in) != read:
        raise Refused("The text was changed while you read it. Read it again, then sign.")
    signed = standing_signatures(call_in)
    facts = fact_of(by.pk, call_in.council_id, at)
    has_signed = by.pk in {one.member_id for one in signed}
    answer = may_sign(conduct_of(window), facts, has_signed=has_signed)
    _refuse_signing(answer)
    signature = Signature(
        call_in=call_in, member=by, signed_at=at, ways=list(answer.ways),
        counted_as=answer.counted_as, political_group=facts.political_group,
    )  # fmt: skip
    signed.append(write(signature, by=by, because="Signed the call-in"))
    if call_in.state == State.GATHERING and (met := enough(needs_of(call_in, signed, at))):
        said = f"{words.sentence_case(met.words)}. {met.says}"
        return _request(call_in, window, signed, said, by=by, at=at)
    return call_in


@transaction.atomic
def hand_in(call_in: CallIn, *, by: User, at: datetime) -> CallIn:
    """Make it a request as it stands, where it is not known how many must sign. Raises Refused."""
    call_in, window = locked(call_in)
    _refuse(why_closed(window, at, call_in))
    signed = standing_signatures(call_in)
    if by.pk not in {one.member_id for one in signed}:
        raise Refused("One of those who signed hands it in. Sign it first.")
    if not may_hand_in(needs_of(call_in, signed, at)):
        raise Refused("It becomes a request by itself once enough members have signed.")
    said = "Handed in as it stood: how many must sign is not known."
    return _request(call_in, window, signed, said, by=by, at=at)


def _request(
    call_in: CallIn,
    window: CallInWindow,
    signed: list[Signature],
    said: str,
    *,
    by: User,
    at: datetime,
) -> CallIn:
    check_move(State(call_in.state), State.REQUESTED)
    call_in.state, call_in.window, call_in.enough_as = State.REQUESTED, window, said
    # Who waited for the lock may have signed an instant before the one who had it.
    call_in.requested_at = max([at, *(one.signed_at for one in signed)])
    write(call_in, by=by, because="Enough members have signed: the call-in is requested")
    keep_duties({call_in.decision_id}, by, at)
    tell_of_request(call_in, at)
    return call_in


@transaction.atomic
def take_back(call_in: CallIn, *, by: User, at: datetime) -> CallIn:
    """Take back one's signature; once it is requested that is to withdraw, as the rule allows.

    A request falls when all who signed it have withdrawn; a valid one then ends, withdrawn. Raises
    Refused.
    """
    call_in, window = locked(call_in)
    stage = stage_of(call_in, at)
    signature = call_in.signatures.standing().filter(member=by).first()
    if signature is None:
        raise Refused("You have not signed this call-in.")
    if stage is State.GATHERING:
        because = "Took the signature back"
    elif stage in (State.REQUESTED, State.VALID, State.HEARING):
        _refuse(why_not_withdrawn(window))
        because = "Withdrew the call-in that they had signed"
    else:
        raise Refused(f"Nothing can be taken back: {words.uncapitalised(stage.label)}.")
    signature.taken_back_at = at
    write(signature, by=by, because=because)
    if stage is not State.GATHERING and not call_in.signatures.standing().exists():
        _fall(call_in, by=by, at=at)
    return call_in


def why_not_withdrawn(window: CallInWindow) -> str:
    """Return why a request cannot be withdrawn by those who signed, or nothing if it can."""
    match conduct_of(window).withdrawable:
        case True:
            return ""
        case False:
            return "By the council’s rule, what was requested cannot be withdrawn."
    return (
        "It is not known whether the council’s rule lets a request be withdrawn. Ask democratic "
        "services."
    )


def _fall(call_in: CallIn, *, by: User, at: datetime) -> None:
    if call_in.called_in:
        day = local_day(at)
        end(call_in.called_in, outcome="withdrawn", ended_on=day, reason=WITHDREW, by=by, at=at)
        return
    check_move(State(call_in.state), State.WITHDRAWN)
    call_in.state, call_in.withdrawn_at = State.WITHDRAWN, at
    write(call_in, by=by, because=WITHDREW)
    keep_duties({call_in.decision_id}, by, at)
    tell_of_fall(call_in, State.WITHDRAWN, WITHDREW, at)


@transaction.atomic
def stop(call_in: CallIn, *, by: User, at: datetime) -> CallIn:
    """Give up gathering: only who began it may, and only while nobody else has signed."""
    call_in, _ = locked(call_in)
    if call_in.begun_by_id != by.pk:
        raise Refused(f"{call_in.begun_by} began this call-in, and alone gives it up.")
    check_move(stage_of(call_in, at), State.WITHDRAWN)
    if call_in.state != State.GATHERING or call_in.signatures.standing().exclude(member=by):
        raise Refused("Others have signed it. Each of them can take their signature back.")
    call_in.state, call_in.withdrawn_at = State.WITHDRAWN, at
    return write(call_in, by=by, because="Gave up gathering signatures")


def _refuse(sentence: str) -> None:
    if sentence:
        raise Refused(sentence)


def _refuse_signing(answer: Answer) -> None:
    if not answer.may:
        raise Refused(answer.why)
