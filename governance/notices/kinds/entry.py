"""What the three kinds of notice about a key decision to come have in common."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.urls import reverse

from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import local_day
from governance.calendar.statutory_dates import (
    StatutoryDate,
    general_exception,
    key_decision_earliest,
)
from governance.decisions.rules import Check
from governance.errors import Refused
from governance.forward_plan.models import ForwardPlanEntry
from governance.forward_plan.rules import planned_words, timing
from governance.history.actions import write
from governance.meetings.classification import PARAGRAPHS
from governance.notices.kinds import sources
from governance.notices.kinds.kind import Line, Snapshot, Source
from governance.notices.models import Notice, NoticeVersion
from governance.notices.publication import Publication
from governance.notices.standing import Verdict
from governance.people.models import User

SHARED = (
    "council issue title matter maker body maker_name maker_title planned_from planned_to "
    "documents copies_from how_to_ask key_test value_pence private_answer private_paragraphs "
    "private_reasons wards contact is_illustrative"
)
EXCEPTION = "exception_reason told told_on"
URGENCY = "urgency_reason agreed_by agreed_office agreed_capacity agreed_at"
SOURCES = (sources.ISSUE, sources.BODY, sources.PERSON)


def source(published: str, not_published: str = "") -> Source:
    """Return the allow-list of the entry for one of its kinds of notice."""
    return sources.of(
        ForwardPlanEntry, published=published, not_published=f"id published_at {not_published}"
    )


def entry_of(notice: Notice) -> ForwardPlanEntry:
    """Return the entry that such a notice is about; the database sees to it that there is one."""
    if notice.entry is None:
        raise ValueError("a notice of this kind is about an entry")
    return notice.entry


def members_on(entry: ForwardPlanEntry, day: date) -> list[str]:
    """Return the names of the body's members on a day, the chair first; none for a person."""
    if entry.body is None:
        return []
    appointed = entry.body.appointments.all()
    held = [
        one for one in appointed
        if (one.from_on is None or one.from_on <= day) and (one.to_on is None or one.to_on >= day)
        and one.capacity != "reserve"
    ]  # fmt: skip
    held.sort(key=lambda one: (["chair", "vice_chair"].count(one.capacity) == 0, one.pk))
    return [str(one.person) for one in held]


def facts_of_entry(notice: Notice, publication: Publication) -> Snapshot:
    """Return the particulars that regulation 9(1) wants, and none that are exempt."""
    entry = entry_of(notice)
    return {
        "illustrative": entry.is_illustrative,
        "entry": {
            "title": entry.title,
            "issue": entry.issue.title if entry.issue else "",
            "matter": entry.matter,
            "maker": entry.get_maker_display(),
            "body": entry.body.name if entry.body else "",
            "maker_name": entry.maker_name,
            "maker_title": entry.maker_title,
            "members": members_on(entry, local_day(publication.published_at)),
            "planned_from": _iso(entry.planned_from),
            "planned_to": _iso(entry.planned_to),
            "documents": entry.documents.splitlines(),
            "copies_from": entry.copies_from,
            "how_to_ask": entry.how_to_ask,
            "key_test": entry.get_key_test_display(),
            "value_pence": entry.value_pence,
            "private": entry.private_answer,
            "private_paragraphs": entry.private_paragraphs,
            "private_reasons": entry.private_reasons,
            "wards": entry.wards,
            "contact": entry.contact,
        },
    }


def dated(found: StatutoryDate, counted_from: datetime) -> dict[str, Any]:
    """Return the first day a decision may be taken, with how it was counted, as plain values."""
    return {
        "counted_from": counted_from.isoformat(),
        "earliest": found.date.isoformat(),
        "source": found.source,
        "counted_as": found.counted_as,
        "trace": [day.as_json() for day in found.trace],
    }


def earliest(kind: str, published_at: datetime) -> StatutoryDate | None:
    """Return the first day on which a decision of which such a notice tells may be taken."""
    on, calendar = local_day(published_at), england_and_wales({})
    if kind == Notice.Kind.KEY_DECISION:
        return key_decision_earliest(on, calendar)
    return general_exception(on, calendar) if kind == Notice.Kind.GENERAL_EXCEPTION else None


def lines(notice: Notice, checks: list[Check], at: datetime, *, page: str, other: set[str],
          instead: str) -> list[Line]:  # fmt: skip
    """Return the checklist with the page on which each line is answered, and what is too late.

    `other` names the parts that are answered on `page` and not with the entry itself.
    """
    entry = entry_of(notice)
    found = earliest(notice.kind, at)
    late = timing(entry.planned_to or entry.planned_from, found.date if found else None, instead)
    edit = partial(reverse, args=[entry.pk])
    found_lines = []
    for check in [*checks, *([late] if late else [])]:
        field = "planned_from" if check.part == "timing" else check.part
        address = edit(page if field in other else "forward_plan:edit")
        found_lines.append(Line(check, f"{address}#id_{field}"))
    return found_lines


