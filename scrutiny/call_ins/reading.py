"""What is asked of one call-in again and again: its rule, its signatures, and whether it can go on.

The rule is the one under which the window was counted: what a council changes later does not change
what its members were told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.calendar.rules import months_beginning_with, shift
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.standing import closing_words
from governance.called_in.models import CalledIn
from governance.called_in.rules import is_unheard
from governance.decisions.models import Decision
from scrutiny.call_ins.facts import committee_size
from scrutiny.call_ins.models import CallIn, Signature
from scrutiny.call_ins.rules import Need, Signer, needs
from scrutiny.call_ins.states import State


def conduct_of(window: CallInWindow) -> Conduct:
    """Return how call-in is conducted where this window was counted."""
    return Conduct.of(window.rule.conduct)


def standing_signatures(call_in: CallIn) -> list[Signature]:
    """Return the signatures that stand, with who made them, in the order in which they came."""
    return list(call_in.signatures.standing().select_related("member__person"))


def needs_of(call_in: CallIn, signed: Iterable[Signature], now: datetime) -> list[Need]:
    """Return how far each way of the rule has got with these signatures."""
    signers = [Signer(tuple(one.ways), one.political_group) for one in signed]
    size = committee_size(call_in.council_id, now)
    return needs(conduct_of(call_in.window), signers, size)


def stage_of(call_in: CallIn, now: datetime) -> State:
    """Return where a call-in stands at `now`; fetch `called_in`, and the window's rule and notice.

    No worker moves it: one that gathers is over when its window has closed, one that nobody hears
    in time has lapsed where the rule says so, and none outlives its notice.
    """
    if has_stopped(call_in):
        return State.STOPPED
    if call_in.state == State.GATHERING and now >= call_in.window.closes_at:
        return State.UNSIGNED
    called = call_in.called_in
    if call_in.state != State.VALID or called is None:
        return State(call_in.state)
    if called.outcome:
        return State(called.outcome)
    if has_lapsed(call_in, called, now):
        return State.LAPSED
    return State.HEARING if call_in.hearing_on else State.VALID


def has_stopped(call_in: CallIn) -> bool:
    """Return whether it ended because the notice of the decision was withdrawn, and not before."""
    withdrawn_at = call_in.window.version.notice.withdrawn_at
    if withdrawn_at is None or call_in.state == State.INVALID:
        return False
    if call_in.withdrawn_at:
        return call_in.withdrawn_at >= withdrawn_at
    return not (call_in.called_in and call_in.called_in.outcome)


def has_lapsed(call_in: CallIn, called: CalledIn, now: datetime) -> bool:
    """Return whether nobody heard it in time and the rule lets the decision take effect."""
    if call_in.window.rule.conduct.get("if_not_heard") != "takes_effect":
        return False
    last = called.hearing_by
    return last is not None and is_unheard(last, call_in.hearing_on, local_day(now))


@dataclass(frozen=True)
class Earlier:
    """The call-ins of a decision, and of those that it reconsiders, that were valid before."""

    days: tuple[date, ...]
    is_same: bool
    again_from: date | None


def earlier_of(decision: Decision, council_id: int, conduct: Conduct) -> Earlier:
    """Return what was called in before at a council, and from when it may be again by the rule.

    A call-in of a notice that was withdrawn since stopped with it, and is not counted.
    """
    chain, newer = {decision.pk}, decision
    while newer.reconsiders is not None and newer.reconsiders_id not in chain:
        newer = newer.reconsiders
        chain.add(newer.pk)
    found = CalledIn.objects.filter(window__decision__in=chain, window__council=council_id)
    found = found.exclude(window__version__notice__state="withdrawn")
    rows = list(found.order_by("received_at").values_list("received_at", "window__decision"))
    days = tuple(local_day(at) for at, _ in rows)
    again = None
    if days and conduct.repeat_after_months:
        again = months_beginning_with(shift(days[-1], 1), conduct.repeat_after_months)
    return Earlier(days, decision.pk in {pk for _, pk in rows}, again)


def why_closed(window: CallInWindow, now: datetime, besides: CallIn | None = None) -> str:
    """Return why nobody can sign for this window in force at `now`, in a sentence, or nothing.

    `besides` is the call-in that is to be signed: another one stops it, it does not stop itself.
    """
    notice, decision = window.version.notice, window.decision
    if notice.withdrawn_at:
        return f"The notice was withdrawn on {words.day(notice.withdrawn_at)}."
    if decision.call_in_answer == Decision.YesNo.NO:
        return f"It cannot be called in. {decision.no_call_in_reason}"
    if now >= window.closes_at:
        return f"Call-in closed {closing_words(window.closes_at, window.deadline_on)}."
    earlier = earlier_of(decision, window.council_id, conduct_of(window))
    if earlier.is_same:
        return (
            f"It was called in on {words.day(earlier.days[-1])}. A decision can be called in once."
        )
    if earlier.again_from and local_day(now) < earlier.again_from:
        return (
            f"It was called in on {words.day(earlier.days[-1])}, and by the rule not again before "
            f"{words.day(earlier.again_from)}."
        )
    return _other_request(window, besides)


def _other_request(window: CallInWindow, besides: CallIn | None) -> str:
    others = CallIn.objects.filter(
        decision=window.decision_id, council=window.council_id, state=State.REQUESTED
    )
    if besides:
        others = others.exclude(pk=besides.pk)
    other = others.first()
    if other is None or other.requested_at is None:
        return ""
    at = words.moment(other.requested_at)
    return f"Another call-in of it was requested at {at}, and is being checked."
