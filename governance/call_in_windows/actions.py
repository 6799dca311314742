"""Opening the call-in windows of a published decision: counted once, and stored with the count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import local_day
from governance.calendar.models import BankHoliday, LocalClosure
from governance.calendar.rules import Calendar
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.eligibility import opens_at, opens_call_in
from governance.call_in_windows.models import CallInRule, CallInWindow
from governance.call_in_windows.rules import Start, Terms, Window, count_window
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import write
from governance.people.models import User


def calendar_of(council: Council) -> Calendar:
    """Return the working days of `council`: England and Wales, less its own closures.

    Bank holidays that an administrator entered, because they were proclaimed late, are among them.
    """
    closures = LocalClosure.objects.filter(council=council).values_list("day", "reason")
    proclaimed = BankHoliday.objects.values_list("day", "name")
    return england_and_wales(dict(closures), dict(proclaimed))


def rule_of(council: Council, on: date) -> CallInRule:
    """Return the rule in force at `council` on a local date, or Refused when there is none."""
    rule = CallInRule.objects.in_force(council.pk, on).first()
    if rule is None:
        raise Refused(
            f"{council.name} has no call-in rule for that day. An administrator must enter "
            "the rule of its constitution before a notice can be published."
        )
    return rule


@dataclass(frozen=True)
class Counter:
    """How one council counts, looked up once: its rule in force, and its working days."""

    council: Council
    rule: CallInRule
    conduct: Conduct
    calendar: Calendar

    def window(self, published_at: datetime | date, made_on: date | None) -> Window:
        """Return the window of a decision made on `made_on` and put out at `published_at`.

        Raises Refused where the rule counts from a decision whose day nobody has entered.
        """
        start = Start(self.conduct.counts_from, made_on)
        return count_window(published_at, Terms.from_json(self.rule.terms), self.calendar, start)

    def opens(self, decision: Decision, *, is_joint: bool) -> tuple[bool, str]:
        """Return whether the rule opens `decision` to call-in here, and the sentence why."""
        is_affected = self._affected_by(decision) if is_joint else None
        here = opens_at(self.conduct, is_joint=is_joint, is_affected=is_affected)
        if not here[0]:
            return here
        return opens_call_in(
            {limb.verb for limb in decision.resolutions.all()},
            self.conduct,
            {"yes": True, "no": False}.get(decision.key_answer),
            decision.maker,
            is_executive=decision.regime == Decision.Regime.EXECUTIVE,
        )

    def _affected_by(self, decision: Decision) -> bool | None:
        """Return whether a joint body's decision affects this council; None if nobody has said."""
        if self.conduct.joint != "affected":
            return None
        affected = [row.council_id for row in decision.affected.all()]
        return self.council.pk in affected if affected else None


def counter_of(council: Council, on: date) -> Counter:
    """Return how `council` counts on a local date; Refused when it has no rule for that day."""
    rule = rule_of(council, on)
    return Counter(council, rule, Conduct.of(rule.conduct), calendar_of(council))


def count_for(
    council: Council, published_at: datetime | date, on: date, made_on: date | None = None
) -> tuple[CallInRule, Window]:
    """Return the rule and the window that a notice put out at `published_at` would have.

    made_on: the day of the decision, from which some rules count.
    """
    counter = counter_of(council, on)
    return counter.rule, counter.window(published_at, made_on)


def windows_at(
    councils: Iterable[Council], decisions: Iterable[Decision], published_at: datetime
) -> dict[int, list[tuple[Council, CallInRule, Window]]]:
    """Return, by the id of each decision that opens call-in, its window at each council.

    A decision recorded as open to call-in that no council's rule opens is refused: its notice
    would promise a window that nobody has.
    """
    on = local_day(published_at)
    counters = [counter_of(council, on) for council in councils]
    found: dict[int, list[tuple[Council, CallInRule, Window]]] = {}
    for decision in decisions:
        asked = [(c, c.opens(decision, is_joint=len(counters) > 1)) for c in counters]
        windows = [
            (c.council, c.rule, c.window(published_at, decision.made_on))
            for c, (opens, _) in asked
            if opens
        ]
        if windows:
            found[decision.pk] = windows
        elif decision.call_in_answer == Decision.YesNo.YES:
            raise Refused(
                f"“{decision.title}” is recorded as open to call-in. {asked[0][1][1]} Record that "
                "it cannot be called in, and why."
            )
    return found


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
