"""Run as a program: migrate, load the examples, and make drafts and people who are signed in.

Prints what the tests need of it as JSON. Two people of Boston's democratic services have a session.
"""

import io
import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 (the models need the set-up above)
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from governance.models import Council  # noqa: E402
from tests.factories.notices import a_notice  # noqa: E402
from tests.factories.people import a_person_with_role  # noqa: E402


def main(drafts):
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_example", stdout=io.StringIO())
    boston = Council.objects.get(slug="boston")
    slugs = [a_notice(boston).slug for _ in range(drafts)]
    people = [a_person_with_role("democratic_services", boston) for _ in range(2)]
    sys.stdout.write(
        json.dumps({"drafts": slugs, "sessions": [_signed_in(user) for user in people]}) + "\n"
    )


def _signed_in(user):
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


main(int(sys.argv[1]))
