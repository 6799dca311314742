"""What the pages of a notice show: the frozen facts, and where they stand now."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.models import CallInWindow
from governance.called_in.page import shown_to
from governance.called_in.requests import panels_for
from governance.decisions.models import Decision
from governance.notices.kinds.registry import (
    heading,
    is_illustrative,
    kind_in,
    kind_of,
    present,
)
from governance.notices.models import Notice, NoticeFile, NoticeVersion
from governance.notices.standing import Verdict, verdict, windows_by_notice, withdrawn
from governance.notices.states import State
from governance.notices.strip import strip
from governance.notices.subjects import DECIDING
from governance.people.permissions import Visitor


def rows(notices: list[Notice], now: datetime) -> list[dict[str, Any]]:
    """Return, for a list, each notice with its verdict; two queries however many there are."""
    windows = windows_by_notice(notices)
    newest = _newest_versions(notices)
    return [
        {
            "notice": notice,
            "heading": _heading(notice, newest[notice.pk]),
            "corrected": _corrected(notice, newest[notice.pk]),
            "address": reverse("notices:detail", args=[notice.council.slug, notice.slug]),
            "published": words.short_day(notice.published_at) if notice.published_at else "",
            "verdict": _stands(notice, newest[notice.pk].snapshot, windows[notice.pk], now),
            "illustrative": is_illustrative(newest[notice.pk].snapshot),
        }
        for notice in notices
    ]


def _heading(notice: Notice, newest: NoticeVersion) -> str:
    return notice.title if notice.state == State.WITHDRAWN else heading(newest.snapshot)


def _stands(
    notice: Notice, snapshot: dict[str, Any], windows: list[CallInWindow], now: datetime
) -> Verdict:
    if notice.withdrawn_at:
        return withdrawn(notice.withdrawn_at)
    kind = kind_in(snapshot)
    return kind.standing(snapshot, now) if kind.standing else verdict(windows, now)


def _corrected(notice: Notice, newest: NoticeVersion) -> str:
    """Return the day of the newest correction; nothing for a notice never corrected."""
    standing = notice.state == State.PUBLISHED and newest.number > 1
    return words.short_day(newest.published_at) if standing else ""


def _newest_versions(notices: list[Notice]) -> dict[int, NoticeVersion]:
    versions = (
        NoticeVersion.objects.filter(notice__in=notices)
        .order_by("notice", "-number")
        .distinct("notice")
    )
    return {version.notice_id: version for version in versions}


def of_version(
    notice: Notice,
    shown: NoticeVersion,
    versions: list[NoticeVersion],
    user: Visitor,
    now: datetime,
) -> dict[str, Any]:
    """Return the context of one version's page."""
    presented = present(shown.snapshot)
    is_newest = shown.pk == versions[0].pk
    windows = windows_by_notice([notice])[notice.pk] if is_newest else []
    found = _stands(notice, shown.snapshot, windows, now) if is_newest else _superseded(versions[0])
    made_on, today = _made_on(shown), local_day(now) if found.is_open else None
    for count in presented.get("counts", []):
        count["strip"] = strip(count["window"], made_on=made_on, today=today)
    return {
        "notice": presented,
        "record": notice,
        "version": shown,
        "newest": versions[0],
        "versions": versions,
        "is_newest": is_newest,
        "verdict": found,
        "call_ins": shown_to(user, windows),
        "panels": panels_for(user, notice, windows, now) if is_newest else [],
        "file": file_of(shown),
        "original": notice.called_in.window.version.notice if notice.called_in else None,
        "others": _same_matter_elsewhere(notice, user, now),
        "theme": notice.council,
        "crumbs": crumbs_of(notice),
    }


def _superseded(newest: NoticeVersion) -> Verdict:
    return Verdict(
        shape="closed",
        state=f"Superseded by version {newest.number}",
        sentence=f"Corrected on {words.day(newest.published_at)}",
        more=f"Version {newest.number} is the one that counts.",
        is_open=False,
    )


def tombstone(notice: Notice, user: Visitor, withdrawn_at: datetime) -> dict[str, Any]:
    """Return the context of the page that stands where a withdrawn notice was: none of its text."""
    same = Notice.objects.visible_to(user).filter(
        kind=notice.kind, meeting=notice.meeting_id, decision=notice.decision_id,
        entry=notice.entry_id, private_meeting=notice.private_meeting_id,
        called_in=notice.called_in_id, state=State.PUBLISHED,
    )  # fmt: skip
    return {
        "record": notice,
        "verdict": withdrawn(withdrawn_at),
        "stopped": CallInWindow.objects.filter(
            version__notice=notice, closes_at__gt=withdrawn_at
        ).exists(),
        "decides": kind_of(notice).decides,
        "again": same.select_related("council").first(),
        "theme": notice.council,
        "crumbs": crumbs_of(notice),
    }


def crumbs_of(notice: Notice) -> list[tuple[str, str]]:
    """Return the way from the list of all notices to this one's council."""
    everything = reverse("notices:index")
    of_council = f"{everything}?council={notice.council.slug}"
    return [("Decision notices", everything), (notice.council.name, of_council)]


def file_of(version: NoticeVersion) -> NoticeFile | None:
    """Return the PDF's row without its bytes, or None while it is being made."""
    return NoticeFile.objects.filter(version=version).defer("content").first()


def _made_on(shown: NoticeVersion) -> date | None:
    dates = [d["made_on"] for d in shown.snapshot.get("decisions", []) if d["made_on"]]
    return date.fromisoformat(min(dates)) if dates else None


def _same_matter_elsewhere(notice: Notice, user: Visitor, now: datetime) -> list[dict[str, Any]]:
    """Return what the other councils decided on the same issue, with where each stands."""
    if not kind_of(notice).decides:
        return []
    here = Q(pk=notice.decision_id) | Q(item__meeting=notice.meeting_id, item__isnull=False)
    issues = Decision.objects.filter(here).exclude(issue=None)
    others = (
        Decision.objects.visible_to(user)
        .filter(issue__in=issues.values("issue"), regime=Decision.Regime.EXECUTIVE)
        .exclude(council=notice.council)
        .select_related("council", "item__meeting__body")
        .order_by("made_on", "pk")
    )
    published = published_notices_of(list(others))
    found = [(decision, published.get(decision.pk)) for decision in others]
    windows = windows_by_notice([held for _, held in found if held])
    return [
        {
            "decision": decision,
            "meeting": decision.item.meeting if decision.item else None,
            "notice": held,
            "verdict": verdict(windows[held.pk], now) if held else None,
        }
        for decision, held in found
    ]


def published_notices_of(decisions: list[Decision]) -> dict[int, Notice]:
    """Return by a decision's id the notice that published it, alone or with its meeting."""
    meetings = {d.item.meeting_id for d in decisions if d.item}
    notices = Notice.objects.filter(
        Q(decision__in=decisions) | Q(meeting__in=meetings),
        kind__in=DECIDING,
        state=State.PUBLISHED,
    ).select_related("council")
    alone = {notice.decision_id: notice for notice in notices if notice.decision_id}
    together = {notice.meeting_id: notice for notice in notices if notice.meeting_id}
    at_meetings = {d.pk: together.get(d.item.meeting_id) for d in decisions if d.item}
    found = {d.pk: alone.get(d.pk) or at_meetings.get(d.pk) for d in decisions}
    return {pk: notice for pk, notice in found.items() if notice}
