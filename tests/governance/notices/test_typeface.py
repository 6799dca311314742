"""Characters in print: drawn, or told by name, never an empty box and never silently lost."""

import pytest

from governance.notices import typeface
from governance.notices.typeface import TypefaceMissing, printable


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Zoë O’Brien – £46,000 “so”", id="English"),
        pytest.param("Łódź, Dvořák, Ângela", id="European"),
        pytest.param("Ελλάδα Київ שלום", id="Greek, Cyrillic and Hebrew"),
        pytest.param("مجلس المدينة ٢٠٢٣", id="Arabic"),
        pytest.param("می\u200cخواهم", id="Persian with a joiner"),
        pytest.param("one\ntwo\tthree", id="lines and tabs"),
    ],
)
def test_what_can_be_drawn_stays_as_it_is(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("中", "[cjk unified ideograph-4e2d]", id="a letter of a script we lack"),
        pytest.param("👩\u200d💻", "[woman][personal computer]", id="an emoji joined of two"),
        pytest.param("❤\ufe0f", "[heavy black heart]", id="a variation selector"),
        pytest.param("i\u0353", "i[combining x below]", id="a mark we lack"),
        pytest.param("\ue000", "[character e000]", id="a character without a name"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_name(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize(
    "invisible",
    ["\x00", "\x1b", "\x7f", "\x85", "\u00ad", "\u200b", "\u202e", "\u2066", "\ufeff", "\u200d"],
    ids=ascii,
)
def test_what_has_no_look_and_no_use_is_left_out(invisible):
    assert printable(f"a{invisible}b") == "ab"


def test_a_letter_and_its_accent_become_one():
    assert printable("e\u0301") == "é"


def test_unusual_spaces_part_words_all_the_same():
    assert printable("a\u3000b\u2028c") == "a b c"


def test_missing_font_files_are_said_with_what_to_do(monkeypatch, tmp_path, settings):
    monkeypatch.setattr(typeface.finders, "find", lambda _: None)
    settings.STATIC_ROOT = tmp_path
    with pytest.raises(TypefaceMissing, match="build the assets with make"):
        typeface._file("arimo-latin", 400)
