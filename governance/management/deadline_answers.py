"""Answer one question of the `deadline` command: words in, a date with its count out. Pure."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar, cast

from governance.calendar import statutory_dates, words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import Calendar
from governance.calendar.statutory_dates import ClearDays, Stage, StatutoryDate
from governance.calendar.trace import TraceDay
from governance.call_in_windows.rules import Terms, closing_words, count_window
from governance.errors import Refused

Read = TypeVar("Read")

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_AND_TIME = re.compile(rf"{DAY.pattern}T[0-9]{{2}}:[0-9]{{2}}")


@dataclass(frozen=True)
class Options:
    """What was typed after each option; None where the option was not given."""

    rule: str | None = None
    count: str | None = None
    stage: str | None = None
    clear_days: str | None = None


@dataclass(frozen=True)
class Answer:
    """The same answer for a program (`as_json`) and for a person (`lines`)."""

    as_json: dict[str, Any]
    lines: tuple[str, ...]


def answer(kind: str | None, when: str | None, options: Options) -> Answer:
    """Return the answer to one question, or refuse what makes no sense with a sentence.

    `when` is "2023-04-14", and for call_in also "2023-04-14T17:30" in local time.
    """
    if kind is None or kind not in KINDS:
        problem = f'There is no deadline called "{kind}".' if kind else "Name a kind of deadline."
        raise Refused(f"{problem} The kinds are {words.listed(KINDS)}.")
    question = KINDS[kind]
    for name in ("rule", "count", "stage", "clear_days"):
        if getattr(options, name) is not None and name not in question.takes:
            raise Refused(f"The option --{name.replace('_', '-')} means nothing for {kind}.")
    if when is None:
        raise Refused(f"Give a date for {kind}, such as 2023-04-14.")
    return question.reply(kind, when, options)


def _call_in(kind: str, when: str, options: Options) -> Answer:
    published = _moment(when) if "T" in when else _day(when)
    terms = Terms.from_json(_parsed(options.rule))
    window = count_window(published, terms, england_and_wales())
    stated = words.moment(published) if isinstance(published, datetime) else words.day(published)
    lines = (
        f"Call-in of a notice put out on {stated}",
        terms.in_words(),
        "",
        *_table(window.trace),
        "",
        f"Call-in closes {closing_words(window.closes_at, window.deadline)}.",
        f"If it is not called in, the decision takes effect on {words.day(window.in_effect_on)}.",
        f"Calendar: {window.calendar_version}.",
    )
    return Answer({"kind": kind, **window.as_json()}, lines)


def _statutory(kind: str, found: StatutoryDate, calendar: Calendar) -> Answer:
    lines = (
        f"{words.sentence_case(kind.replace('_', ' '))}: {words.day(found.date)}",
        found.counted_as,
        "",
        *_table(found.trace),
        "",
        f"Source: {found.source}.",
        f"Calendar: {calendar.version}.",
    )
    as_json = {
        "kind": kind,
        "date": found.date.isoformat(),
        "source": found.source,
        "counted_as": found.counted_as,
        "trace": [day.as_json() for day in found.trace],
        "calendar_version": calendar.version,
    }
    return Answer(as_json, lines)


def _table(trace: Iterable[TraceDay]) -> list[str]:
    """The date, its place in the count, and why; columns as wide as the longest date."""
    rows = [(words.day(day.date), _place(day), day.why) for day in trace]
    width = max(len(date_in_words) for date_in_words, _, _ in rows)
    return [f"{when:<{width}}  {place:<11}  {why}" for when, place, why in rows]


def _place(day: TraceDay) -> str:
    if day.kind == "in_effect":
        return ""
    if day.number is None:
        return "counted" if day.counted else "not counted"
    return f"counted {day.number}"


def _clear_days_kind(
    count: Callable[..., StatutoryDate], *, extra: Callable[[Options], dict[str, Any]] | None = None
) -> Callable[[str, str, Options], Answer]:
    """Return a reply for a kind that counts clear days, passing on --clear-days if it was given."""

    def reply(kind: str, when: str, options: Options) -> Answer:
        calendar = england_and_wales()
        more = extra(options) if extra else {}
        if options.clear_days is not None:
            more["clear_days"] = _reading(options.clear_days)
        return _statutory(kind, count(_day(when), calendar=calendar, **more), calendar)

    return reply


def _period_kind(count: Callable[[date], StatutoryDate]) -> Callable[[str, str, Options], Answer]:
    def reply(kind: str, when: str, options: Options) -> Answer:
        return _statutory(kind, count(_day(when)), england_and_wales())

    return reply


def _count_option(options: Options) -> dict[str, Any]:
    if options.count is None:
        raise Refused("Say how many clear days the council's rule gives, such as --count 2.")
    if not re.fullmatch(r"-?[0-9]{1,9}", options.count):
        raise Refused(f'The count must be a whole number, not "{options.count}".')
    return {"count": int(options.count)}


def _stage_option(options: Options) -> dict[str, Any]:
    if options.stage not in ("28", "5"):
        raise Refused("Say which of the two notices of a private meeting: --stage 28 or --stage 5.")
    return {"stage": cast(Stage, int(options.stage))}


def _reading(typed: str) -> ClearDays:
    if typed not in ("working", "calendar"):
        raise Refused(f'Clear days are "working" or "calendar", not "{typed}".')
    return cast(ClearDays, typed)


def _parsed(rule: str | None) -> object:
    if rule is None:
        raise Refused('Give the rule as JSON: --rule \'{"unit": "working_days", "count": 5}\'.')
    try:
        return json.loads(rule, object_pairs_hook=_each_key_once)
    except (ValueError, RecursionError):
        raise Refused("The rule is not JSON that can be read.") from None


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """JSON lets a key come twice and Python keeps the last, which would hide a slip in a rule."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused("The rule names a key twice.")
    return found


