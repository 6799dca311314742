"""Which rollouts a filter shows, and how it is said and kept in an address."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roadmap.items import filters, periods
from roadmap.models import Rollout
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import for_a_module
from tests.factories.roadmap_items import a_rollout, a_theme, an_item

pytestmark = pytest.mark.django_db


class World:
    def __init__(self):
        self.boston, self.lindsey = a_council("Boston"), a_council("East Lindsey")
        self.partnership = a_partnership(self.boston, self.lindsey)
        staff = a_theme(self.partnership, name="Staff")
        phones = an_item(
            self.partnership, title="Telephony", theme=staff, owner="Head of ICT",
            description="Calls and the voice platform",
        )  # fmt: skip
        forms = an_item(self.partnership, title="Online forms", owner="Group Manager")
        self.rows = {
            "phones, Boston": a_rollout(phones, self.boston, status="complete"),
            "phones, East Lindsey": a_rollout(
                phones, self.lindsey, status="amber", forecast_end=date(2025, 2, 28),
                sentence="The supplier is slow.",
            ),
            "forms, all": a_rollout(forms, None, owner="Insights"),
        }  # fmt: skip
        self.councils = [self.boston, self.lindsey]

    def shown(self, **asked):
        found = filters.read(asked, self.councils)
        kept = set(filters.apply(found, Rollout.objects.all()).values_list("pk", flat=True))
        return {name for name, row in self.rows.items() if row.pk in kept}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        yield World()


def test_nothing_asked_shows_everything(world):
    assert world.shown() == set(world.rows)


def test_what_all_councils_do_together_is_part_of_what_each_does(world):
    assert world.shown(council=world.boston.slug) == {"phones, Boston", "forms, all"}
    assert world.shown(council="together") == {"forms, all"}


def test_by_theme_status_and_owner(world):
    assert world.shown(theme="Staff") == {"phones, Boston", "phones, East Lindsey"}
    assert world.shown(status="amber") == {"phones, East Lindsey"}
    assert world.shown(owner="Insights") == {"forms, all"}


def test_a_rollout_without_an_owner_is_owned_as_its_item_is(world):
    assert world.shown(owner="Head of ICT") == {"phones, Boston", "phones, East Lindsey"}
    assert world.shown(owner="Group Manager") == set()


def test_words_are_found_in_title_description_and_sentence_and_each_must_be_there(world):
    assert world.shown(q="voice") == {"phones, Boston", "phones, East Lindsey"}
    assert world.shown(q="SUPPLIER telephony") == {"phones, East Lindsey"}
    assert world.shown(q="supplier forms") == set()


def test_a_period_shows_what_runs_on_one_of_its_days(world):
    assert world.shown(period="2023-24-q4") == set(world.rows)
    assert world.shown(period="2024-25-q4") == {"phones, East Lindsey"}
    assert world.shown(period="2025-26") == set()


def test_what_is_not_known_is_left_out_and_said(world):
    found = filters.read({"council": "paris", "status": "blue", "period": "1-2"}, world.councils)
    assert not found
    assert found.ignored == ("council “paris”", "status “blue”", "period “1-2”")


def test_the_address_of_a_filter_asks_for_the_same(world):
    asked = {"council": world.boston.slug, "status": "amber", "q": "a & b"}
    found = filters.read(asked, world.councils)
    assert filters.read(QueryDict(found.query(page=2)), world.councils) == found
    assert "page=2" in found.query(page=2)
    assert "status" not in found.without("status")


def test_a_filter_is_said_in_words(world):
    asked = {"council": world.boston.slug, "status": "amber", "period": "2024-25-q1", "q": "goss"}
    assert filters.in_words(filters.read(asked, world.councils), world.councils) == (
        "Boston and all councils together, at risk, "
        "running in 2024/25 quarter 1 (April to June 2024), with the words “goss”"
    )


def test_what_is_offered_is_what_the_rows_have(world):
    rows = Rollout.objects.filter(item__partnership=world.partnership)
    offered = filters.choices(world.partnership, rows, filters.Filter(owner="Somebody gone"))
    assert [name for _, name in offered.themes] == ["Staff"]
    assert [name for _, name in offered.owners] == ["Head of ICT", "Insights", "Somebody gone"]
    assert offered.periods[0] == ("2023-24", "2023/24")
    assert offered.periods[-1][0] == "2024-25-q4"


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_every_day_lies_in_one_year_and_one_quarter_that_are_offered(day):
    year, *quarters = periods.offered(day, day)
    assert year.first <= day <= year.last
    assert [q for q in quarters if q.first <= day <= q.last] != []
    assert sum((q.last - q.first).days + 1 for q in quarters) == (year.last - year.first).days + 1
    assert all(periods.read(one.value) == one for one in (year, *quarters))


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_none(text):
    found = periods.read(text)
    assert found is None or found.value == text


@pytest.mark.parametrize(
    "value", ["2024-26", "2024-25-q5", "99999-00", "2024", "\u0662\u0660\u0662\u0664-\u0662\u0665"]
)
def test_what_is_no_period_is_none(value):
    assert periods.read(value) is None
