"""The bar of a theme."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.items.rules import Status
from roadmap.timelines.board import WIDTH, segments

STATUSES = st.lists(st.sampled_from([status.value for status in Status]), min_size=1, max_size=60)


@given(STATUSES)
def test_the_parts_of_a_bar_never_overlap_and_never_leave_it(statuses):
    parts = segments(statuses)
    ends = [part.x + part.width for part in parts]
    assert all(end <= nxt.x for end, nxt in zip(ends, parts[1:], strict=False))
    assert ends[-1] <= WIDTH


def test_what_is_done_comes_first_and_each_has_its_part():
    parts = segments(["red", "complete", "complete", "green"])
    assert [(part.shape, part.x) for part in parts] == [("done", 0), ("good", 320), ("bad", 480)]


def test_no_rollout_is_no_bar():
    assert segments([]) == []
