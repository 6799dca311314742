"""What comes out of the files that people choose, and what they are told when nothing can."""

import io
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from governance.pages.download import as_csv
from roadmap.spreadsheets import reading
from roadmap.spreadsheets.reading import Line, Unreadable, read
from roadmap.spreadsheets.writing import as_xlsx

COLUMNS = ["Item", "Forecast end", "Why"]


def sheet_of(data, name="roadmap.csv", needed=("Item",)):
    return read(name, data, columns=COLUMNS, needed=needed)


def test_cells_are_found_by_the_names_of_their_columns():
    sheet = sheet_of(b"Why,Item\nlate,Goss\n")
    assert sheet.headings == ["Why", "Item"]
    assert sheet.lines == [Line(2, {"Why": "late", "Item": "Goss"})]


def test_empty_lines_are_left_out_and_the_others_keep_their_numbers():
    assert [line.number for line in sheet_of(b"Item\na\n\nb\n,\n").lines] == [2, 4]


@pytest.mark.parametrize(
    "data",
    [
        "Item;Why\nCafé;it’s late\n".encode(),
        "Item,Why\nCafé,it’s late\n".encode("utf-8-sig"),
        "Item\tWhy\nCafé\tit’s late\n".encode("utf-16"),
        "Item,Why\r\nCafé,it’s late\r\n".encode("windows-1252"),
        ' ITEM ,  why\n"Café","it’s late"\n'.encode(),
    ],
)
def test_a_file_is_read_as_a_spreadsheet_saves_it(data):
    assert sheet_of(data).lines == [Line(2, {"Item": "Café", "Why": "it’s late"})]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty"),
        (b"\n\n", "The file is empty"),
        (b"Item,Why\n", "no line under the names"),
        (b"Item,Colour\na,b\n", "“Colour” is no column that is known here"),
        (b"Item,Item\na,b\n", "“Item” is there twice"),
        (b"Why\nb\n", "The column “Item” is missing"),
        (b"Item,\na,b\n", "Line 2 has a cell in a column without a name"),
        (b"Item\na,b\n", "Line 2 has more cells than there are columns"),
        (b'Item\n"a\n', "cannot be read as CSV"),
        (b"Item\na\0b\n", "neither a CSV file nor an Excel workbook"),
        (b"PK\x03\x04 no workbook", "The workbook cannot be opened"),
        (b"Item\n" + b"x" * 10_001, "longer than 10,000 characters"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"Item\n" + b"a\n" * 10_001, "10,001 lines; 10,000 can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data, says):
    with pytest.raises(Unreadable, match=says):
        sheet_of(data)


def test_an_old_workbook_is_asked_for_anew():
    with pytest.raises(Unreadable, match="Save the file as CSV or as an Excel workbook"):
        sheet_of(b"\xd0\xcf\x11\xe0", name="Roadmap.XLS")


def test_a_workbook_that_swells_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1000)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "x" * 2000)
    with pytest.raises(Unreadable, match="far too large"):
        sheet_of(made.getvalue())


def test_dates_numbers_and_answers_of_a_workbook_come_as_text():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, COLUMNS)
        sheet.write_number(1, 0, 12)
        sheet.write_datetime(1, 1, reading.date(2024, 6, 30))
        sheet.write_boolean(1, 2, True)
    (line,) = sheet_of(made.getvalue(), "a.xlsx").lines
    assert line.cells == {"Item": "12", "Forecast end": "2024-06-30", "Why": "yes"}


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30).map(str.strip)


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
@given(rows=st.lists(st.tuples(CELLS.filter(bool), CELLS, CELLS), min_size=1, max_size=5))
def test_what_is_downloaded_is_read_back_unchanged(write, rows):
    data = write("a", COLUMNS, [list(row) for row in rows]).content
    assert [tuple(line.cells.values()) for line in sheet_of(data).lines] == rows


@pytest.mark.parametrize("cell", ["=1+1", "'=1+1", "-5", "@x", "+44", "''=x", "'quoted'"])
def test_a_cell_that_would_run_comes_back_as_it_was(cell):
    response = as_csv("a.csv", COLUMNS, [[cell, "", ""]])
    assert not response.content.decode().splitlines()[1].startswith(("=", "-", "@", "+"))
    assert sheet_of(response.content).lines[0].cells["Item"] == cell
