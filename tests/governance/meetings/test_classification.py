"""What a stranger reads in place of a text that is withheld."""

from datetime import date

import pytest

from governance.meetings.states import State, in_words
from governance.models import AgendaItem

SECOND = "likely to reveal the identity of an individual"
ACT = "(Schedule 12A, Local Government Act 1972)"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"classification": "public"}, ""),
        ({}, "Not public: nobody has yet said who may read it"),
        ({"classification": "confidential"}, "Restricted: confidential information"),
        (
            {"classification": "exempt", "exempt_paragraphs": [3]},
            f"Restricted: paragraph 3, financial or business affairs {ACT}",
        ),
        (
            {"classification": "exempt", "exempt_paragraphs": [1, 2]},
            f"Restricted: paragraphs 1, relating to an individual; 2, {SECOND} {ACT}",
        ),
    ],
)
def test_a_restriction_names_its_grounds(fields, words):
    assert AgendaItem(**fields).restriction == words


def test_only_what_was_called_public_is_public():
    assert AgendaItem(classification="public").is_public
    assert not AgendaItem().is_public


@pytest.mark.parametrize(
    ("state", "held_on", "words"),
    [
        (State.CALLED, date(2023, 4, 12), "To be held"),
        (State.CALLED, date(2023, 4, 11), "Its day has passed; no minutes are recorded here"),
        (State.HELD, date(2023, 4, 11), "Held"),
    ],
)
def test_how_a_meeting_stands_on_a_day(state, held_on, words):
    assert in_words(state, held_on, date(2023, 4, 12)) == words
