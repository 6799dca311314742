"""The PDF of a version: PDF/A-3a and PDF/UA-1 in one file, with its facts attached as data.

The same facts give the same bytes: nothing of the clock, the machine or chance gets in.
"""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from weasyprint import Attachment

from governance.notices import typeface
from governance.notices.pdf import document
from governance.notices.snapshot import canonical, fingerprint
from roadmap.strategies.presentation import presented


def strategy_pdf(facts: dict[str, Any]) -> bytes:
    """Return the PDF of a published version, from what `printing.facts_of` returned."""
    at = datetime.fromisoformat(facts["published_at"])
    data = Attachment(
        string=canonical(facts).decode(), name="strategy.json", relationship="Data",
        description="This strategy as data", created=at, modified=at,
    )  # fmt: skip
    shown = {"facts": facts, "content": presented(facts["content"])}
    html = typeface.printable(render_to_string("roadmap/strategies/pdf.html", shown))
    look = {
        "brand": facts["partnership"]["brand_colour"],
        "surface": facts["partnership"]["surface_colour"],
        "typeface": typeface.STACK,
    }
    css = "\n".join(
        render_to_string(name, look)
        for name in ("governance/notices/pdf.css", "roadmap/strategies/pdf.css")
    )
    return document(html, css, identifier=bytes.fromhex(fingerprint(facts)), attached=[data])
