"""What the page of a body shows: its councils, who sits on it on a day, and who has chaired it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.bodies.models import Body
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
