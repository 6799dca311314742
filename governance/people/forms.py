"""Signing in."""

from allauth.account.forms import LoginForm


class SignIn(LoginForm):  # type: ignore[misc]
    pass
