"""The count of a window as a strip of days, for components/count.html. Pure."""

from datetime import date, timedelta
from typing import Any

from governance.call_in_windows.rules import Window


def strip(
    window: Window, *, made_on: date | None, today: date | None = None
) -> list[dict[str, Any]]:
    """Return one entry a day, from the day of the decision to the day it takes effect.

    `today` is marked when it is given and lies inside the strip. A decision made more than a week
    before its notice starts the strip at the publication: the days between say nothing.
    """
    first = window.trace[0].date
    days = []
    if made_on and timedelta(0) < first - made_on <= timedelta(days=7):
        days.append(_entry(made_on, "Decision taken", ""))
        gap = (first - made_on).days
        days += [
            _entry(made_on + timedelta(days=n), "", "Not yet published") for n in range(1, gap)
        ]
    for day in window.trace:
        label, note, kind = _words(day.kind, day.number, day.why)
        days.append(_entry(day.date, label, note, kind))
    for entry in days:
        entry["today"] = entry["date"] == today
    return days


def _entry(on: date, label: str, note: str, kind: str = "plain") -> dict[str, Any]:
    return {"date": on, "label": label, "note": note, "kind": kind, "today": False}


def _words(kind: str, number: int | None, why: str) -> tuple[str, str, str]:
    match kind:
        case "published":
            return "Published", why if number else f"{why}, not counted", "plain"
        case "skipped":
            return "", f"{why}, not counted", "skip"
        case "last":
            return (f"Day {number}" if number else ""), "Last day to call in", "last"
        case "in_effect":
            return "Takes effect", "if not called in", "plain"
    within = kind in {"counted", "open"}
    return (f"Day {number}" if number else why), "", "on" if within else "plain"
