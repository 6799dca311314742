"""Run as a program: make so many people, each of whom owes so many things today.

Prints their addresses as JSON. Every one is the only officer of a council of their own.
"""

import json
import sys
from uuid import uuid4

import django

django.setup()

from django.utils import timezone  # noqa: E402 (the models need the set-up above)

from governance.models import Role  # noqa: E402
from tests.factories.councils import a_council  # noqa: E402
from tests.factories.decisions import a_duty  # noqa: E402
from tests.factories.people import a_user, made  # noqa: E402


def main(people, duties):
    addresses = []
    for _ in range(people):
        name = uuid4().hex[:8]
        council = a_council(f"Owing {name}", slug=f"owing-{name}")
        officer = a_user("An officer", f"officer-{name}@example.org")
        made(Role(user=officer, kind="officer", council=council, from_on=timezone.localdate()))
        for number in range(duties):
            title = f"Thing {number} that is owed today"
            a_duty(council, kind="contract", title=title, due_on=timezone.localdate())
        addresses.append(officer.email)
    sys.stdout.write(json.dumps(addresses) + "\n")


main(int(sys.argv[1]), int(sys.argv[2]))
