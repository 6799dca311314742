"""Checking a request, arranging the hearing of a valid one, and recording how it ended.

The proper officer has the last word on each test, and says why wherever the record says otherwise.
A valid request becomes governance's record of a call-in, received at the instant it was requested.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from governance.bodies.models import Body
from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import calendar_of
from governance.called_in import actions as called_in
from governance.called_in.states import NEXT as OUTCOMES
from governance.called_in.states import State as Outcome
from governance.errors import Refused
from governance.history.actions import write
from governance.meetings.models import Meeting
from governance.meetings.states import State as Held
from governance.notices.drafting import begin_of_call_in
from governance.notices.models import Notice
from governance.people.models import User
from scrutiny.call_ins.checking import Answered, Request, Test, tests_of
from scrutiny.call_ins.deadlines import By, heard_by
from scrutiny.call_ins.duties import keep_duties
from scrutiny.call_ins.facts import facts_of, hearing_bodies
from scrutiny.call_ins.locking import locked
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.reading import (
    conduct_of,
    earlier_of,
    needs_of,
    stage_of,
    standing_signatures,
)
from scrutiny.call_ins.rules import may_sign
from scrutiny.call_ins.states import State, check_move
from scrutiny.call_ins.telling import tell_signers


@dataclass(frozen=True)
class Findings:
    """What the officer found: an answer to each test by its code, why where it differs, and for
    whom it was found; `reason` is published. `hearing_by` counts only where no rule fixes it.
    """

    answers: dict[str, tuple[bool, str]]
    reason: str = ""
    found_by: str = ""
    hearing_by: date | None = None

    @property
    def is_valid(self) -> bool:
        return all(answer for answer, _ in self.answers.values())


def tests_for(call_in: CallIn) -> list[Test]:
    """Return the tests of a request, computed from the record as it stands.

    What members were at the instant of the request counts. Fetch decision, council, window and
    rule with it.
    """
    if call_in.requested_at is None:
        return []
    conduct, at = conduct_of(call_in.window), call_in.requested_at
    signed = standing_signatures(call_in)
    facts = facts_of([one.member_id for one in signed], call_in.council_id, at)
    earlier = earlier_of(call_in.decision, call_in.council_id, conduct)
    decision = call_in.decision
    request = Request(
        requested_at=at,
        closes=(call_in.window.closes_at, call_in.window.deadline_on),
        needs=needs_of(call_in, signed, at),
        signers=[(name_of(one.member), may_sign(conduct, facts[one.member_id])) for one in signed],
        grounds=call_in.ground_list,
        reasons=call_in.reasons,
        alternative=call_in.alternative,
        exempt=decision.no_call_in_reason if decision.call_in_answer == "no" else "",
        earlier=earlier.days,
        is_same=earlier.is_same,
        again_from=earlier.again_from,
    )
    return tests_of(request, conduct)


def name_of(user: User) -> str:
    """Return a member's name as records print it; the account's where it names no person."""
    person = getattr(user, "person", None)
    return str(person) if person else user.name


def hearing_of(call_in: CallIn) -> By:
    """Return by when a request must be heard under the rule, and how that was counted."""
    if call_in.requested_at is None:
        return By(None, "")
    asked_on = local_day(call_in.requested_at)
    meetings = Meeting.objects.filter(
        body__in=hearing_bodies(call_in.council_id), state=Held.CALLED, held_on__gt=asked_on
    )
    days = list(meetings.order_by("held_on").values_list("held_on", flat=True)[:1])
    return heard_by(conduct_of(call_in.window), asked_on, calendar_of(call_in.council), days)


@transaction.atomic
def check(call_in: CallIn, found: Findings, *, by: User, at: datetime) -> CallIn:
    """Record what the officer found of each test; `at` is now.

    Valid if every test is passed: the decision is then called in, since the instant of the request.
    Invalid otherwise, with the reason that is published: the decision is released, and the request
    does not count as the one for which it can be called in. Raises Refused.
    """
    call_in, window = locked(call_in)
    if call_in.state != State.REQUESTED:
        who = f" by {call_in.checked_by}" if call_in.checked_by else ""
        raise Refused(
            f"It is not waiting to be checked any more{who}: {stage_of(call_in, at).label}."
        )
    call_in.checks = [one.as_json() for one in _answered(tests_for(call_in), found)]
    state = State.VALID if found.is_valid else State.INVALID
    check_move(State(call_in.state), state)
    if state is State.INVALID and not found.reason.strip():
        raise Refused("Say why it is invalid. The reason is published.")
    by_rule = hearing_of(call_in).date
    if state is State.VALID:
        call_in.called_in = called_in.call_in(
            window, received_at=call_in.requested_at or at, by=by, at=at, is_checked=True,
            said=_said(call_in, by_rule or found.hearing_by),
        )  # fmt: skip
        begin_of_call_in(call_in.called_in, Notice.Kind.CALL_IN_RECEIVED, by=by)
    call_in.state, call_in.checked_at, call_in.checked_by = state, at, by
    call_in.checked_for, call_in.check_reason = found.found_by.strip(), found.reason.strip()
    write(call_in, by=by, because=f"{state.label}. {call_in.check_reason}".strip())
    keep_duties({call_in.decision_id}, by, at)
    tell_signers(call_in, state, call_in.check_reason, at)
    return call_in


def _answered(tests: list[Test], found: Findings) -> list[Answered]:
    if {test.code for test in tests} != set(found.answers):
        raise Refused("The request has changed since you began. Look through the tests again.")
    answered = []
    for test in tests:
        answer, reason = found.answers[test.code]
        if test.result not in (None, answer) and not reason.strip():
            raise Refused(f"Say why you find otherwise: {test.asked}")
        answered.append(
            Answered(test.code, test.asked, test.result, test.says, answer, reason.strip())
        )
    return answered


def _said(call_in: CallIn, hearing_by: date | None) -> dict[str, Any]:
    names = [name_of(one.member) for one in standing_signatures(call_in)]
    return {
        "requested_by": words.listed(names),
        "ground": "\n\n".join(part for part in (call_in.grounds, call_in.reasons) if part),
        "alternative": call_in.alternative,
        "hearing_by": hearing_by,
    }


def why_not_heard(call_in: CallIn, at: datetime) -> str:
    """Return why no hearing of a call-in can be arranged, in a sentence, or nothing."""
    stage = stage_of(call_in, at)
    if call_in.called_in and stage in (State.VALID, State.HEARING):
        return ""
    return f"There is nothing to hear: {words.uncapitalised(stage.label)}."


def why_not_ended(call_in: CallIn, at: datetime) -> str:
    """Return why no outcome of a call-in can be recorded, in a sentence, or nothing."""
    called, stage = call_in.called_in, stage_of(call_in, at)
    if called is None:
        return "It was not found valid, so it has no outcome."
    if stage is State.STOPPED or not OUTCOMES[Outcome(called.outcome or Outcome.WAITING)]:
        return f"It has no other outcome: {words.uncapitalised(stage.label)}."
    return ""


@transaction.atomic
def arrange(
    call_in: CallIn, *, body: Body, on: date, reason: str, by: User, at: datetime
) -> CallIn:
    """Record which body hears a valid call-in, and on which local date.

    After the last day that the rule allows only with a reason. Raises Refused.
    """
    call_in, _ = locked(call_in)
    called = call_in.called_in
    why = why_not_heard(call_in, at)
    if called is None or why:
        raise Refused(why)
    if on < local_day(called.received_at):
        raise Refused(f"It was received on {words.day(called.received_at)}: hear it after that.")
    if called.hearing_by and on > called.hearing_by and not reason.strip():
        raise Refused(
            f"By the rule it must be heard by {words.day(called.hearing_by)}. Say why it is heard "
            "later, or choose another day."
        )
    call_in.hearing_body, call_in.hearing_on = body, on
    call_in.hearing_reason = reason.strip()
    write(call_in, by=by, because=f"Arranged the hearing for {words.day(on)}")
    keep_duties({call_in.decision_id}, by, at)
    return call_in


@transaction.atomic
def end(
    call_in: CallIn, *, outcome: str, ended_on: date, reason: str, by: User, at: datetime
) -> CallIn:
    """Record how a valid call-in ended; `reason` is printed. Raises Refused.

    What follows from it, `following.ended` does, as it does for an end recorded elsewhere.
    """
    call_in, _ = locked(call_in)
    why = why_not_ended(call_in, at)
    if call_in.called_in is None or why:
        raise Refused(why)
    called_in.end(
        call_in.called_in, outcome=outcome, ended_on=ended_on, reason=reason, by=by, at=at
    )
    return locked(call_in)[0]
