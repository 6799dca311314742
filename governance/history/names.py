"""What a history calls the records that another refers to: never by words that are restricted."""

from typing import Any

from governance.call_in_windows.models import CallInWindow
from governance.called_in.models import CalledIn
from governance.decisions.models import Decision, Resolution
from governance.duties.models import Duty
from governance.history.registry import NAMED
from governance.meetings.models import Document, Question


def name_of(thing: Any) -> str:
    """Return the name that every reader of a history may read."""
    if called := NAMED.get(type(thing)):
        return called(thing)
    return _of_a_decision(thing) or _of_an_item(thing) or str(thing)


def _of_a_decision(thing: Any) -> str:
    match thing:
        case Decision():
            return thing.public_title
        case Resolution() if not thing.decision.is_public:
            return f"{thing.decision.public_title}, limb {thing.number}"
        case CallInWindow():
            return f"{thing.decision.public_title}, {thing.council}, until {thing.deadline_on}"
        case CalledIn():
            return f"Call-in of {_of_a_decision(thing.window)}"
    return ""


def _of_an_item(thing: Any) -> str:
    match thing:
        case Document() if not thing.is_public:
            return "A paper that is not public"
        case Question() if not thing.item.is_public:
            return f"A question at “{thing.item.title}”"
        case Duty() if thing.resolution or thing.question:
            return f"A duty of {thing.council}"
    return ""
