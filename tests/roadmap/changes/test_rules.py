"""What is different between then and now, in words."""

from datetime import date

from roadmap.changes.rules import MILESTONE, ROLLOUT, Difference, Moved, differences, in_words

THEN = {"title": "Mailboxes moved", "planned_on": date(2024, 6, 3), "forecast_on": None,
        "met_on": None}  # fmt: skip


def test_only_what_differs_is_told_in_words():
    now = THEN | {"forecast_on": date(2024, 6, 28)}
    assert differences(THEN, now, MILESTONE) == [
        Difference("forecast_on", "Forecast for", "", "Fri 28 Jun 2024")
    ]


def test_what_was_changed_and_changed_back_is_no_difference():
    assert differences(THEN, dict(THEN), MILESTONE) == []


def test_a_status_is_told_by_the_words_officers_use():
    row = {one.field: None for one in ROLLOUT}
    (told,) = differences(row | {"status": "green"}, row | {"status": "red"}, ROLLOUT)
    assert (told.was, told.now) == ("On track", "Off track")


def test_the_sum_of_changes_counts_each_way_of_moving():
    early, late = date(2024, 6, 3), date(2024, 9, 30)
    moved = [
        Moved("green", "red", early, late), Moved("green", "red", early, early),
        Moved("amber", "complete", late, early), Moved(None, "not_started", None, late),
        Moved("green", "green", early, late), Moved("green", "green", None, late),
    ]  # fmt: skip
    assert in_words(moved) == (
        "2 became off track, 1 became complete, 2 end later, 1 ends earlier, 1 is new"
    )


def test_nothing_moved_is_no_words():
    assert in_words([Moved("green", "green", date(2024, 6, 3), date(2024, 6, 3))]) == ""
