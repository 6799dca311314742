"""Index of the models, so that Django finds them. Nothing else belongs here."""

from governance.agendas.models import AgendaDuty
from governance.bodies.models import Body, BodyCouncil
from governance.calendar.models import BankHoliday, LocalClosure
from governance.call_in_windows.models import CallInRule, CallInWindow, RuleSet
from governance.called_in.models import CalledIn
from governance.councils.models import Constituent, Council, Partnership, Succession
from governance.decisions.models import (
    AffectedCouncil,
    Decision,
    Resolution,
)
from governance.duties.models import Duty
from governance.exemptions.models import ExemptionDuty
from governance.forward_plan.models import ForwardPlanEntry
from governance.issues.models import Consideration, Issue
from governance.key_decisions.models import KeyThreshold
from governance.meetings.models import (
    AgendaItem,
    Attendance,
    Document,
    Meeting,
    Question,
)
from governance.messages.models import Message
from governance.minutes.models import Declaration, Minutes
from governance.notices.models import Notice, NoticeFile, NoticeVersion
from governance.people.models import Appointment, Person, Role, User
from governance.private_meetings.models import PrivateMeeting, Representation
from governance.reminders.models import MailChoice, Reminder
from governance.subscriptions.models import Subscription, Telling
from governance.urgency.models import Agreement
from governance.window_flags.models import WindowFlag

__all__ = [
    "AffectedCouncil",
    "AgendaDuty",
    "AgendaItem",
    "Agreement",
    "Appointment",
    "Attendance",
    "BankHoliday",
    "Body",
    "BodyCouncil",
    "CallInRule",
    "CallInWindow",
    "CalledIn",
    "Consideration",
    "Constituent",
    "Council",
    "Decision",
    "Declaration",
    "Document",
    "Duty",
    "ExemptionDuty",
    "ForwardPlanEntry",
    "Issue",
    "KeyThreshold",
    "LocalClosure",
    "MailChoice",
    "Meeting",
    "Message",
    "Minutes",
    "Notice",
    "NoticeFile",
    "NoticeVersion",
    "Partnership",
    "Person",
    "PrivateMeeting",
    "Question",
    "Reminder",
    "Representation",
    "Resolution",
    "Role",
    "RuleSet",
    "Subscription",
    "Succession",
    "Telling",
    "User",
    "WindowFlag",
]
