"""What the three kinds of notice about a meeting in private have in common.

Source: SI 2012/2089, regulation 5.
"""

from datetime import date, datetime
from typing import Any

from django.urls import reverse

from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import local_day
from governance.calendar.statutory_dates import Stage, StatutoryDate, private_meeting_notice
from governance.decisions.rules import Check
from governance.meetings.classification import PARAGRAPHS
from governance.meetings.models import Meeting
from governance.notices.kinds import sources
from governance.notices.kinds.kind import Line, Snapshot, Source
from governance.notices.models import Notice
from governance.notices.publication import Publication
from governance.notices.standing import Verdict
from governance.private_meetings.models import PrivateMeeting, Representation
from governance.private_meetings.rules import timing

SHARED = "meeting matters exempt_paragraphs is_confidential reasons is_illustrative"
FIRST, SECOND = "how_to_object", "representations_answer"
URGENCY = "urgency_reason agreed_by agreed_office agreed_capacity agreed_at"
REPRESENTATION = sources.of(
    Representation,
    published="received_on received_from said response",
    not_published="id private_meeting",
)
MEETING = sources.of(
    Meeting,
    published="body held_on starts_at place",
    not_published="id ended_at contact circulation_note is_illustrative state state_reason "
    "adjourned_to agenda_out_on short_notice_reason printed_question_deadline apologies_answer "
    "declarations_answer has_numbers record_note",
)
RELATED = ("private_meeting__representations",)


def source(published: str, not_published: str) -> Source:
    """Return the allow-list of the record for one of its kinds of notice."""
    return sources.of(
        PrivateMeeting, published=f"{SHARED} {published}", not_published=f"id {not_published}"
    )


def private_of(notice: Notice) -> PrivateMeeting:
    """Return the record that such a notice is about; the database sees to it that there is one."""
    if notice.private_meeting is None:
        raise ValueError("a notice of this kind is about a meeting in private")
    return notice.private_meeting


def facts_of_private(notice: Notice, publication: Publication) -> Snapshot:
    """Return what is to be taken in private, when, on what ground and why."""
    private = private_of(notice)
    meeting = private.meeting
    return {
        "illustrative": private.is_illustrative,
        "meeting": {
            "body": meeting.body.name,
            "held_on": meeting.held_on.isoformat(),
            "starts_at": meeting.starts_at.isoformat("minutes") if meeting.starts_at else None,
            "place": meeting.place,
        },
        "private": {
            "matters": private.matters.splitlines(),
            "paragraphs": private.exempt_paragraphs,
            "confidential": private.is_confidential,
            "reasons": private.reasons,
        },
    }


def latest(notice: Notice, stage: Stage) -> StatutoryDate:
    """Return the last day to publish the notice of that stage, with its count."""
    held_on = private_of(notice).meeting.held_on
    return private_meeting_notice(held_on, stage, england_and_wales({}))


def dated(notice: Notice, stage: Stage, publication: Publication) -> dict[str, Any]:
    """Return the last day to publish, how it was counted, and whether this was in time."""
    found, on = latest(notice, stage), local_day(publication.counts_from)
    check = timing(on, found.date, private_of(notice).meeting.held_on)
    return {
        "latest": found.date.isoformat(),
        "in_time": on <= found.date,
        "says": check.says,
        "source": found.source,
        "counted_as": found.counted_as,
        "trace": [day.as_json() for day in found.trace],
    }


def lines(notice: Notice, checks: list[Check], at: datetime, stage: Stage | None) -> list[Line]:
    """Return the checklist, each line with the page that answers it, and whether it is in time."""
    private = private_of(notice)
    if stage:
        day = latest(notice, stage).date
        checks = [timing(local_day(at), day, private.meeting.held_on), *checks]
    return [Line(check, _address(private, check.part)) for check in checks]


def _address(private: PrivateMeeting, part: str) -> str:
    desk = reverse("private_meetings:desk", args=[private.pk])
    if part == "timing":
        return ""
    if part == "representations":
        return f"{desk}#representations"
    urgent = part in URGENCY.split()
    name = "private_meetings:urgency" if urgent else "private_meetings:edit"
    return f"{reverse(name, args=[private.pk])}#id_{part}"


def heading(snapshot: Snapshot) -> str:
    """Return "Cabinet in private, Wednesday 12 April 2023"."""
    meeting = snapshot["meeting"]
    return f"{meeting['body']} in private, {words.day(date.fromisoformat(meeting['held_on']))}"


def standing(snapshot: Snapshot, now: datetime) -> Verdict:
    """Return whether the meeting is still to come, and whether its notice was in time."""
    held_on = date.fromisoformat(snapshot["meeting"]["held_on"])
    dates = snapshot.get("dates")
    more = "" if not dates or dates["in_time"] else f"Published late. {dates['says']}"
    if local_day(now) > held_on:
        return Verdict(
            "idle", "Its day has passed", f"It was for {words.day(held_on)}", more, False
        )
    sentence = f"To be held in private on {words.day(held_on)}"
    return Verdict("noted", "To be held in private", sentence, more, False)


def in_words(snapshot: Snapshot) -> dict[str, Any]:
    """Return what is private and why, in words, with the count of the last day to publish."""
    private, meeting, dates = snapshot["private"], snapshot["meeting"], snapshot.get("dates")
    grounds = [f"paragraph {number}, {PARAGRAPHS[number]}" for number in private["paragraphs"]]
    grounds += ["confidential information"] if private["confidential"] else []
    began = f", {words.clock(_time(meeting['starts_at']))}" if meeting["starts_at"] else ""
    facts = [
        ("Body", meeting["body"]),
        ("Date", words.day(date.fromisoformat(meeting["held_on"])) + began),
        ("Place", meeting["place"]),
        ("To be taken in private", private["matters"]),
        ("Ground", words.sentence_case(words.listed(grounds))),
    ]
    return {
        "private": private,
        "facts": [(name, value) for name, value in facts if value],
        "how_to_object": snapshot.get("how_to_object", ""),
        "representations": [
            one | {"received": words.day(date.fromisoformat(one["received_on"]))}
            for one in snapshot.get("representations", [])
        ],
        "second": "representations" in snapshot,
        "urgency": snapshot.get("urgency"),
        "agreed": agreed(snapshot.get("urgency")),
        "timing": dates,
        "counted_as": dates["counted_as"] if dates else "",
        "count_source": dates["source"] if dates else "",
        "trace": [
            day | {"day": words.day(date.fromisoformat(day["date"]))} for day in dates["trace"]
        ] if dates else [],
    }  # fmt: skip


def agreed(urgency: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return who agreed that something is urgent, in which office and when, as rows."""
    if not urgency:
        return []
    at = urgency["agreed_at"]
    rows = [
        ("Agreed by", urgency["agreed_by"]),
        ("Office", urgency["office"]),
        ("Why that office", urgency["why_that_office"]),
        ("When", words.moment(datetime.fromisoformat(at)) if at else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _time(iso: str) -> Any:
    return datetime.fromisoformat(f"2000-01-01T{iso}").time()
