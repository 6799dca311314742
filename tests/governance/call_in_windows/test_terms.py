"""The vocabulary of a call-in rule: what it may say, what is refused, and how it reads."""

from datetime import date

import pytest

from governance.call_in_windows.rules import Terms
from governance.errors import Refused

FIVE = {"unit": "working_days", "count": 5}
TUESDAY = {"unit": "fixed_weekday", "weekday": "tuesday"}


def test_rule_says_nothing_more_than_it_must():
    assert Terms.from_json(FIVE) == Terms(unit="working_days", count=5)


def test_rule_may_say_everything():
    rule = {
        "unit": "calendar_days",
        "count": 5,
        "count_first_day": True,
        "deemed": "next_working_day",
        "office_closes": "17:00",
        "roll": "next_working_day",
        "cut_off": "16:00",
        "closed": ["2022-12-28"],
    }
    assert Terms.from_json(rule).as_json() == rule


def test_closed_days_come_out_once_and_in_order():
    terms = Terms.from_json({**FIVE, "closed": ["2022-12-29", "2022-12-28", "2022-12-29"]})
    assert terms.closed == (date(2022, 12, 28), date(2022, 12, 29))


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ([], 'A rule is a JSON object, such as {"unit": "working_days", "count": 5}.'),
        ({"count": 5}, 'The rule needs a "unit": "working_days", "clear_working_days"'),
        (FIVE | {"days": 5}, 'A rule has no "days". Its keys are unit, count, weekday,'),
        (FIVE | {"unit": "weeks"}, '"calendar_days" or "fixed_weekday", not "weeks".'),
        (FIVE | {"unit": ["working_days"]}, "not ['working_days']."),
        ({"unit": "working_days"}, 'The rule needs a "count" of days, such as 5.'),
        (FIVE | {"count": 0}, "The count must be 1 or more, not 0."),
        (FIVE | {"count": -5}, "The count must be 1 or more, not -5."),
        (FIVE | {"count": 367}, "The count must be 366 or fewer, not 367."),
        (FIVE | {"count": "5"}, 'The "count" must be a whole number, not "5".'),
        (FIVE | {"count": 5.0}, 'The "count" must be a whole number, not 5.0.'),
        (FIVE | {"count": True}, 'The "count" must be a whole number, not true.'),
        (FIVE | {"count": None}, 'The "count" must be a whole number, not null.'),
        (FIVE | {"weekday": "tuesday"}, "Only a rule of a fixed weekday takes a weekday."),
        ({"unit": "fixed_weekday"}, 'A fixed weekday needs its "weekday", such as "tuesday".'),
        ({"unit": "fixed_weekday", "weekday": "Tues"}, '"saturday" or "sunday", not "Tues".'),
        (TUESDAY | {"count": 1}, "A fixed weekday counts no days, so it takes no count."),
        (TUESDAY | {"count_first_day": True}, "counts no days, not even the first."),
        (
            {"unit": "clear_working_days", "count": 5, "count_first_day": True},
            "Clear days leave out the day of publication, so it cannot be day 1.",
        ),
        (FIVE | {"count_first_day": "no"}, 'must be true or false, not "no".'),
        (FIVE | {"deemed": "later"}, '"as_published" or "next_working_day", not "later".'),
        (FIVE | {"roll": False}, '"none" or "next_working_day", not false.'),
        (FIVE | {"office_closes": "5pm"}, 'must be a time such as "17:00", not "5pm".'),
        (FIVE | {"office_closes": 17}, 'must be a time such as "17:00", not 17.'),
        (FIVE | {"cut_off": "24:00"}, 'such as "17:00", or "end_of_day", not "24:00".'),
        (FIVE | {"cut_off": "17:00:00"}, 'not "17:00:00".'),
        (FIVE | {"cut_off": "00:00"}, 'is before the last day begins: use "end_of_day".'),
        (FIVE | {"closed": "2022-12-28"}, 'must be a list of dates, not "2022-12-28".'),
        (FIVE | {"closed": ["2022-02-30"]}, 'a date that does not exist: "2022-02-30".'),
        (FIVE | {"closed": ["28/12/2022"]}, 'such as "2023-04-14", not "28/12/2022".'),
        (FIVE | {"closed": [20221228]}, "not 20221228."),
        (FIVE | {"deemed": "x" * 100}, "…."),
    ],
)
def test_rule_that_makes_no_sense_is_refused_in_a_sentence(rule, sentence):
    with pytest.raises(Refused) as refusal:
        Terms.from_json(rule)
    assert sentence in str(refusal.value)


AFTER = "days after the day of publication."
NOT_COUNTED = "Weekends and bank holidays are not counted."
TO_MIDNIGHT = "The council's rule sets no time of day, so the last day runs to midnight."
MOVED = "counts as published on the next working day."


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param(FIVE, ["Five working", AFTER, NOT_COUNTED, TO_MIDNIGHT], id="plain"),
        pytest.param(
            {"unit": "working_days", "count": 1, "cut_off": "16:00"},
            [
                "One working day after the day of publication.",
                NOT_COUNTED,
                "Call-in closes at 4pm on the last day.",
            ],
            id="one-day-with-a-cut-off",
        ),
        pytest.param(
            {"unit": "working_days", "count": 10, "count_first_day": True},
            ["10 working days, starting with the day of publication.", NOT_COUNTED, TO_MIDNIGHT],
            id="first-day-counted",
        ),
        pytest.param(
            {"unit": "clear_working_days", "count": 5},
            [
                "Five clear working",
                AFTER,
                NOT_COUNTED,
                TO_MIDNIGHT,
                "The days are clear days, so the decision takes effect on the next working day.",
            ],
            id="clear-days",
        ),
        pytest.param(
            {"unit": "calendar_days", "count": 5, "roll": "next_working_day"},
            [
                "Five calendar",
                AFTER,
                "Weekends and bank holidays are counted.",
                "A last day that is not a working day moves to the next working day.",
                TO_MIDNIGHT,
            ],
            id="rolled-calendar-days",
        ),
        pytest.param(
            TUESDAY | {"cut_off": "17:00"},
            [
                "The Tuesday of the week after publication.",
                "Call-in closes at 5pm on the last day.",
            ],
            id="fixed-weekday",
        ),
        pytest.param(
            FIVE | {"office_closes": "17:00"},
            [
                "Five working",
                AFTER,
                NOT_COUNTED,
                "A notice put out after 5pm, or on a day that is not a working day,",
                MOVED,
                TO_MIDNIGHT,
            ],
            id="office-hours",
        ),
        pytest.param(
            FIVE | {"deemed": "next_working_day"},
            [
                "Five working",
                AFTER,
                NOT_COUNTED,
                "A notice put out on a day that is not a working day",
                MOVED,
                TO_MIDNIGHT,
            ],
            id="deemed",
        ),
        pytest.param(
            FIVE | {"closed": ["2022-12-28"]},
            [
                "Five working",
                AFTER,
                "Weekends, bank holidays and days the council's offices are closed",
                "are not counted.",
                TO_MIDNIGHT,
            ],
            id="closures",
        ),
    ],
)
def test_rule_reads_as_whole_sentences(rule, said):
    assert Terms.from_json(rule).in_words() == " ".join(said)
