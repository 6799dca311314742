"""How accounts come to be, for django-allauth."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.urls import reverse

from governance.people.models import User
from governance.people.permissions import seats_of
from governance.people.rules import Ability


class ConcordatAccounts(DefaultAccountAdapter):
    """Accounts are given by an administrator; nobody opens one for themselves."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def get_login_redirect_url(self, request: Any) -> str:
        return start_of(request.user)


def start_of(user: User) -> str:
    """Return where somebody's work begins once they have signed in."""
    publishes = seats_of(user).councils(Ability.PUBLISH_NOTICES)
    return reverse("notices:worklist" if publishes else "home")
