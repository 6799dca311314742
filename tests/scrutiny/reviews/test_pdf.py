"""The printed report: valid, the same every time, made by a worker, and what it says."""

import hashlib

import pytest
from django.urls import reverse

from governance.meetings.classification import Level
from scrutiny.models import Evidence, ReportFile
from scrutiny.reviews.pdf import report_pdf
from scrutiny.reviews.printing import facts_of
from scrutiny.reviews.tasks import render_missing_report_pdfs, render_report_pdf
from tests.factories.people import made
from tests.factories.scrutiny_reviews import a_part, a_reported_review, a_whole_review
from tests.governance.notices.reading import faults, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_reported_review(title="Digital strategy")


@pytest.fixture
def file(review):
    assert render_report_pdf(review_id=review.pk)
    return ReportFile.objects.get(review=review)


def test_it_is_valid_pdf_a_3a_and_pdf_ua_1(file):
    assert faults(bytes(file.content)) == []


def test_it_says_what_the_report_says(file):
    text = text_of(bytes(file.content))
    for said in ("Digital strategy", "Residents come first.", "Residents ask for help.",
                 "Does it make progress?", "Head of ICT", "Survey of residents",
                 "Appendix C: The presentation", "Agreed 3 March 2023"):  # fmt: skip
        assert said in text


def test_the_same_facts_give_the_same_bytes(review, file):
    again = report_pdf(facts_of(review.pk))
    assert hashlib.sha256(again).hexdigest() == file.sha256


def test_a_second_run_makes_nothing(review, file):
    assert not render_report_pdf(review_id=review.pk)


def test_a_report_that_is_being_written_is_not_printed():
    assert not render_report_pdf(review_id=a_whole_review().pk)


def test_a_paper_found_to_be_restricted_is_in_no_file_that_anybody_is_given(client, review, file):
    address = reverse("reviews:pdf", args=[review.slug])
    assert client.get(address).status_code == 200
    paper = review.evidence.get()
    paper.classification = Level.CONFIDENTIAL
    made(paper)
    assert client.get(address).status_code == 404
    render_report_pdf(review_id=review.pk)
    answer = client.get(address)
    assert "Survey of residents" not in text_of(answer.content)
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_the_sweep_queues_what_is_missing_or_says_something_else(review, monkeypatch):
    queued = []
    monkeypatch.setattr(render_report_pdf, "delay", lambda **of: queued.append(of["review_id"]))
    assert render_missing_report_pdfs() == 1
    assert queued == [review.pk]
    render_report_pdf(review_id=review.pk)
    assert render_missing_report_pdfs() == 0
    a_part(Evidence, review)
    assert render_missing_report_pdfs() == 1
