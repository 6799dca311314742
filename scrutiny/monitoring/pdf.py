"""The PDF of a monitoring report: PDF/A-3a and PDF/UA-1, with its facts attached as data."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from weasyprint import Attachment

from governance.calendar import words
from governance.notices import typeface
from governance.notices.pdf import document
from governance.notices.snapshot import canonical
from scrutiny.monitoring.models import MonitoringReport


def report_pdf(report: MonitoringReport) -> bytes:
    """Return the PDF of a monitoring report; the same report gives the same bytes."""
    facts: dict[str, Any] = report.facts
    data = Attachment(
        string=canonical(facts).decode(), name="monitoring.json", relationship="Data",
        description="This report as data", created=report.made_at, modified=report.made_at,
    )  # fmt: skip
    shown = {
        "facts": facts,
        "title": report.title,
        "made": words.plain_day(report.made_at),
        "made_at": report.made_at.isoformat(),
        "address": settings.SITE_URL + reverse("monitoring:kept", args=[report.pk]),
    }
    html = typeface.printable(render_to_string("scrutiny/monitoring/pdf.html", shown))
    look = {
        "brand": facts["owner"]["brand_colour"],
        "surface": facts["owner"]["surface_colour"],
        "typeface": typeface.STACK,
    }
    css = "\n".join(
        render_to_string(name, look)
        for name in ("governance/notices/pdf.css", "roadmap/dashboards/pdf.css")
    )
    return document(html, css, identifier=bytes.fromhex(report.facts_sha256), attached=[data])
