"""Recording who was there, what they declared, and what was asked."""

from typing import Any

from django.db import transaction

from governance.bodies.actions import person_named
from governance.duties.actions import keep_undertaking
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.history.ordering import next_place, put_back, take_out
from governance.meetings.models import AgendaItem, Answer, Attendance, Meeting, Question
from governance.minutes.models import Declaration
from governance.people.models import Appointment, User

CHAIR = Attendance.Capacity.CHAIR
PRESENT = Attendance.Presence.PRESENT
# What somebody appointed to a body is at its meetings.
SITS_AS = {
    Appointment.Capacity.CHAIR: CHAIR,
    Appointment.Capacity.VICE_CHAIR: Attendance.Capacity.VICE_CHAIR,
    Appointment.Capacity.OFFICER: Attendance.Capacity.OFFICER,
}


def expected(meeting: Meeting) -> list[Appointment]:
    """Return who sat on the body on the day and is not yet recorded, as the body lists them."""
    here = meeting.attendances.exclude(person=None).values("person")
    sitting = meeting.body.appointments.on(meeting.held_on).exclude(person__in=here)
    members = [one for one in sitting if one.capacity != Appointment.Capacity.RESERVE]
    order = {value: place for place, value in enumerate(Appointment.Capacity.values)}
    members.sort(key=lambda one: (one.council_id, order[one.capacity], one.pk))
    return members


@transaction.atomic
def record_members(meeting: Meeting, presences: dict[int, str], *, by: User) -> int:
    """Record members of the body at once; `presences` maps an appointment's id to a presence.

    Somebody present as the chair takes the chair while nobody else has. Returns how many.
    """
    _locked(meeting)
    taken = meeting.attendances.filter(capacity=CHAIR, presence=PRESENT).exists()
    recorded = 0
    for one in expected(meeting):
        presence = presences.get(one.pk)
        if presence not in Attendance.Presence.values:
            continue
        sits_as = SITS_AS.get(Appointment.Capacity(one.capacity), Attendance.Capacity.MEMBER)
        if sits_as == CHAIR and taken:
            sits_as = Attendance.Capacity.MEMBER
        taken |= sits_as == CHAIR and presence == PRESENT
        row = Attendance(
            meeting=meeting, position=next_place(meeting.attendances.all()), person=one.person,
            council=one.council, capacity=sits_as, presence=presence,
        )  # fmt: skip
        write(row, by=by, because="Recorded who was there")
        recorded += 1
    _answer_apologies(meeting, by)
    return recorded


@transaction.atomic
def add_attendance(meeting: Meeting, fields: dict[str, Any], *, by: User) -> Attendance:
    """Record one person, by name or by post; a name that no record has yet is added.

    Raises Refused where the person, or the post, is recorded at this meeting already.
    """
    # Presses at once take turns, so that the second finds what the first recorded.
    _locked(meeting)
    fields = dict(fields)
    name, style = fields.pop("name"), fields.pop("style", "")
    person = person_named(name, style, by=by) if name else None
    _check_attendance(meeting, person, fields)
    place = next_place(meeting.attendances.all())
    row = Attendance(meeting=meeting, position=place, person=person, **fields)
    write(row, by=by, because="Recorded who was there")
    _answer_apologies(meeting, by)
    return row


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)


def _check_attendance(meeting: Meeting, person: Any, fields: dict[str, Any]) -> None:
    there = meeting.attendances.all()
    if person and there.filter(person=person).exists():
        raise Refused(f"{person} is recorded at this meeting already.")
    post = fields.get("post", "").strip()
    if person is None and there.filter(person=None, post__iexact=post).exists():
        raise Refused(f"“{post}” is recorded at this meeting already.")
    if fields.get("substitute_for") and fields["substitute_for"] == person:
        raise Refused("Nobody is their own substitute.")
    in_the_chair = fields["capacity"] == CHAIR and fields["presence"] == PRESENT
    if in_the_chair and (chair := there.filter(capacity=CHAIR, presence=PRESENT).first()):
        raise Refused(f"{chair} is recorded in the chair already. Change that first.")


