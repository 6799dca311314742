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


# What a notice is about: the one of these fields that those kinds have, and no other.
SUBJECTS: dict[str, list[str]] = {
    "meeting": ["meeting", "agenda", "minutes"],
    "decision": ["decision"],
    "entry": ["key_decision", "general_exception", "special_urgency"],
}
# Those that publish decisions, and so may open their call-in windows.
DECIDING = ["meeting", "decision"]


def about_its_subject() -> Q:
    """Return the condition that a notice has the subject of its kind alone."""
    return reduce(or_, (_only(subject, kinds) for subject, kinds in SUBJECTS.items()))


def _only(subject: str, kinds: list[str]) -> Q:
    others = {f"{other}__isnull": True for other in SUBJECTS if other != subject}
    return Q(kind__in=kinds, **{f"{subject}__isnull": False}, **others)
