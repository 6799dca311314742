"""Recommendations of a draft review with a sentence of its own in each text, and published ones."""

from datetime import date

from scrutiny.models import MonitoringReport, Recommendation
from scrutiny.monitoring import actions as monitoring
from scrutiny.monitoring.tasks import render_monitoring_pdf
from scrutiny.recommendations.duties import keep_duties
from tests.factories.decisions import an_issue
from tests.factories.meetings import a_body
from tests.factories.people import the_clerk
from tests.factories.scrutiny_recommendations import (
    MADE_AT,
    a_closing,
    a_recommendation,
    a_response,
    some_progress,
)
from tests.factories.scrutiny_reviews import a_receipt, a_reported_review


def recommendations(partnership, council, mark):
    """Plant a draft review's recommendation with all that hangs on it, and a published one."""

    def said(kind, *names):
        return {name: mark("draft", kind, *name.split("_")) for name in names}

    panel = a_body(council, name="Scrutiny panel", regime="committee")
    issue = an_issue(partnership=partnership)
    found = []
    for is_published in (False, True):
        review = a_reported_review(
            council, is_published=is_published, partnership=partnership, issue=issue,
            task_group=panel,
        )  # fmt: skip
        a_receipt(review, council, panel)
        texts = {} if is_published else said("recommendation", "text", "summary")
        one = a_recommendation(review, number="1", **texts)
        texts = {} if is_published else said("response", "post", "reason", "reference")
        a_response(one, council, **texts)
        texts = {} if is_published else said("progress", "sentence", "evidence", "correction")
        some_progress(
            one, council, corrected_on=None if is_published else date(2023, 6, 1), **texts
        )
        texts = {} if is_published else said("closing", "said")
        a_closing(one, council, **texts)
        keep_duties(review, by=the_clerk())
        found.append(one)
    report = monitoring.make(
        panel, meeting=None, by=the_clerk(), today=date(2023, 6, 2), now=MADE_AT
    )
    render_monitoring_pdf(report_id=report.pk)
    return found


def told_of_recommendations(found):
    """Return the arguments of every address that tells of these recommendations."""
    at = [[one.pk, one.review.lead_council.slug] for one in found]
    reviews = [[one.review.slug] for one in found]
    reports = [[pk] for pk in MonitoringReport.objects.values_list("pk", flat=True)]
    body = found[0].review.task_group
    return {
        **{f"recommendations:{name}": reviews for name in ("matrix", "edit")},
        "recommendations:change": [[one.review.slug, one.pk] for one in found],
        "recommendations:answers": [
            [one.review.slug, one.review.lead_council.slug] for one in found
        ],
        **{f"recommendations:{name}": at for name in ("detail", "report", "propose", "decide")},
        "recommendations:answer": [
            [*where, one.responses.get().pk] for where, one in zip(at, found, strict=True)
        ],
        "recommendations:correct": [
            [*where, one.progress.get().pk] for where, one in zip(at, found, strict=True)
        ],
        "monitoring:live": [[body.lead_council.slug, body.slug]],
        **{f"monitoring:{name}": reports for name in ("kept", "pdf", "pdf_link")},
    }


def histories():
    """Return (word, id) of every history page of recommendations."""
    return [["recommendation", pk] for pk in Recommendation.objects.values_list("pk", flat=True)]
