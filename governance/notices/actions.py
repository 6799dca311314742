"""Publishing a notice, and correcting it. Nothing else writes notices, versions or windows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from kombu.exceptions import OperationalError

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import count_for, open_window
from governance.call_in_windows.models import CallInRule
from governance.call_in_windows.rules import Window
from governance.councils.models import Council
from governance.decisions import states as decision_states
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import write
from governance.notices.checks import gaps_of
from governance.notices.models import Notice, NoticeVersion
from governance.notices.snapshot import decisions_of, fingerprint, snapshot_of
from governance.notices.states import State, check_move
from governance.notices.tasks import render_notice_pdf
from governance.people.models import User

log = structlog.get_logger(__name__)
Clock = NoticeVersion.Clock
Counted = dict[int, list[tuple[Council, CallInRule, Window]]]


class Incomplete(Refused):
    """The record still wants something, and nobody said why it is published without."""


class DeadlineMoved(Refused):
    """The deadline is no longer the one the person saw when the page was opened."""


@transaction.atomic
def publish(
    notice: Notice,
    *,
    by: User,
    at: datetime,
    published_at: datetime | None = None,
    gaps_reason: str = "",
    expected: datetime | None = None,
) -> NoticeVersion:
    """Freeze and publish the first version of `notice`, and open its call-in windows.

    `at` is now; `published_at` an earlier moment, for a notice put out before this system knew of
    it. `gaps_reason` is printed where something that should be there is missing. `expected` is the
    closing moment that `by` was shown. Raises Refused, Incomplete or DeadlineMoved, and then
    nothing is written. Source: SI 2012/2089 regulations 12 to 14.
    """
    notice = _locked(notice)
    if notice.state != State.DRAFT:
        first = notice.versions.order_by("number").select_related("published_by").first()
        who = f" by {first.published_by} at {words.moment(first.recorded_at)}" if first else ""
        raise Refused(f"This notice was already published{who}. Nothing was published again.")
    published_at = _not_in_the_future(published_at or at, at)
    decisions = _lock_decisions(notice)
    _check_dates(decisions, published_at)
    gaps = gaps_of(decisions)
    if gaps and not gaps_reason.strip():
        raise Incomplete(
            f"{words.sentence_case(words.counted(len(gaps), 'thing'))} "
            f"{'is' if len(gaps) == 1 else 'are'} missing. Add what is missing, or say why the "
            "notice is published without it."
        )
    counted = _count(notice, decisions, published_at)
    _check_expected(counted, expected)
    for decision in decisions:
        _mark_published(decision, by=by)
    said = {"missing": gaps, "reason": gaps_reason.strip()}
    act = Act(by, at, published_at, Clock.OPENS, reason="", gaps=said)
    return _freeze(notice, decisions, counted, act)


@transaction.atomic
def correct(
    notice: Notice, *, by: User, at: datetime, reason: str, clock: str, seen: int | None = None
) -> NoticeVersion:
    """Publish the next version of a published notice from its records as they are now.

    `reason` is printed; `clock` says what the correction does to the call-in window: it keeps, or
    it restarts from now. `seen` is the number of the version that `by` was shown. The version
    before stays as it was. Raises Refused, or Incomplete when something is missing that was there.
    """
    notice = _locked(notice)
    check_move(State(notice.state), State.PUBLISHED)
    if notice.state == State.DRAFT:
        raise Refused("This notice is a draft: publish it first.")
    if not reason.strip():
        raise Refused("Say what was wrong. The reason is printed on the corrected notice.")
    if clock not in (Clock.KEEPS, Clock.RESTARTS):
        raise Refused("Choose what the correction does to the call-in window.")
    decisions = _lock_decisions(notice)
    newest = notice.versions.select_related("published_by").latest("number")
    _check_seen(newest, seen)
    _check_windows(decisions, clock)
    _check_new_gaps(decisions, newest)
    counted = _count(notice, decisions, at) if clock == Clock.RESTARTS else {}
    said = {
        "missing": gaps_of(decisions),
        "reason": newest.snapshot["gaps"].get("reason", ""),
    }
    for decision in decisions:
        # One that the version before left out is published by this one.
        if decision.state != decision_states.State.PUBLISHED:
            _mark_published(decision, by=by)
    act = Act(by, at, at, clock, reason=reason.strip(), gaps=said)
    return _freeze(notice, decisions, counted, act)


def _check_seen(newest: NoticeVersion, seen: int | None) -> None:
    if seen is not None and newest.number != seen:
        raise Refused(
            f"{newest.published_by} published version {newest.number} at "
            f"{words.moment(newest.recorded_at)}. Nothing was published again."
        )


def _check_new_gaps(decisions: list[Decision], newest: NoticeVersion) -> None:
    """A correction may leave missing what was missing with a reason, and nothing more."""
    known = newest.snapshot["gaps"].get("missing", [])
    new = [gap for gap in gaps_of(decisions) if gap not in known]
    if new:
        raise Incomplete(
            f"Missing from the record: {words.listed(new)}. Add what is missing, then correct."
        )


def _check_windows(decisions: list[Decision], clock: str) -> None:
    """A correction neither takes away a window nor lets run on one that was never opened."""
    for decision in decisions:
        has_window = decision.windows.exists()
        if has_window and decision.call_in_answer == Decision.YesNo.NO:
            raise Refused(
                f"“{decision.title}” was published as open to call-in. A correction cannot take "
                "its window away: record again that it can be called in."
            )
        may_be_called_in = decision.call_in_answer != Decision.YesNo.NO
        if may_be_called_in and not has_window and clock == Clock.KEEPS:
            raise Refused(
                f"“{decision.title}” has no call-in window to run on: start one from this version."
            )
    if clock == Clock.RESTARTS and all(d.call_in_answer == Decision.YesNo.NO for d in decisions):
        raise Refused(
            "Nothing in this notice can be called in, so there is no window to start again."
        )


def _locked(notice: Notice) -> Notice:
    return (
        Notice.objects.select_for_update(of=("self",))
        .select_related("council", "meeting__body")
        .get(pk=notice.pk)
    )


def _lock_decisions(notice: Notice) -> list[Decision]:
    decisions = decisions_of(notice)
    list(
        Decision.objects.select_for_update().filter(pk__in=[d.pk for d in decisions]).order_by("pk")
    )
    return decisions_of(notice)


def _not_in_the_future(published_at: datetime, at: datetime) -> datetime:
    if published_at > at:
        raise Refused("A notice cannot have been published in the future.")
    return published_at


def _check_dates(decisions: list[Decision], published_at: datetime) -> None:
    if not decisions:
        raise Refused("There is no decision to publish: record what was decided first.")
    for decision in decisions:
        if decision.made_on and decision.made_on > local_day(published_at):
            raise Refused(
                f"“{decision.title}” was made on {words.day(decision.made_on)}, "
                f"after the day of publication, {words.day(published_at)}."
            )


def _count(notice: Notice, decisions: list[Decision], published_at: datetime) -> Counted:
    """Count a window at each council for every decision that may be called in."""
    callable_ones = [d.pk for d in decisions if d.call_in_answer != Decision.YesNo.NO]
    if not callable_ones:
        return {}
    on = local_day(published_at)
    windows = [(c, *count_for(c, published_at, on)) for c in councils_of(notice)]
    return dict.fromkeys(callable_ones, windows)


def councils_of(notice: Notice) -> list[Council]:
    """Return the councils at which the notice's decisions may be called in."""
    if notice.meeting is None:
        return [notice.council]
    return [
        part.council
        for part in notice.meeting.body.councils.select_related("council").order_by("pk")
    ]


