"""Print whom one can sign in as, for the terminal in which the demo starts."""

from typing import Any

from django.core.management.base import BaseCommand

from demo.accounts import demo_accounts


class Command(BaseCommand):
    help = "List the demo's accounts; each is a button on the sign-in page, without a password"

    def handle(self, *_args: Any, **_options: Any) -> None:
        accounts = list(demo_accounts())
        if not accounts:
            self.stdout.write("No example account is loaded: run manage.py load_example")
            return
        width = max(len(account.name) for account in accounts)
        for account in accounts:
            self.stdout.write(f"{account.name:<{width}}  {account.email}")
