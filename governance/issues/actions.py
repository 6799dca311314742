"""Keeping the record of a matter and of where it is considered."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.text import slugify

from governance.calendar import words
from governance.errors import Refused
from governance.history.actions import remove, write, write_seen
from governance.issues.models import Consideration, Issue
from governance.meetings.models import AgendaItem, Meeting
from governance.people.models import User


@transaction.atomic
def add(facts: dict[str, Any], *, by: User) -> Issue:
    """Begin the record of a matter, under an address made from its title."""
    stem = slugify(facts["title"])[:110].strip("-") or "issue"
    # "add" is the address of the form that adds one.
    taken = {"add", *Issue.objects.filter(slug__startswith=stem).values_list("slug", flat=True)}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    slug = stem if stem not in taken else next(s for s in numbered if s not in taken)
    return write(Issue(slug=slug, **facts), by=by, because="Added the issue")


def change(issue: Issue, facts: dict[str, Any], *, seen: int, by: User) -> Issue:
    """Write title, summary and partnership; see `history.actions.write_seen` for two at once."""
    return write_seen(issue, facts, seen=seen, by=by, because="Changed the issue")


@transaction.atomic
def consider(
    issue: Issue, facts: dict[str, Any], *, by: User,
    because: str = "Recorded where the issue is considered",
) -> Consideration:  # fmt: skip
    """Record that a body takes, or will take, the matter. Its meeting that day is found, if any.

    `because` is kept as the reason in its history. Raises Refused when the same body, day and role
    are recorded already.
    """
    consideration = Consideration(**with_meeting(issue, facts))
    _check_once(consideration)
    return write(consideration, by=by, because=because)


@transaction.atomic
def change_consideration(
    consideration: Consideration, facts: dict[str, Any], *, seen: int, by: User
) -> Consideration:
    """Write where and when the matter is taken; raises Refused or ChangedMeanwhile."""
    facts = with_meeting(consideration.issue, facts)
    _check_once(Consideration(pk=consideration.pk, **facts))
    because = "Changed where the issue is considered"
    return write_seen(consideration, facts, seen=seen, by=by, because=because)


@transaction.atomic
def withdraw_consideration(consideration: Consideration, *, because: str, by: User) -> None:
    """Take away a consideration that was recorded by mistake; its history stays.

    Raises Refused where another record says that the body received something there.
    """
    try:
        remove(consideration, by=by, because=because)
    except ProtectedError:
        raise Refused(
            "A report of scrutiny is recorded as received there. Correct that on the page of the "
            "review first."
        ) from None


def with_meeting(issue: Issue, facts: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of a consideration with its issue, and the body's meeting of that day."""
    body, on = facts["body"], facts["on"]
    meeting = body.meetings.filter(held_on=on).order_by("starts_at", "pk").first() if on else None
    item = _item(issue, meeting) if meeting else None
    return facts | {"issue": issue, "meeting": meeting, "item": item}


def _item(issue: Issue, meeting: Meeting) -> AgendaItem | None:
    """Return the item at which the matter was decided, or the one that has its title."""
    found = meeting.items.filter(decisions__issue=issue).order_by("position").first()
    return found or meeting.items.filter(title__iexact=issue.title).order_by("position").first()


def _check_once(c: Consideration) -> None:
    same = Consideration.objects.filter(
        issue=c.issue, body=c.body, council=c.council, on=c.on, role=c.role
    )
    if same.exclude(pk=c.pk).exists():
        when = f"on {words.day(c.on)}" if c.on else "without a date"
        raise Refused(f"{c.body.name} {when} is recorded for this issue already.")
