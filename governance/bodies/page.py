"""What the page of a body shows: its councils, who sits on it on a day, and who has chaired it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.bodies.models import Body
from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.people.models import Appointment

CHAIRS = (Appointment.Capacity.CHAIR, Appointment.Capacity.VICE_CHAIR)
# The municipal year begins with the annual meeting in May; a chair serves from one to the next.
YEAR_BEGINS = 5


@dataclass(frozen=True)
class Seated:
    """A council's part in a body: its members on a day, and the seats nobody holds."""

    council: Any
    seats: int | None
    members: list[Appointment]

    @property
    def in_words(self) -> str:
        return named(self.members)

    @property
    def vacant(self) -> int:
        return max(0, (self.seats or 0) - len(self.members))


def seated(body: Body, on: date) -> list[Seated]:
    """Return the councils of `body`, each with its members on `on`, chair first."""
    held = list(body.appointments.on(on))
    order = {value: place for place, value in enumerate(Appointment.Capacity.values)}
    found = []
    for part in body.councils.select_related("council").order_by("pk"):
        members = [one for one in held if one.council_id == part.council_id]
        members.sort(key=lambda one: (order[one.capacity], one.pk))
        found.append(Seated(part.council, part.seats, members))
    return found


def named(members: Iterable[Appointment]) -> str:
    """Return "Councillors Loraine Rossati (Chair), Richard Henry and Jeannette Thomas"."""
    return names_in_words(
        [
            (one.person.style, one.person.name_and_honours, one.get_capacity_display())
            for one in members
        ]
    )


def names_in_words(people: Sequence[tuple[str, str, str]]) -> str:
    """Return (style, name, capacity) triples in one phrase; a style that all share is said once."""
    styles = {style for style, _, _ in people}
    one = styles.pop() if len(styles) == 1 else ""
    said = []
    for style, name, capacity in people:
        full = name if one else f"{style} {name}".strip()
        said.append(full if capacity == "Member" else f"{full} ({capacity})")
    shared = f"{one}{'s' if len(people) > 1 else ''} " if one else ""
    return f"{shared}{words.listed(said)}"


def theme_of(body: Body) -> Council | Partnership:
    """Return whose colours the pages of a body have: a joint body's, those of its partnership."""
    return body.partnership or body.lead_council


def chairs_by_year(appointments: Iterable[Appointment]) -> list[tuple[str, list[Appointment]]]:
    """Return ("2023/24", its chairs and vice-chairs) newest first, from dated appointments.

    An appointment without a first day cannot be put in a year, and is left out.
    """
    years: dict[int, list[Appointment]] = {}
    for one in appointments:
        if one.from_on is None or one.capacity not in CHAIRS:
            continue
        years.setdefault(_year_of(one.from_on), []).append(one)
    return [
        (f"{year}/{(year + 1) % 100:02}", sorted(found, key=lambda one: (one.capacity, one.pk)))
        for year, found in sorted(years.items(), reverse=True)
    ]


def _year_of(day: date) -> int:
    return day.year if day.month >= YEAR_BEGINS else day.year - 1
