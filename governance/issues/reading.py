"""What a person may read of matters, fetched in as many queries for a hundred as for one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q

from governance.bodies.models import Body, BodyCouncil
from governance.call_in_windows.models import CallInWindow
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.issues.models import Consideration, Issue
from governance.issues.published import verbs_published
from governance.notices.models import Notice
from governance.notices.standing import windows_by_notice
from governance.people.permissions import Visitor

OF_DECISIONS = [Notice.Kind.MEETING, Notice.Kind.DECISION]


@dataclass
class Records:
    """One matter's records, in time order."""

    issue: Issue
    councils: list[Council] = field(default_factory=list)
    considerations: list[Consideration] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    notices: dict[int, Notice] = field(default_factory=dict)
    windows: dict[tuple[int, int], CallInWindow] = field(default_factory=dict)
    # The verbs of each decision as its notice published them, whatever is being corrected since.
    verbs: dict[int, list[str]] = field(default_factory=dict)

    def considerations_at(self, council: Council) -> list[Consideration]:
        return [c for c in self.considerations if council.pk in concerned(c)]

    def decisions_at(self, council: Council) -> list[Decision]:
        """Return what was decided for a council, without what was only scrutinised or noted."""
        only = {c.item_id for c in self.considerations if c.role != Consideration.Role.DECIDE}
        return [
            d
            for d in self.decisions
            if council.pk in _makers(d) and (d.item_id is None or d.item_id not in only)
        ]

    def notice_of(self, decision: Decision) -> Notice | None:
        return self.notices.get(decision.pk)

    def verbs_of(self, decision: Decision) -> list[str]:
        """Return the verbs of its limbs in order: as published, or as recorded until then."""
        limbs = sorted(decision.resolutions.all(), key=lambda limb: limb.number)
        return self.verbs.get(decision.pk) or [limb.verb for limb in limbs]

    def window_of(self, decision: Decision, council: Council) -> CallInWindow | None:
        return self.windows.get((decision.pk, council.pk))


def concerned(consideration: Consideration) -> set[int]:
    """Return the ids of the councils that a consideration counts for."""
    if consideration.council_id:
        return {consideration.council_id}
    return _of_body(consideration.body)


def _makers(decision: Decision) -> set[int]:
    return _of_body(decision.item.meeting.body) if decision.item else {decision.council_id}


def _of_body(body: Body) -> set[int]:
    return {part.council_id for part in body.councils.all()} or {body.lead_council_id}


def read(issues: list[Issue], user: Visitor) -> dict[int, Records]:
    """Return what `user` may read of each matter, by its id; eight queries however many."""
    found = {issue.pk: Records(issue) for issue in issues}
    for consideration in _considerations(found, user):
        found[consideration.issue_id].considerations.append(consideration)
    decisions = list(_decisions(found, user))
    for decision in decisions:
        if decision.issue_id:
            found[decision.issue_id].decisions.append(decision)
    _add_notices(found, decisions, user)
    councils = {council.pk: council for council in Council.objects.visible_to(user)}
    constituents = _constituents(issues)
    for records in found.values():
        ids = constituents.get(records.issue.partnership_id or 0) or _in_time(records)
        records.councils = [councils[pk] for pk in ids]
    return found


def _considerations(found: Iterable[int], user: Visitor) -> Iterable[Consideration]:
    rows = Consideration.objects.visible_to(user).filter(issue__in=found)
    rows = rows.select_related("body__lead_council", "meeting", "item", "council")
    rows = rows.prefetch_related("body__councils__council")
    return sorted(rows, key=lambda c: (c.on or date.max, c.pk))


def _decisions(found: Iterable[int], user: Visitor) -> Iterable[Decision]:
    parts = BodyCouncil.objects.select_related("council")
    return (
        Decision.objects.visible_to(user)
        .filter(issue__in=found)
        .select_related("council", "item__meeting__body")
        .prefetch_related("resolutions", Prefetch("item__meeting__body__councils", parts))
        .order_by("made_on", "pk")
    )


def _add_notices(found: dict[int, Records], decisions: list[Decision], user: Visitor) -> None:
    """Give each matter the published notices of its decisions and their windows."""
    by_decision = {d.pk: d for d in decisions}
    meetings = {d.item.meeting_id for d in decisions if d.item}
    notices = (
        Notice.objects.visible_to(user)
        .filter(Q(decision__in=by_decision) | Q(meeting__in=meetings), kind__in=OF_DECISIONS)
        .exclude(published_at=None)
        .select_related("council")
    )
    held = list(notices)
    of_meeting = {notice.meeting_id: notice for notice in held if notice.meeting_id}
    alone = {notice.decision_id: notice for notice in held if notice.decision_id}
    windows: dict[int, dict[int, CallInWindow]] = defaultdict(dict)
    for rows in windows_by_notice(held).values():
        for window in rows:
            windows[window.decision_id][window.council_id] = window
    verbs = verbs_published(held)
    for decision in decisions:
        if decision.issue_id is None:
            continue
        records = found[decision.issue_id]
        meeting = decision.item.meeting_id if decision.item else 0
        notice = alone.get(decision.pk) or of_meeting.get(meeting)
        # A notice tells of the decisions it was published with, not of those recorded since.
        if notice and decision.state == "published":
            records.notices[decision.pk] = notice
            records.verbs[decision.pk] = verbs.get(decision.pk, [])
            for council_id, window in windows[decision.pk].items():
                records.windows[decision.pk, council_id] = window


def _constituents(issues: Iterable[Issue]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for issue in issues:
        partnership = issue.partnership
        if partnership and partnership.pk not in found:
            rows = sorted(partnership.constituents.all(), key=lambda c: c.council.short_name)
            found[partnership.pk] = [row.council_id for row in rows]
    return found


def _in_time(records: Records) -> list[int]:
    """Return the councils in the order in which the matter first came to them."""
    found: dict[int, None] = {}
    for consideration in records.considerations:
        found |= dict.fromkeys(sorted(concerned(consideration)))
    for decision in records.decisions:
        found |= dict.fromkeys(sorted(_makers(decision)))
    return list(found)
