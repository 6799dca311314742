"""What a scrutiny body is told of its recommendations, and that it stays as it was told."""

import io
from datetime import date, datetime

import pikepdf
import pytest
from django.db import IntegrityError, transaction

from governance.calendar.local_time import LONDON
from governance.errors import Refused
from scrutiny.models import MonitoringFile, MonitoringReport
from scrutiny.monitoring import actions
from scrutiny.monitoring.facts import facts_of
from scrutiny.monitoring.pdf import report_pdf
from scrutiny.monitoring.tasks import render_missing_monitoring_pdfs, render_monitoring_pdf
from tests.factories.councils import a_council
from tests.factories.meetings import a_body, a_meeting
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.scrutiny_recommendations import (
    a_closing,
    a_recommendation,
    a_response,
    some_progress,
)
from tests.factories.scrutiny_reviews import a_receipt, a_reported_review
from tests.governance.notices.reading import text_of

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2023, 6, 20), datetime(2023, 6, 20, 9, tzinfo=LONDON)


@pytest.fixture
def panel():
    """A panel that received a report of four recommendations, and met again on 1 June 2023."""
    council = a_council("Boston")
    body = a_body(council, name="Scrutiny panel", regime="committee")
    a_meeting(body, held_on=date(2023, 6, 1))
    review = a_reported_review(council)
    a_receipt(review, council, body)
    _late, answered, proposed, closed = (
        a_recommendation(review, number=str(n), position=n, text=f"Matter {n}.")
        for n in range(1, 5)
    )
    for row in (answered, proposed, closed):
        a_response(row)
    some_progress(answered, on=date(2023, 5, 1), sentence="Before the meeting.")
    some_progress(answered, on=date(2023, 6, 10), status="red", sentence="Since the meeting.")
    a_closing(proposed, on=date(2023, 6, 12), said="All is done.")
    a_closing(closed, on=date(2023, 6, 1), body=body, said="Agreed to close.")
    return body


def make(panel, **fields):
    usual = {"meeting": None, "by": the_clerk(), "today": TODAY, "now": NOW}
    return actions.make(panel, **usual | fields)


def test_it_tells_what_is_late(panel):
    (one,) = facts_of(panel, None, TODAY)["outstanding"]
    assert (one["number"], one["says"]) == ("1", "Answer late since Sat 6 May 2023")


def test_it_tells_progress_since_the_last_meeting_alone(panel):
    facts = facts_of(panel, None, TODAY)
    assert facts["since"] == "Thursday 1 June 2023"
    assert [one["sentence"] for one in facts["progress"]] == ["Since the meeting."]


def test_before_a_meeting_to_come_it_tells_since_the_one_before_that(panel):
    later = a_meeting(panel, held_on=date(2023, 7, 1))
    assert facts_of(panel, later, TODAY)["since_on"] == "2023-06-01"


def test_it_tells_what_is_off_track_what_may_be_closed_and_what_was(panel):
    facts = facts_of(panel, None, TODAY)
    assert [one["number"] for one in facts["off_track"]] == ["2"]
    assert [one["said"] for one in facts["proposed"]] == ["All is done."]
    assert [one["by"] for one in facts["closed"]] == ["Scrutiny panel"]


def test_nothing_of_a_draft_is_told(panel):
    draft = a_reported_review(panel.lead_council, is_published=False)
    a_receipt(draft, panel.lead_council, panel)
    a_recommendation(draft, text="Nobody knows this.")
    assert "Nobody knows" not in str(facts_of(panel, None, TODAY))


def test_what_was_told_stays(panel):
    report = make(panel)
    some_progress(a_recommendation(a_reported_review(panel.lead_council)))
    with pytest.raises(IntegrityError), transaction.atomic():
        MonitoringReport.objects.filter(pk=report.pk).update(title="Other")


def test_the_same_facts_for_the_same_meeting_make_one_report(panel):
    assert make(panel).pk == make(panel).pk


def test_it_is_made_for_no_meeting_that_is_a_draft(panel):
    with pytest.raises(Refused, match="not published"):
        make(panel, meeting=a_meeting(panel, held_on=date(2023, 8, 1), state="draft"))


def test_its_pdf_is_made_once_and_is_tagged(panel):
    report = make(panel)
    assert render_monitoring_pdf(report_id=report.pk)
    assert not render_monitoring_pdf(report_id=report.pk)
    content = bytes(MonitoringFile.objects.get().content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert list(pdf.attachments) == ["monitoring.json"]
    assert "Answer late since Sat 6 May 2023" in text_of(content).replace("\n", " ")


def test_the_same_report_makes_the_same_bytes(panel):
    report = make(panel)
    assert report_pdf(report) == report_pdf(report)


def test_a_pdf_that_is_missing_is_found_again(panel, monkeypatch):
    report = make(panel)
    asked = []
    monkeypatch.setattr(render_monitoring_pdf, "delay", lambda **said: asked.append(said))
    assert render_missing_monitoring_pdfs() == 1
    assert asked == [{"report_id": report.pk}]


def test_who_keeps_it_makes_it_on_its_page(panel, client, monkeypatch):
    monkeypatch.setattr(actions, "queue_pdf", lambda _: None)
    client.force_login(a_person_with_role("scrutiny_officer", panel.lead_council))
    where = f"/scrutiny/monitoring/{panel.lead_council.slug}/{panel.slug}/"
    answer = client.post(where, {"meeting": ""})
    assert answer.status_code == 302
    assert "The PDF is being made" in client.get(answer["Location"]).content.decode()
    assert client.get(f"{answer['Location']}pdf/").status_code == 404


@pytest.mark.parametrize("typed", ["999999", "x"])
def test_a_meeting_that_is_not_offered_is_refused_in_a_sentence(panel, client, typed):
    client.force_login(a_person_with_role("scrutiny_officer", panel.lead_council))
    where = f"/scrutiny/monitoring/{panel.lead_council.slug}/{panel.slug}/"
    answer = client.post(where, {"meeting": typed})
    assert answer.status_code == 422
    assert "Choose a meeting from the list" in answer.content.decode()


def test_others_may_not_make_one(panel, client):
    client.force_login(a_person_with_role("officer", panel.lead_council))
    where = f"/scrutiny/monitoring/{panel.lead_council.slug}/{panel.slug}/"
    assert client.post(where, {"meeting": ""}).status_code == 403
