"""What a message says, in text, in HTML and in the words of GOV.UK Notify."""

import html5lib
import pytest

from governance.messages.letters import Letter, Line, Section, in_html, in_notify_words, in_text

LETTER = Letter(
    paragraphs=("Two things are due.",),
    sections=(
        Section("Due today", (Line("Report on <b>costs</b>", "/duties/7/", "Boston"),)),
        Section("Later", (Line("# [Call](http://evil.example) ((name))"),)),
    ),
    closing=("You get this because you hold a role.",),
    links=(Line("All your duties", "/duties/?mine=1"),),
)


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://concordat.example"


def test_it_is_stored_and_read_back_whole():
    assert Letter.from_json(LETTER.as_json()) == LETTER


def test_the_text_says_everything_with_whole_addresses():
    assert in_text(LETTER, "/mail/end/x/") == (
        "Two things are due.\n\n"
        "DUE TODAY\n---------\n\n"
        "- Report on <b>costs</b>\n  Boston\n  https://concordat.example/duties/7/\n\n"
        "LATER\n-----\n\n"
        "- # [Call](http://evil.example) ((name))\n\n"
        "All your duties\nhttps://concordat.example/duties/?mine=1\n\n"
        "You get this because you hold a role.\n\n"
        "End these e-mails: https://concordat.example/mail/end/x/\n"
    )


def test_the_html_is_sound_says_the_same_and_runs_nothing_that_was_typed():
    found = in_html(LETTER, "Two things are due", "/mail/end/x/")
    parsed = html5lib.HTMLParser(strict=True).parse(found)
    words = "".join(parsed.itertext())
    for said in ("Report on <b>costs</b>", "Boston", "Later", "You get this because"):
        assert said in words
    assert "<b>costs" not in found
    assert 'href="https://concordat.example/duties/7/"' in found
    assert 'href="https://concordat.example/mail/end/x/"' in found


def test_the_html_loads_nothing_and_its_styles_are_in_the_elements():
    found = in_html(LETTER, "Two things are due")
    assert "src=" not in found
    assert "<link" not in found
    assert "<h1 style=" in found


def test_what_people_typed_is_no_markup_for_notify():
    found = in_notify_words(LETTER)
    assert "## Due today" in found
    assert "https://concordat.example/duties/7/" in found
    assert not set("[]()") & set(found)
