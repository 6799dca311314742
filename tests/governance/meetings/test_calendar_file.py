"""A meeting as an iCalendar file."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from governance.meetings.calendar_file import Event, calendar_file, escaped, folded
from tests.factories.meetings import a_meeting
from tests.factories.people import made


def an_event(**facts):
    usual = {
        "uid": "meeting-1@example.org",
        "sequence": 2,
        "changed_at": datetime(2023, 12, 1, 9, tzinfo=UTC),
        "title": "Joint ICT Committee",
        "held_on": date(2023, 12, 12),
        "starts_at": time(18),
        "ended_at": None,
        "place": "Council Chamber, Daneshill House",
        "address": "https://example.org/meetings/1/",
        "said": "To be held",
        "cancelled": False,
    }
    return calendar_file(Event(**usual | facts)).decode()


def test_an_event_is_in_london_time_with_the_zone_it_names():
    text = an_event()
    assert "DTSTART;TZID=Europe/London:20231212T180000\r\n" in text
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n" in text
    assert "STATUS:CONFIRMED\r\n" in text


def test_a_cancelled_meeting_says_so_to_the_calendar():
    assert "STATUS:CANCELLED\r\n" in an_event(cancelled=True)


def test_without_an_hour_it_is_a_day():
    text = an_event(starts_at=None)
    assert "DTSTART;VALUE=DATE:20231212\r\n" in text
    assert "VTIMEZONE" not in text


def test_commas_and_new_lines_are_escaped():
    assert escaped("a, b; c\\d\r\ne") == "a\\, b\\; c\\\\d\\ne"
    assert "LOCATION:Council Chamber\\, Daneshill House\r\n" in an_event()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_lines_are_folded_at_75_octets_and_unfold_to_what_they_were(text):
    pieces = folded(text).removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    for piece in pieces:
        piece.decode()
    assert (pieces[0] + b"".join(piece[1:] for piece in pieces[1:])).decode() == text


@pytest.mark.django_db
def test_a_change_keeps_the_event_and_raises_its_sequence(client):
    meeting = a_meeting(state="called", held_on=date(2031, 1, 8))
    address = reverse("meetings:calendar", args=[meeting.pk])
    before = client.get(address).text
    meeting.place = "Guildhall"
    made(meeting)
    after = client.get(address).text

    def line(text, name):
        return next(row for row in text.split("\r\n") if row.startswith(name))

    assert line(before, "UID") == line(after, "UID")
    assert (line(before, "SEQUENCE"), line(after, "SEQUENCE")) == ("SEQUENCE:1", "SEQUENCE:2")


@pytest.mark.django_db
def test_a_draft_is_in_nobodys_calendar(client):
    meeting = a_meeting(state="draft")
    assert client.get(reverse("meetings:calendar", args=[meeting.pk])).status_code == 404
