"""What is known of online services, how old it is, and what it adds up to. Pure: no clock.

Sources: South Holland's joint panel, 6 March 2023 (gaps for each authority; volumes across the
councils; which services the Partnership runs and which the sovereign councils), and Boston's
Cabinet, 12 April 2023 (the data was from 2022).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.calendar import words
from governance.calendar.rules import months_from
from roadmap.systems.rules import months_between

# The Local Government Services List numbers its services; four figures are enough for all of them.
LGSL = re.compile(r"\d{1,4}")
MOST_VOLUME = 1_000_000_000


class Online(StrEnum):
    """Can it be done online?"""

    YES = "yes"
    PART = "part"
    NO = "no"


SAYS = {
    Online.YES.value: ("good", "Online"),
    Online.PART.value: ("open", "Partly online"),
    Online.NO.value: ("closed", "Not online"),
    "": ("idle", "Not recorded"),
}


@dataclass(frozen=True)
class Age:
    """How old what is known is: `is_old` where it is due to be verified again."""

    says: str
    is_old: bool
    due_on: date | None = None


def age_of(verified_on: date | None, today: date, months: int) -> Age:
    """Return how long ago something was verified; `months` after that it is due again."""
    if verified_on is None:
        return Age("Never verified", is_old=True)
    due_on = months_from(verified_on, months)
    return Age(f"verified {_ago(verified_on, today)}", today > due_on, due_on)


def _ago(day: date, today: date) -> str:
    if day >= today:
        return "today"
    whole = months_between(day, today)
    whole -= months_from(day, whole) > today
    if whole >= 24:
        return f"{words.counted(whole // 12, 'year')} ago"
    if whole:
        return f"{words.counted(whole, 'month')} ago"
    return f"{words.counted((today - day).days, 'day')} ago"


def why_not_lgsl(typed: str) -> str:
    """Return why this has not the form of a number of the Local Government Services List, or "".

    Only the form is checked: whether there is such a service, the list itself says.
    """
    if LGSL.fullmatch(typed) and int(typed) > 0:
        return ""
    return "An LGSL id is a number of one to four figures, like 354."


def volume_of(typed: str) -> int:
    """Return a yearly volume as people type it: "1,200" or "1200". Raises ValueError with why."""
    plain = typed.replace(",", "").replace(" ", "")
    if not (plain.isascii() and plain.isdigit()):
        raise ValueError(f"“{typed[:40]}” is no whole number. Enter a volume like 1,200.")
    if len(plain) > 12 or int(plain) > MOST_VOLUME:
        raise ValueError(f"“{typed[:40]}” is more than anybody counts in a year. Check it.")
    return int(plain)


@dataclass(frozen=True)
class Known:
    """What a total reads of one council's service."""

    online: str = ""
    volume: int | None = None
    is_old: bool = True


@dataclass(frozen=True)
class Total:
    """What several services add up to, with what is missing from the sum."""

    services: int
    online: int
    part: int
    gaps: int
    old: int
    volume: int
    counted: int

    @property
    def says(self) -> str:
        """Return "12 of 20 online, 2 partly; 3 not recorded"."""
        said = f"{self.online} of {self.services} online"
        said += f", {self.part} partly" if self.part else ""
        return f"{said}; {self.gaps} not recorded" if self.gaps else said

    @property
    def volume_says(self) -> str:
        """Return "45,000 a year, counted for 12 of 20": a sum never hides what it leaves out."""
        if not self.counted:
            return "No volume recorded"
        said = f"{self.volume:,} a year"
        return (
            said
            if self.counted == self.services
            else (f"{said}, counted for {self.counted} of {self.services}")
        )


def total(rows: Iterable[Known]) -> Total:
    """Return what these add up to; what is not recorded is counted as a gap, never as nothing."""
    found = list(rows)
    volumes = [row.volume for row in found if row.volume is not None]
    return Total(
        services=len(found),
        online=sum(row.online == Online.YES for row in found),
        part=sum(row.online == Online.PART for row in found),
        gaps=sum(row.online == "" for row in found),
        old=sum(row.is_old for row in found),
        volume=sum(volumes),
        counted=len(volumes),
    )
