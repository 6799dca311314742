"""The one sentence that says where a call-in stands, and what explains it."""

from governance.calendar import words
from governance.called_in.models import CalledIn
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.states import State

FROZEN = "Nothing may be done under the decision meanwhile."


def verdict_of(call_in: CallIn, stage: State, until: str, signed: str) -> tuple[str, str]:
    """Return the sentence, without a full stop, and what is to be said under it.

    until: when its window closes, in words; signed: how many have signed and how many must.
    """
    called = call_in.called_in
    if stage is State.STOPPED:
        return _stopped(call_in)
    if stage in (State.GATHERING, State.UNSIGNED):
        return _gathering(stage, until, signed)
    if stage is State.INVALID:
        on = words.day(call_in.checked_at) if call_in.checked_at else ""
        return f"Found invalid on {on}", "The decision is released."
    if called is None:
        return _asked(call_in, stage)
    if stage in (State.VALID, State.HEARING):
        return _to_be_heard(call_in, called)
    return _ended(called, stage)


def _gathering(stage: State, until: str, signed: str) -> tuple[str, str]:
    if stage is State.UNSIGNED:
        return f"Call-in closed {until} before enough had signed", "The decision stands."
    clock = "The clock does not stop while signatures are collected."
    return f"It can be signed until call-in closes {until}", f"{signed} {clock}"


def _stopped(call_in: CallIn) -> tuple[str, str]:
    at = call_in.window.version.notice.withdrawn_at
    on = f" on {words.day(at)}" if at else ""
    more = "Once the decision is published again, it can be called in again."
    return f"It ended{on}, as the notice of the decision was withdrawn", more


def _asked(call_in: CallIn, stage: State) -> tuple[str, str]:
    if stage is State.REQUESTED and call_in.requested_at:
        asked = words.moment(call_in.requested_at)
        return f"Requested on {asked}", f"The proper officer is checking it. {FROZEN}"
    at = words.day(call_in.withdrawn_at) if call_in.withdrawn_at else ""
    more = "The decision is released." if call_in.requested_at else ""
    return f"Withdrawn on {at}", more


def _to_be_heard(call_in: CallIn, called: CalledIn) -> tuple[str, str]:
    more = f"Requested on {words.moment(called.received_at)}. {FROZEN}"
    if call_in.hearing_on:
        return f"{call_in.hearing_body} hears it on {words.day(call_in.hearing_on)}", more
    by = f" by {words.day(called.hearing_by)}" if called.hearing_by else ""
    return f"To be heard{by}", more


def _ended(called: CalledIn, stage: State) -> tuple[str, str]:
    if not called.outcome or called.ended_on is None:
        last = words.day(called.hearing_by) if called.hearing_by else "the last day"
        return f"Not heard by {last}, so the decision takes effect", "The council’s rule says so."
    on = words.day(called.ended_on)
    if called.in_effect_on:
        effect = f"The decision takes effect on {words.day(called.in_effect_on)}."
        return f"{stage.label}, on {on}", effect
    again = "It is decided again, and takes no effect unless it is confirmed."
    return f"{stage.label}, on {on}", again
