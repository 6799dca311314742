"""The minutes of a meeting: a draft until a later meeting agrees them.

Source: Local Government Act 1972, section 100C and Schedule 12, paragraph 41.
"""

from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from governance.calendar import words
from governance.decisions.models import Decision
from governance.decisions.rules import Check, Level, Origin
from governance.errors import Refused
from governance.meetings.models import AgendaItem, Answer, Attendance, Meeting, Question
from governance.meetings.motion import called, numbered
from governance.meetings.reading import restricted_words, urgent_words
from governance.meetings.states import State
from governance.minutes.models import Declaration, Minutes
from governance.notices.facts import fact_of_attendance, fact_of_meeting
from governance.notices.kinds import sources
from governance.notices.kinds.agenda import contact_notes, heading
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.presentation import attendance_in_words
from governance.notices.publication import Publication
from governance.notices.standing import Verdict
from governance.people.models import Person

PARTS = {"1": "Part I", "2": "Part II"}


def facts(notice: Notice, _: Publication) -> Snapshot:
    """Return who was there and what each minute says; of Part II what may be public."""
    meeting = _meeting_of(notice)
    items = _items(meeting)
    approvals = meeting.minutes.select_related("agreed_at").order_by("part")
    return {
        "meeting": fact_of_meeting(meeting) | {
            "attendance": [_attendance(row) for row in _here(meeting)],
            "apologies_answer": meeting.apologies_answer,
            "declarations_answer": meeting.declarations_answer,
            "record_note": meeting.record_note,
        },
        "declarations": [_declaration(one) for one in _declared(meeting)],
        "items": [_item(item) for item in items],
        "agreed": [_agreed(one) for one in approvals if one.agreed_at],
    }  # fmt: skip


def _meeting_of(notice: Notice) -> Meeting:
    meeting = notice.meeting
    if meeting is None:
        raise Refused("These minutes belong to no meeting.")
    return meeting


def _items(meeting: Meeting) -> list[AgendaItem]:
    found = meeting.items.prefetch_related("questions", "decisions__resolutions")
    return numbered(list(found.order_by("part", "position")), meeting)


def _here(meeting: Meeting) -> "QuerySet[Attendance]":
    rows = meeting.attendances.select_related("person", "council", "substitute_for")
    return rows.order_by("position", "pk")


def _attendance(row: Attendance) -> Snapshot:
    return fact_of_attendance(row) | {
        "substitute_for": str(row.substitute_for) if row.substitute_for else "",
        "arrived_at": row.arrived_at.isoformat("minutes") if row.arrived_at else None,
        "left_at": row.left_at.isoformat("minutes") if row.left_at else None,
    }


def _item(item: AgendaItem) -> Snapshot:
    open_parts = _open_parts(item) if item.is_public else {}
    closed: Snapshot = {"minute": "", "questions": [], "resolutions": []}
    return {
        "id": item.pk,
        "minute_number": item.minute_number,
        "number": item.minute_number or item.number,  # type: ignore[attr-defined]
        "title": item.title,
        "part": item.get_part_display(),
        "standing": item.is_standing,
        "nil": item.is_nil,
        "mark": item.mark,
        "purpose": item.purpose,
        "report_by": item.report_by,
        "presented_by": item.presented_by,
        "footnote": item.footnote if item.is_public else "",
        "urgent": urgent_words(item),
        "motion": item.motion,
        "restriction": "" if item.is_public else restricted_words(item),
        "summary": "" if item.is_public else item.public_summary,
    } | (closed | open_parts)


def _open_parts(item: AgendaItem) -> Snapshot:
    return {
        "minute": item.minute,
        "questions": [_question(one) for one in item.questions.all()],
        "resolutions": [
            _resolved(decision) for decision in item.decisions.all() if decision.is_public
        ],
    }


def _question(question: Question) -> Snapshot:
    due = question.undertaking_due_on
    return {
        "asked_by": question.asked_by,
        "asked_as": question.get_asked_as_display(),
        "question": question.question,
        "answered_by": question.answered_by,
        "answer": question.answer,
        "undertaking": question.undertaking,
        "undertaking_by": question.undertaking_by,
        "undertaking_due_on": due.isoformat() if due else None,
    }


