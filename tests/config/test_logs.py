"""One line of JSON for each event in production, each with the number of its request."""

import json
import logging

import pytest
import structlog

from config.logs import logging_for
from tests.factories.people import a_user


@pytest.fixture
def line():
    """Return a function that formats one event as the handler would."""

    def said(form, logger="anything", **event):
        config = logging_for(form=form, level="INFO")["formatters"]["structured"]
        options = {name: value for name, value in config.items() if name != "()"}
        record = logging.LogRecord(
            logger, logging.WARNING, "here.py", 1, event.pop("message", "it happened"), (), None
        )
        record.exc_info = event.pop("exc_info", None)
        return config["()"](**options).format(record)

    return said


def test_an_event_is_one_line_of_json(line):
    found = json.loads(line("json", logger="governance.notices"))
    assert (found["event"], found["level"], found["logger"]) == (
        "it happened",
        "warning",
        "governance.notices",
    )
    assert found["timestamp"].endswith("Z")


def test_a_fault_with_its_traceback_is_one_line_too(line):
    with pytest.raises(ZeroDivisionError) as fault:
        1 / 0  # noqa: B018
    said = line("json", exc_info=(fault.type, fault.value, fault.tb))
    assert "\n" not in said
    assert "ZeroDivisionError" in json.loads(said)["exception"]


def test_for_people_it_is_readable(line):
    assert "it happened" in line("console")
    assert not line("console").startswith("{")


def test_what_a_request_bound_is_in_every_line(line):
    with structlog.contextvars.bound_contextvars(request_id="abc123"):
        assert json.loads(line("json"))["request_id"] == "abc123"


def test_each_request_has_a_number_of_its_own_in_its_answer_and_its_line(client, caplog):
    with caplog.at_level(logging.INFO, logger="concordat.request"):
        first, second = client.get("/healthz"), client.get("/healthz")
    numbers = [answer["X-Request-ID"] for answer in (first, second)]
    assert numbers[0] != numbers[1]
    events = [record.msg for record in caplog.records if record.name == "concordat.request"]
    assert [(e["event"], e["path"], e["status"], e["method"]) for e in events] == [
        ("answered", "/healthz", 200, "GET")
    ] * 2
    assert [event["request_id"] for event in events] == numbers


@pytest.mark.parametrize("signed_in", [False, True])
def test_of_a_person_the_line_holds_the_number_of_the_account_alone(client, db, caplog, signed_in):
    person = a_user("Ann Clerk", "ann.clerk@example.org")
    if signed_in:
        client.force_login(person)
    with caplog.at_level(logging.INFO, logger="concordat.request"):
        client.get("/meetings/")
    (event,) = [record.msg for record in caplog.records if record.name == "concordat.request"]
    assert event.get("account") == (person.pk if signed_in else None)
    assert ("account" in event) == signed_in
    assert "Ann" not in str(event)
    assert "ann.clerk" not in str(event)


def test_for_the_line_nobody_is_looked_up(client, db, django_assert_num_queries):
    client.force_login(a_user())
    with django_assert_num_queries(0):
        client.get("/healthz")


def test_a_password_that_was_typed_is_not_in_the_log(client, db, caplog):
    with caplog.at_level(logging.DEBUG):
        client.post("/account/login/", {"login": "a@example.org", "password": "hunter2hunter2"})
    assert "hunter2" not in caplog.text


@pytest.mark.django_db
def test_a_signed_address_is_not_in_the_log(client, caplog):
    caplog.set_level("INFO", logger="concordat.request")
    client.get("/e-mail-updates/yours/InJlYWRlckBleGFtcGxlLm9yZyI:sign:ed/")
    said = " ".join(str(record.msg) for record in caplog.records if "request" in record.name)
    assert "/e-mail-updates/yours/-/" in said
    assert "InJlYWRlckBleGFtcGxlLm9yZyI" not in said
