"""Opening the call-in windows of a published decision: counted once, and stored with the count."""

from datetime import date, datetime

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.models import LocalClosure
from governance.calendar.rules import Calendar
from governance.call_in_windows.models import CallInRule, CallInWindow
from governance.call_in_windows.rules import Terms, Window, count_window
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import write
from governance.people.models import User


def calendar_of(council: Council) -> Calendar:
    """Return the working days of `council`: England and Wales, less its own closures."""
    closures = LocalClosure.objects.filter(council=council).values_list("day", "reason")
    return england_and_wales(dict(closures))


def rule_of(council: Council, on: date) -> CallInRule:
    """Return the rule in force at `council` on a local date, or Refused when there is none."""
    rule = CallInRule.objects.in_force(council.pk, on).first()
    if rule is None:
        raise Refused(
            f"{council.name} has no call-in rule for that day. An administrator must enter "
            "the rule of its constitution before a notice can be published."
        )
    return rule


def count_for(
    council: Council, published_at: datetime | date, on: date
) -> tuple[CallInRule, Window]:
    """Return the rule and the window that a notice put out at `published_at` would have."""
    rule = rule_of(council, on)
    return rule, count_window(published_at, Terms.from_json(rule.terms), calendar_of(council))


def open_window(
    decision: Decision,
    council: Council,
    rule: CallInRule,
    window: Window,
    *,
    version_id: int,
    by: User,
    because: str = "Opened when the notice was published",
) -> CallInWindow:
    """Store the counted `window` of `decision` at `council`. The database never lets it change."""
    stored = CallInWindow(
        decision=decision,
        council=council,
        rule=rule,
        version_id=version_id,
        published_on=window.published_on,
        deadline_on=window.deadline,
        closes_at=window.closes_at,
        in_effect_on=window.in_effect_on,
        counted=window.as_json(),
        terms=window.terms.as_json(),
        calendar_version=window.calendar_version,
    )
    return write(stored, by=by, because=because)