@transaction.atomic
def change_attendance(
    row: Attendance, changes: dict[str, Any], seen: int, *, by: User
) -> Attendance:
    """Write how somebody attended; see `history.actions.write_seen` for two people at once."""
    others = row.meeting.attendances.exclude(pk=row.pk)
    in_the_chair = changes["capacity"] == CHAIR and changes["presence"] == PRESENT
    if in_the_chair and (chair := others.filter(capacity=CHAIR, presence=PRESENT).first()):
        raise Refused(f"{chair} is recorded in the chair already. Change that first.")
    if changes.get("substitute_for") and changes["substitute_for"] == row.person:
        raise Refused("Nobody is their own substitute.")
    changed = write_seen(row, changes, seen=seen, by=by, because="Changed who was there")
    _answer_apologies(row.meeting, by)
    return changed


def _answer_apologies(meeting: Meeting, by: User) -> None:
    """Apologies that are recorded answer the question whether there were any."""
    gone = meeting.attendances.filter(presence=Attendance.Presence.APOLOGIES).exists()
    if gone and meeting.apologies_answer != Answer.SOME:
        _answer(meeting, "apologies_answer", Answer.SOME, by)


@transaction.atomic
def say_none(meeting: Meeting, field: str, *, by: User) -> None:
    """Record that there were no apologies, or that nobody declared an interest.

    `field` is apologies_answer or declarations_answer. Raises Refused where some are recorded.
    """
    some = {
        "apologies_answer": meeting.attendances.filter(presence=Attendance.Presence.APOLOGIES),
        "declarations_answer": meeting.declarations.all(),
    }
    if some[field].exists():
        raise Refused("Some are recorded below. Remove them first, if there were none.")
    _answer(meeting, field, Answer.NONE, by)


@transaction.atomic
def _answer(meeting: Meeting, field: str, answer: str, by: User) -> None:
    current = _locked(meeting)
    setattr(current, field, answer)
    setattr(meeting, field, answer)
    write(current, by=by, because="Answered whether there were any")


@transaction.atomic
def add_declaration(meeting: Meeting, fields: dict[str, Any], *, by: User) -> Declaration:
    """Record an interest that somebody declared, with what followed from it."""
    place = next_place(meeting.declarations.all())
    row = Declaration(meeting=meeting, position=place, **fields)
    write(row, by=by, because="Recorded a declaration of interest")
    if meeting.declarations_answer != Answer.SOME:
        _answer(meeting, "declarations_answer", Answer.SOME, by)
    return row


def change_declaration(
    row: Declaration, changes: dict[str, Any], seen: int, *, by: User
) -> Declaration:
    """Write what was declared; see `history.actions.write_seen` for two people at once."""
    return write_seen(row, changes, seen=seen, by=by, because="Changed a declaration of interest")


@transaction.atomic
def add_question(item: AgendaItem, fields: dict[str, Any], *, by: User) -> Question:
    """Record a question put at an item, its answer, and what was undertaken: with a day, a duty."""
    row = Question(item=item, position=next_place(item.questions.all()), **fields)
    write(row, by=by, because="Recorded a question")
    keep_undertaking(row, by=by)
    return row


@transaction.atomic
def change_question(row: Question, changes: dict[str, Any], seen: int, *, by: User) -> Question:
    """Write a question, its answer and its duty; see `history.actions.write_seen`."""
    changed = write_seen(row, changes, seen=seen, by=by, because="Changed a question")
    keep_undertaking(changed, by=by)
    return changed


@transaction.atomic
def remove_question(row: Question, *, by: User) -> int:
    """Remove a question with the duty it made; return the history row that can put it back.

    Raises Refused where what was undertaken has been done: the record of that stays.
    """
    row = Question.objects.select_for_update().get(pk=row.pk)
    if row.duties.exclude(done_on=None).exists():
        raise Refused("What was undertaken here is recorded as done. It cannot be removed.")
    row.undertaking_due_on = None
    keep_undertaking(row, by=by)
    row.refresh_from_db()
    return take_out(row, by=by, because="Removed a question")


@transaction.atomic
def put_question_back(item: AgendaItem, removed: int, *, by: User) -> Question:
    """Write a removed question again, as it was, and its duty; see `history.ordering.put_back`."""
    rows = item.questions.all()
    row: Question = put_back(rows, removed, by=by, because="Put back a question that was removed")
    keep_undertaking(row, by=by)
    return row
