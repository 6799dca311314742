"""Local time: every date and hour a council prints is Europe/London, summer and winter."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def in_london(moment: datetime) -> datetime:
    """Return `moment` with the Europe/London zone.

    An aware moment is converted. A naive one is taken to be local time already, because that is
    what a person types into a form or a command.
    """
    if moment.tzinfo is None:
        return moment.replace(tzinfo=LONDON)
    return moment.astimezone(LONDON)


def local_day(when: date | datetime) -> date:
    """Return the calendar day in London on which `when` falls."""
    if isinstance(when, datetime):
        local = in_london(when)
        return date(local.year, local.month, local.day)
    return when
