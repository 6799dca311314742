"""Word-level differences: nothing of either text is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.history.words import ADDED, KEPT, REMOVED, word_changes

# Few letters, so that the two texts have words in common; and any text at all.
TEXTS = st.text(st.sampled_from("ab .,’\n-é"), max_size=40) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_what_was_kept_and_removed_is_the_old_text_and_kept_and_added_the_new(was, now):
    pieces = word_changes(was, now)
    assert "".join(text for what, text in pieces if what != ADDED) == was
    assert "".join(text for what, text in pieces if what != REMOVED) == now


@given(TEXTS, TEXTS)
def test_no_piece_is_empty_and_no_two_neighbours_say_the_same(was, now):
    pieces = word_changes(was, now)
    assert all(text for _, text in pieces)
    assert all(one[0] != other[0] for one, other in pairwise(pieces))


@given(TEXTS)
def test_a_text_that_did_not_change_is_all_kept(text):
    assert word_changes(text, text) == ([(KEPT, text)] if text else [])


@pytest.mark.parametrize(
    ("was", "now", "pieces"),
    [
        ("Cabinet met", "Cabinet sat", [(KEPT, "Cabinet "), (REMOVED, "met"), (ADDED, "sat")]),
        ("", "New", [(ADDED, "New")]),
        ("Old", "", [(REMOVED, "Old")]),
        ("a day’s", "a days’", [(KEPT, "a "), (REMOVED, "day’s"), (ADDED, "days’")]),
        ("one, two", "one two", [(KEPT, "one"), (REMOVED, ","), (KEPT, " two")]),
    ],
)  # fmt: skip
def test_changes_are_whole_words(was, now, pieces):
    assert word_changes(was, now) == pieces
