"""The printed strategy: valid, the same every time, made by a worker, and what it says."""

import hashlib
import io

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from roadmap.models import StrategyFile
from roadmap.strategies.pdf import strategy_pdf
from roadmap.strategies.printing import facts_of
from roadmap.strategies.tasks import render_missing_strategy_pdfs, render_strategy_pdf
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import made
from tests.factories.roadmap_strategies import (
    a_full_version,
    a_strategy,
    an_adoption,
    published,
)
from tests.governance.notices.reading import faults, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    council = a_council("Boston")
    return published(a_full_version(a_strategy(a_partnership(council), title="Digital strategy")))


@pytest.fixture
def file(version):
    assert render_strategy_pdf(version_id=version.pk)
    return StrategyFile.objects.get(version=version)


def test_it_is_valid_pdf_a_3a_and_pdf_ua_1(file):
    assert faults(bytes(file.content)) == []


def test_it_says_what_the_version_says(file):
    text = text_of(bytes(file.content))
    for said in ("Digital strategy", "Use the cloud first.", "Adopt, not adapt", "1. residents",
                 "Cloud Rented computers.", "Where it is adopted"):  # fmt: skip
        assert said in text


def test_the_same_facts_give_the_same_bytes(version, file):
    again = strategy_pdf(facts_of(version.pk, timezone.now()))
    assert hashlib.sha256(again).hexdigest() == file.sha256


def test_the_facts_are_attached_as_data(file):
    with pikepdf.open(io.BytesIO(bytes(file.content))) as pdf:
        assert b'"Use the cloud first."' in pdf.attachments["strategy.json"].get_file().read_bytes()


def test_a_second_run_makes_nothing_until_a_council_adopts(version, file):
    assert not render_strategy_pdf(version_id=version.pk)
    an_adoption(version, version.strategy.partnership.constituents.get().council)
    assert render_strategy_pdf(version_id=version.pk)
    newest = version.files.latest("pk")
    assert "Friday 14 April 2023" in text_of(bytes(newest.content))


def test_a_draft_is_not_printed(version):
    draft = a_full_version(version.strategy)
    assert not render_strategy_pdf(version_id=draft.pk)


def test_the_sweep_queues_what_is_missing_or_old(version, monkeypatch):
    queued = []
    monkeypatch.setattr(render_strategy_pdf, "delay", lambda **of: queued.append(of["version_id"]))
    assert render_missing_strategy_pdfs() == 1
    assert queued == [version.pk]
    render_strategy_pdf(version_id=version.pk)
    assert render_missing_strategy_pdfs() == 0
    made(version.strategy)
    version.strategy.title = "Renamed"
    made(version.strategy)
    assert render_missing_strategy_pdfs() == 1


def test_anybody_downloads_it_once_it_is_made(client, version):
    own = [version.strategy.partnership.slug, version.strategy.slug, version.number]
    assert client.get(reverse("strategies:pdf", args=own)).status_code == 404
    waiting = client.get(reverse("strategies:pdf_link", args=own))
    assert "The PDF is being made" in waiting.text
    render_strategy_pdf(version_id=version.pk)
    answer = client.get(reverse("strategies:pdf", args=own))
    assert answer["Content-Type"] == "application/pdf"
    known = {"If-None-Match": answer["ETag"]}
    assert client.get(reverse("strategies:pdf", args=own), headers=known).status_code == 304
