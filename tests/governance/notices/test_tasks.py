"""Making PDFs in the background: once each, again after trouble, and none forgotten."""

import hashlib
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from governance.models import NoticeFile, NoticeVersion
from governance.notices import tasks
from tests.factories.notices import a_notice, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def printing(monkeypatch):
    """Quick printing, as (what it was asked for, the trouble it is to run into)."""
    asked, trouble = [], []

    def quick(snapshot):
        asked.append(snapshot["address"])
        if trouble:
            raise trouble.pop()
        return b"%PDF-"

    monkeypatch.setattr(tasks, "notice_pdf", quick)
    return asked, trouble


def a_version(recorded_at=None):
    return publish(a_notice(), at=recorded_at or timezone.now())


def made(version):
    return tasks.render_notice_pdf.apply(kwargs={"version_id": version.pk}).get()


def test_a_pdf_is_kept_with_its_size_and_fingerprint(printing):
    version = a_version()
    assert made(version) is True
    file = NoticeFile.objects.get(version=version)
    assert (bytes(file.content), file.size) == (b"%PDF-", 5)
    assert file.sha256 == hashlib.sha256(b"%PDF-").hexdigest()


def test_a_job_run_twice_prints_once(printing):
    version = a_version()
    assert [made(version), made(version)] == [True, False]
    assert len(printing[0]) == 1


@pytest.mark.parametrize("trouble", [OSError("no space"), OperationalError("gone")], ids=repr)
def test_a_job_in_trouble_is_tried_again(printing, trouble):
    printing[1].append(trouble)
    version = a_version()
    made(version)
    assert NoticeFile.objects.filter(version=version).exists()


def test_a_job_is_not_tried_again_when_the_snapshot_is_at_fault(printing):
    printing[1].append(KeyError("council"))
    version = a_version()
    with pytest.raises(KeyError):
        made(version)
    assert len(printing[0]) == 1


def test_the_sweep_queues_only_what_should_have_been_there(printing, monkeypatch):
    queued = []
    monkeypatch.setattr(tasks.render_notice_pdf, "delay", lambda **asked: queued.append(asked))
    long_ago = timezone.now() - timedelta(minutes=1)
    lost, done, fresh = a_version(long_ago), a_version(long_ago), a_version()
    made(done)
    assert tasks.render_missing_pdfs() == 1
    assert queued == [{"version_id": lost.pk}]
    assert NoticeVersion.objects.filter(pk=fresh.pk, file=None).exists()
