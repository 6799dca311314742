"""Bank holidays of England and Wales from a pinned library, and how far ahead to trust it."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version
from types import MappingProxyType

import holidays

from governance.calendar import words
from governance.calendar.rules import Calendar

# The years for which the pinned release was compared with the published table begin here.
KNOWN_FROM = date(2010, 1, 1)

# The library will compute Easter for a century, but a one-off day is proclaimed late: the moved
# holiday of May 2020 with 11 months' notice, the Coronation with 6, the State Funeral with 9
# days. So we trust a release (0.109 is of 2026) to the end of the second year after it, which is
# longer than any notice period here and short enough that somebody looks again. Move this date
# with the pin, after checking the new years against the published table of bank holidays.
KNOWN_UNTIL = date(2028, 12, 31)

WARN_FOR = timedelta(days=365)

# The library's names are near the official ones but not what a resident would say.
PLAIN_NAMES = {
    "Coronation of Charles III": "Coronation of King Charles III",
    "Diamond Jubilee of Elizabeth II": "Diamond Jubilee",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "May Day": "Early May bank holiday",
    "Platinum Jubilee of Elizabeth II": "Platinum Jubilee",
    "Spring Bank Holiday": "Spring bank holiday",
    "Wedding of William and Catherine": "Royal wedding",
}
OBSERVED = " (observed)"


def plain_name(name: str) -> str:
    """Return the library's name for a holiday in plain words; two on one day are joined."""
    plain = []
    for one in name.split("; "):
        base = one.removesuffix(OBSERVED)
        plain.append(PLAIN_NAMES.get(base, base) + (" (substitute day)" if base != one else ""))
    return words.listed(plain)


@cache
def _table() -> MappingProxyType[date, str]:
    """The subdivision matters: without it the library leaves out Easter Monday and August."""
    years = range(KNOWN_FROM.year, KNOWN_UNTIL.year + 1)
    found = holidays.country_holidays("GB", subdiv="ENG", years=years, language="en_GB")
    return MappingProxyType({day: plain_name(name) for day, name in sorted(found.items())})


def england_and_wales(
    closures: Mapping[date, str] | None = None, proclaimed: Mapping[date, str] | None = None
) -> Calendar:
    """Return the calendar of England and Wales with a council's own `closures`, date to reason.

    proclaimed: bank holidays that came after the library's release, date to name.
    """
    known = _table()
    late = {day: name for day, name in (proclaimed or {}).items() if day not in known}
    days = "; ".join(day.isoformat() for day in sorted(late))
    return Calendar(
        bank_holidays=known | late,
        closures=dict(closures or {}),
        first_day=KNOWN_FROM,
        last_day=KNOWN_UNTIL,
        source=f"holidays {version('holidays')}, England and Wales"
        + (f", and proclaimed since: {days}" if days else ""),
    )


def known_days() -> Mapping[date, str]:
    """Return the bank holidays of the library's release, in order, date to name."""
    return _table()


def runs_out_on() -> date:
    """Return the last day for which bank holidays are known."""
    return KNOWN_UNTIL


def warning(today: date) -> str | None:
    """Return a sentence for administrators in the last year of known days, or None before it."""
    if today < KNOWN_UNTIL - WARN_FOR:
        return None
    if today > KNOWN_UNTIL:
        return (
            f"Bank holidays were known until {words.day(KNOWN_UNTIL)}. No deadline after that day "
            "can be worked out until the calendar is brought up to date."
        )
    return (
        f"Bank holidays are known until {words.day(KNOWN_UNTIL)}. A deadline after that day will "
        "be refused: bring the calendar up to date before then."
    )