def heading(snapshot: Snapshot) -> str:
    """Return the matter in a line."""
    return str(snapshot["entry"]["title"])


def first_published(notice: Notice, version: NoticeVersion, by: User) -> None:
    """Note on the entry when the public was first told of it."""
    entry = entry_of(notice)
    if entry.published_at is None:
        entry.published_at = version.published_at
        write(entry, by=by, because="Its notice was published")


def refuse_told_later(notice: Notice, at: datetime) -> None:
    """Refuse a notice of what would have happened after it was published."""
    entry = entry_of(notice)
    if entry.told_on and entry.told_on > local_day(at):
        raise Refused(f"They were told on {words.day(entry.told_on)}, after the publication.")


def in_words(snapshot: Snapshot) -> dict[str, Any]:
    """Return the particulars in words, and the first day with its count."""
    entry = snapshot["entry"]
    dates = snapshot.get("dates")
    return {
        "entry": entry,
        "facts": [(name, value) for name, value in _facts(entry) if value],
        "earliest": words.day(date.fromisoformat(dates["earliest"])) if dates else "",
        "counted_as": dates["counted_as"] if dates else "",
        "count_source": dates["source"] if dates else "",
        "trace": [
            day | {"day": words.day(date.fromisoformat(day["date"]))} for day in dates["trace"]
        ] if dates else [],
        "late": _late(entry, dates),
        "planned": _planned(entry),
        "told_on": _day((snapshot.get("exception") or {}).get("told_on")),
        "urgency": snapshot.get("urgency"),
        "agreed": _agreed(snapshot.get("urgency")),
    }  # fmt: skip


def standing(snapshot: Snapshot, now: datetime) -> Verdict:
    """Return whether the decision may be taken yet."""
    dates, entry = snapshot.get("dates"), snapshot["entry"]
    planned = f"Planned for {_planned(entry)}." if entry["planned_from"] else ""
    if not dates:
        return Verdict("done", "May be taken", "The decision may be taken at once", planned, False)
    first = date.fromisoformat(dates["earliest"])
    more = " ".join(part for part in (planned, _late(entry, dates)) if part)
    if local_day(now) < first:
        sentence = f"The decision may be taken from {words.day(first)}"
        return Verdict("open", "Decision to come", sentence, more, False)
    sentence = f"The decision may be taken since {words.day(first)}"
    return Verdict("done", "May be taken", sentence, more, False)


def _facts(entry: dict[str, Any]) -> list[tuple[str, Any]]:
    name = ", ".join(part for part in (entry["maker_name"], entry["maker_title"]) if part)
    grounds = [f"paragraph {n}, {PARAGRAPHS[n]}" for n in entry["private_paragraphs"]]
    private = words.sentence_case(words.listed(grounds)) or "Confidential"
    return [
        ("Who will decide", entry["body"] or name),
        ("Its members", words.listed(entry["members"])),
        ("When", _planned(entry)),
        ("What makes it key", entry["key_test"]),
        (
            "Likely spending or saving",
            words.pounds(entry["value_pence"]) if entry["value_pence"] is not None else "",
        ),
        ("Documents to be submitted", entry["documents"]),
        ("Copies from", entry["copies_from"]),
        (
            "Other documents",
            f"Others may be submitted to whoever decides. {entry['how_to_ask']}".strip(),
        ),
        (
            "To be private",
            f"{private}. {entry['private_reasons']}" if entry["private"] == "yes" else "",
        ),
        ("Wards", entry["wards"]),
        ("Contact", entry["contact"]),
    ]


def _agreed(urgency: dict[str, Any] | None) -> list[tuple[str, str]]:
    if not urgency:
        return []
    at = urgency["agreed_at"]
    rows = [
        ("Agreed by", urgency["agreed_by"]),
        ("Office", urgency["office"]),
        ("Why that office", urgency["why_that_office"]),
        ("When", words.moment(datetime.fromisoformat(at)) if at else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _day(iso: str | None) -> str:
    return words.day(date.fromisoformat(iso)) if iso else ""


def _planned(entry: dict[str, Any]) -> str:
    if not entry["planned_from"]:
        return ""
    last = date.fromisoformat(entry["planned_to"]) if entry["planned_to"] else None
    return planned_words(date.fromisoformat(entry["planned_from"]), last)


def _late(entry: dict[str, Any], dates: dict[str, Any] | None) -> str:
    if not dates or not entry["planned_from"] or entry["planned_from"] >= dates["earliest"]:
        return ""
    if (entry["planned_to"] or "") >= dates["earliest"]:
        return ""
    return "That is too soon: it cannot be taken on the planned date under this notice."


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
