"""Keeping how somebody wants to be reminded."""

from governance.people.models import User
from governance.reminders.models import MailChoice


def choose(user: User, **choice: object) -> MailChoice:
    """Keep what `user` chose (style, early); what is not named stays as it was."""
    return MailChoice.objects.update_or_create(user=user, defaults=choice)[0]
