"""What readers are shown of a meeting of which something is published: that, and not a draft.

Democratic services go on editing the record; their changes reach readers with the next version.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from governance.calendar import words
from governance.meetings.models import AgendaItem

AGENDA_TEXTS = ("title", "purpose", "presented_by", "report_by", "motion", "mark", "pages")


def show_as_published(items: Iterable[AgendaItem], snapshot: dict[str, Any]) -> None:
    """Give each item that `snapshot` holds in public its published texts, as `item.published`."""
    frozen = {item["minute_number"]: item for item in snapshot["items"]}
    for item in items:
        found = frozen.get(item.minute_number) if item.minute_number else None
        if found and not found["restriction"] and item.is_public:
            decisions = [d for d in snapshot["decisions"] if _is_of(d, item)]
            item.published = {**found, "decisions": decisions}  # type: ignore[attr-defined]


def _is_of(decision: dict[str, Any], item: AgendaItem) -> bool:
    return decision["minute_number"] == item.minute_number and not decision["restriction"]


def show_as_minuted(items: Iterable[AgendaItem], snapshot: dict[str, Any]) -> None:
    """Give each item the texts of the published minutes, as `item.published`."""
    frozen = {item["id"]: item for item in snapshot["items"]}
    for item in items:
        found = frozen.get(item.pk)
        if found and not found["restriction"] and item.is_public:
            decisions = [
                {"preamble": one["preamble"], "resolutions": one["limbs"]}
                for one in found["resolutions"]
            ]
            asked = [_with_day(question) for question in found["questions"]]
            item.published = {**found, "decisions": decisions, "questions": asked}  # type: ignore[attr-defined]
        elif found:
            item.public_summary = found["summary"]


def _with_day(question: dict[str, Any]) -> dict[str, Any]:
    """Add to a published question, as `due`, by which day its undertaking is to be done."""
    due = question["undertaking_due_on"]
    said = f"Due {words.day(date.fromisoformat(due))}." if due else "No date was given."
    return question | {"due": said}


def hold_to_agenda(items: Iterable[AgendaItem], snapshot: dict[str, Any]) -> list[AgendaItem]:
    """Return the items of the published agenda, in its order and with its texts.

    One added since is left out until the agenda is published again; one restricted since stays so.
    """
    here = {item.pk: item for item in items}
    found = []
    for frozen in snapshot["items"]:
        item = here.get(frozen["id"])
        if item is None:
            continue
        for name in AGENDA_TEXTS:
            setattr(item, name, frozen[name])
        item.part = "2" if frozen["part"] == "Part II" else "1"
        item.number = frozen["number"]  # type: ignore[attr-defined]
        found.append(item)
    return found
