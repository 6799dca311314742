"""A meeting as an iCalendar file (RFC 5545), to be added to anybody's calendar. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time

LONGEST_LINE = 75  # octets
# The rules of summer time since 1996, so that no calendar has to know the zone by name.
LONDON = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True)
class Event:
    """What a calendar is told. `uid` never changes; `sequence` grows with every change.

    `changed_at` is an aware moment in UTC. Without `starts_at` the event takes the whole day.
    """

    uid: str
    sequence: int
    changed_at: datetime
    title: str
    held_on: date
    starts_at: time | None
    ended_at: time | None
    place: str
    address: str
    said: str
    cancelled: bool


def calendar_file(event: Event) -> bytes:
    """Return the file: one event, UTF-8, lines ended by CR LF and folded at 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Concordat//Meetings//EN",
        "METHOD:PUBLISH",
        *(LONDON if event.starts_at else ()),
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{event.changed_at:%Y%m%dT%H%M%SZ}",
        *_times(event),
        f"SUMMARY:{escaped(event.title)}",
        f"DESCRIPTION:{escaped(event.said)}",
        *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        f"URL:{event.address}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def _times(event: Event) -> list[str]:
    if event.starts_at is None:
        return [f"DTSTART;VALUE=DATE:{event.held_on:%Y%m%d}"]
    found = [f"DTSTART;TZID=Europe/London:{event.held_on:%Y%m%d}T{event.starts_at:%H%M%S}"]
    if event.ended_at:
        found.append(f"DTEND;TZID=Europe/London:{event.held_on:%Y%m%d}T{event.ended_at:%H%M%S}")
    return found


def escaped(text: str) -> str:
    """Return `text` as a value of type TEXT (RFC 5545, section 3.3.11)."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    return plain.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a content line of at most 75 octets a piece, never cut inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode()
        room = LONGEST_LINE if not pieces else LONGEST_LINE - 1
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
