"""The checklist of a whole notice: each decision's own, and the marks that nothing explains."""

from collections.abc import Iterable

from governance.decisions.models import Decision
from governance.decisions.rules import Check, checklist, missing
from governance.meetings.models import AgendaItem


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
    return checklist(decision, limbs, marks)


def gaps_of(decisions: list[Decision]) -> list[str]:
    """Return the headings of what is missing from the notice, as its readers will see them."""
    several = len(decisions) > 1
    return [
        f"{check.heading} ({decision.title})" if several else check.heading
        for decision in decisions
        for check in missing(checks_of(decision))
    ]
