"""Before anything was published."""

import pytest

from tests.governance.pages.markup import parsed, text_of


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "No notice has been published yet."),
        ("/", "No decision is open for call-in"),
        ("/notices/", "No notice has been published yet."),
        ("/open-for-call-in/", "No decision is open for call-in."),
    ],
)
def test_a_page_with_nothing_on_it_says_so(client, db, address, words):
    assert words in text_of(parsed(client.get(address).text))


def test_an_empty_list_is_still_data(client, db):
    assert client.get("/notices/?format=csv").text.splitlines() == [
        "Notice,Council,Published,State,Last day to call in,Closes,Address"
    ]
