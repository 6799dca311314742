"""The accounts of the demo: one for each role, without a password."""

from django.db.models import QuerySet

from governance.people.models import User

# A domain that can never receive mail. No other account is ever offered as a button.
ADDRESSES_END = "@example.org"


def demo_accounts() -> QuerySet[User]:
    """Return the accounts anybody may take in the demo, in the order in which they were loaded."""
    return User.objects.filter(
        email__endswith=ADDRESSES_END, is_active=True, is_system=False
    ).order_by("id")
