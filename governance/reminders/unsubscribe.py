"""The address on which one click ends reminders before the day; it names the account, signed."""

from django.core import signing
from django.urls import reverse

from governance.people.models import User

SALT = "reminders before the day"


def address_for(user: User) -> str:
    """Return the path for `user`. It works without signing in, for as long as the mail is kept."""
    return reverse("reminders:end", args=[signing.dumps(user.pk, salt=SALT)])


def user_of(token: str) -> User | None:
    """Return whose address it is; None for one that we did not write, or of no account."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return User.objects.filter(pk=pk, is_active=True).first()
