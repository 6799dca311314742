"""Gentle notes on the text of a recommendation, as it is written. Pure; none is ever an error.

The practice of scrutiny wants recommendations specific, measurable and addressed to somebody. What
can be told from the words alone is told; whoever writes it decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from governance.calendar.words import MONTHS


@dataclass(frozen=True)
class Prompt:
    """What was noticed, in a word or two, and the question it raises."""

    about: str
    says: str


LONGEST = 5000
_FIRST_WORDS = 8
_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|third|quarter"
_OFTEN = "every|each|annual|annually|yearly|monthly|weekly|daily|quarterly|twice|once|immediately"
_DATE_OR_MEASURE = re.compile(
    rf"\d|%|\b({'|'.join(MONTHS)}|{_NUMBERS}|{_OFTEN}|per cent|percent)\b|\bby (the )?end of\b",
    re.IGNORECASE,
)
_ACTIONS = (
    *("add", "adopt", "agree", "appoint", "arrange", "ask", "assess", "assign", "begin", "build"),
    *("carry", "check", "commission", "complete", "consult", "create", "cut", "deliver", "design"),
    *("develop", "draw", "employ", "ensure", "establish", "evaluate", "expand", "extend", "fund"),
    *("give", "hold", "identify", "implement", "improve", "include", "increase", "introduce"),
    *("invest", "investigate", "invite", "keep", "maintain", "make", "measure", "monitor", "move"),
    *("offer", "open", "pay", "plan", "prepare", "present", "procure", "produce", "promote"),
    *("provide", "publish", "put", "raise", "recruit", "reduce", "remove", "replace", "report"),
    *("review", "roll", "run", "seek", "send", "set", "share", "start", "stop", "strengthen"),
    *("survey", "train", "undertake", "update", "use", "widen", "work", "write"),
)
_JOINS = re.compile(r"[;.]\s+|,?\s+and(?:\s+(?:also|then))?\s+|,\s+then\s+|\s+as well as\s+")
_LEADS = r"(?:(?:and|also|then|that|to|should|must|shall|will|be)\s+)*"
_BEGINS_WITH_ACTION = re.compile(rf"^{_LEADS}(?:{'|'.join(_ACTIONS)})\b", re.IGNORECASE)
_HOLDS_ACTION = re.compile(
    rf"\b(?:should|must|shall)\b|\b(?:to|will)\s+(?:{'|'.join(_ACTIONS)})\b", re.IGNORECASE
)
_AFTER_A_COMMA = re.compile(rf",\s+{_LEADS}(?:{'|'.join(_ACTIONS)})\b", re.IGNORECASE)
_ADDRESSEES = (
    *("cabinet", "executive", "council", "councils", "portfolio holder", "portfolio holders"),
    *("leader", "leaders", "officer", "officers", "director", "directors", "head of", "manager"),
    *("committee", "panel", "board", "partnership", "group", "service", "team", "members"),
)
# Nothing is said of these but that somebody thinks about it, or goes on as before.
_WEAK = (
    *("continue", "continued", "continues", "continuing", "consider", "consideration", "explore"),
    *("encourage", "endeavour", "note", "support", "aim", "look", "aspire", "remain", "recognise"),
)
_OPENING = re.compile(
    r"^(?:(?:that|to|there|it|the|a|an|be|is|further)\s+)*(?:.{0,80}?\b(?:should|must|shall)\s+)?"
    r"(?:(?:be|a|an|also|the|to)\s+)*",
    re.IGNORECASE | re.DOTALL,
)


def prompts(text: str, names: Iterable[str] = ()) -> list[Prompt]:
    """Return what might make a recommendation easier to answer and to follow; none of it binds.

    `names` are those of the councils and bodies concerned, which count as somebody addressed.
    Nothing is said of an empty text.
    """
    text = " ".join(text[:LONGEST].split())
    if not text:
        return []
    found = [
        (_weak_start(text), "What should change?", "{}"),
        (not _is_addressed(text, names), "Who is to do it?",
         "Nobody is named. Councils answer sooner when the text says who is to act."),
        (not _DATE_OR_MEASURE.search(text), "By when, or how much?",
         "There is no date and no measure, so that nobody can tell when it is done."),
        (_actions_in(text) > 1, "One thing at a time?",
         "It joins several actions. With a number each, they can be answered and closed alone."),
    ]  # fmt: skip
    return [Prompt(about, says.format(_weak_words(text))) for hit, about, says in found if hit]


def _weak_start(text: str) -> str:
    rest = text[_opening(text) :]
    word = re.match(r"[A-Za-z]+", rest)
    return word.group().lower() if word and word.group().lower() in _WEAK else ""


def _opening(text: str) -> int:
    found = _OPENING.match(text)
    return found.end() if found else 0


def _weak_words(text: str) -> str:
    return (
        f"It begins with “{_weak_start(text)}”, which can be met by going on as before. Say what "
        "should be different afterwards."
    )


def _is_addressed(text: str, names: Iterable[str]) -> bool:
    """Is somebody named near the start, or as the one by whom it is done?"""
    lower = text.lower()
    start = " ".join(lower.split()[:_FIRST_WORDS])
    for name in (*_ADDRESSEES, *(name.lower() for name in names if name)):
        # "East Lindsey’s best practice" names nobody who is to act.
        word = rf"\b{re.escape(name)}\b(?!['’]s)"
        if re.search(word, start) or re.search(rf"\b(?:by|ask|asks) (?:the )?{word}", lower):
            return True
    return False


def _actions_in(text: str) -> int:
    """Return how many parts of a text each ask for something to be done."""
    return sum(
        1
        for part in _JOINS.split(text)
        if _BEGINS_WITH_ACTION.search(part)
        or _HOLDS_ACTION.search(part)
        or _AFTER_A_COMMA.search(part)
    )
