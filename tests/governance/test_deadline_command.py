"""`manage.py deadline`: the answer for a program, the answer for a person, and every refusal."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from governance.errors import Refused
from governance.management.deadline_answers import Options, answer

ROOT = Path(__file__).parents[2]
FIVE = '{"unit": "working_days", "count": 5}'
# Nothing listens on port 9, so a command that looks for a server fails.
NO_SERVERS = {
    "CONCORDAT_MODE": "test",
    "SECRET_KEY": "not-a-secret-but-long-enough-for-a-test-of-a-command",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:9/nothing",
    "REDIS_URL": "redis://127.0.0.1:9/0",
}


def run(*arguments):
    return subprocess.run(
        [sys.executable, "manage.py", "deadline", *arguments],
        cwd=ROOT,
        env=os.environ | NO_SERVERS,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_command_answers_in_json_without_any_server():
    done = run("call_in", "2023-04-14", "--rule", FIVE, "--json")
    found = json.loads(done.stdout)
    assert (found["deadline"], found["in_effect_on"]) == ("2023-04-21", "2023-04-22")


def test_command_prints_nonsense_as_one_sentence_and_exits_with_2():
    done = run("call_in", "2023-04-14", "--rule", '{"unit": "working_days", "count": 0}')
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "The count must be 1 or more, not 0.\n",
    )


def test_command_prints_the_count_as_a_person_would_read_it():
    done = run("public_questions", "2023-04-12", "--count", "2")
    assert "Monday 10 April 2023     not counted  Easter Monday" in done.stdout.splitlines()


def test_command_puts_the_answer_on_standard_output():
    out = StringIO()
    call_command("deadline", "scrutiny_response", "2023-03-06", json=True, stdout=out)
    assert json.loads(out.getvalue())["date"] == "2023-05-05"


def test_command_puts_the_telling_on_standard_output():
    out = StringIO()
    call_command("deadline", "scrutiny_response", "2023-03-06", stdout=out)
    assert out.getvalue().startswith("Scrutiny response: Friday 5 May 2023\n")


def test_command_puts_a_refusal_on_standard_error():
    err = StringIO()
    with pytest.raises(SystemExit, match="2"):
        call_command("deadline", "scrutiny_response", "6 March", stderr=err)
    assert err.getvalue() == '"6 March" is not a date such as 2023-04-14.\n'


def test_call_in_answer_holds_all_that_explains_it():
    found = answer("call_in", "2023-04-14", Options(rule=FIVE)).as_json
    assert set(found) == {
        "kind",
        "published_on",
        "deadline",
        "closes_at",
        "in_effect_on",
        "trace",
        "rule",
        "rule_in_words",
        "calendar_version",
    }


def test_call_in_trace_says_of_each_day_whether_it_counted_and_why():
    found = answer("call_in", "2023-04-14", Options(rule=FIVE)).as_json
    assert found["trace"][1] == {
        "date": "2023-04-15",
        "counted": False,
        "number": None,
        "why": "Weekend",
        "kind": "skipped",
    }


def test_call_in_takes_a_time_of_day():
    rule = '{"unit": "working_days", "count": 5, "office_closes": "17:00"}'
    found = answer("call_in", "2023-04-14T17:30", Options(rule=rule)).as_json
    assert found["deadline"] == "2023-04-24"


def test_call_in_is_told_in_sentences():
    lines = answer("call_in", "2023-04-14", Options(rule=FIVE)).lines
    assert "Call-in closes at the end of Friday 21 April 2023." in lines


@pytest.mark.parametrize(
    ("kind", "when", "options", "expected"),
    [
        ("agenda_publication", "2023-04-12", Options(), "2023-03-31"),
        ("agenda_publication", "2023-04-12", Options(clear_days="calendar"), "2023-04-06"),
        ("public_questions", "2023-04-12", Options(count="2"), "2023-04-05"),
        ("key_decision_notice", "2023-04-12", Options(), "2023-03-14"),
        ("key_decision_notice", "2023-04-12", Options(clear_days="working"), "2023-02-28"),
        ("key_decision_earliest", "2024-02-01", Options(), "2024-03-01"),
        ("private_meeting_notice", "2023-12-12", Options(stage="28"), "2023-11-13"),
        ("private_meeting_notice", "2023-12-12", Options(stage="5"), "2023-12-04"),
        ("general_exception", "2023-04-06", Options(), "2023-04-18"),
        ("scrutiny_response", "2023-03-06", Options(), "2023-05-05"),
        ("decision_retention", "2023-04-12", Options(), "2029-04-11"),
        ("background_paper_retention", "2023-04-12", Options(), "2027-04-11"),
    ],
)
def test_every_other_kind_answers_with_its_date(kind, when, options, expected):
    assert answer(kind, when, options).as_json["date"] == expected


def test_other_kinds_give_their_source():
    found = answer("scrutiny_response", "2023-03-06", Options()).as_json
    assert found["source"] == "Local Government Act 2000, section 9FE"


@pytest.mark.parametrize(
    ("kind", "when", "options", "sentence"),
    [
        (None, None, Options(), "Name a kind of deadline."),
        ("callin", "2023-04-14", Options(), 'There is no deadline called "callin".'),
        ("call_in", None, Options(rule=FIVE), "Give a date for call_in"),
        ("call_in", "2023-04-14", Options(), "Give the rule as JSON"),
        ("call_in", "2023-04-14", Options(rule="{"), "not JSON that can be read"),
        ("call_in", "2023-04-14", Options(rule="[" * 100_000), "not JSON that can be read"),
        ("call_in", "2023-04-14", Options(rule='{"unit":1,"unit":2}'), "names a key twice"),
        ("call_in", "2023-02-30", Options(rule=FIVE), '"2023-02-30" does not exist'),
        ("call_in", "20230414", Options(rule=FIVE), "not a date such as"),
        ("call_in", "2023-04-14T24:30", Options(rule=FIVE), "does not exist"),
        ("call_in", "2023-04-14T17", Options(rule=FIVE), "not a date and time such as"),
        ("call_in", "2035-01-01", Options(rule=FIVE), "are not known"),
        ("call_in", "2023-04-14", Options(rule=FIVE, stage="5"), "--stage means nothing"),
        ("agenda_publication", "2023-04-14T17:00", Options(), "Only call_in takes a time"),
        ("agenda_publication", "2023-04-12", Options(clear_days="both"), 'not "both"'),
        ("scrutiny_response", "2023-04-12", Options(clear_days="working"), "--clear-days means"),
        ("decision_retention", "9999-04-12", Options(), "too far away"),
        ("public_questions", "2023-04-12", Options(), "such as --count 2"),
        ("public_questions", "2023-04-12", Options(count="two"), 'not "two"'),
        ("public_questions", "2023-04-12", Options(count="0"), "from 1 to 366, not 0"),
        ("private_meeting_notice", "2023-04-12", Options(), "--stage 28 or --stage 5"),
        ("private_meeting_notice", "2023-04-12", Options(stage="7"), "--stage 28 or --stage 5"),
    ],
)
def test_question_that_makes_no_sense_is_refused_in_a_sentence(kind, when, options, sentence):
    with pytest.raises(Refused) as refusal:
        answer(kind, when, options)
    assert sentence in str(refusal.value)
