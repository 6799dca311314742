"""The exclusion motion of a meeting, from the items and papers that are restricted."""

from collections.abc import Sequence

from governance.meetings.classification import Level
from governance.meetings.models import AgendaItem, Meeting
from governance.meetings.rules import (
    Restricted,
    exclusion_motion,
    in_paragraphs,
    labels,
    motion_warning,
)


def ordered(meeting: Meeting) -> list[AgendaItem]:
    """Return the items in order, each with its `number` and all its papers' classifications."""
    found = meeting.items.prefetch_related("documents").order_by("part", "position")
    return numbered(list(found), meeting)


def numbered(items: Sequence[AgendaItem], meeting: Meeting) -> list[AgendaItem]:
    """Give each item of a whole agenda, in order, its `number` as the agenda prints it.

    Where the papers print none there is none: "" unless it was typed.
    """
    numbers = [item.printed_number for item in items]
    shown = labels(numbers) if meeting.has_numbers else numbers
    for item, number in zip(items, shown, strict=True):
        item.number = number  # type: ignore[attr-defined]
    return list(items)


def called(item: AgendaItem) -> str:
    """Return what a sentence calls a numbered item: its number, or its title where it has none."""
    number: str = item.number  # type: ignore[attr-defined]
    return number or f"“{item.title}”"


def restricted_of(items: Sequence[AgendaItem]) -> list[Restricted]:
    """Return the Part II items of `items`, which have been numbered, for the motion."""
    found = []
    for item in items:
        if item.part != AgendaItem.Part.PRIVATE:
            continue
        papers = [item, *item.documents.all()]
        paragraphs = {number for paper in papers for number in paper.exempt_paragraphs}
        confidential = any(paper.classification == Level.CONFIDENTIAL for paper in papers)
        found.append(Restricted(called(item), tuple(sorted(paragraphs)), confidential))
    return found


def motion_for(meeting: Meeting) -> str:
    """Return the motion for what is restricted now; "" when nothing says under what it is."""
    return exclusion_motion(meeting.body.regime, restricted_of(ordered(meeting)))


def warnings_of(items: Sequence[AgendaItem]) -> list[tuple[str, AgendaItem | None]]:
    """Return what to see to before an agenda is published: (sentence, the item it is about).

    The item is given where one press puts it right: the one that carries the motion.
    """
    found: list[tuple[str, AgendaItem | None]] = []
    restricted = restricted_of(items)
    motions = [item for item in items if item.kind == AgendaItem.Kind.EXCLUSION]
    for item in motions:
        number = called(item)
        if restricted and not item.motion:
            found.append((f"Item {number} carries no motion yet.", item))
        elif warning := motion_warning(number, item.motion, restricted):
            found.append((warning, item))
    if restricted and not motions:
        found.append(("There is a Part II, and no item to exclude the press and public.", None))
    numbers = [called(item) for item in items]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    found += [(f"Two items have the number {number}.", None) for number in twice]
    silent = [one.number for one in restricted if not one.paragraphs and not one.confidential]
    found += [
        (f"Item {number} is in Part II, and nobody has said under which paragraph.", None)
        for number in silent
    ]
    found += [
        (f"Item {called(item)} cites all seven paragraphs: name those that apply, no more.", None)
        for item in items
        if item.is_blanket
    ]
    return found


def notes_of(items: Sequence[AgendaItem]) -> list[tuple[str, str, str]]:
    """Return what to see to: the sentence, and the press that puts it right where one does."""
    wanted = {number for one in restricted_of(items) for number in one.paragraphs}
    use = f"Use {in_paragraphs(wanted)} in the motion" if wanted else "Write the motion"
    return [
        (says, f"motion:{item.pk}" if item and wanted else "", use)
        for says, item in warnings_of(items)
    ]
