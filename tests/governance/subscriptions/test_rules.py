"""Which notices name a ward, and when an unconfirmed address lapses."""

from datetime import datetime, timedelta

import pytest

from governance.calendar.local_time import LONDON
from governance.subscriptions.rules import is_lapsed, names_ward, plain_address, wards_in

NOW = datetime(2026, 11, 22, 9, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("text", "ward", "expected"),
    [
        ("Fenside", "Fenside", True),
        ("Skirbeck and fenside", "Fenside", True),
        ("Fensides", "Fenside", False),
        ("West Fenside", "Fenside", True),
        ("All wards", "Fenside", True),
        ("All", "Fenside", True),
        ("Every ward", "Fenside", True),
        ("All Saints", "Fenside", False),
        ("St. Thomas'", "St. Thomas'", True),
        ("", "Fenside", False),
        ("Fenside", "", False),
        ("Old  Leake\nand Wrangle", "Old Leake and Wrangle", True),
    ],
)
def test_whether_a_text_names_a_ward(text, ward, expected):
    assert names_ward([text], ward) is expected


def test_wards_are_found_wherever_a_notice_gives_them():
    snapshot = {"decisions": [{"wards": "Fenside"}, {"wards": ""}], "entry": {"wards": "All"}}
    assert wards_in(snapshot) == ["Fenside", "All"]


@pytest.mark.parametrize(("days", "expected"), [(7, False), (8, True)])
def test_what_is_not_confirmed_lapses_after_seven_days(days, expected):
    assert is_lapsed(NOW - timedelta(days=days), None, NOW) is expected


def test_what_is_confirmed_never_lapses():
    assert not is_lapsed(NOW - timedelta(days=999), NOW, NOW)


def test_one_address_is_one_however_it_is_typed():
    assert plain_address(" Reader@Example.ORG ") == "reader@example.org"
