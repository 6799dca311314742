"""What a stored window would be, had a day been known not to be worked. Pure."""

from dataclasses import replace
from datetime import date

from governance.calendar import words
from governance.calendar.rules import Calendar, on_or_after
from governance.call_in_windows.extension import extend
from governance.call_in_windows.rules import Start, Window, closing_words, count_window

PUT_OUT = "; notice published"


def as_it_would_be(stored: Window, calendar: Calendar) -> Window:
    """Return the window of the same notice under the same terms, counted with `calendar`.

    Days that the stored count passed over are passed over again, even where a closure was taken
    back since. A window that a person extended runs to the day that person named, or to the first
    working day after it.
    """
    skipped = {day.date: day.why for day in stored.trace if day.kind == "skipped"}
    calendar = calendar.with_closures(skipped)
    start = Start(stored.starts_from, stored.published_on)
    again = count_window(_put_out(stored), stored.terms, calendar, start)
    before = tuple(day for day in stored.trace if day.date < again.trace[0].date)
    again = replace(again, trace=before + again.trace)
    if was_extended(stored):
        until = on_or_after(stored.deadline, calendar)
        return again if again.deadline >= until else extend(again, until, calendar)
    return again


def was_extended(stored: Window) -> bool:
    """Return whether a person set the last day of this window later than its rule did."""
    return any("extended" in day.why for day in stored.trace)


def differs(stored: Window, again: Window) -> bool:
    """Return whether the two close, or let the decision take effect, at different moments."""
    one, other = ((w.deadline, w.closes_at, w.in_effect_on) for w in (stored, again))
    return one != other


def printed(stored: Window, again: Window, cause: str, *, moves: bool) -> str:
    """Return what the notice says of the decision: the cause and both dates."""
    was, would = (closing_words(w.closes_at, w.deadline) for w in (stored, again))
    if moves:
        said = f"Call-in closes {would}, and not {was} as first printed."
    else:
        said = f"Call-in keeps its date and closes {was}; counted now, it would close {would}."
    return f"{cause} {said}"


def cause_of(day: date, why: str) -> str:
    """Return the sentence that names a day found not to be worked."""
    return f"{words.day(day)} is not counted: {why}."


def _put_out(stored: Window) -> date:
    """The day it counts as published; under a rule that counts from the decision, its own day."""
    return next(
        (day.date for day in stored.trace if day.why.endswith(PUT_OUT)), stored.published_on
    )
