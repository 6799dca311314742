"""The data say on which day call-in ends; midnight is never written as the day after."""

import csv
import io
from datetime import date, datetime, timedelta

import pytest

from governance.calendar.local_time import LONDON
from tests.factories.councils import FIVE_WORKING_DAYS, a_council_with_a_rule
from tests.factories.notices import PUBLISHED_AT, a_published_notice

pytestmark = pytest.mark.django_db
SUMMER, WINTER = PUBLISHED_AT, datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("published_at", "last_day"), [(SUMMER, date(2023, 4, 21)), (WINTER, date(2026, 11, 27))]
)
@pytest.mark.parametrize(
    ("more", "closes"), [({}, "end of {}"), ({"cut_off": "17:00"}, "{} 17:00")]
)
def test_the_last_day_and_how_it_ends(client, published_at, last_day, more, closes):
    council = a_council_with_a_rule(terms=FIVE_WORKING_DAYS | more)
    made_on = published_at.date() - timedelta(days=2)
    a_published_notice(council, at=published_at, made_on=made_on)
    (row,) = csv.DictReader(io.StringIO(client.get("/notices/?format=csv").text))
    assert row["Last day to call in"] == last_day.isoformat()
    assert row["Closes"] == closes.format(last_day)