def _day(text: str) -> date:
    if DAY_AND_TIME.fullmatch(text):
        raise Refused("Only call_in takes a time of day; give the date alone.")
    if not DAY.fullmatch(text):
        raise Refused(f'"{text}" is not a date such as 2023-04-14.')
    return _existing(text, date.fromisoformat)


def _moment(text: str) -> datetime:
    if not DAY_AND_TIME.fullmatch(text):
        raise Refused(f'"{text}" is not a date and time such as 2023-04-14T17:30.')
    return _existing(text, datetime.fromisoformat)


def _existing(text: str, read: Callable[[str], Read]) -> Read:
    try:
        return read(text)
    except ValueError:
        raise Refused(f'"{text}" does not exist in the calendar.') from None


@dataclass(frozen=True)
class _Kind:
    reply: Callable[[str, str, Options], Answer]
    takes: tuple[str, ...] = ("clear_days",)


KINDS: Mapping[str, _Kind] = {
    "call_in": _Kind(_call_in, takes=("rule",)),
    "agenda_publication": _Kind(_clear_days_kind(statutory_dates.agenda_publication)),
    "public_questions": _Kind(
        _clear_days_kind(statutory_dates.public_questions, extra=_count_option),
        takes=("clear_days", "count"),
    ),
    "key_decision_notice": _Kind(_clear_days_kind(statutory_dates.key_decision_notice)),
    "key_decision_earliest": _Kind(_clear_days_kind(statutory_dates.key_decision_earliest)),
    "private_meeting_notice": _Kind(
        _clear_days_kind(statutory_dates.private_meeting_notice, extra=_stage_option),
        takes=("clear_days", "stage"),
    ),
    "general_exception": _Kind(_clear_days_kind(statutory_dates.general_exception)),
    "scrutiny_response": _Kind(_period_kind(statutory_dates.scrutiny_response), takes=()),
    "decision_retention": _Kind(_period_kind(statutory_dates.decision_retention), takes=()),
    "background_paper_retention": _Kind(
        _period_kind(statutory_dates.background_paper_retention), takes=()
    ),
}
