"""The colours of a council's pages: kept by browsers, renewed on change, nothing injected."""

import pytest

from governance.councils.models import Council
from governance.pages.theme import address_of, css_of
from tests.factories.councils import a_council, a_partnership

pytestmark = pytest.mark.django_db


def test_six_properties_and_nothing_else():
    css = css_of(Council(brand_colour="#5a2350"))
    assert css.startswith(":root {\n  --govuk-brand-colour: #5a2350;\n")
    assert css.count(";") == 6


@pytest.mark.parametrize(
    "colour", ["red", "#5a2350; } body { display: none", "#5A2350\n", "url(//x)", "", "#12345"]
)
def test_what_is_no_colour_is_left_out(colour):
    css = css_of(Council(brand_colour=colour))
    assert "brand" not in css
    assert css.count("{") == css.count("}") == 1
    assert css.count(";") == 5


def test_anybody_may_fetch_it_and_keep_it(client, django_assert_num_queries):
    address = address_of(a_council(brand_colour="#5a2350"))
    with django_assert_num_queries(1):
        response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "public" in response["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_the_address_changes_with_the_colours():
    council = a_council()
    before = address_of(council)
    council.brand_colour = "#5a2350"
    assert address_of(council) != before


def test_a_partnership_has_its_own(client):
    assert client.get(address_of(a_partnership())).status_code == 200


@pytest.mark.parametrize("address", ["/theme/council/none.css", "/theme/user/1.css"])
def test_there_is_none_for_anything_else(client, address):
    assert client.get(address).status_code == 404


def test_a_page_of_no_one_council_asks_for_none():
    assert address_of(None) == address_of("") == address_of(object()) == ""
