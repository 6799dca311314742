"""What waits for a decision, for the pages of democratic services."""

from collections.abc import Iterable
from typing import Any

from governance.call_in_windows.rules import Window, closing_words
from governance.notices.strip import strip
from governance.window_flags.models import WindowFlag


def flags_waiting(councils: Iterable[int]) -> list[dict[str, Any]]:
    """Return, for each notice of these councils (ids) with flags that wait, what is to be decided.

    notice; cause; was and would: when call-in closes and would close; is_open: whether it was still
    open when the day was entered. One query; what is still open stands first.
    """
    flags = WindowFlag.objects.waiting().of(councils)
    flags = flags.select_related(
        "window__version__notice__council", "window__version__notice__meeting__body"
    )
    found: dict[int, dict[str, Any]] = {}
    for flag in flags.order_by("-was_open", "window__deadline_on", "pk"):
        notice = flag.window.version.notice
        found.setdefault(notice.pk, {"notice": notice, **_dates(flag)})
    return list(found.values())


def _dates(flag: WindowFlag) -> dict[str, Any]:
    stored, again = Window.from_json(flag.window.counted), Window.from_json(flag.counted)
    return {
        "cause": flag.cause,
        "was": closing_words(stored.closes_at, stored.deadline),
        "would": closing_words(again.closes_at, again.deadline),
        "is_open": flag.was_open,
        "raised_at": flag.raised_at,
    }


def side_by_side(flags: Iterable[WindowFlag]) -> list[dict[str, Any]]:
    """Return each different pair of counts: at which council, both ends, and both day by day."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for flag in flags:
        stored, again = Window.from_json(flag.window.counted), Window.from_json(flag.counted)
        council = flag.window.council
        key = (council.pk, stored.closes_at, again.closes_at, again.in_effect_on)
        found.setdefault(key, {"council": council, **_dates(flag), **_counts(stored, again)})
    return list(found.values())


def _counts(stored: Window, again: Window) -> dict[str, Any]:
    return {
        "stored": stored,
        "again": again,
        "stored_strip": strip(stored, made_on=None),
        "again_strip": strip(again, made_on=None),
    }
