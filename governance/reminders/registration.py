"""What reminders make known to the outbox: who may still read them, and what they told of."""

from django.urls import reverse

from governance.duties.models import Duty
from governance.messages import sources
from governance.messages.models import Message
from governance.messages.sources import About
from governance.people.permissions import Visitor
from governance.reminders.actions import forget_told
from governance.reminders.models import Reminder

MOST_SHOWN = 100


def register_all() -> None:
    """Called once, as the app starts."""
    for kind in (Message.Kind.DIGEST, Message.Kind.REMINDER):
        sources.register(kind, sources.Source(is_wanted, forget_told, about))


def is_wanted(message: Message) -> bool:
    """Return whether its reader may still read every duty that a message tells of."""
    if message.user is None:
        return True
    told = Reminder.objects.filter(message=message)
    readable = Duty.objects.visible_to(message.user).filter(reminders__message=message)
    return not told.exclude(duty__in=readable.values("pk")).exists()


def about(message: Message, user: Visitor) -> About:
    """Return the duties that a message told of, as far as `user` may read them."""
    told = Duty.objects.filter(reminders__message=message).order_by("due_on", "pk")
    readable = Duty.objects.visible_to(user).filter(pk__in=told.values("pk"))
    shown = [
        (duty.title, reverse("duties:detail", args=[duty.pk]))
        for duty in readable.order_by("due_on", "pk")[:MOST_SHOWN]
    ]
    return About(shown, told.count() - len(shown), "duty,duties")
