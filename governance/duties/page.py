"""What the pages of duties show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from governance.calendar import words
from governance.duties.holders import Post, Roles, holders, is_still_held
from governance.duties.kinds import ENDED_BY_THE_CLOCK, leads_of, role_of
from governance.duties.models import Duty, DutyQuerySet
from governance.duties.rules import Standing, State, standing
from governance.duties.sources import select_of_sources, source_of
from governance.people.models import Role

# Overdue first, then the soonest; what is done comes last, newest first.
ORDER = [State.OVERDUE, State.DUE, State.NOT_YET, State.PASSED, State.DONE_LATE, State.DONE]


@dataclass(frozen=True)
class Row:
    """A duty, where it stands, and where it was promised."""

    duty: Duty
    standing: Standing
    source: str
    address: str


def rows(duties: Iterable[Duty], today: date) -> list[Row]:
    """Return duties (fetched by `with_sources`) in the order in which somebody must act."""
    found = [_row(duty, today) for duty in duties]
    return sorted(found, key=lambda row: (ORDER.index(row.standing.state), row.duty.due_on))


OWN = (
    "council", "issue", "follows", "resolution__decision__item__meeting__body",
    "question__item__meeting__body",
)  # fmt: skip


def with_sources(duties: DutyQuerySet) -> DutyQuerySet:
    """Return duties fetched with the records that made them, in the same query."""
    return duties.select_related(*OWN, *select_of_sources())


def _row(duty: Duty, today: date) -> Row:
    found = standing(
        duty.due_from, duty.due_on, duty.done_on, today, passes=duty.kind in ENDED_BY_THE_CLOCK
    )
    if known := source_of(duty):
        source, link = known
        return Row(duty, found, source.where(link), source.address(link))
    item = None
    if duty.question:
        item = duty.question.item
    elif duty.resolution:
        item = duty.resolution.decision.item
    if item:
        number = item.minute_number or item.printed_number
        where = f"{item.meeting.body.name}, minute {number}" if number else item.meeting.body.name
        address = f"{reverse('meetings:detail', args=[item.meeting_id])}#item-{item.pk}"
        return Row(duty, found, where, address)
    if duty.issue:
        return Row(duty, found, duty.issue.title, reverse("issues:detail", args=[duty.issue.slug]))
    return Row(duty, found, duty.resolution.decision.title if duty.resolution else "", "")


@dataclass(frozen=True)
class Holding:
    """Who is reminded of a duty and when, in words."""

    who: str
    when: str
    repeats: str
    acknowledged: str


def holding(duty: Duty, roles: Roles, today: date) -> Holding:
    """Return what the page of a duty says of its reminders; posts and roles, never an account."""
    role = Role.LABELS[role_of(duty.kind, duty.holder_role)].lower()
    post = Post(duty.kind, duty.council_id, duty.holder_role, duty.assigned_to_id)
    place = duty.council.short_name
    if not holders(post, roles):
        who = f"Nobody has an account for this at {place}: an administrator gives one"
    elif duty.assigned_to_id and is_still_held(post, roles):
        who = f"One {role} of {place}, who was named for it"
    else:
        who = f"Everybody with the role: {role}, {place}"
        if not roles.who(role_of(duty.kind, duty.holder_role), duty.council_id):
            who = f"Nobody is {role} of {place}, so those who stand in for them"
    days = words.listed(str(day) for day in leads_of(duty.kind, duty.lead_days))
    before = f"{days} days before, on" if days else "On"
    after = "" if duty.kind in ENDED_BY_THE_CLOCK else ", and each week after it"
    until = duty.acknowledged_until
    return Holding(
        who=who,
        when=f"{before} the day itself{after}",
        repeats=_repeats(duty),
        acknowledged=words.day(until) if until and until > today else "",
    )


def _repeats(duty: Duty) -> str:
    if duty.repeat_months is None:
        return ""
    months = "month" if duty.repeat_months == 1 else f"{duty.repeat_months} months"
    return f"Every {months}, counted from {duty.get_repeat_from_display().lower()}"