def _resolved(decision: Decision) -> Snapshot:
    limbs = sorted(decision.resolutions.all(), key=lambda limb: limb.number)
    return {
        "preamble": decision.preamble,
        "limbs": [
            {
                "number": limb.number,
                "verb": limb.get_verb_display(),
                "text": limb.text,
                "mark": limb.mark,
                "footnote": limb.footnote,
            }
            for limb in limbs
        ],
    }


def _declared(meeting: Meeting) -> "QuerySet[Declaration]":
    return meeting.declarations.select_related("person", "item").order_by("position")


def _declaration(one: Declaration) -> Snapshot:
    # What was declared in a private item may tell what the item is about.
    open_item = one.item is None or one.item.is_public
    return {
        "person": str(one.person),
        "kind": one.get_kind_display(),
        "item": one.item.title if one.item else "",
        "interest": one.interest if open_item else "",
        "withdrew": one.withdrew,
        "dispensation": one.dispensation if open_item else "",
        "dispensation_by": one.dispensation_by,
    }


def _agreed(one: Minutes) -> Snapshot:
    return {
        "part": PARTS[one.part],
        "held_on": one.agreed_at.held_on.isoformat() if one.agreed_at else None,
        "signed_by": one.signed_by,
        "amendment": one.amendment,
    }


def checklist(notice: Notice, _: datetime) -> list[Line]:
    """Return what the minutes still want: who was there, the nils said, a text for each item."""
    meeting = _meeting_of(notice)
    there = meeting.attendances.filter(presence=Attendance.Presence.PRESENT)
    attendance = reverse("minutes:attendance", args=[meeting.pk])
    declarations = reverse("minutes:declarations", args=[meeting.pk])
    desk = reverse("minutes:desk", args=[meeting.pk])
    silent = [
        str(item.minute_number or called(item))
        for item in _items(meeting)
        if not item.minute and not item.decisions.all()
    ]
    return [
        _line("attendance", "Who was there", there.exists(), "Record who was there.", attendance),
        _line(
            "apologies", "Apologies", meeting.apologies_answer != "",
            "Record the apologies, or that there were none.", attendance,
        ),
        _line(
            "declarations", "Declarations of interest", meeting.declarations_answer != "",
            "Record what was declared, or that nothing was.", declarations,
        ),
        _line(
            "minutes", "A minute of every item", not silent,
            f"Nothing is written of {words.listed(silent)}.", desk,
        ),
    ]  # fmt: skip


def _line(part: str, name: str, done: bool, asks: str, address: str) -> Line:
    level = Level.DONE if done else Level.MISSING
    return Line(Check(part, name, Origin.LAW, level, "Recorded." if done else asks), address)


def refuse(notice: Notice, _: datetime) -> None:
    """Raise Refused for a meeting that was not held, or of which nothing is written."""
    meeting = _meeting_of(notice)
    if meeting.state not in {State.HELD, State.ADJOURNED}:
        raise Refused("There are no minutes of a meeting that was not held.")
    if not meeting.items.exists():
        raise Refused("There is no item to minute yet.")


def in_print(snapshot: Snapshot) -> Snapshot:
    """Return what the templates of minutes show."""
    meeting = snapshot["meeting"]
    private = [item for item in snapshot["items"] if item["part"] == "Part II"]
    public = [item for item in snapshot["items"] if item["part"] == "Part I"]
    parts = [("Part I: public", public), ("Part II: private", private)]
    return {
        "attendance": attendance_in_words(meeting) + _movements(meeting["attendance"]),
        "record_note": meeting.get("record_note", ""),
        "nils": _nils(meeting),
        "declarations": snapshot["declarations"],
        "parts": [
            (name if private else "", [_shown(item) for item in items])
            for name, items in parts
            if items
        ],
        "agreed": [_agreed_in_words(one) for one in snapshot["agreed"]],
        "notes": contact_notes(meeting),
    }


