"""Messages in the outbox, reminders, and how people want to be written to."""

from datetime import datetime
from itertools import count

from governance.calendar.local_time import LONDON
from governance.models import MailChoice, Message, Reminder
from tests.factories.people import a_user

NOON = datetime(2026, 11, 20, 12, tzinfo=LONDON)
_number = count(1)


def a_message(user=None, **fields):
    user = user or a_user()
    usual = {
        "key": f"a message {next(_number)}",
        "kind": "digest",
        "to": user.email,
        "user": user,
        "subject": "One duty is due today",
        "letter": {"greeting": "", "paragraphs": ["Good morning."], "sections": [], "closing": []},
        "created_at": NOON,
        "not_before": NOON,
    }
    found = Message(**usual | fields)
    found.save()
    return found


def a_reminder(duty, user=None, **fields):
    user = user or a_user()
    usual = {"occasion": "2023-12-31 7 before", "made_at": NOON}
    usual |= {"message": fields.pop("message", None) or a_message(user)}
    found = Reminder(duty=duty, user=user, **usual | fields)
    found.save()
    return found


def a_mail_choice(user=None, **fields):
    found = MailChoice(user=user or a_user(), **fields)
    found.save()
    return found
