"""Reading a table that somebody made in a spreadsheet: CSV or XLSX in, cells of text out.

Whatever the file is, what comes out is the same: the columns by their headings and, for each line,
its number as the spreadsheet shows it. Anything that cannot be read is refused with a sentence that
says what is wrong and what to do.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from governance.calendar import words
from governance.errors import Refused
from governance.pages.download import plain

MOST_BYTES = 5_000_000
MOST_UNPACKED = 100_000_000
MOST_LINES = 10_000
LONGEST_CELL = 10_000


class Unreadable(Refused):
    """The file is not a table that can be read; the message says why and what to do."""


@dataclass(frozen=True)
class Line:
    """A line under the headings: its number in the file, and its cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    headings: list[str]
    lines: list[Line]


def read(name: str, data: bytes, *, columns: Sequence[str], needed: Iterable[str]) -> Sheet:
    """Return the table in a file called `name`, whose headings must be among `columns`.

    Headings are matched whatever their capitals and spaces. Those in `needed` must be there.
    Empty lines are left out; every cell is text without spaces around it, dates as 2024-06-30.
    Raises Unreadable with a sentence for whoever chose the file.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("The file is larger than 5 MB. Take out what is not part of the table.")
    table = _xlsx(data) if data.startswith(b"PK") else _csv(name, data)
    if not table or not any(table[0]):
        raise Unreadable("The file is empty. The first line must hold the names of the columns.")
    headings = _headings(table[0], columns, needed)
    lines = [Line(number, _cells(number, row, headings)) for number, row in _filled(table)]
    if len(lines) > MOST_LINES:
        raise Unreadable(
            f"The file has {len(lines):,} lines; {MOST_LINES:,} can be read at once. Divide it."
        )
    if not lines:
        raise Unreadable("There is no line under the names of the columns, so nothing to import.")
    return Sheet([heading for heading in headings if heading], lines)


def _filled(table: list[list[str]]) -> Iterable[tuple[int, list[str]]]:
    return ((n, row) for n, row in enumerate(table[1:], start=2) if any(row))


def _headings(found: list[str], columns: Sequence[str], needed: Iterable[str]) -> list[str]:
    known = {_folded(column): column for column in columns}
    headings = [known.get(_folded(cell), "") for cell in found]
    if strange := [cell for cell in found if cell and _folded(cell) not in known]:
        raise Unreadable(
            f"{words.listed(f'“{cell[:60]}”' for cell in strange)} is no column that is known here."
            f" The columns are {words.listed(columns)}."
        )
    named = [heading for heading in headings if heading]
    if twice := {heading for heading in named if named.count(heading) > 1}:
        raise Unreadable(f"The column “{min(twice)}” is there twice. Take one of them out.")
    if missing := [column for column in needed if column not in named]:
        raise Unreadable(
            f"The column {words.listed(f'“{column}”' for column in missing)} is missing. Download "
            "the table first, change it, and choose that file."
        )
    return headings


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _cells(number: int, row: list[str], headings: list[str]) -> dict[str, str]:
    beyond = [cell for cell in row[len(headings) :] if cell]
    if beyond:
        raise Unreadable(
            f"Line {number} has more cells than there are columns, beginning with “"
            f"{beyond[0][:60]}”. Put quotes around text that has the separator in it."
        )
    if any(cell for cell, heading in zip(row, headings, strict=False) if not heading):
        raise Unreadable(
            f"Line {number} has a cell in a column without a name. Name the column first."
        )
    cells = dict(zip(headings, [*row, *[""] * len(headings)], strict=False))
    if long := next((name for name, cell in cells.items() if len(cell) > LONGEST_CELL), None):
        raise Unreadable(f"Line {number}, “{long}”: the text is longer than 10,000 characters.")
    return {heading: cell for heading, cell in cells.items() if heading}


def _csv(name: str, data: bytes) -> list[list[str]]:
    if name.lower().endswith((".xls", ".ods", ".xlsm", ".numbers")):
        raise Unreadable("Save the file as CSV or as an Excel workbook (.xlsx) and choose that.")
    text = _decoded(data)
    if "\0" in text:
        raise Unreadable("This is neither a CSV file nor an Excel workbook (.xlsx).")
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    separator = max((",", ";", "\t"), key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as problem:
        raise Unreadable(
            f"The file cannot be read as CSV ({problem}). Save it again from your spreadsheet."
        ) from None
    return [[plain(cell).strip() for cell in row] for row in rows]


def _decoded(data: bytes) -> str:
    """Spreadsheets save UTF-8 with or without a mark, UTF-16, or the old Windows alphabet."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")


def _xlsx(data: bytes) -> list[list[str]]:
    refusal = Unreadable("The workbook cannot be opened. Save it again as .xlsx and choose that.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable("The workbook is far too large. Copy the table into a new one.")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError:
        raise Unreadable("The workbook has a password. Save it without one.") from None
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, IndexError):
        raise refusal from None
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time.min:
            return cell.date().isoformat()
        case date() | datetime() | time() | timedelta():
            return str(cell)
    return str(cell).strip().replace("\0", "")
