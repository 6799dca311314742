"""Matters: everybody may know which there are."""

import pytest
from django.contrib.auth.models import AnonymousUser

from governance.models import Issue
from tests.factories.decisions import an_issue


@pytest.mark.django_db
def test_everybody_sees_every_matter():
    issue = an_issue()
    assert list(Issue.objects.visible_to(AnonymousUser())) == [issue]
