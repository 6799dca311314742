"""The duties that call-in makes for democratic services, kept in step with its records.

One function, called in the transaction of whatever changed, looks at everything of a decision
afresh: what is not wanted any more goes, what was done is recorded as done by what the record says.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import calendar_of
from governance.call_in_windows.models import CallInWindow
from governance.called_in.models import CalledIn
from governance.called_in.states import State as Ended
from governance.decisions.models import Decision
from governance.decisions.states import State as Published
from governance.duties.actions import finish, keep
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.people.models import User
from governance.people.rules import Kind as RoleKind
from scrutiny.call_ins.deadlines import cautious_by, checked_by, decided_again_by
from scrutiny.call_ins.models import CallIn, CallInDuty
from scrutiny.call_ins.reading import conduct_of
from scrutiny.call_ins.states import State

PURPOSE = CallInDuty.Purpose
LONGEST = Duty._meta.get_field("title").max_length or 300
CAUTIOUS = " (no last day is known: a cautious date)"
GONE = "The call-in no longer asks for it"


@dataclass(frozen=True)
class Wanted:
    """A duty as the records want it: to be done by `due_on`, or done on `done_on` and how."""

    purpose: str
    decision: Decision
    council_id: int
    what: str
    due_on: date | None
    call_in: CallIn | None = None
    done_on: date | None = None
    how: str = ""
    kind: str = Duty.Kind.CALL_IN

    @property
    def key(self) -> tuple[int, int, str, int | None]:
        call_in = self.call_in.pk if self.call_in else None
        return (self.decision.pk, self.council_id, self.purpose, call_in)

    def facts(self) -> dict[str, Any]:
        title = f"{self.what}: {self.decision.public_title}"
        return {
            "title": title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…",
            "due_on": self.due_on,
            "council_id": self.council_id,
            "issue_id": self.decision.issue_id,
            "holder": "Democratic services",
            "holder_role": RoleKind.DEMOCRATIC_SERVICES.value,
            "is_illustrative": self.decision.is_illustrative,
        }


def keep_duties(decisions: Collection[int], by: User, at: datetime) -> None:
    """Bring the call-in duties of decisions (ids) in step; call inside the action's transaction."""
    links = {
        (one.decision_id, one.council_id, one.purpose, one.call_in_id): one
        for one in CallInDuty.objects.select_for_update(of=("self",))
        .filter(decision__in=decisions)
        .select_related("duty")
    }
    wanted = {one.key: one for one in _wanted(decisions, at, had=set(links))}
    for key, link in links.items():
        if key not in wanted and not link.duty.done_on:
            duty = link.duty
            remove(link, by=by, because=GONE)
            remove(duty, by=by, because=GONE)
    for key, one in wanted.items():
        _keep(one, links.get(key), by, at)


def _keep(one: Wanted, link: CallInDuty | None, by: User, at: datetime) -> None:
    if link is None and (one.due_on is None or one.done_on):
        return
    duty = link.duty if link else Duty(kind=one.kind)
    if one.due_on:
        duty = keep(duty, one.facts(), by=by, because="Follows from a call-in window or a call-in")
    if link is None:
        about = {"decision": one.decision, "council_id": one.council_id, "call_in": one.call_in}
        link = CallInDuty(duty=duty, purpose=one.purpose, **about)
        write(link, by=by, because="Follows from a call-in window or a call-in")
    if one.done_on and not duty.done_on:
        finish(duty, done_on=one.done_on, how=one.how, by=by, today=local_day(at))


def _wanted(
    decisions: Collection[int], at: datetime, had: set[tuple[int, int, str, int | None]]
) -> list[Wanted]:
    rows = (
        CallInWindow.objects.filter(decision__in=decisions)
        .exclude(version__notice__state="withdrawn")
        .select_related(
            "rule", "council", "called_in", "decision__item", "decision__reconsidered_by"
        )
        .order_by("decision", "council", "-version__number")
        .distinct("decision", "council")
    )
    windows = {(one.decision_id, one.council_id): one for one in rows}
    asked = CallIn.objects.filter(decision__in=decisions).exclude(requested_at=None)
    # What a withdrawn notice stopped does not begin again with the notice that follows it.
    asked = asked.exclude(window__version__notice__state="withdrawn")
    called = CalledIn.objects.filter(window__decision__in=decisions).select_related("asked")
    called = called.exclude(window__version__notice__state="withdrawn")
    found = [
        _close(window) for key, window in windows.items()
        if window.closes_at > at or (*key, PURPOSE.CLOSE.value, None) in had
    ]  # fmt: skip
    asked = asked.exclude(state=State.WITHDRAWN).select_related("decision__item", "council")
    found += [_check(one) for one in asked if (one.decision_id, one.council_id) in windows]
    for each in called.select_related("window"):
        if window := windows.get((each.window.decision_id, each.window.council_id)):
            found += [one for one in (_hear(each, window), _again(each, window)) if one]
    return found


def _close(window: CallInWindow) -> Wanted:
    what, due = "Call-in closes", window.deadline_on
    kind = Duty.Kind.CLOSING
    return Wanted(PURPOSE.CLOSE, window.decision, window.council_id, what, due, kind=kind)


def _check(one: CallIn) -> Wanted:
    asked_on = local_day(one.requested_at) if one.requested_at else None
    due = checked_by(asked_on, calendar_of(one.council)) if asked_on else None
    done = local_day(one.checked_at) if one.checked_at else None
    how = f"{State(one.state).label}."
    what = "Check the request for call-in"
    return Wanted(
        PURPOSE.CHECK, one.decision, one.council_id, what, due,
        call_in=one, done_on=done, how=how,
    )  # fmt: skip


def _hear(called: CalledIn, window: CallInWindow) -> Wanted | None:
    """One that was withdrawn, or lapsed, was not heard: its duty goes."""
    if called.outcome in (Ended.WITHDRAWN, Ended.LAPSED):
        return None
    asked: CallIn | None = getattr(called, "asked", None)
    due = called.hearing_by or (asked.hearing_on if asked else None)
    how = f"{called.get_outcome_display()}." if called.outcome else ""
    what = "Hear the call-in"
    if window.rule.conduct.get("if_not_heard") == "takes_effect":
        # When the last day has passed the decision takes effect by itself: then that is to be said.
        what = "Hear the call-in, or record that it lapsed"
    if due is None:
        due = cautious_by(local_day(called.received_at), calendar_of(window.council))
        what += CAUTIOUS
    return Wanted(
        PURPOSE.HEAR, window.decision, window.council_id, what, due,
        done_on=called.ended_on, how=how,
    )  # fmt: skip


def _again(called: CalledIn, window: CallInWindow) -> Wanted | None:
    if called.outcome not in (Ended.REFERRED_BACK, Ended.TO_COUNCIL) or called.ended_on is None:
        return None
    conduct, calendar = conduct_of(window), calendar_of(window.council)
    due = decided_again_by(conduct, called.ended_on, calendar).date
    newer = getattr(window.decision, "reconsidered_by", None)
    is_out = newer is not None and newer.state == Published.PUBLISHED
    done = newer.made_on if newer and is_out else None
    how = f"{newer.get_reconsidered_as_display()}." if newer and is_out else ""
    what = "Decide again what was called in"
    if due is None:
        due = cautious_by(called.ended_on, calendar)
        what += CAUTIOUS
    return Wanted(
        PURPOSE.RECONSIDER, window.decision, window.council_id, what, due,
        done_on=done, how=how,
    )  # fmt: skip
