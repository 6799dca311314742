"""What a correction may do to the period that a notice begins."""

from governance.notices.kinds.kind import ClockChoice
from governance.notices.models import NoticeVersion

Clock = NoticeVersion.Clock

OF_A_WINDOW: dict[str, ClockChoice] = {
    Clock.KEEPS: ClockChoice(
        "It runs on to the same date: spelling, layout, a missing name",
        "The window runs on to the same date",
    ),
    Clock.RESTARTS: ClockChoice(
        "It starts again from now: decision, reasons or deadline was wrong",
        "The window starts again from this version",
    ),
    Clock.EXTENDS: ClockChoice(
        "It runs on to a later day: members need more time than was left",
        "The window is extended to {}",
    ),
}


def _of_clear_days(days: str) -> dict[str, ClockChoice]:
    return {
        Clock.KEEPS: ClockChoice(
            "They run on: spelling, layout, a name",
            f"The {days} clear days run on from the notice before",
        ),
        Clock.RESTARTS: ClockChoice(
            "They start again from now: something material changed",
            f"The {days} clear days start again from this version",
        ),
    }


OF_28_DAYS = _of_clear_days("28")
OF_5_DAYS = _of_clear_days("five")
OF_A_PRIVATE_MEETING: dict[str, ClockChoice] = {
    Clock.KEEPS: ClockChoice(
        "They run on: spelling, layout, a name",
        "The 28 clear days run on from the notice before",
    ),
    Clock.RESTARTS: ClockChoice(
        "They start again from now: the matter, the day or the reasons changed",
        "The 28 clear days start again from this version",
    ),
}
