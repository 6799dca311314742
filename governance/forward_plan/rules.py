"""What must be said of a key decision before it is made. Pure: no Django, no clock.

Source: SI 2012/2089, regulations 9 (the notice), 10 (general exception) and 11 (special urgency).
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from governance.calendar import words
from governance.decisions.rules import Check, Level, Origin


class Office(StrEnum):
    """Who may agree that a matter is urgent: the first of these that there is and that can act.

    Source: SI 2012/2089, regulations 5(6) and 11(1).
    """

    SCRUTINY_CHAIR = "scrutiny_chair"
    AUTHORITY_CHAIR = "authority_chair"
    AUTHORITY_VICE_CHAIR = "authority_vice_chair"

    @classmethod
    def words(cls) -> "dict[Office, str]":
        """Return what each office is called, in the order in which they are asked."""
        return {
            cls.SCRUTINY_CHAIR: "Chair of the relevant overview and scrutiny committee",
            cls.AUTHORITY_CHAIR: "Chair of the council",
            cls.AUTHORITY_VICE_CHAIR: "Vice-chair of the council",
        }


class Planned(Protocol):
    """What the checklists read of an entry; blank means that nobody has said yet."""

    matter: str
    maker: str
    maker_name: str
    planned_from: date | None
    planned_to: date | None
    documents: str
    copies_from: str
    how_to_ask: str
    key_test: str
    private_answer: str
    contact: str
    exception_reason: str
    told: str
    told_on: date | None
    urgency_reason: str
    agreed_by: str
    agreed_office: str
    agreed_capacity: str
    agreed_at: datetime | None


def checklist(entry: Planned, members: Sequence[str]) -> list[Check]:
    """Return what regulation 9(1) wants of a notice, and then what a reader wants.

    `members` are the names of the body that will decide, as they are on the day.
    """
    return [
        _text("matter", "The matter", entry.matter, "Say what is to be decided, in public words."),
        _maker(entry, members),
        _when(entry),
        _text(
            "documents", "Documents to be submitted", entry.documents,
            "List them, or write that there are none yet.",
        ),
        _text(
            "copies_from", "Where copies can be had", entry.copies_from,
            "Give the address from which copies of the documents are available.",
        ),
        _text(
            "how_to_ask", "How to ask for other documents", entry.how_to_ask,
            "Say how to ask for details of documents that are submitted later.",
        ),
        _text(
            "key_test", "What makes it key", entry.key_test,
            "Choose which limb of regulation 8 it meets.",
            found={"money": "Significant spending or savings.", "wards": "Two or more wards."},
        ),
        _text(
            "private_answer", "Whether part of it is private", entry.private_answer,
            "Choose. Where part is private, say why without what is exempt.",
            found={"no": "Nothing of it is private.", "yes": "Part of it, with reasons."},
        ),
        _text(
            "contact", "Who to contact", entry.contact, "Name an officer to ask.",
            origin=Origin.COUNCIL,
        ),
    ]  # fmt: skip


def exception_checklist(entry: Planned, members: Sequence[str]) -> list[Check]:
    """Return what regulation 10 wants beside the notice's own parts."""
    told = bool(entry.told and entry.told_on)
    says = (
        f"{entry.told}, on {words.day(entry.told_on)}."
        if told and entry.told_on
        else "Name the chair of the scrutiny committee who was told in writing, and when."
    )
    return [
        _line("told", "Who was told in writing, and when", done=told, says=says),
        _text(
            "exception_reason", "Why 28 clear days are impracticable", entry.exception_reason,
            "Say why. Regulation 10(3) has the reasons published.",
        ),
        *checklist(entry, members),
    ]  # fmt: skip


def urgency_checklist(entry: Planned, members: Sequence[str]) -> list[Check]:
    """Return what regulation 11 wants beside the notice's own parts."""
    agreed = bool(entry.agreed_by and entry.agreed_at)
    says = (
        f"{entry.agreed_by}, {Office.words()[Office(entry.agreed_office)]}, "
        f"{words.moment(entry.agreed_at)}."
        if agreed and entry.agreed_at
        else "Name who agreed, in which office, and when."
    )
    lines = [
        _line("agreed_by", "Who agreed that it is urgent", done=agreed, says=says),
        _text(
            "urgency_reason", "Why it cannot reasonably be deferred", entry.urgency_reason,
            "Say why. Regulation 11(2) has the reasons published.",
        ),
    ]  # fmt: skip
    if agreed and entry.agreed_office != Office.SCRUTINY_CHAIR:
        lines.append(
            _text(
                "agreed_capacity", "Why that office", entry.agreed_capacity,
                "Say why the chair of the scrutiny committee could not be asked.",
            )
        )  # fmt: skip
    return [*lines, *checklist(entry, members)]


def timing(planned: date | None, earliest: date | None, instead: str) -> Check | None:
    """Return a warning where a decision is planned before the first day it may be taken.

    `instead` says what can be done about it. None where the dates agree or are not known.
    """
    if planned is None or earliest is None or planned >= earliest:
        return None
    says = (
        f"Published today, the decision may be taken from {words.day(earliest)} at the earliest. "
        f"It is planned for {words.day(planned)}: {instead}"
    )
    return Check("timing", "Too late for the planned date", Origin.LAW, Level.WARNING, says)


def _maker(entry: Planned, members: Sequence[str]) -> Check:
    if entry.maker == "body":
        done = bool(members)
        says = (
            f"{words.counted(len(members), 'member')}: {words.listed(members)}."
            if done
            else "Its members are not recorded. Appoint them: the notice lists them by name."
        )
    else:
        done = bool(entry.maker_name)
        says = entry.maker_name or "Give the name and title of who will decide."
    return _line("maker", "Who will decide", done=done, says=says)


def _when(entry: Planned) -> Check:
    if entry.planned_from is None:
        return _line("planned_from", "When", done=False, says="Give the date or the period.")
    says = planned_words(entry.planned_from, entry.planned_to)
    return _line("planned_from", "When", done=True, says=f"{says}.")


def planned_words(first: date, last: date | None) -> str:
    """Return "Wednesday 14 June 2023", or the period: "... to ..."."""
    if last is None or last == first:
        return words.day(first)
    return f"{words.day(first)} to {words.day(last)}"


def _line(part: str, heading: str, *, done: bool, says: str, origin: Origin = Origin.LAW) -> Check:
    return Check(part, heading, origin, Level.DONE if done else Level.MISSING, says)


def _text(
    part: str, heading: str, value: str, asks: str, *,
    found: dict[str, str] | None = None, origin: Origin = Origin.LAW,
) -> Check:  # fmt: skip
    value = " ".join(value.split())
    said = (found or {}).get(value, value if len(value) <= 140 else value[:139] + "…")
    return _line(part, heading, done=bool(value), says=said or asks, origin=origin)