def _shown(item: Snapshot) -> Snapshot:
    questions = [
        question | {"due": words.day(date.fromisoformat(question["undertaking_due_on"]))}
        if question["undertaking_due_on"]
        else question
        for question in item["questions"]
    ]
    return item | {"questions": questions}


def _movements(rows: list[Snapshot]) -> list[tuple[str, str]]:
    """Return who sat for whom, who came in late and who left early."""
    said = []
    for row in rows:
        name = f"{row['style']} {row['name']}".strip() or row["post"]
        if row["substitute_for"]:
            said.append(f"{name} in place of {row['substitute_for']}")
        if row["arrived_at"]:
            said.append(f"{name} came in at {words.clock(time.fromisoformat(row['arrived_at']))}")
        if row["left_at"]:
            said.append(f"{name} left at {words.clock(time.fromisoformat(row['left_at']))}")
    return [("Also", "; ".join(said))] if said else []


def _nils(meeting: Snapshot) -> list[str]:
    found = {
        "There were no apologies.": meeting["apologies_answer"],
        "No interests were declared.": meeting["declarations_answer"],
    }
    nils = [said for said, answer in found.items() if answer == Answer.NONE]
    if not meeting["declarations_answer"]:
        nils.append("Whether an interest was declared is not recorded.")
    return nils


def _agreed_in_words(one: Snapshot) -> str:
    on = words.day(date.fromisoformat(one["held_on"]))
    subject = f", subject to this: {one['amendment']}" if one["amendment"] else ""
    return (
        f"{one['part']} minutes: agreed as a correct record at the meeting on {on} and signed by "
        f"{one['signed_by']}{subject}."
    )


def standing(snapshot: Snapshot, _: datetime) -> Verdict:
    """Return whether these are draft minutes, or agreed and signed."""
    agreed = [_agreed_in_words(one) for one in snapshot["agreed"]]
    has_private = any(item["part"] == "Part II" for item in snapshot["items"])
    wanted = 2 if has_private else 1
    if not agreed:
        return Verdict(
            "open", "Draft minutes", "Not yet agreed by the body as a correct record",
            "They may be changed until a later meeting agrees them.", False,
        )  # fmt: skip
    state = "Agreed and signed" if len(agreed) >= wanted else "Agreed in part"
    sentence = agreed[0].rstrip(".")
    return Verdict("done", state, sentence, " ".join(agreed[1:]), False)


def _of(model: Any, published: str, not_published: str) -> Any:
    return sources.of(model, published=published, not_published=not_published)


MINUTES = Kind(
    code=Notice.Kind.MINUTES,
    sources=(
        _of(
            Meeting,
            "body held_on starts_at ended_at place contact circulation_note is_illustrative "
            "apologies_answer declarations_answer has_numbers record_note",
            "id state state_reason adjourned_to agenda_out_on short_notice_reason "
            "printed_question_deadline",
        ),
        sources.BODY,
        _of(
            AgendaItem,
            "position printed_number minute_number title part is_standing is_nil mark footnote "
            "motion minute urgent_because urgent_accepted_by public_summary classification "
            "exempt_paragraphs purpose presented_by report_by",
            "id meeting kind minutes_of pages "
            "public_interest_reason exemption_review_on",
        ),
        _of(
            Attendance,
            "position person post capacity presence council substitute_for arrived_at left_at",
            "id meeting",
        ),
        _of(Person, "name style honours", "id user"),
        _of(
            Question,
            "position asked_by asked_as question answered_by answer undertaking undertaking_by "
            "undertaking_due_on",
            "id item",
        ),
        _of(
            Declaration,
            "person item kind interest withdrew dispensation dispensation_by",
            "id meeting position",
        ),
        _of(Minutes, "part agreed_at signed_by amendment", "id meeting"),
        sources.less(sources.DECISION, "item preamble classification"),
        sources.less(sources.LIMB, "number verb text mark footnote"),
    ),
    facts=facts,
    checklist=checklist,
    words=in_print,
    heading=heading,
    page="governance/notices/kinds/minutes.html",
    printed="governance/notices/kinds/minutes_printed.html",
    refuse=refuse,
    standing=standing,
)  # fmt: skip
