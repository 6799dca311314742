"""Between what a person typed of a rule and the terms and conduct that are stored. Pure."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from governance.call_in_windows.conduct_readers import NEXT_MEETING

Data = Mapping[str, Any]
CHOSEN = ("clock_start", "alternative", "if_not_heard", "eligible", "joint")
YES_OR_NO = (
    *("ground_required", "reasons_required", "recommendations", "notes"),
    *("signatories_may_hear", "withdrawable"),
)
NUMBERS = ("reconsiderations", "repeat_after_months")
BETWEEN = "|"


def terms_of(data: Data) -> dict[str, Any]:
    """Return the terms that the answers of the form describe, as `Terms.from_json` reads them."""
    found = {
        "unit": data["unit"],
        "count": data.get("count"),
        "weekday": data.get("weekday") or None,
        "count_first_day": True if data.get("count_first_day") else None,
        "deemed": "next_working_day" if data.get("deemed") else None,
        "office_closes": _clock(data.get("office_closes")),
        "roll": "next_working_day" if data.get("roll") else None,
        "cut_off": _clock(data.get("cut_off")),
    }
    return {key: value for key, value in found.items() if value is not None}


def conduct_of(data: Data, ways: Iterable[Data]) -> dict[str, Any]:
    """Return the conduct that the answers describe, as `Conduct.of` reads it."""
    found: dict[str, Any] = {name: data.get(name) or None for name in (*CHOSEN, *NUMBERS)}
    found |= {name: {"yes": True, "no": False}.get(data.get(name, "")) for name in YES_OR_NO}
    found["signatories"] = [_way(way) for way in ways if way.get("members")]
    found["grounds"] = [_ground(line) for line in lines_of(data.get("grounds"))]
    found["validators"] = lines_of(data.get("validators"))
    found["hearing_within"] = _period(data, "hearing")
    found["reconsider_within"] = _period(data, "reconsider")
    if agreed_by := lines_of(data.get("agreed_by")):
        reviewed = {"yes": True, "no": False}.get(data.get("reviewed_after", ""))
        urgency = {"agreed_by": agreed_by, "needed": data.get("needed") or "all"}
        found["urgency"] = urgency | ({} if reviewed is None else {"reviewed_after": reviewed})
    return {key: value for key, value in found.items() if value not in (None, [])}


def lines_of(typed: str | None) -> list[str]:
    """Return the lines of a text that are not blank."""
    return [line.strip() for line in (typed or "").splitlines() if line.strip()]


def answers_of(terms: Data | None, conduct: Data) -> dict[str, Any]:
    """Return the answers that would give these terms and this conduct: where the form begins."""
    terms = terms or {}
    cut_off = terms.get("cut_off")
    answers: dict[str, Any] = {
        "unit": terms.get("unit", ""),
        "count": terms.get("count"),
        "weekday": terms.get("weekday", ""),
        "count_first_day": terms.get("count_first_day", False),
        "deemed": terms.get("deemed") == "next_working_day",
        "roll": terms.get("roll") == "next_working_day",
        "cut_off": _time(None if cut_off == "end_of_day" else cut_off),
        "office_closes": _time(terms.get("office_closes")),
    }
    answers |= {name: conduct.get(name, "") for name in (*CHOSEN, *NUMBERS)}
    yes_no = {True: "yes", False: "no", None: ""}
    answers |= {name: yes_no[conduct.get(name)] for name in YES_OR_NO}
    urgency = conduct.get("urgency", {})
    return answers | {
        "grounds": "\n".join(_line(ground) for ground in conduct.get("grounds", [])),
        "validators": "\n".join(conduct.get("validators", [])),
        "agreed_by": "\n".join(urgency.get("agreed_by", [])),
        "needed": urgency.get("needed", "all"),
        "reviewed_after": yes_no[urgency.get("reviewed_after")],
        **_period_answers(conduct.get("hearing_within"), "hearing"),
        **_period_answers(conduct.get("reconsider_within"), "reconsider"),
    }


def ways_of(conduct: Data) -> list[dict[str, Any]]:
    """Return the ways to call in as the answers of one small form each."""
    return [way | {"cross_party": way.get("cross_party", False)} for way in
            conduct.get("signatories", [])]  # fmt: skip


def _way(way: Data) -> dict[str, Any]:
    found = {name: way.get(name) or None for name in ("number", "fraction", "yearly_limit")}
    found |= {"members": list(way["members"]), "matters": way.get("matters") or None}
    found |= {"cross_party": True if way.get("cross_party") else None}
    return {key: value for key, value in found.items() if value is not None}


def _ground(line: str) -> dict[str, str]:
    text, _, agreed_by = (part.strip() for part in line.partition(BETWEEN))
    return {"text": text} | ({"agreed_by": agreed_by} if agreed_by else {})


def _line(ground: Data) -> str:
    agreed_by = ground.get("agreed_by")
    return f"{ground['text']} {BETWEEN} {agreed_by}" if agreed_by else str(ground["text"])


def _period(data: Data, name: str) -> Any:
    unit = data.get(f"{name}_unit")
    if unit == NEXT_MEETING:
        return NEXT_MEETING
    return {"unit": unit, "count": data[f"{name}_count"]} if unit else None


def _period_answers(period: Any, name: str) -> dict[str, Any]:
    if period == NEXT_MEETING:
        return {f"{name}_unit": NEXT_MEETING}
    found = period or {}
    return {f"{name}_unit": found.get("unit", ""), f"{name}_count": found.get("count")}


def _clock(at: time | None) -> str | None:
    return f"{at:%H:%M}" if at else None


def _time(at: str | None) -> time | None:
    return time.fromisoformat(at) if at else None
