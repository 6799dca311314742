"""The kinds of notice there are, and what each is about."""

from functools import reduce
from operator import or_

from django.db.models import Q, TextChoices


class Kind(TextChoices):
    MEETING = "meeting", "Notice of decisions"
    DECISION = "decision", "Notice of an individual decision"
    AGENDA = "agenda", "Agenda"
    MINUTES = "minutes", "Minutes"
    KEY_DECISION = "key_decision", "Notice of a key decision"
    GENERAL_EXCEPTION = "general_exception", "General exception notice"
    SPECIAL_URGENCY = "special_urgency", "Special urgency notice"
    PRIVATE_MEETING = "private_meeting", "Notice of a meeting in private"
    PRIVATE_MEETING_FINAL = "private_meeting_final", "Second notice of a meeting in private"
    PRIVATE_MEETING_URGENT = "private_meeting_urgent", "Notice of an urgent meeting in private"
    CALL_IN_RECEIVED = "call_in_received", "Notice of a call-in"
    CALL_IN_OUTCOME = "call_in_outcome", "Notice of how a call-in ended"


# What a notice is about: the one of these fields that those kinds have, and no other.
SUBJECTS: dict[str, list[str]] = {
    "meeting": ["meeting", "agenda", "minutes"],
    "decision": ["decision"],
    "entry": ["key_decision", "general_exception", "special_urgency"],
    "private_meeting": ["private_meeting", "private_meeting_final", "private_meeting_urgent"],
    "called_in": ["call_in_received", "call_in_outcome"],
}
# How readers choose among them; "" is what they get unasked.
GROUPS: dict[str, tuple[str, list[str]]] = {
    "": ("Decisions", ["meeting", "decision"]),
    "plan": ("Key decisions to come", SUBJECTS["entry"]),
    "private": ("Meetings in private", SUBJECTS["private_meeting"]),
    "call-ins": ("Call-ins", SUBJECTS["called_in"]),
    "meetings": ("Agendas and minutes", ["agenda", "minutes"]),
    "all": ("All of them", Kind.values),
}
# Those that publish decisions, and so may open their call-in windows.
DECIDING = ["meeting", "decision"]


def about_its_subject() -> Q:
    """Return the condition that a notice has the subject of its kind alone."""
    return reduce(or_, (_only(subject, kinds) for subject, kinds in SUBJECTS.items()))


def _only(subject: str, kinds: list[str]) -> Q:
    others = {f"{other}__isnull": True for other in SUBJECTS if other != subject}
    return Q(kind__in=kinds, **{f"{subject}__isnull": False}, **others)
