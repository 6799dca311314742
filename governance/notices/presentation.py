"""A snapshot in the words of page and PDF. Pure: it knows only what was frozen."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from governance.calendar import words
from governance.call_in_windows.rules import Window
from governance.notices.decision_facts import Facts, due_words, facts_of

# A council's short name, and a window counted there.
Windows = list[tuple[str, Window]]


def of_decisions(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return what the templates of a notice of decisions need, already in words."""
    meeting = snapshot["meeting"]
    windows = windows_in(snapshot)
    decided = {decision["minute_number"] for decision in snapshot["decisions"]}
    return {
        "decisions": [_decision(decision) for decision in snapshot["decisions"]],
        "closings": closings(windows),
        "counts": counts(windows),
        "attendance": attendance_in_words(meeting) if meeting else [],
        "other_business": [
            _item(i) for i in snapshot["items"] if i["minute_number"] not in decided
        ],
        "minutes": [_item(i) for i in snapshot["items"] if i["minute_number"] in decided],
        "notes": [note for note in _notes(meeting) if note],
    }


def windows_in(snapshot: dict[str, Any]) -> Windows:
    """Return the (council, window) pairs of a notice, each different count once."""
    found: dict[tuple[str, str, str], tuple[str, Window]] = {}
    for decision in snapshot["decisions"]:
        for stored in decision["windows"]:
            window = Window.from_json(stored)
            key = (stored["council"], str(window.published_on), str(window.closes_at))
            found.setdefault(key, (stored["council"], window))
    return list(found.values())


def closings(windows: Windows) -> list[dict[str, str]]:
    """Return the deadline at each council: when it ends, and when the decisions take effect."""
    several = len({council for council, _ in windows}) > 1
    return [
        {
            "council": council if several else "",
            "ends": _end(window),
            "in_effect": words.day(window.in_effect_on),
            # The day this window counts from: a correction that lets it run on is later.
            "published": words.day(window.trace[0].date),
        }
        for council, window in windows
    ]


def counts(windows: Windows) -> list[dict[str, Any]]:
    """Return, for each council's window, the rule in words and the day-by-day count."""
    return [
        {
            "council": council,
            "rule": window.rule_in_words,
            "calendar": window.calendar_version,
            "window": window,
            "days": [
                {
                    "day": words.day(day.date),
                    "counted": f"Day {day.number}" if day.number else "No",
                    "why": "Last day to call in" if day.kind == "last" else day.why,
                    "kind": day.kind,
                }
                for day in window.trace
                if day.kind != "in_effect"
            ],
        }
        for council, window in windows
    ]


def _end(window: Window) -> str:
    day = words.day(window.deadline)
    cut_off = window.terms.cut_off_time
    return f"{words.clock(cut_off)} on {day}" if cut_off else f"end of {day}"


def _decision(decision: dict[str, Any]) -> dict[str, Any]:
    number = decision["minute_number"]
    heading = f"Minute {number}: {decision['title']}" if number else decision["title"]
    return decision | {
        "heading": heading,
        "facts": facts_of(decision),
        "alternatives_words": _answered(
            decision, "alternatives", "No alternatives were considered."
        ),
        "conflicts_words": " ".join(
            [
                _answered(decision, "conflicts", "None declared."),
                _answered(decision, "dispensations", "No dispensations."),
            ]
        ).strip(),
        "footnotes": [
            (limb["mark"], limb["footnote"])
            for limb in decision["resolutions"]
            if limb["mark"] and limb["footnote"]
        ],
        "resolutions": [limb | {"due": due_words(limb)} for limb in decision["resolutions"]],
    }


def _answered(decision: dict[str, Any], part: str, none: str) -> str:
    answer = decision.get(f"{part}_answer")
    return {"none": none, "some": str(decision.get(part, ""))}.get(str(answer), "")


def _item(item: dict[str, Any]) -> dict[str, Any]:
    number = item["minute_number"] or item["printed_number"]
    return item | {"number": number, "said": f"What was said on minute {number}"}


def attendance_in_words(meeting: dict[str, Any]) -> Facts:
    """Return who was there, in the groups of a printed minute, and when the meeting ended."""
    rows = meeting["attendance"]
    joint = len({row["council"] for row in rows if row["council"]}) > 1
    present = [row for row in rows if row["presence"] == "present"]
    away = [row for row in rows if row["presence"] == "apologies"]
    ended = meeting["ended_at"]
    groups = [
        ("In the chair", _people((r for r in present if r["capacity"] == "chair"), joint)),
        ("Vice-chair", _people((r for r in present if r["capacity"] == "vice_chair"), joint)),
        ("Members", _people((r for r in present if r["capacity"] == "member"), joint)),
        ("Attending", _people((r for r in present if r["capacity"] == "observer"), joint)),
        ("Apologies", _people(away, joint)),
        ("Officers", "; ".join(_one(r) for r in present if r["capacity"] == "officer")),
        (
            "Meeting began",
            words.clock(time.fromisoformat(meeting["starts_at"])) if meeting["starts_at"] else "",
        ),
        ("Meeting ended", words.clock(time.fromisoformat(ended)) if ended else ""),
        ("Place", meeting["place"]),
    ]
    return [(name, value) for name, value in groups if value]


def _people(rows: Iterable[dict[str, Any]], joint: bool) -> str:
    """Return "Councillors A, B and C"; of a joint body each council's people together, named so."""
    found = list(rows)
    councils = list(dict.fromkeys(row["council"] for row in found))
    groups = [_styled([row for row in found if row["council"] == council]) for council in councils]
    return "; ".join(
        f"{group} ({council})" if joint and council else group
        for group, council in zip(groups, councils, strict=True)
    )


def _styled(rows: list[dict[str, Any]]) -> str:
    styles = {row["style"] for row in rows}
    if len(rows) > 1 and len(styles) == 1 and styles != {""}:
        return f"{styles.pop()}s {words.listed(row['name'] or row['post'] for row in rows)}"
    return words.listed(_one(row) for row in rows)


def _one(row: dict[str, Any]) -> str:
    name = f"{row['style']} {row['name']}".strip()
    return ", ".join(part for part in (name, row["post"]) if part)


def _notes(meeting: dict[str, Any] | None) -> list[str]:
    return [meeting["circulation_note"], meeting["contact"]] if meeting else []
