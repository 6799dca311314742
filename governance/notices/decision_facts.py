"""The facts of one decision of a snapshot, in words for page and PDF. Pure.

An older snapshot may lack what was recorded later: it is then left out.
"""

from datetime import date, datetime
from typing import Any

from governance.calendar import words

Facts = list[tuple[str, str]]
ROUTES = {
    "notice": "A notice was published at least 28 clear days before",
    "exception": "General exception (regulation 10 of SI 2012/2089)",
    "urgency": "Special urgency (regulation 11 of SI 2012/2089)",
}


def facts_of(decision: dict[str, Any]) -> Facts:
    """Return the (name, words) rows of a decision, those with nothing to say left out."""
    said = decision.get
    public = {"Part I": ", in public (Part I)", "Part II": ", in private (Part II)"}
    key = {"no": "No", "yes": f"Yes: {decision['key_test'].lower()}"}
    rows = [
        ("Made by", f"{decision['made_by']}{public.get(decision['part'], '')}"),
        ("Made on", _day(decision["made_on"])),
        ("Presented by", said("presented_by", "")),
        ("Portfolio holder", said("portfolio_holder", "")),
        ("Lead officer", said("lead_officer", "")),
        ("Consulted", said("consulted", "")),
        ("Made under", said("under", "")),
        ("Recorded because", said("why_recorded", "")),
        ("Reconsiders", _again(decision)),
        ("Likely spending or saving", _worth(said("value_pence"))),
        ("Key decision", key.get(decision["key_answer"], "Not recorded")),
        ("Told beforehand", _route(decision)),
        ("Call-in", _call_in(decision)),
        ("In effect from", _day(said("effective_from"))),
        ("Wards", said("wards", "")),
        ("Replaces", said("replaces", "")),
        ("Contact", said("contact", "")),
    ]
    return [(name, value) for name, value in rows if value]


def due_words(limb: dict[str, Any]) -> str:
    """Return "To be reported back between ... and ...", or nothing."""
    first, last = limb.get("due_from"), limb.get("due_on")
    if not last:
        return ""
    when = f"between {_day(first)} and {_day(last)}" if first else f"by {_day(last)}"
    return f"To be reported back {when}"


def _route(decision: dict[str, Any]) -> str:
    route = ROUTES.get(decision.get("key_route", ""), "")
    parts = [route, decision.get("key_route_reason", ""), _agreed(decision, "key")]
    return _sentences(parts)


def _call_in(decision: dict[str, Any]) -> str:
    if decision["call_in_answer"] == "yes":
        return "Can be called in"
    if decision["call_in_answer"] != "no":
        return "Not recorded"
    parts = ["Cannot be called in", decision.get("no_call_in_ground", "")]
    return _sentences([*parts, decision["no_call_in_reason"], _agreed(decision, "call_in")])


def _agreed(decision: dict[str, Any], purpose: str) -> str:
    """Return who agreed that it could not wait: "Agreed by A, Chair of ..., on ..." """
    found = [one for one in decision.get("agreements", []) if one["purpose"] == purpose]
    said = [f"{one['name']}, {one['office']}, on {_moment(one['agreed_at'])}" for one in found]
    return f"Agreed by {'; and by '.join(said)}" if said else ""


def _again(decision: dict[str, Any]) -> str:
    became = decision.get("reconsidered_as", "")
    if not became:
        return ""
    return ": ".join(part for part in (decision.get("reconsiders", ""), became) if part)


def _worth(pence: int | None) -> str:
    return "" if pence is None else words.pounds(pence)


def _day(stored: str | None) -> str:
    return words.day(date.fromisoformat(stored)) if stored else ""


def _moment(stored: str) -> str:
    return words.moment(datetime.fromisoformat(stored))


def _sentences(parts: list[str]) -> str:
    """Join whole sentences, each with one full stop; one alone keeps none."""
    said = [part.strip().rstrip(".") for part in parts if part.strip()]
    return f"{'. '.join(said)}." if len(said) > 1 else "".join(said)
