"""Frozen snapshots for the tests of printing: published, and then all of it is rolled back."""

import pytest
from django.db import transaction

from governance.notices.pdf import notice_pdf
from tests.governance.notices import printed_examples


@pytest.fixture(scope="session")
def printed(django_db_setup, django_db_blocker):
    """Snapshots by name; see `printed_examples`. Tests copy what they change."""
    with django_db_blocker.unblock(), transaction.atomic():
        found = printed_examples.publish_all()
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="session")
def pdfs(printed):
    """The PDF of each of those snapshots."""
    return {name: notice_pdf(snapshot) for name, snapshot in printed.items()}
