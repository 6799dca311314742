"""The example data on servers of its own, and one published notice to measure with."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

from config.embedded import running

if TYPE_CHECKING:
    from governance.models import NoticeVersion

COMPLETE = {
    "classification": "public",
    "reasons": "One approach to ICT was asked for by the peer review of 2022.",
    "alternatives_answer": "some",
    "alternatives": "Do nothing: each council would keep its own approach.",
    "key_answer": "no",
    "call_in_answer": "yes",
}


@contextmanager
def example_data() -> Iterator[None]:
    """Start servers in a folder that is removed, migrate, load the examples, and set up Django."""
    with (
        tempfile.TemporaryDirectory(prefix="concordat-bench-") as folder,
        running(Path(folder), ignore_environment=True) as servers,
    ):
        os.environ |= {
            "CONCORDAT_MODE": "test",
            "LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": servers.database_url,
            "REDIS_URL": servers.redis_url,
            "DATA_DIR": folder,
        }
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("load_example")
        yield


def publish_boston() -> "NoticeVersion":
    """Complete and publish the notice of Boston's Cabinet of 12 April 2023."""
    # Models can be imported only after the set-up above.
    from django.utils import timezone

    from governance.history.actions import write
    from governance.models import Decision, Notice, User
    from governance.notices import actions

    notice = Notice.objects.get(slug="cabinet-2023-04-12")
    by = User.objects.get(is_system=True)
    decision = Decision.objects.get(item__meeting=notice.meeting_id)
    for name, value in COMPLETE.items():
        setattr(decision, name, value)
    write(decision, by=by, because="Completed to be measured")
    return actions.publish(notice, by=by, at=timezone.now(), gaps_reason="Not known")
