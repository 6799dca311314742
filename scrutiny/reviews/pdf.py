"""The PDF of a report: PDF/A-3a and PDF/UA-1 in one file, with its facts attached as data.

The same facts give the same bytes: nothing of the clock, the machine or chance gets in.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from django.template.loader import render_to_string
from weasyprint import Attachment

from governance.notices import typeface
from governance.notices.pdf import document
from governance.notices.snapshot import canonical, fingerprint

# What the attached data bears where nobody recorded on which day the report was agreed.
NOT_RECORDED = date(1970, 1, 1)


def report_pdf(facts: dict[str, Any]) -> bytes:
    """Return the PDF of a report, from what `printing.facts_of` returned."""
    on = date.fromisoformat(facts["reported_on"]) if facts["reported_on"] else NOT_RECORDED
    at = datetime.combine(on, time(), UTC)
    data = Attachment(
        string=canonical(facts).decode(), name="report.json", relationship="Data",
        description="This report as data", created=at, modified=at,
    )  # fmt: skip
    html = typeface.printable(
        render_to_string("scrutiny/reviews/pdf.html", {"facts": facts, "at": at.isoformat()})
    )
    look = {
        "brand": facts["owner"]["brand_colour"],
        "surface": facts["owner"]["surface_colour"],
        "typeface": typeface.STACK,
    }
    css = "\n".join(
        render_to_string(name, look)
        for name in ("governance/notices/pdf.css", "roadmap/strategies/pdf.css")
    )
    return document(html, css, identifier=bytes.fromhex(fingerprint(facts)), attached=[data])
