"""Items and papers as anybody may read them: plain JSON values for a page, a PDF and a snapshot."""

from collections.abc import Iterable, Sequence
from typing import Any

from governance.calendar import words
from governance.meetings.classification import Classified, Level
from governance.meetings.models import AgendaItem, Document
from governance.meetings.rules import placeholder


def item_words(item: AgendaItem) -> dict[str, Any]:
    """Return a numbered item as the agenda prints it. A restricted one keeps its title."""
    return {
        "id": item.pk,
        "number": item.number,  # type: ignore[attr-defined]
        "title": item.title,
        "part": item.get_part_display(),
        "purpose": item.purpose,
        "presented_by": item.presented_by,
        "report_by": item.report_by,
        "motion": item.motion,
        "urgent": urgent_words(item),
        "standing": item.is_standing,
        "mark": item.mark,
        "footnote": item.footnote if item.is_public else "",
        "pages": item.pages,
        "restriction": item.restriction,
    }


def urgent_words(item: AgendaItem) -> str:
    """Return why an item was added late and who accepted it, as section 100B(4) wants minuted."""
    if not item.urgent_because:
        return ""
    because = item.urgent_because.rstrip(". ")
    return f"Urgent: {because}. Accepted by {item.urgent_accepted_by.rstrip('. ')}."


def paper_words(paper: Document) -> dict[str, Any]:
    """Return a paper for the list; of a restricted one its kind and the paragraph, no title."""
    if paper.is_public:
        return {
            "title": paper.title,
            "kind": paper.get_kind_display(),
            "document": str(paper.public_id),
            "size": paper.size,
            "restriction": "",
        }
    return {
        "title": "",
        "kind": paper.get_kind_display(),
        "document": "",
        "size": None,
        "restriction": restricted_words(paper),
    }


def restricted_words(thing: Classified) -> str:
    """Return what stands in place of what is not public, in the words that councils print."""
    if thing.classification == Level.EXEMPT:
        return placeholder(thing.exempt_paragraphs)
    return thing.restriction


def private_words(items: Iterable[dict[str, Any]], verb: str = "is") -> str:
    """Return "Part of this meeting is private: items 5 to 8."; "" where nothing is.

    `verb` is "was" of a meeting that was held.
    """
    rows = list(items)
    private = [item["number"] for item in rows if item["part"] == "Part II"]
    if not private:
        return ""
    if len(private) == len(rows):
        return f"The whole meeting {verb} private."
    return f"Part of this meeting {verb} private: {numbers_in_words(private)}."


def numbers_in_words(numbers: Sequence[str]) -> str:
    """Return "item 4", "items 5 to 8" where they run on, or "items 2, 5 and 9"."""
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    figures = [int(number) for number in numbers if number.isascii() and number.isdecimal()]
    runs_on = len(figures) == len(numbers) > 2 and figures == list(
        range(figures[0], figures[0] + len(figures))
    )
    return f"items {numbers[0]} to {numbers[-1]}" if runs_on else f"items {words.listed(numbers)}"
