"""The PDF of a kept dashboard: PDF/A-3a and PDF/UA-1, with its facts attached as data."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from weasyprint import Attachment

from governance.calendar import words
from governance.notices import typeface
from governance.notices.pdf import document
from governance.notices.snapshot import canonical
from roadmap.dashboards.models import Dashboard


def dashboard_pdf(dashboard: Dashboard) -> bytes:
    """Return the PDF of a kept dashboard; the same dashboard gives the same bytes."""
    facts: dict[str, Any] = dashboard.facts
    data = Attachment(
        string=canonical(facts).decode(), name="dashboard.json", relationship="Data",
        description="This dashboard as data", created=dashboard.kept_at,
        modified=dashboard.kept_at,
    )  # fmt: skip
    own = [dashboard.partnership.slug, dashboard.pk]
    shown = {
        "facts": facts,
        "title": dashboard.title,
        "tables": [("Theme", facts["themes"]), ("Council", facts["councils"])],
        "kept": words.plain_day(dashboard.kept_at),
        "kept_at": dashboard.kept_at.isoformat(),
        "meeting": f"{dashboard.meeting.body.name}, {words.day(dashboard.meeting.held_on)}"
        if dashboard.meeting
        else "",
        "address": settings.SITE_URL + reverse("dashboards:kept", args=own),
    }
    html = typeface.printable(render_to_string("roadmap/dashboards/pdf.html", shown))
    look = {
        "brand": facts["partnership"]["brand_colour"],
        "surface": facts["partnership"]["surface_colour"],
        "typeface": typeface.STACK,
    }
    css = "\n".join(
        render_to_string(name, look)
        for name in ("governance/notices/pdf.css", "roadmap/dashboards/pdf.css")
    )
    return document(html, css, identifier=bytes.fromhex(dashboard.facts_sha256), attached=[data])
