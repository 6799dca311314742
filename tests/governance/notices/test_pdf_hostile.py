"""Printing whatever somebody typed or pasted: valid, in time, and nothing of it is obeyed."""

import copy

import pytest

from governance.notices.pdf import notice_html, notice_pdf
from tests.governance.notices.hostile_texts import HOSTILE, with_text
from tests.governance.notices.reading import faults, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_is_warned_of(caplog):
    yield
    assert not [r.getMessage() for r in caplog.records if r.name.startswith(("weasy", "fontT"))]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_in_every_place_prints_a_valid_file(printed, name):
    assert faults(notice_pdf(with_text(printed["without a meeting"], HOSTILE[name]))) == []


def test_right_to_left_text_is_valid_in_every_part_of_a_meeting(printed):
    assert faults(notice_pdf(with_text(printed["with gaps"], HOSTILE["Arabic"]))) == []


def test_minutes_of_50000_characters_are_printed_to_the_end(printed):
    lines = "one two three four five six seven eight\n" * 20 + "nine ten " * 400 + "\n\n"
    content = notice_pdf(_with_minute(printed["boston"], lines * 12 + "The very end."))
    assert faults(content) == []
    assert "The very end." in text_of(content)


def test_arabic_is_read_out_letter_by_letter(printed):
    content = notice_pdf(_with_minute(printed["boston"], "مجلس المدينة رقم"))
    assert "مجلس المدينة رقم" in _without_marks(text_of(content))


def test_text_that_starts_right_to_left_is_set_so(printed):
    html = notice_html(_with_minute(printed["boston"], "שלום\n\nHello שלום"))
    assert '<p dir="rtl">שלום</p>\n<p dir="ltr">Hello שלום</p>' in html


def test_a_document_reaches_no_file_and_no_address(printed, monkeypatch):
    asked = []
    monkeypatch.setattr("weasyprint.urls.URLFetcher.open", lambda *a, **_: asked.append(a))
    minute = '<img src="file:///etc/passwd"><link rel=stylesheet href="http://localhost/x.css">'
    content = notice_pdf(_with_minute(printed["boston"], minute))
    assert not asked
    assert '<img src="file:///etc/passwd">' in text_of(content)


def test_no_text_can_turn_the_reading_order_round(printed):
    html = notice_html(_with_minute(printed["boston"], "not \u202edevorppa\u202c agreed"))
    assert "not devorppa agreed" in html


def _with_minute(snapshot, minute):
    changed = copy.deepcopy(snapshot)
    changed["items"][-1]["minute"] = minute
    return changed


def _without_marks(text):
    return "".join(letter for letter in text if letter not in "\u202a\u202b\u202c\u200e\u200f")
