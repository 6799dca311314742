"""How accounts come to be, for django-allauth."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class ConcordatAccounts(DefaultAccountAdapter):
    """Accounts are given by an administrator; nobody opens one for themselves."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False
