"""The exclusion motion, numbers in words, and whether an agenda was out in time."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.bank_holidays import england_and_wales
from governance.meetings.reading import numbers_in_words, private_words
from governance.meetings.rules import (
    Restricted,
    exclusion_motion,
    in_paragraphs,
    labels,
    motion_warning,
    paragraphs_cited,
    placeholder,
)
from governance.meetings.timing import agenda_timing, question_timing

CALENDAR = england_and_wales()
FOUR = [Restricted("5", (3,)), Restricted("6", (3,)), Restricted("7", (3,))]
some_paragraphs = st.sets(st.integers(1, 7), min_size=1)


# --- The motion ---------------------------------------------------------------------------------


def test_the_motion_of_a_committee_cites_the_1972_act_and_the_actual_paragraphs():
    motion = exclusion_motion("committee", FOUR)
    assert "under section 100A(4) of the Local Government Act 1972" in motion
    assert "for items 5, 6 and 7" in motion
    assert "paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A" in motion
    assert "the public interest in maintaining the exemption outweighs" in motion


def test_the_motion_of_an_executive_cites_the_regulations_of_2012():
    motion = exclusion_motion("executive", FOUR)
    assert "regulation 4(2)(b)" in motion
    assert "section 100A" not in motion


def test_items_under_different_paragraphs_are_named_one_by_one():
    motion = exclusion_motion("committee", [Restricted("5", (3,)), Restricted("6", (1, 2))])
    assert "item 5, paragraph 3 (financial or business affairs)" in motion
    assert "item 6, paragraphs 1 and 2" in motion


def test_confidential_information_has_no_public_interest_test():
    motion = exclusion_motion("committee", [Restricted("5", confidential=True)])
    assert "section 100A(2)" in motion
    assert "public interest" not in motion


def test_nothing_restricted_needs_no_motion():
    assert exclusion_motion("committee", []) == ""
    assert exclusion_motion("committee", [Restricted("8")]) == ""


@given(st.lists(some_paragraphs, min_size=1, max_size=6), st.sampled_from(["executive", "other"]))
def test_the_motion_names_the_paragraphs_of_its_items_no_fewer_and_no_more(sets, regime):
    items = [Restricted(str(n), tuple(sorted(found))) for n, found in enumerate(sets, start=1)]
    motion = exclusion_motion(regime, items)
    assert paragraphs_cited(motion) == set().union(*sets)
    assert motion_warning("4", motion, items) == ""


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("as described in Paragraphs 1 - 7 of Part 1 of Schedule 12A of the Act", set(range(1, 8))),
        ("paragraphs 1 to 3 and 5", {1, 2, 3, 5}),
        ("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A", {3}),
        ("paragraphs 1, 2 & 6", {1, 2, 6}),
        ("under section 100A(4) of the 1972 Act", set()),
    ],
)
def test_the_paragraphs_of_a_typed_motion_are_read(text, cited):
    assert paragraphs_cited(text) == cited


def test_a_blanket_motion_is_caught():
    motion = "exempt information as described in paragraphs 1 to 7 of Part 1 of Schedule 12A"
    assert motion_warning("4", motion, [*FOUR, Restricted("8")]) == (
        "The motion at item 4 cites paragraphs 1 to 7; every restricted paper cites paragraph 3."
    )


def test_a_placeholder_names_the_paragraph_in_the_words_councils_print():
    assert placeholder([3]).startswith("By virtue of paragraph 3 of Part 1 of Schedule 12A")


@given(some_paragraphs)
def test_paragraphs_in_words_say_all_of_them(found):
    assert paragraphs_cited(in_paragraphs(found)) == found


# --- Numbers ------------------------------------------------------------------------------------


def test_an_item_without_a_printed_number_has_its_place():
    assert labels(["", "2a", ""]) == ["1", "2a", "3"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["4"], "item 4"),
        (["5", "6", "7", "8"], "items 5 to 8"),
        (["5", "7"], "items 5 and 7"),
        (["2a", "2b", "3"], "items 2a, 2b and 3"),
    ],
)
def test_items_that_run_on_are_shortened(numbers, said):
    assert numbers_in_words(numbers) == said


def test_which_part_is_private_is_said():
    items = [{"number": str(n), "part": "Part II" if n > 4 else "Part I"} for n in range(1, 9)]
    assert private_words(items) == "Part of this meeting is private: items 5 to 8."


# --- Dates --------------------------------------------------------------------------------------

MEETING = date(2023, 12, 12)


def test_an_agenda_out_five_clear_days_before_is_in_time():
    timing = agenda_timing(MEETING, date(2023, 12, 4), "", MEETING, CALENDAR)
    assert timing.shape == "good"
    assert not timing.wants_reason


def test_an_agenda_out_a_day_later_is_late_and_wants_a_reason():
    timing = agenda_timing(MEETING, date(2023, 12, 5), "", MEETING, CALENDAR)
    assert timing.wants_reason
    assert "it had to be out by Monday 4 December 2023" in timing.says


def test_a_meeting_at_shorter_notice_prints_its_reason():
    timing = agenda_timing(MEETING, date(2023, 12, 8), "A tender closes.", MEETING, CALENDAR)
    assert not timing.wants_reason
    assert timing.says.endswith("called at shorter notice: A tender closes.")


def test_before_its_day_the_agenda_has_a_date_to_be_out():
    timing = agenda_timing(MEETING, None, "", date(2023, 11, 20), CALENDAR)
    assert "has to be out by Monday 4 December 2023" in timing.says


def test_of_an_agenda_of_the_past_nothing_is_claimed():
    timing = agenda_timing(MEETING, None, "", date(2024, 1, 5), CALENDAR)
    assert timing.says.startswith("When the agenda was out is not recorded.")


def test_boston_printed_good_friday_where_its_rule_gives_the_wednesday():
    timing = question_timing(date(2023, 4, 12), 2, time(17), date(2023, 4, 7), CALENDAR)
    assert timing.due.date == date(2023, 4, 5)
    assert timing.says == (
        "The agenda prints Friday 7 April 2023, which is not a working day (Good Friday); 2 clear "
        "working days before the meeting are Wednesday 5 April 2023."
    )


def test_a_printed_deadline_that_agrees_is_let_be():
    timing = question_timing(date(2023, 4, 12), 2, time(17), date(2023, 4, 5), CALENDAR)
    assert timing.says == "Questions from the public are in by 5pm on Wednesday 5 April 2023."


@given(st.dates(date(2015, 1, 1), date(2028, 6, 30)), st.integers(1, 30))
def test_a_question_deadline_is_a_working_day_before_the_meeting(held_on, days):
    due = question_timing(held_on, days, None, None, CALENDAR).due.date
    assert due < held_on
    assert CALENDAR.why_not_counted(due) is None
