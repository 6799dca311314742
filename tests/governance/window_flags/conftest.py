"""The calendar as it was before the proclamation of September 2022, and a notice published then."""

from datetime import datetime

import holidays
import pytest

from governance.calendar import bank_holidays
from governance.calendar.local_time import LONDON
from tests.factories.councils import a_council_with_a_rule
from tests.factories.notices import a_published_notice
from tests.factories.people import a_person_with_role
from tests.factories.window_flags import FUNERAL

FRIDAY = datetime(2022, 9, 16, 10, 5, tzinfo=LONDON)
SATURDAY = datetime(2022, 9, 17, 9, 0, tzinfo=LONDON)


@pytest.fixture
def an_older_release(monkeypatch):
    """Let the holidays library be a release from before the funeral was proclaimed."""
    now = holidays.country_holidays

    def older(*args, **kwargs):
        return {day: name for day, name in now(*args, **kwargs).items() if day != FUNERAL}

    monkeypatch.setattr(holidays, "country_holidays", older)
    bank_holidays._table.cache_clear()
    yield
    bank_holidays._table.cache_clear()


@pytest.fixture
def council(db):
    return a_council_with_a_rule("Barton")


@pytest.fixture
def notice(an_older_release, council):
    return a_published_notice(council, at=FRIDAY, made_on="2022-09-14")


@pytest.fixture
def clerk(council):
    return a_person_with_role("democratic_services", council)


@pytest.fixture
def administrator(council):
    return a_person_with_role("administrator", council)
