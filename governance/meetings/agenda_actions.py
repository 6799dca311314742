"""Building an agenda: items added, copied, numbered and moved between its parts."""

from typing import Any

from django.db import transaction

from governance.errors import Refused
from governance.history.actions import with_plain_lines, write, write_seen
from governance.history.ordering import arrange, next_place
from governance.meetings.models import AgendaItem, Meeting
from governance.meetings.motion import motion_for
from governance.people.models import User

PUBLIC, PRIVATE = AgendaItem.Part.PUBLIC, AgendaItem.Part.PRIVATE
# What an item of this kind is for, until somebody writes it better.
PURPOSES = {
    AgendaItem.Kind.URGENT: "Any business that the chair accepts as urgent.",
    AgendaItem.Kind.MINUTES: "To approve the minutes as a correct record, for the chair to sign.",
    AgendaItem.Kind.APOLOGIES: "To receive apologies for absence.",
    AgendaItem.Kind.DECLARATIONS: "To receive declarations of interest.",
    AgendaItem.Kind.OPENING: "To receive apologies for absence and declarations of interest.",
}
COPIED = ("title", "kind", "purpose", "part", "is_standing", "presented_by", "report_by")


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """Return the items in the order of the agenda: Part I, then Part II."""
    return list(meeting.items.order_by("part", "position"))


@transaction.atomic
def add_item(meeting: Meeting, fields: dict[str, Any], *, by: User) -> AgendaItem:
    """Add an item at the end of its part, with what its kind usually asks of the meeting.

    One in Part I is public; one in Part II is not, and still wants its paragraphs.
    """
    item = AgendaItem(meeting=meeting, **fields)
    item.position = next_place(meeting.items.all())
    item.purpose = item.purpose or PURPOSES.get(AgendaItem.Kind(item.kind), "")
    if item.part == PUBLIC:
        item.classification = "public"
    if item.kind == AgendaItem.Kind.MINUTES and item.minutes_of is None:
        item.minutes_of = last_meeting(meeting)
    write(item, by=by, because="Added an item to the agenda")
    arrange(items_of(meeting), by=by, because="Put the items in order")
    item.refresh_from_db()
    return item


def last_meeting(meeting: Meeting) -> Meeting | None:
    """Return the meeting of the same body held last before this one; None for the first."""
    before = meeting.body.meetings.filter(held_on__lt=meeting.held_on)
    return before.exclude(state="cancelled").order_by("-held_on", "-starts_at").first()


@transaction.atomic
def copy_standing_items(meeting: Meeting, *, by: User) -> int:
    """Copy what comes back at every meeting from the body's last one; return how many were added.

    Standing items, and those whose kind is more than business. One whose title is there already is
    left out. Raises Refused when the body has not met before.
    """
    last = last_meeting(meeting)
    if last is None:
        raise Refused("This body has no earlier meeting here to copy from.")
    here = {item.title.casefold() for item in meeting.items.all()}
    added = 0
    for item in items_of(last):
        comes_back = item.is_standing or item.kind != AgendaItem.Kind.BUSINESS
        if comes_back and item.title.casefold() not in here:
            fields = {name: getattr(item, name) for name in COPIED}
            if item.kind == AgendaItem.Kind.MINUTES:
                fields["title"] = ""
            add_item(meeting, _retitled(fields, last), by=by)
            added += 1
    return added


def _retitled(fields: dict[str, Any], last: Meeting) -> dict[str, Any]:
    # The minutes to be agreed are those of the meeting just before, never those it agreed itself.
    if fields["title"]:
        return fields
    private = fields["part"] == PRIVATE
    noun = "Part II minutes" if private else "Minutes"
    return fields | {"title": f"{noun}, {last.held_on.day} {last.held_on:%B %Y}"}


@transaction.atomic
def move_to_other_part(item: AgendaItem, *, by: User) -> AgendaItem:
    """Move an item to the end of the other part. One that becomes private is unclassified until
    somebody names its paragraphs; one that becomes public is not thereby opened to the public.
    """
    item.part = PUBLIC if item.part == PRIVATE else PRIVATE
    if item.part == PRIVATE and item.classification == "public":
        item.classification = ""
    item.position = next_place(item.meeting.items.all())
    write(item, by=by, because=f"Moved to {item.get_part_display()}")
    arrange(items_of(item.meeting), by=by, because="Put the items in order")
    return item


def first_minute_number(meeting: Meeting) -> int:
    """Return the number that the meeting's first minute has: the body's last, and one.

    1 where the body numbers its minutes afresh at each meeting.
    """
    if not meeting.body.numbers_on:
        return 1
    before = AgendaItem.objects.filter(
        meeting__body=meeting.body, meeting__held_on__lt=meeting.held_on
    )
    last = before.exclude(minute_number=None).order_by("-minute_number").first()
    return (last.minute_number or 0) + 1 if last else 1


@transaction.atomic
def number_minutes(meeting: Meeting, *, by: User, first: int | None = None) -> tuple[int, int]:
    """Number every minute in the order of the agenda; return the first and the last number."""
    items, start = items_of(meeting), first or first_minute_number(meeting)
    if not items:
        raise Refused("There is no item to number yet.")
    wanted = {item.pk: number for number, item in enumerate(items, start=start)}
    changed = [item for item in items if item.minute_number != wanted[item.pk]]
    for item in changed:
        # No two minutes of a meeting have one number, even briefly.
        if item.minute_number is not None:
            item.minute_number = None
            write(item, by=by, because="Numbered the minutes anew")
    for item in changed:
        item.minute_number = wanted[item.pk]
        write(item, by=by, because="Numbered the minutes")
    return start, start + len(items) - 1


@transaction.atomic
def number_items(meeting: Meeting, *, by: User) -> int:
    """Let every item be numbered by its place: typed numbers are taken away; return how many."""
    typed = [item for item in items_of(meeting) if item.printed_number]
    for item in typed:
        item.printed_number = ""
        write(item, by=by, because="Numbered the items by their places")
    return len(typed)


@transaction.atomic
def change_item(item: AgendaItem, changes: dict[str, Any], seen: int, *, by: User) -> AgendaItem:
    """Write an item's place on the agenda; see `history.actions.write_seen` for two at once."""
    changed = write_seen(item, changes, seen=seen, by=by, because="Changed the agenda")
    if changed.part != item.part:
        arrange(items_of(changed.meeting), by=by, because="Put the items in order")
    return changed


@transaction.atomic
def write_motion(item: AgendaItem, *, by: User) -> AgendaItem:
    """Give the exclusion item the motion that names the paragraphs of what is restricted now."""
    motion = motion_for(item.meeting)
    if not motion:
        raise Refused(
            "No item in Part II says under which paragraph it is private, so there is nothing for "
            "the motion to name. Classify the Part II items first."
        )
    item.motion = with_plain_lines(motion)
    return write(item, by=by, because="Wrote the motion from the items in Part II")
