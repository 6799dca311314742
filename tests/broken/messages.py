"""What the database refuses of messages, reminders and duties that remind."""

from uuid import UUID

from governance.models import Duty, MailChoice, Message, Reminder
from tests.factories.messages import NOON

CLAIM = {"claim": UUID(int=1), "claimed_until": NOON}

CHANGED = {
    "message_kind_is_known": (Message, [{"kind": "poem"}]),
    "message_is_claimed_until_a_moment": (
        Message,
        [
            {"state": "claimed"},
            {"claim": UUID(int=1)},
            {"claimed_until": NOON},
            {"handed_over_at": NOON},
        ],
    ),
    "message_state_says_when_it_ended": (
        Message,
        [{"ended_at": NOON}, {"state": "sent"}, {"state": "lost", "ended_at": NOON}],
    ),
    "mail_choice_style_is_known": (MailChoice, [{"style": "pigeon"}]),
    "duty_holder_role_is_known": (Duty, [{"holder_role": "king"}]),
    "duty_repeats_from_a_day_every_so_many_months": (
        Duty,
        [
            {"repeat_months": 12},
            {"repeat_from": "due"},
            {"repeat_months": 0, "repeat_from": "due"},
            {"repeat_months": 12, "repeat_from": "moon"},
        ],
    ),
}
COPIED = {
    "one_reminder_a_duty_person_and_occasion": (Reminder, [{}]),
}
