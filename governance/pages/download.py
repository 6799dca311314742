"""Tables to take away."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse

# A spreadsheet runs a cell that begins so as a formula; a quote before it keeps it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(name: str, columns: list[str], rows: Iterable[list[object]]) -> HttpResponse:
    """Return a CSV file (RFC 4180, UTF-8) under `name`, with `columns` in its first line."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response)
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return response


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _runs(cell) else cell


def plain(cell: str) -> str:
    """Return what a cell that `as_csv` wrote was before a quote was put in front of it."""
    return cell[1:] if cell.startswith("'") and _runs(cell[1:]) else cell


def _runs(cell: str) -> bool:
    """Would a spreadsheet run it? One that was only quoted is quoted again, to come back whole."""
    return cell.lstrip("'").startswith(FORMULA_STARTS)
