"""What the pages of a call-in rule show: the rule in words, and a worked example."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import Calendar
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.conduct_words import Facts
from governance.call_in_windows.models import CallInRule, CallInWindow, RuleSet
from governance.call_in_windows.rules import Start, Terms, Window, closing_words, count_window
from governance.councils.models import Council
from governance.errors import Refused
from governance.notices.strip import strip

# A Wednesday's decision and a Friday's notice, over two weekends and no bank holiday.
MADE_ON, PUBLISHED_ON = date(2023, 4, 12), date(2023, 4, 14)
NOT_KNOWN = "It is not known how long the window is, or when it closes."


@dataclass(frozen=True)
class Example:
    """A count under a rule, or the sentence that says why there is none."""

    published_on: date
    window: Window | None
    closes: str
    strip: list[dict[str, Any]]
    refusal: str = ""


def counted_since(council: Council, on: date) -> int:
    """Return how many windows were counted at `council` since a day: they keep their rule."""
    return CallInWindow.objects.filter(council=council, published_on__gte=on).count()


def facts_of(rule: CallInRule | RuleSet) -> Facts:
    """Return every topic of a rule with its sentences, the window first."""
    conduct = Conduct.of(rule.conduct)
    window = NOT_KNOWN
    if rule.terms is not None:
        window = Terms.from_json(rule.terms).in_words(conduct.counts_from)
    return [("The window", [window]), *conduct.facts()]


def example_of(
    rule: CallInRule | RuleSet,
    *,
    published_on: date = PUBLISHED_ON,
    made_on: date = MADE_ON,
    calendar: Calendar | None = None,
) -> Example | None:
    """Return what the rule gives a notice of `published_on`; None where no window is known."""
    if rule.terms is None:
        return None
    start = Start(Conduct.of(rule.conduct).counts_from, made_on)
    try:
        terms = Terms.from_json(rule.terms)
        window = count_window(published_on, terms, calendar or england_and_wales(), start)
    except Refused as refused:
        return Example(published_on, None, "", [], str(refused))
    closes = closing_words(window.closes_at, window.deadline)
    return Example(published_on, window, closes, strip(window, made_on=made_on))
