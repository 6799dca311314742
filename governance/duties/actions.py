"""Making duties of what was promised, and recording that they were done."""

from datetime import date
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.decisions.models import Resolution
from governance.duties.models import Duty
from governance.duties.rules import next_due
from governance.errors import Refused
from governance.history.actions import remove, write
from governance.meetings.models import Question
from governance.people.models import User

SAME_AGAIN = (
    "kind", "title", "holder", "council", "resolution", "question", "issue", "is_illustrative",
    "holder_role", "assigned_to", "lead_days", "repeat_months", "repeat_from",
)  # fmt: skip
LONGEST_TITLE = Duty._meta.get_field("title").max_length or 300


@transaction.atomic
def keep_report_back(limb: Resolution, *, holder: str = "", by: User) -> Duty | None:
    """Make the duty to report back that a limb promises by a day, or bring it up to date.

    A limb that no longer promises anything takes its duty along, unless it was done. Returns it.
    """
    decision = limb.decision
    duty = Duty.objects.select_for_update().filter(resolution=limb, follows=None).first()
    if limb.due_on is None:
        if duty and not duty.done_on:
            remove(duty, by=by, because="The resolution no longer asks for it")
        return None
    duty = duty or Duty(
        resolution=limb, kind=Duty.Kind.REPORT_BACK, council=decision.council, holder=holder
    )
    facts = {
        "title": _title(limb.text),
        "issue": decision.issue,
        "due_from": limb.due_from,
        "due_on": limb.due_on,
        "is_illustrative": decision.is_illustrative,
    }
    return keep(duty, facts, by=by, because="Promised in a resolution")


@transaction.atomic
def keep_undertaking(question: Question, *, by: User) -> Duty | None:
    """Make the duty that an answer promises by a day, or bring it up to date; return it.

    One without a day makes none. A duty that is not promised any more goes; what was done stays as
    it was done.
    """
    duty = Duty.objects.select_for_update().filter(question=question, follows=None).first()
    if duty and duty.done_on:
        return duty
    if not question.undertaking or question.undertaking_due_on is None:
        if duty:
            remove(duty, by=by, because="It is no longer undertaken by a day")
        return None
    meeting = question.item.meeting
    facts = {
        "title": _title(question.undertaking),
        "holder": question.undertaking_by,
        "council": meeting.body.lead_council,
        "due_on": question.undertaking_due_on,
        "is_illustrative": meeting.is_illustrative,
    }
    duty = duty or Duty(question=question, kind=Duty.Kind.UNDERTAKING)
    return keep(duty, facts, by=by, because="Undertaken in answer to a question")


def keep(duty: Duty, facts: dict[str, Any], *, by: User, because: str) -> Duty:
    """Write a duty with these facts (field: value), unless it is kept with them already.

    One that was done stays as it was done. A record of another app calls this from its own action
    and then writes its link; one whose promise is gone it removes with `history.actions.remove`.
    """
    if duty.done_on:
        return duty
    if duty.pk and all(getattr(duty, name) == value for name, value in facts.items()):
        return duty
    for name, value in facts.items():
        setattr(duty, name, value)
    return write(duty, by=by, because=because)


@transaction.atomic
def finish(duty: Duty, *, done_on: date, how: str, by: User, today: date) -> Duty:
    """Record that a duty was done, on which day and how. One that repeats is due again after that.

    Raises Refused.
    """
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if duty.done_on:
        raise Refused(f"This was already done, on {words.day(duty.done_on)}.")
    if done_on > today:
        raise Refused(f"{words.day(done_on)} is still to come.")
    if not how.strip():
        raise Refused("Say how it was done, so that others can check.")
    duty.done_on, duty.done_note = done_on, how.strip()
    write(duty, by=by, because=f"Done: {how.strip()}")
    _repeat(duty, by=by)
    return duty


def _repeat(done: Duty, *, by: User) -> Duty | None:
    """Make the next occurrence of a duty that repeats, held and reminded of as this one was."""
    if done.repeat_months is None or done.done_on is None:
        return None
    due_on = next_due(done.due_on, done.done_on, done.repeat_months, done.repeat_from)
    again = {name: getattr(done, name) for name in SAME_AGAIN}
    following = Duty(due_on=due_on, follows=done, **again)
    return write(following, by=by, because=f"Repeats the duty done on {words.day(done.done_on)}")


def _title(text: str) -> str:
    said = words.sentence_case(" ".join(text.split()))
    return said if len(said) <= LONGEST_TITLE else f"{said[: LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
