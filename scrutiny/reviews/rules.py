"""What a review must have before each step, and where it stands on a day. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from governance.calendar import words

UNFINISHED = ("proposed", "scoped", "gathering", "reporting")
REPORTED = ("reported", "monitoring", "closed")


@dataclass(frozen=True)
class Held:
    """What is recorded of a review, as far as its steps ask for it.

    `sections` are (heading, has text or says why not); `awaited` the councils that have not
    received what they must answer; `open_after` what other records still wait for, in sentences.
    """

    scope: str = ""
    outcomes: str = ""
    lines: int = 0
    has_task_group: bool = False
    members: int = 0
    has_due_day: bool = False
    heard: int = 0
    sections: Sequence[tuple[str, bool]] = ()
    findings: int = 0
    unclassified: int = 0
    is_published: bool = False
    received: int = 0
    awaited: Sequence[str] = ()
    open_after: Sequence[str] = field(default=())


def missing(to: str, held: Held) -> list[str]:
    """Return what still stands in the way of the step `to`, in sentences; empty when nothing does.

    Source: the life of a task group as councils describe it (proposal, scope, evidence, report,
    response, monitoring); no law says what each step needs.
    """
    waits = f"Record when {words.listed(held.awaited)} received the report."
    wanted: dict[str, list[str]] = {
        "scoped": _unless(
            (held.scope, "Write what is looked into, and what is not."),
            (held.outcomes, "Write what should come of it."),
        ),
        "gathering": _unless(
            (held.has_task_group, "Name the task group that does the review."),
            (held.members or not held.has_task_group, "Appoint members to the task group."),
            (held.lines, "Write at least one line of enquiry."),
            (held.has_due_day, "Say by when the report is due."),
        ),
        "reporting": _unless((held.heard, "Record at least one piece of evidence or a witness.")),
        "reported": _for_the_report(held),
        "monitoring": _unless(
            (held.is_published, "Publish the review, so that everybody can read the report."),
            (held.received, "Record the first body that received the report."),
        ),
        "closed": [*_unless((not held.awaited, waits)), *held.open_after],
    }
    return wanted.get(to, [])


def _unless(*wanted: tuple[object, str]) -> list[str]:
    return [says for there, says in wanted if not there]


def _for_the_report(held: Held) -> list[str]:
    empty = [
        f"“{heading}” has no text: write it, or say in its note why it has none."
        for heading, said in held.sections
        if not said
    ]
    count = words.counted(held.unclassified, "paper")
    return [
        *_unless(
            (held.sections, "Write at least one section of the report."),
            (held.findings, "Write at least one finding."),
            (not held.unclassified, f"Say who can read {count} that nobody has classified."),
        ),
        *empty,
    ]


def needs_reason(old: str, new: str) -> bool:
    """Must somebody say why? To stop, to take up again, and to correct what was reported."""
    return new == "stopped" or old in {"stopped", "closed"} or (old in REPORTED) > (new in REPORTED)


@dataclass(frozen=True)
class Place:
    """What tells where a review stands; `received` of `receipts` bodies have the report."""

    state: str
    label: str
    due_on: date | None
    reported_on: date | None
    received: int
    receipts: int
    reason: str


@dataclass(frozen=True)
class Standing:
    """Where a review stands: a shape with its words, and a sentence for the verdict."""

    shape: str
    says: str
    sentence: str


def standing(at: Place, today: date) -> Standing:
    """Return where a review stands on `today`; on the day it is due a report is not late."""
    if at.state == "stopped":
        return Standing("closed", at.label, at.reason)
    if at.state in UNFINISHED:
        return _unfinished(at.label, at.due_on, today)
    when = f" on {words.day(at.reported_on)}" if at.reported_on else ""
    if at.state == "closed":
        return Standing("done", at.label, f"It reported{when}, and nothing of it is watched now")
    if not at.receipts:
        says = f"It reported{when}; where the report goes is not recorded"
        return Standing("open", at.label, says)
    bodies = words.counted(at.receipts, "body", "bodies")
    if at.received == at.receipts:
        return Standing("good", at.label, f"Every body that the report goes to has it: {bodies}")
    return Standing("open", at.label, f"{at.received} of {bodies} that the report goes to have it")


def _unfinished(label: str, due_on: date | None, today: date) -> Standing:
    if due_on is None:
        return Standing("idle", label, "No day is set for its report")
    if today > due_on:
        late = words.counted((today - due_on).days, "day")
        return Standing("bad", label, f"Its report is late by {late}: due {words.day(due_on)}")
    return Standing("open", label, f"Its report is due by {words.day(due_on)}")
