"""Word-level differences: nothing of either text is lost."""

import time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.history.words import ADDED, KEPT, REMOVED, word_changes

# Few letters, so that the two texts have words in common; and any text at all.
SHORT = st.text(st.sampled_from("ab .,’\n-é"), max_size=40) | st.text(max_size=40)
# Lines that stay, move, go and are written again: what the comparison by lines works on.
LINES = st.lists(st.sampled_from(["one day\n", "one, two. ", "b\n\n", "a b c d. ", "\n", "e"]))
TEXTS = SHORT | LINES.map("".join)


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


def written(words, *, seed, length=200_000, paragraph=80):
    """Return about `length` characters of random words, a paragraph every so many."""
    random, parts, size = Random(seed), [], 0  # noqa: S311
    while size < length:
        end = "\n\n" if len(parts) % paragraph == paragraph - 1 else " "
        parts.append(random.choice(words) + end)
        size += len(parts[-1])
    return "".join(parts)


LANGUAGE = [f"word{number}" for number in range(3_000)]


@pytest.mark.parametrize("words", [LANGUAGE, ["a", "b"]], ids=["many words", "few words"])
@pytest.mark.parametrize("paragraph", [80, 5, 1, 10**6])
def test_the_longest_text_rewritten_is_answered_at_once(words, paragraph):
    was, now = (written(words, seed=seed, paragraph=paragraph) for seed in (1, 2))
    begun = time.process_time()
    pieces = word_changes(was, now)
    assert time.process_time() - begun < 3  # a third of that here; it was more than a minute
    assert "".join(text for what, text in pieces if what != ADDED) == was
    assert "".join(text for what, text in pieces if what != REMOVED) == now


def test_a_rewritten_long_passage_is_shown_whole():
    was, now = (written(LANGUAGE, seed=seed, length=9_000, paragraph=10**6) for seed in (1, 2))
    assert [what for what, _ in word_changes(was, now) if what != KEPT] == [REMOVED, ADDED]


def test_single_words_are_found_in_a_long_text_of_one_paragraph():
    sentences = [f"{number} was agreed by those present. " for number in range(3_000)]
    was = "".join(sentences)
    now = was.replace(" 7 was agreed", " 7 was refused").replace("2990 was", "2990 is")
    changed = [piece for piece in word_changes(was, now) if piece[0] != KEPT]
    assert changed == [(REMOVED, "agreed"), (ADDED, "refused"), (REMOVED, "was"), (ADDED, "is")]


def test_each_line_of_a_long_text_is_compared_with_the_line_in_its_place():
    lines = [f"Item {number} was agreed by those present\n" for number in range(1_000)]
    pieces = word_changes("".join(lines), "".join(lines).replace("agreed", "refused"))
    assert [p for p in pieces if p[0] != KEPT] == [(REMOVED, "agreed"), (ADDED, "refused")] * 1_000
