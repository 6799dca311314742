"""Publishing a notice, and correcting it. Nothing else writes notices, versions or windows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from kombu.exceptions import OperationalError

from governance.calendar import words
from governance.call_in_windows.actions import open_window
from governance.called_in import requests
from governance.decisions import states as decision_states
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import write
from governance.notices import windows
from governance.notices.facts import decisions_of
from governance.notices.kinds.registry import gaps_of, kind_of
from governance.notices.models import Notice, NoticeVersion
from governance.notices.publication import Publication
from governance.notices.snapshot import fingerprint, snapshot_of
from governance.notices.states import State, check_move
from governance.notices.tasks import render_notice_pdf
from governance.people.models import User
from governance.subscriptions import telling

log = structlog.get_logger(__name__)
Clock = NoticeVersion.Clock


class Incomplete(Refused):
    """The record still wants something, and nobody said why it is published without."""


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
    if notice.state == State.WITHDRAWN:
        raise Refused("This notice was withdrawn. Start a new one.")
    if notice.state != State.DRAFT:
        first = notice.versions.order_by("number").select_related("published_by").first()
        who = f" by {first.published_by} at {words.moment(first.recorded_at)}" if first else ""
        raise Refused(f"This notice was already published{who}. Nothing was published again.")
    published_at = _not_in_the_future(published_at or at, at)
    decisions = _lock_decisions(notice)
    kind_of(notice).refuse(notice, published_at)
    gaps = gaps_of(notice, published_at)
    if gaps and not gaps_reason.strip():
        raise Incomplete(
            f"{words.sentence_case(words.counted(len(gaps), 'thing'))} "
            f"{'is' if len(gaps) == 1 else 'are'} missing. Add what is missing, or say why the "
            "notice is published without it."
        )
    counted = windows.count_all(notice, decisions, published_at)
    windows.check_expected(counted, expected)
    for decision in decisions:
        _mark_published(decision, by=by)
    said = {"missing": gaps, "reason": gaps_reason.strip()}
    act = Act(by, at, published_at, Clock.OPENS, reason="", gaps=said)
    return _freeze(notice, decisions, counted, act)


@transaction.atomic
def correct(
    notice: Notice, *,
    by: User, at: datetime, reason: str, clock: str = "",
    until: date | windows.Counted | None = None,
    seen: int | None = None,
) -> NoticeVersion:  # fmt: skip
    """Publish the next version of a published notice from its records as they are now.

    `reason` is printed; `clock` says what the correction does to the period that hangs on the
    notice: it keeps, it restarts from now, or a call-in window runs on to the end of `until`, or
    is as `until` counted it again. A kind on which no period hangs is not asked. `seen` is the
    number of the version that `by` was shown. The version before stays as it was. Raises Refused,
    or Incomplete when something is missing that was there.
    """
    notice = _locked(notice)
    if notice.state == State.DRAFT:
        raise Refused("This notice is a draft: publish it first.")
    check_move(State(notice.state), State.PUBLISHED)
    if not reason.strip():
        raise Refused("Say what was wrong. The reason is printed on the corrected notice.")
    clock = _chosen(notice, clock)
    decisions = _lock_decisions(notice)
    newest = notice.versions.select_related("published_by").latest("number")
    _check_seen(newest, seen)
    windows.check_windows(notice, decisions, clock, at)
    gaps = gaps_of(notice, at)
    _check_new_gaps(gaps, newest)
    counted = windows.counted_again(notice, decisions, clock, until, at)
    said = {"missing": gaps, "reason": newest.snapshot["gaps"].get("reason", "")}
    for decision in decisions:
        # One that the version before left out is published by this one.
        if decision.state != decision_states.State.PUBLISHED:
            _mark_published(decision, by=by)
    act = Act(by, at, at, clock, reason=reason.strip(), gaps=said, until=windows.last_day(until))
    return _freeze(notice, decisions, counted, act)


def _chosen(notice: Notice, clock: str) -> str:
    kind = kind_of(notice)
    if not kind.clocks:
        return Clock.KEEPS
    if clock not in kind.clocks:
        raise Refused(f"Choose what the correction does to {kind.period}.")
    return clock


def _check_seen(newest: NoticeVersion, seen: int | None) -> None:
    if seen is not None and newest.number != seen:
        raise Refused(
            f"{newest.published_by} published version {newest.number} at "
            f"{words.moment(newest.recorded_at)}. Nothing was published again."
        )


def _check_new_gaps(gaps: list[str], newest: NoticeVersion) -> None:
    """A correction may leave missing what was missing with a reason, and nothing more."""
    known = newest.snapshot["gaps"].get("missing", [])
    new = [gap for gap in gaps if gap not in known]
    if new:
        raise Incomplete(
            f"Missing from the record: {words.listed(new)}. Add what is missing, then correct."
        )


def _locked(notice: Notice) -> Notice:
    return (
        Notice.objects.select_for_update(of=("self",))
        .select_related("council", "meeting__body", "entry__body")
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
    until: date | None = None

    def correction(self, notice: Notice, *, has_windows: bool) -> dict[str, str]:
        """Return what the notice says of itself as a correction; nothing for a first version."""
        if not self.reason:
            return {}
        kind = kind_of(notice)
        choice = kind.clocks.get(self.clock) if has_windows or not kind.decides else None
        until = words.day(self.until) if self.until else ""
        return {"reason": self.reason, "clock": choice.printed.format(until) if choice else ""}


def _freeze(
    notice: Notice, decisions: list[Decision], counted: windows.Counted, act: Act
) -> NoticeVersion:
    kind, publication = kind_of(notice), _publication(notice, decisions, counted, act)
    snapshot = snapshot_of(notice, publication)
    version = NoticeVersion.objects.create(
        notice=notice,
        number=publication.number,
        published_at=act.published_at,
        recorded_at=act.at,
        published_by=act.by,
        snapshot=snapshot,
        sha256=fingerprint(snapshot),
        reason=act.reason,
        clock=act.clock,
    )
    by_id = {decision.pk: decision for decision in decisions}
    because = act.reason or "Opened when the notice was published"
    for pk, at_councils in counted.items():
        for council, rule, window in at_councils:
            open_window(
                by_id[pk], council, rule, window,
                version_id=version.pk, by=act.by, because=because,
            )  # fmt: skip
    notice.state = State.PUBLISHED
    notice.published_at = notice.published_at or act.published_at
    write(notice, by=act.by, because=act.reason or "Published")
    kind.published(notice, version, act.by)
    requests.changed(by_id, by=act.by, at=act.at)
    telling.note(notice, version.number, act.at)
    transaction.on_commit(lambda: queue_pdf(version.pk))
    return version


def _publication(
    notice: Notice, decisions: list[Decision], counted: windows.Counted, act: Act
) -> Publication:
    page = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    shown = {decision.pk: windows.shown(decision, counted) for decision in decisions}
    return Publication(
        published_at=act.published_at,
        counts_from=_counts_from(notice, act),
        address=settings.SITE_URL + page,
        number=notice.versions.count() + 1,
        windows=shown,
        correction=act.correction(notice, has_windows=any(shown.values())),
        gaps=act.gaps if act.gaps.get("missing") else {},
    )


def _counts_from(notice: Notice, act: Act) -> datetime:
    """Return when the period began that this version begins or lets run on."""
    if act.clock in (Clock.OPENS, Clock.RESTARTS):
        return act.published_at
    began = notice.versions.filter(clock__in=[Clock.OPENS, Clock.RESTARTS])
    return began.latest("number").published_at


def queue_pdf(version_id: int) -> None:
    """Ask a worker for the PDF. When the queue does not answer, the sweep asks again later."""
    try:
        render_notice_pdf.delay(version_id=version_id)
    except (OperationalError, OSError) as error:
        log.warning(
            "the queue did not take a PDF; the sweep will", version=version_id, error=str(error)
        )
