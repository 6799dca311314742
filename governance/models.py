"""Index of the models, so that Django finds them. Nothing else belongs here."""

from governance.calendar.models import LocalClosure
from governance.call_in_windows.models import CallInRule, CallInWindow
from governance.councils.models import Constituent, Council, Partnership, Succession
from governance.decisions.models import Decision, Resolution
from governance.issues.models import Issue
from governance.meetings.models import (
    AgendaItem,
    Attendance,
    Body,
    BodyCouncil,
    Document,
    Meeting,
    Question,
)
from governance.notices.models import Notice, NoticeFile, NoticeVersion
from governance.people.models import Appointment, Person, Role, User

__all__ = [
    "AgendaItem",
    "Appointment",
    "Attendance",
    "Body",
    "BodyCouncil",
    "CallInRule",
    "CallInWindow",
    "Constituent",
    "Council",
    "Decision",
    "Document",
    "Issue",
    "LocalClosure",
    "Meeting",
    "Notice",
    "NoticeFile",
    "NoticeVersion",
    "Partnership",
    "Person",
    "Question",
    "Resolution",
    "Role",
    "Succession",
    "User",
]
