"""The agenda of a meeting: what will be taken, which part is private, and why.

Source: Local Government Act 1972, section 100B; SI 2012/2089, regulations 6 and 7.
"""

from datetime import date, datetime, time
from typing import Any

from django.urls import reverse

from governance.agendas.actions import keep_agenda_duty
from governance.bodies.models import Body
from governance.bodies.page import names_in_words, seated
from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import calendar_of
from governance.decisions.rules import Check, Level, Origin
from governance.errors import Refused
from governance.meetings.desk import timings_of
from governance.meetings.models import AgendaItem, Document, Meeting
from governance.meetings.motion import ordered, warnings_of
from governance.meetings.reading import item_words, paper_words, private_words
from governance.meetings.states import State, in_words, when
from governance.meetings.words import said_of
from governance.notices.kinds import sources
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice, NoticeVersion
from governance.notices.publication import Publication
from governance.notices.standing import Verdict
from governance.people.models import Appointment, Person, User


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return the meeting, its members and its items, as they are made public before it."""
    meeting = _meeting_of(notice)
    out_on = local_day(publication.counts_from)
    return {
        "meeting": fact_of_meeting(meeting, local_day(publication.published_at)),
        "members": [_seated(one) for one in seated(meeting.body, meeting.held_on)],
        "timings": [
            {"name": name, "says": timing.says, "due": timing.due.date.isoformat()}
            for name, timing in timings_of(
                meeting,
                calendar_of(meeting.body.lead_council),
                out_on,
                out_on,
                publication.gaps.get("reason", ""),
            )
        ],
        "items": [fact_of_item(item) for item in ordered(meeting)],
    }


def _meeting_of(notice: Notice) -> Meeting:
    meeting = notice.meeting
    if meeting is None:
        raise Refused("This notice belongs to no meeting.")
    return meeting


def fact_of_meeting(meeting: Meeting, today: date) -> Snapshot:
    """Return when and where a meeting is, and how it stands on `today`, in words."""
    to = meeting.adjourned_to
    return {
        "body": meeting.body.name,
        "held_on": meeting.held_on.isoformat(),
        "starts_at": meeting.starts_at.isoformat("minutes") if meeting.starts_at else None,
        "ended_at": meeting.ended_at.isoformat("minutes") if meeting.ended_at else None,
        "place": meeting.place,
        "contact": meeting.contact,
        "record_note": meeting.record_note,
        "state": meeting.state,
        "standing": said_of(meeting, today),
        "state_reason": meeting.state_reason,
        "adjourned_to": in_words(
            State.ADJOURNED, meeting.held_on, today, (to.held_on, to.starts_at)
        )
        if to
        else "",
        "illustrative": meeting.is_illustrative,
    }


def _seated(one: Any) -> Snapshot:
    return {
        "council": one.council.short_name,
        "members": [
            {
                "style": held.person.style,
                "name": held.person.name_and_honours,
                "capacity": held.get_capacity_display(),
            }
            for held in one.members
        ],
    }


def fact_of_item(item: AgendaItem) -> Snapshot:
    """Return an item as an agenda prints it: of what is restricted, that it is and why."""
    return item_words(item) | {"papers": [paper_words(paper) for paper in item.documents.all()]}


def checklist(notice: Notice, at: datetime) -> list[Line]:
    """Return what the agenda still wants: place and time, five clear days, the motion."""
    meeting = _meeting_of(notice)
    build = reverse("meetings:agenda", args=[meeting.pk])
    change = reverse("meetings:edit", args=[meeting.pk])
    said = when(meeting.held_on, meeting.starts_at)
    complete = bool(meeting.starts_at and meeting.place)
    lines = [
        _line(
            "when", "When and where", Level.DONE if complete else Level.MISSING,
            f"{said}, {meeting.place}" if complete else "Enter the time and the place.", change,
        )
    ]  # fmt: skip
    out_on = local_day(notice.published_at or at)
    calendar = calendar_of(meeting.body.lead_council)
    for name, timing in timings_of(meeting, calendar, local_day(at), out_on):
        wrong = timing.shape == "bad"
        level = Level.MISSING if timing.wants_reason else Level.WARNING if wrong else Level.DONE
        heading = "Five clear days’ notice" if name == "Agenda" else name
        says = timing.says
        if timing.wants_reason and notice.published_at is None:
            says = (
                f"It had to be out by {words.day(timing.due.date)}, five clear days before the "
                "meeting. Published now it is late: say why the meeting is at shorter notice."
            )
        lines.append(_line(name.lower().split()[0], heading, level, says, change))
    warnings = warnings_of(ordered(meeting))
    lines += [
        _line(f"private-{n}", "What is private", Level.WARNING, says, build)
        for n, (says, _) in enumerate(warnings, start=1)
    ]
    return lines


def _line(part: str, heading: str, level: Level, says: str, address: str) -> Line:
    return Line(Check(part, heading, Origin.LAW, level, says), address)


def refuse(notice: Notice, _: datetime) -> None:
    """Raise Refused for a meeting that is not called, or has nothing on its agenda."""
    meeting = _meeting_of(notice)
    if meeting.state == State.DRAFT:
        raise Refused("Call the meeting first: a draft is known to nobody.")
    if not meeting.items.exists():
        raise Refused("There is no item on the agenda yet.")


def heading(snapshot: Snapshot) -> str:
    """Return "Cabinet, Wednesday 12 April 2023"."""
    meeting = snapshot["meeting"]
    return f"{meeting['body']}, {words.day(date.fromisoformat(meeting['held_on']))}"


def in_print(snapshot: Snapshot) -> Snapshot:
    """Return what the templates of an agenda show."""
    private = [item for item in snapshot["items"] if item["part"] == "Part II"]
    public = [item for item in snapshot["items"] if item["part"] == "Part I"]
    parts = [("Part I: public", public), ("Part II: private", private)]
    return {
        "meeting": snapshot["meeting"] | {"when": _when(snapshot["meeting"])},
        "members": [(one["council"], _names(one["members"])) for one in snapshot["members"]],
        "timings": [timing["says"] for timing in snapshot["timings"]],
        "parts": [(name if private else "", items) for name, items in parts if items],
        "notes": contact_notes(snapshot["meeting"]),
    }


def contact_notes(meeting: Snapshot) -> list[str]:
    """Return whom to ask, as a note that says so; none where nobody is named."""
    return [f"Contact: {meeting['contact']}"] if meeting["contact"] else []


def _when(meeting: Snapshot) -> str:
    at = meeting["starts_at"]
    time_said = [words.clock(time.fromisoformat(at))] if at else []
    return ", ".join([*time_said, *([meeting["place"]] if meeting["place"] else [])])


def _names(members: list[Snapshot]) -> str:
    return names_in_words([(one["style"], one["name"], one["capacity"]) for one in members])


def standing(snapshot: Snapshot, now: datetime) -> Verdict:
    """Return where the meeting stands, and which part of it is private."""
    meeting = snapshot["meeting"]
    state, held_on = State(meeting["state"]), date.fromisoformat(meeting["held_on"])
    again = ""
    if snapshot["version"] > 1:
        on = words.day(datetime.fromisoformat(snapshot["published_at"]))
        again = f". Republished on {on}"
    shape = {State.CANCELLED: "bad", State.ADJOURNED: "frozen"}.get(state, "noted")
    said = meeting["standing"]
    if state == State.CALLED:
        said = in_words(state, held_on, local_day(now))
    more = [meeting["state_reason"], private_words(snapshot["items"])]
    return Verdict(
        shape=shape,
        state=f"{said}{again}",
        sentence=_when(meeting) or "The time and place are not yet fixed",
        more=" ".join(part for part in more if part),
        is_open=False,
    )


def was_published(notice: Notice, version: NoticeVersion, by: User) -> None:
    """The duty to publish the agenda of the meeting is done by publishing it."""
    if notice.meeting:
        on = local_day(version.published_at)
        keep_agenda_duty(notice.meeting, by=by, out_on=on, today=local_day(version.recorded_at))


AGENDA = Kind(
    code=Notice.Kind.AGENDA,
    sources=(
        sources.of(
            Meeting,
            published="body held_on starts_at ended_at place contact state state_reason "
            "adjourned_to is_illustrative short_notice_reason printed_question_deadline "
            "agenda_out_on has_numbers record_note",
            not_published="id circulation_note apologies_answer declarations_answer",
        ),
        sources.of(
            Body,
            published="name question_days question_cut_off",
            not_published="id slug regime lead_council partnership numbers_on chair_rotates",
        ),
        sources.of(
            AgendaItem,
            published="position printed_number title kind purpose presented_by report_by "
            "minutes_of motion urgent_because urgent_accepted_by part is_standing mark footnote "
            "pages classification exempt_paragraphs",
            not_published="id meeting minute_number is_nil minute public_summary "
            "public_interest_reason exemption_review_on",
        ),
        sources.of(
            Document,
            published="item kind title classification exempt_paragraphs public_id size",
            not_published="id file sha256 public_interest_reason exemption_review_on",
        ),
        sources.of(
            Appointment,
            published="person body capacity council from_on to_on",
            not_published="id post portfolio",
        ),
        sources.of(Person, published="name style honours", not_published="id user"),
    ),
    facts=facts,
    checklist=checklist,
    words=in_print,
    heading=heading,
    page="governance/notices/kinds/agenda.html",
    printed="governance/notices/kinds/agenda_printed.html",
    refuse=refuse,
    standing=standing,
    published=was_published,
)
