"""Reviews of scrutiny with a sentence of its own in each text, for the test of what is kept."""

from datetime import date

from scrutiny.models import (
    Appendix,
    Commission,
    Evidence,
    Finding,
    LineOfEnquiry,
    ReportSection,
    ReviewCycle,
    Witness,
)
from scrutiny.reviews.tasks import render_report_pdf
from tests.factories.meetings import EXEMPT, a_body
from tests.factories.people import made
from tests.factories.scrutiny_cycles import a_cycle, an_occurrence
from tests.factories.scrutiny_reviews import a_part, a_receipt, a_reported_review, a_task_group

KINDS = ("commissions", "lines", "witnesses", "evidence", "sections", "findings", "appendices")


def reviews(partnership, lead, joint, issue, mark):
    """Plant a draft review, and a published one with papers that are restricted."""

    def said(*names):
        return {name: mark("draft", "review", *name.split("_")) for name in names}

    def part(model, word, *names, **more):
        marks = {name: mark("draft", "review", word, *name.split("_")) for name in names}
        return a_part(model, draft, **marks | more)

    group = a_task_group(lead, joint, partnership=partnership)
    draft = a_reported_review(
        lead, partnership=partnership, issue=issue, task_group=group, is_published=False,
        **said("title", "scope", "outcomes_wanted", "report_by", "state_reason", "record_note"),
    )  # fmt: skip
    part(LineOfEnquiry, "line", "question", "found")
    part(Witness, "witness", "who", "on_behalf_of", "told")
    part(Evidence, "evidence", "title", "source", "summary")
    part(ReportSection, "section", "heading", "body", "note")
    part(Finding, "finding", "text", "rests_on")
    part(Appendix, "appendix", "title", "note")
    body = a_body(lead, name="Scrutiny panel", regime="committee")
    made(Commission(review=draft, body=body, note=mark("draft", "review", "commission")))
    a_receipt(draft, body=body, outcome=mark("draft", "review", "outcome"))
    told = a_reported_review(lead, partnership=partnership, issue=issue, task_group=group)
    texts = {"title": ("title",), "source": ("source",), "summary": ("summary",)}
    withheld = {name: mark("withheld", "evidence", *words) for name, words in texts.items()}
    a_part(Evidence, told, **EXEMPT, **withheld)
    a_part(
        Appendix, told, classification="confidential",
        title=mark("withheld", "appendix", "title"), note=mark("withheld", "appendix", "note"),
    )  # fmt: skip
    a_receipt(told, body=body)
    render_report_pdf(review_id=told.pk)
    texts = {"title": "title", "holder": "holder", "source": "source", "note": "note"}
    marks = {name: mark("draft", "cycle", word) for name, word in texts.items()}
    an_occurrence(
        a_cycle(lead, issue=issue, partnership=partnership, is_published=False, **marks),
        due_on=date(2025, 6, 30), moved_because=mark("draft", "cycle", "moved"), review=draft,
    )  # fmt: skip
    an_occurrence(a_cycle(lead, issue=issue, partnership=partnership), review=draft)
    return [draft, told]


def told_of_reviews(planted):
    """Return the arguments of every address of reviews that tells of these."""
    own = [[one.slug] for one in planted]
    of_one = ("detail", "report", "pdf", "pdf_link", "edit", "move", "publish", "send")
    receipts = [[one.slug, row.pk] for one in planted for row in one.receipts.all()]
    papers = [
        [one.slug, paper.public_id]
        for one in planted
        for paper in [*one.evidence.all(), *one.appendices.all()]
    ]
    cycles, day = list(ReviewCycle.objects.all()), "2025-03-31"
    return {
        **{f"reviews:{name}": own for name in of_one},
        **{f"reviews:{name}": receipts for name in ("receive", "take_back")},
        "reviews:paper": papers,
        **{f"cycles:{name}": [[one.pk] for one in cycles] for name in ("detail", "edit")},
        **{f"cycles:{name}": [[one.pk, day] for one in cycles] for name in ("move", "done")},
        "reviews:parts": [[one.slug, kind] for one in planted for kind in KINDS],
        "reviews:part": [
            [one.slug, kind, row.pk]
            for one in planted
            for kind in KINDS
            for row in getattr(one, kind).all()
        ],
    }
