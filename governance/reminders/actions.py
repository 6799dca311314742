"""Keeping how somebody wants to be reminded, and what they were told."""

from governance.messages.models import Message
from governance.people.models import User
from governance.reminders.models import MailChoice, Reminder


def choose(user: User, **choice: object) -> MailChoice:
    """Keep what `user` chose (style, early); what is not named stays as it was."""
    return MailChoice.objects.update_or_create(user=user, defaults=choice)[0]


def forget_told(message: Message) -> None:
    """Let the next sweep tell anew, of what they may read now, whoever was not sent `message`."""
    Reminder.objects.filter(message=message).delete()
    Message.objects.filter(pk=message.pk).update(key=f"not wanted {message.pk}: {message.key}")
