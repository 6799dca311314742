"""What becomes of a row that two people changed at once."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.items.merging import merged

NAMES = ("status", "owner", "sentence")
ROWS = st.fixed_dictionaries(dict.fromkeys(NAMES, st.sampled_from(["a", "b", "c"])))


def test_mine_is_written_theirs_is_kept_and_what_both_changed_clashes():
    seen = {"status": "a", "owner": "a", "sentence": "a"}
    now = {"status": "a", "owner": "b", "sentence": "b"}
    typed = {"status": "c", "owner": "a", "sentence": "c"}
    found = merged(seen, now, typed)
    assert (found.own, found.theirs, found.clashing) == (
        {"status": "c"}, ["owner"], {"sentence": "c"},
    )  # fmt: skip


def test_the_same_change_twice_leaves_nothing_to_do():
    found = merged({"owner": "a"}, {"owner": "b"}, {"owner": "b"})
    assert (found.own, found.theirs, found.clashing) == ({}, [], {})


def test_where_nobody_knows_what_was_seen_every_difference_clashes():
    found = merged(None, {"owner": "a", "status": "a"}, {"owner": "b", "status": "a"})
    assert (found.own, found.clashing) == ({}, {"owner": "b"})


@given(seen=ROWS, now=ROWS, typed=ROWS)
def test_nothing_that_anybody_changed_is_lost(seen, now, typed):
    found = merged(seen, now, typed)
    after = now | found.own
    for name in NAMES:
        if now[name] != seen[name]:
            assert after[name] == now[name], "somebody else's change was overwritten"
        if typed[name] != seen[name]:
            assert name in found.clashing or after[name] == typed[name], "a change was lost"


@given(seen=ROWS, typed=ROWS)
def test_alone_everything_typed_is_written(seen, typed):
    assert seen | merged(seen, seen, typed).own == typed
