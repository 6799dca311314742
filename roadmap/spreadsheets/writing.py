"""A table as an Excel workbook, with the cells in which it is read back."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 50


def as_xlsx(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Return a workbook of one sheet under `name`: text stays text, never a formula.

    Dates are cells that a spreadsheet understands as dates; numbers are numbers; None is empty.
    The first line stays in sight, and each column can be filtered.
    """
    made = io.BytesIO()
    # A workbook remembers when it was made unless told otherwise; the same rows give the same file.
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": date(2000, 1, 1)})
        sheet = book.add_worksheet()
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmm yyyy", "align": "left"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_row(0, 0, columns, heading)
        widths = [len(column) for column in columns]
        last = 0
        for last, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                _write(sheet, last, at, cell, day, body)
                widths[at] = max(widths[at], len(str(cell or "")))
        for at, width in enumerate(widths):
            sheet.set_column(at, at, min(width, WIDEST) + 2)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    response = HttpResponse(made.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _write(sheet: Any, line: int, column: int, cell: object, day: Any, body: Any) -> None:
    match cell:
        case None | "":
            return
        case bool():
            sheet.write_string(line, column, "yes" if cell else "no", body)
        case date():
            sheet.write_datetime(line, column, cell, day)
        case int() | float():
            sheet.write_number(line, column, cell)
        case _:
            sheet.write_string(line, column, str(cell), body)
