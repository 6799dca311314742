"""What a council has to answer by when, what its cell says, and the one sentence of a review."""

from datetime import date

import pytest

from scrutiny.recommendations.rules import (
    Answer,
    At,
    Facts,
    Kind,
    Standing,
    counted,
    lateness,
    progress_line,
    standing,
    verdict,
    waiting_line,
)

RECEIVED, DUE = date(2023, 3, 6), date(2023, 5, 5)
WAITING = Facts(received_on=RECEIVED)
ANSWERED = Facts(received_on=RECEIVED, answered_on=date(2023, 4, 12))


def test_two_months_begin_with_the_day_of_receipt():
    assert counted(RECEIVED).date == DUE
    assert [day.date for day in counted(RECEIVED).trace] == [RECEIVED, date(2023, 4, 5), DUE]


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        (WAITING, DUE, Standing.AWAITING),
        (WAITING, date(2023, 5, 6), Standing.LATE),
        (Facts(received_on=None), date(2033, 1, 1), Standing.AWAITING),
        (Facts(is_wanted=False), date(2033, 1, 1), Standing.OPEN),
        (ANSWERED, date(2023, 5, 6), Standing.OPEN),
        (Facts(answered_on=DUE, status="red"), DUE, Standing.OFF_TRACK),
        (Facts(answered_on=DUE, status="red", is_proposed=True), DUE, Standing.TO_BE_CLOSED),
        (Facts(answered_on=DUE, status="amber"), DUE, Standing.OPEN),
        (Facts(received_on=RECEIVED, closed_on=DUE), date(2033, 1, 1), Standing.CLOSED),
    ],
)
def test_where_a_recommendation_stands(facts, today, expected):
    assert standing(facts, today) is expected


def test_an_answer_due_says_when_and_how_many_working_days_are_left():
    line = waiting_line(WAITING, date(2023, 4, 18), 12)
    assert (line.shape, line.says) == ("open", "Answer due Fri 5 May 2023")
    assert line.note == "received Mon 6 Mar 2023; 12 working days left"


def test_on_the_last_day_it_says_so():
    assert waiting_line(WAITING, DUE, 0).note == "received Mon 6 Mar 2023; today is the last day"


def test_days_whose_bank_holidays_are_unknown_are_not_counted():
    assert waiting_line(WAITING, date(2023, 4, 18), None).note == "received Mon 6 Mar 2023"


def test_a_late_answer_says_since_when():
    line = waiting_line(WAITING, date(2023, 5, 6), 0)
    assert (line.shape, line.says) == ("bad", "Answer late since Sat 6 May 2023")


def test_a_report_that_has_not_come_makes_nothing_late():
    line = waiting_line(Facts(planned_on=date(2023, 3, 21)), date(2033, 1, 1), 0)
    assert (line.says, line.note) == ("Report not received yet", "planned for Tue 21 Mar 2023")


@pytest.mark.parametrize(
    ("on", "expected"),
    [(DUE, ""), (date(2023, 5, 6), "1 day late"), (date(2023, 6, 5), "31 days late")],
)
def test_how_late_an_answer_came(on, expected):
    assert lateness(DUE, on) == expected


def test_an_answer_without_a_last_day_is_never_late():
    assert lateness(None, DUE) == ""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.ONE_OFF, "Complete"),
        (Kind.SPREAD, "Complete"),
        (Kind.CONTINUING, "Continuing, last evidence Fri 5 May 2023"),
        (Kind.REPEATS, "Repeating, last evidence Fri 5 May 2023"),
    ],
)
def test_what_goes_on_never_reads_complete(kind, expected):
    assert progress_line(kind, "complete", DUE).says == expected


def test_what_goes_on_says_whether_it_is_on_track():
    assert progress_line(Kind.CONTINUING, "amber", DUE).says == "At risk"


def test_every_answer_has_words_and_a_shape():
    assert {(answer.words, bool(answer.shape)) for answer in Answer} >= {
        ("Findings noted", True), ("Noted, and added to", True),
    }  # fmt: skip


# --- The verdict ---------------------------------------------------------------------------------


def told(*cells, today=date(2023, 4, 18)):
    line = verdict([At(*cell) for cell in cells], today)
    return line.shape, line.says, line.note


def test_a_verdict_counts_what_is_missing_and_names_whose_is_next():
    four = [("South Holland", WAITING)] * 4
    eight = [("Boston", ANSWERED)] * 8
    assert told(*four, *eight) == (
        "open", "4 of 12 answers are still to come",
        "South Holland’s answers are due by the end of Friday 5 May 2023",
    )  # fmt: skip


def test_a_verdict_says_since_when_answers_are_late():
    assert told(("Boston", WAITING), ("East Lindsey", ANSWERED), today=date(2023, 5, 6)) == (
        "bad", "1 of 2 answers is still to come",
        "Boston’s answer has been late since Saturday 6 May 2023",
    )  # fmt: skip


def test_two_councils_due_on_one_day_are_named_together():
    assert told(("Boston", WAITING), ("East Lindsey", WAITING))[2] == (
        "Boston’s and East Lindsey’s answers are due by the end of Friday 5 May 2023"
    )


def test_the_council_due_first_is_named():
    later = Facts(received_on=date(2023, 4, 1))
    assert told(("Boston", later), ("East Lindsey", WAITING))[2].startswith("East Lindsey’s answer")


def test_a_verdict_names_who_has_not_received_the_report():
    assert told(("Boston", Facts()))[2] == "Boston has not received the report yet"


def test_with_every_answer_in_the_verdict_tells_what_came_of_them():
    off = Facts(answered_on=DUE, status="red")
    shape, says, note = told(("Boston", ANSWERED), ("Boston", off))
    assert (shape, says) == ("done", "All 2 answers are in")
    assert note == "Every council has answered; 1 off track"


def test_when_all_is_closed_the_verdict_says_so():
    closed = Facts(answered_on=DUE, closed_on=DUE)
    assert told(("Boston", closed))[2].endswith("every recommendation is closed")


def test_what_is_closed_unanswered_is_no_longer_missing():
    assert told(("Boston", Facts(received_on=RECEIVED, closed_on=DUE)))[0] == "done"


def test_without_recommendations_the_verdict_says_so():
    assert told()[1] == "No recommendations yet"


def test_where_no_answer_is_asked_for_none_is_missing():
    assert told(("Boston", Facts(is_wanted=False)))[1] == "No answer is asked for"
