"""The text of a section taken apart, and the words of the glossary in it."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.strategies.wording import BULLETS, NUMBERS, PARAGRAPH, blocks_of

TERMS = {"1": "MOA", "2": "cloud", "3": "private cloud"}


def said(text, terms=None):
    blocks, _ = blocks_of(text, terms)
    return [(b.kind, ["".join(span.text for span in line) for line in b.lines]) for b in blocks]


def marked(text, terms=TERMS):
    blocks, used = blocks_of(text, terms)
    spans = [span for block in blocks for line in block.lines for span in line if span.term]
    assert [span.term for span in spans] == used
    return [(span.text, span.term) for span in spans]


def test_paragraphs_and_lists_are_told_apart():
    text = "One.\nStill one.\n\nTwo:\n- a\n* b\n\n1. first\n2) second"
    assert said(text) == [
        (PARAGRAPH, ["One.", "Still one."]),
        (PARAGRAPH, ["Two:"]),
        (BULLETS, ["a", "b"]),
        (NUMBERS, ["first", "second"]),
    ]


def test_a_dash_inside_a_sentence_makes_no_list():
    assert said("Systems -\nold ones") == [(PARAGRAPH, ["Systems -", "old ones"])]
    assert said("-5 degrees") == [(PARAGRAPH, ["-5 degrees"])]


def test_the_first_use_of_a_term_is_marked_and_no_later_one():
    assert marked("The MOA says. The moa again.\n\nCloud") == [("MOA", "1"), ("Cloud", "2")]


def test_the_longest_term_is_meant_and_no_part_of_a_word():
    assert marked("A private cloud. MOAs. clouds") == [("private cloud", "3")]


def test_a_term_of_odd_characters_is_taken_as_it_is():
    assert marked("C++ (or c)", {"1": "C++"}) == [("C++", "1")]


@given(st.text(max_size=300), st.dictionaries(st.text(min_size=1), st.text(max_size=8)))
def test_no_letter_is_lost_or_invented(text, terms):
    """What is shown is what was typed, less the space around lines and the marks of lists."""
    plain = [line for _, lines in said(text) for line in lines]
    assert [line for _, lines in said(text, terms) for line in lines] == plain
    assert len("".join(plain)) <= len(text)


@given(st.lists(st.text(alphabet="ab c", min_size=1, max_size=20), max_size=5))
def test_paragraphs_keep_their_words(paragraphs):
    found = " ".join(line for _, lines in said("\n\n".join(paragraphs)) for line in lines)
    assert found.split() == " ".join(paragraphs).split()