def _check_expected(counted: Counted, expected: datetime | None) -> None:
    closing = {window.closes_at for windows in counted.values() for _, _, window in windows}
    if expected is not None and closing and expected not in closing:
        now = words.moment(min(closing))
        raise DeadlineMoved(
            f"Since you opened this page the deadline has moved: you saw {words.moment(expected)}, "
            f"it is now {now}. Nothing was published. Check the count and publish again."
        )


def _mark_published(decision: Decision, *, by: User) -> None:
    if decision.state == decision_states.State.DRAFT and decision.made_on:
        decision_states.check_move(decision_states.State.DRAFT, decision_states.State.MADE)
        decision.state = decision_states.State.MADE
    decision_states.check_move(
        decision_states.State(decision.state), decision_states.State.PUBLISHED
    )
    decision.state = decision_states.State.PUBLISHED
    write(decision, by=by, because="Published in a notice")


@dataclass(frozen=True)
class Act:
    """One publication: who, when it happened and when we were told, and what is said about it."""

    by: User
    at: datetime
    published_at: datetime
    clock: str
    reason: str
    gaps: dict[str, Any]

    def correction(self, *, has_windows: bool) -> dict[str, str]:
        """Return what the notice says of itself as a correction; nothing for a first version."""
        if not self.reason:
            return {}
        return {"reason": self.reason, "clock": Clock(self.clock).label if has_windows else ""}


def _freeze(notice: Notice, decisions: list[Decision], counted: Counted, act: Act) -> NoticeVersion:
    number = notice.versions.count() + 1
    page = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    windows = _for_snapshot(decisions, counted)
    snapshot = snapshot_of(
        notice,
        address=settings.SITE_URL + page,
        number=number,
        published_at=act.published_at,
        windows=windows,
        correction=act.correction(has_windows=any(windows.values())),
        gaps=act.gaps if act.gaps.get("missing") else {},
    )
    version = NoticeVersion.objects.create(
        notice=notice,
        number=number,
        published_at=act.published_at,
        recorded_at=act.at,
        published_by=act.by,
        snapshot=snapshot,
        sha256=fingerprint(snapshot),
        reason=act.reason,
        clock=act.clock,
    )
    by_id = {decision.pk: decision for decision in decisions}
    for pk, at_councils in counted.items():
        for council, rule, window in at_councils:
            open_window(by_id[pk], council, rule, window, version_id=version.pk, by=act.by)
    notice.state = State.PUBLISHED
    notice.published_at = notice.published_at or act.published_at
    write(notice, by=act.by, because=act.reason or "Published")
    transaction.on_commit(lambda: queue_pdf(version.pk))
    return version


def _for_snapshot(
    decisions: list[Decision], counted: Counted
) -> dict[int, list[tuple[str, Window]]]:
    """The windows just counted, or those that a correction lets run on."""
    if counted:
        return {pk: [(c.short_name, w) for c, _, w in found] for pk, found in counted.items()}
    return {decision.pk: standing_windows(decision) for decision in decisions}


def standing_windows(decision: Decision) -> list[tuple[str, Window]]:
    """Return (council's short name, window) of the newest window at each council."""
    newest = (
        decision.windows.select_related("council")
        .order_by("council", "-version__number")
        .distinct("council")
    )
    return [(row.council.short_name, Window.from_json(row.counted)) for row in newest]


def queue_pdf(version_id: int) -> None:
    """Ask a worker for the PDF. When the queue does not answer, the sweep asks again later."""
    try:
        render_notice_pdf.delay(version_id=version_id)
    except (OperationalError, OSError) as error:
        log.warning(
            "the queue did not take a PDF; the sweep will", version=version_id, error=str(error)
        )
