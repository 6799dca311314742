"""A process that prints one snapshot again and again: `python -m bench._printer KIND FILE`.

For every line it reads it prints once and answers with the seconds that took; at the end it answers
with the most memory it ever held, in MiB. It needs no database.
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from weasyprint import CSS, HTML  # noqa: E402 (Django first)

from governance.notices.pdf import notice_css, notice_html, notice_pdf  # noqa: E402
from governance.notices.typeface import faces  # noqa: E402


def bare(snapshot: dict[str, Any]) -> None:
    """Call WeasyPrint on the same HTML and CSS as it comes: system fonts, no tags, no data."""
    html, css = snapshot["html"], snapshot["css"]
    HTML(string=html).write_pdf(stylesheets=[CSS(string=css)])


def bare_with_our_fonts(snapshot: dict[str, Any]) -> None:
    """Call it with our typeface too, read anew for each file as WeasyPrint's manual has it."""
    faces.cache_clear()
    typeface, fonts = faces()
    css = CSS(string=snapshot["css"], font_config=fonts)
    HTML(string=snapshot["html"]).write_pdf(stylesheets=[css, typeface], font_config=fonts)


def ours(snapshot: dict[str, Any]) -> None:
    """Print as the worker does: template, typeface, tags, attached data, both standards."""
    notice_pdf(snapshot["snapshot"])


KINDS = {"ours": ours, "bare": bare, "bare with our fonts": bare_with_our_fonts}


def main(kind: str, file: str) -> None:
    snapshot = json.loads(Path(file).read_text())
    made = {"snapshot": snapshot, "html": notice_html(snapshot), "css": notice_css(snapshot)}
    for _ in sys.stdin:
        started = time.perf_counter()
        KINDS[kind](made)
        print(time.perf_counter() - started, flush=True)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)


main(*sys.argv[1:])
