"""The checklist of a whole notice: each decision's own, and the marks that nothing explains."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.urls import reverse

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.called_in.models import CalledIn
from governance.decisions.models import Decision
from governance.decisions.rules import Check, checklist
from governance.errors import Refused
from governance.key_decisions.rules import threshold_on
from governance.meetings.models import AgendaItem
from governance.notices.facts import decisions_of
from governance.notices.kinds.kind import Line
from governance.notices.models import Notice


def checks_of(decision: Decision, items: Iterable[AgendaItem] = ()) -> list[Check]:
    """Return the checklist of one decision, with the unexplained marks of the meeting's `items`."""
    limbs = sorted(decision.resolutions.all(), key=lambda limb: limb.number)
    marks = [
        f"limb {limb.number} ({limb.mark})" for limb in limbs if limb.mark and not limb.footnote
    ]
    marks += [
        f"minute {item.minute_number} ({item.mark})"
        for item in items
        if item.mark and not item.footnote
    ]
    agreed: dict[str, list[str]] = {}
    for agreement in decision.agreements.all():
        agreed.setdefault(agreement.purpose, []).append(agreement.office)
    threshold = threshold_on(decision.council.key_thresholds.all(), decision.made_on)
    return checklist(
        decision, limbs, marks, agreed=agreed, threshold_pence=threshold,
        affects=_affects(decision), key_from=_key_from(decision),
    )  # fmt: skip


def _key_from(decision: Decision) -> date | None:
    """Return the first day on which the notice of a key decision let it be made.

    The version that stood on the day counts; the end of time where none did. None: no notice here.
    """
    if decision.key_notice is None:
        return None
    versions = sorted(decision.key_notice.versions.all(), key=lambda version: version.number)
    made_on = decision.made_on or date.max
    stood = [v.snapshot for v in versions if local_day(v.published_at) <= made_on]
    dates = (stood[-1].get("dates") or {}) if stood else {}
    return date.fromisoformat(dates["earliest"]) if dates else date.max


def _affects(decision: Decision) -> tuple[str, ...] | None:
    """Return the councils that a joint body's decision is recorded to affect; None if not joint."""
    if decision.item is None or len(decision.item.meeting.body.councils.all()) < 2:
        return None
    return tuple(row.council.short_name for row in decision.affected.all())


def refuse_dates(notice: Notice, at: datetime) -> None:
    """Refuse a notice without decisions, or of a decision made after the day it is published."""
    decisions = decisions_of(notice)
    if not decisions:
        raise Refused("There is no decision to publish: record what was decided first.")
    for decision in decisions:
        if decision.made_on and decision.made_on > local_day(at):
            raise Refused(
                f"“{decision.title}” was made on {words.day(decision.made_on)}, "
                f"after the day of publication, {words.day(at)}."
            )
        _refuse_urgency_without_agreement(decision)
        _refuse_again_before_the_call_in_ended(decision)


def _refuse_again_before_the_call_in_ended(decision: Decision) -> None:
    """A decision is taken again after it was referred, never before."""
    if decision.reconsiders is None or decision.made_on is None:
        return
    ended = CalledIn.objects.filter(window__decision=decision.reconsiders, ended_on__isnull=False)
    last = ended.order_by("-ended_on").first()
    if last and last.ended_on and decision.made_on < last.ended_on:
        raise Refused(
            f"“{decision.title}” is dated {words.day(decision.made_on)}, before the call-in of the "
            f"decision it takes again ended on {words.day(last.ended_on)}. Correct the date."
        )


def _refuse_urgency_without_agreement(decision: Decision) -> None:
    """No reason excuses it: without the agreement the decision is open to call-in like any other.

    Source: SI 2012/2089, regulation 11, and the urgency rule of each council's constitution.
    """
    agreed = {agreement.purpose for agreement in decision.agreements.all()}
    wants = {
        "key": decision.key_route == Decision.KeyRoute.URGENCY,
        "call_in": decision.no_call_in_ground == Decision.NoCallIn.URGENT,
    }
    for purpose, is_wanted in wants.items():
        if is_wanted and purpose not in agreed:
            what = "special urgency" if purpose == "key" else "leaving it out of call-in"
            raise Refused(
                f"Nobody’s agreement to {what} is recorded for “{decision.title}”. Record who "
                "agreed, in which office and when, or choose another answer."
            )


def lines_of(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of the decisions a notice publishes, as its readers will see it."""
    decisions = decisions_of(notice)
    return [
        _line(check, decision, several=len(decisions) > 1)
        for decision in decisions
        for check in checks_of(decision)
    ]


def _line(check: Check, decision: Decision, *, several: bool) -> Line:
    address = reverse("decisions:edit", args=[decision.pk, check.part])
    if several:
        check = replace(check, heading=f"{check.heading} ({decision.title})")
    return Line(check, address)
