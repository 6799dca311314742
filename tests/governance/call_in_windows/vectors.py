"""The worked call-in deadlines, and the rule each of their rule names stands for."""

import csv
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

CALL_IN = Path(__file__).parents[2] / "vectors" / "call_in.csv"
CHRISTMAS_CLOSURE = ["2022-12-28", "2022-12-29", "2022-12-30"]

RULES: dict[str, dict[str, Any]] = {
    "wd_after_pub": {"unit": "working_days"},
    "wd_incl_pub": {"unit": "working_days", "count_first_day": True},
    "wd_after_deemed_pub": {"unit": "working_days", "deemed": "next_working_day"},
    "wd_after_pub_late_deemed_next": {"unit": "working_days", "office_closes": "17:00"},
    "wd_after_pub_local_closure": {"unit": "working_days", "closed": CHRISTMAS_CLOSURE},
    "clear_wd_after_pub": {"unit": "clear_working_days"},
    "fixed_weekday_tue_next_week": {"unit": "fixed_weekday", "weekday": "tuesday"},
    "fixed_weekday_tue_next_week_roll": {
        "unit": "fixed_weekday",
        "weekday": "tuesday",
        "roll": "next_working_day",
    },
    "calendar_days": {"unit": "calendar_days"},
    "calendar_days_roll": {"unit": "calendar_days", "roll": "next_working_day"},
}


def call_in_vectors() -> list[dict[str, str]]:
    with CALL_IN.open(newline="", encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def rule_of(row: dict[str, str]) -> dict[str, Any]:
    rule = RULES[row["rule"]]
    if rule["unit"] == "fixed_weekday":
        return rule
    return {**rule, "count": int(row["working_days"])}


def published_of(row: dict[str, str]) -> date | datetime:
    """One name stands for an upload after the office had closed; the others give no time."""
    day = date.fromisoformat(row["publication_date"])
    late = row["rule"] == "wd_after_pub_late_deemed_next"
    return datetime.combine(day, time(17, 30)) if late else day
