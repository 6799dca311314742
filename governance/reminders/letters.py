"""What a reminder says: only what its reader may read, and in its subject only what is public."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from governance.calendar import words
from governance.duties.models import Duty
from governance.duties.rules import standing
from governance.messages.letters import Letter, Line, Section

# A digest is read in a minute; the rest is on the page that it leads to.
MOST_LINES = 40


WHY = (
    "You are told because you hold these duties, or watch over those of your council. Each duty’s "
    "page lets you say that it was done, or that you know of it and need no reminder for a while."
)


@dataclass(frozen=True)
class Told:
    """A duty as one person is told of it."""

    duty: Duty
    offset: int
    is_watching: bool


HEADINGS = {
    "late": "Overdue",
    "today": "Due today",
    "early": "Coming up",
    "watched": "Overdue for more than a week, held by others",
}
IN_A_SUBJECT = {"late": "overdue", "today": "due today", "early": "coming up"}


def _section(told: Told) -> str:
    if told.is_watching:
        return "watched"
    return "late" if told.offset > 0 else "today" if told.offset == 0 else "early"


def digest(told: Sequence[Told], today: date) -> tuple[str, Letter]:
    """Return the subject and the letter of one morning: overdue first, the soonest first."""
    by_section: dict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.duty.due_on, one.duty.pk)):
        by_section[_section(one)].append(one)
    counts = [
        f"{len(by_section[name])} {said}"
        for name, said in IN_A_SUBJECT.items()
        if by_section.get(name)
    ]
    watched = len(by_section.get("watched", ()))
    subject = f"Your duties: {', '.join(counts)}"
    if not counts:
        subject = f"{words.counted(watched, 'duty', 'duties')} of your council "
        subject += "is overdue" if watched == 1 else "are overdue"
    sections = tuple(
        Section(heading, _lines(by_section[name], today))
        for name, heading in HEADINGS.items()
        if by_section.get(name)
    )
    return subject, _letter(f"On {words.day(today)}:", sections)


def alone(told: Told, today: date, *, is_public: bool) -> tuple[str, Letter]:
    """Return the subject and the letter about one duty; a title that is not public is not in it."""
    about = f"“{told.duty.title}”" if is_public else f"A duty at {told.duty.council.short_name}"
    section = Section(HEADINGS[_section(told)], _lines([told], today))
    subject = f"{about} {_when(told.duty, today)}"
    return subject, _letter(f"On {words.day(today)}:", (section,))


def _when(duty: Duty, today: date) -> str:
    if duty.due_on < today:
        return f"was due on {words.day(duty.due_on)}"
    return "is due today" if duty.due_on == today else f"is due by {words.day(duty.due_on)}"


def _lines(told: Sequence[Told], today: date) -> tuple[Line, ...]:
    shown = tuple(_line(one.duty, today) for one in told[:MOST_LINES])
    if more := len(told) - MOST_LINES:
        more_said = Line(f"and {words.counted(more, 'other')}", reverse("duties:index") + "?mine=1")
        return (*shown, more_said) if more > 0 else shown
    return shown


def _line(duty: Duty, today: date) -> Line:
    stands = standing(duty.due_from, duty.due_on, None, today)
    said = f"{duty.get_kind_display()}, {duty.council.short_name}. {stands.says}. {stands.dates}."
    return Line(duty.title, reverse("duties:detail", args=[duty.pk]), said)


def _letter(begins: str, sections: tuple[Section, ...]) -> Letter:
    return Letter(
        paragraphs=(begins,),
        sections=sections,
        links=(
            Line("All your duties", reverse("duties:index") + "?mine=1"),
            Line("Choose how you are reminded", reverse("reminders:choose")),
        ),
        closing=(WHY,),
        ending="Stop reminders before the day a duty is due",
    )
