"""Gentle notes on the words of a recommendation."""

import pytest

from scrutiny.recommendations.prompts import prompts

NAMES = ("Boston", "East Lindsey", "South Holland")
CHANGE, WHO, WHEN, ONE = (
    "What should change?", "Who is to do it?", "By when, or how much?", "One thing at a time?",
)  # fmt: skip


def noticed(text):
    return [prompt.about for prompt in prompts(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The four of the task group on the strategy of 2023, in our words.
        (
            "That every two years it should be a topic; between, the review should seek assurance.",
            [WHO, ONE],
        ),
        (
            "To use East Lindsey’s best practice; and to seek feedback from those who take part.",
            [WHO, WHEN, ONE],
        ),
        ("A continued focus on cyber security, so that all understand it.", [CHANGE, WHO, WHEN]),
        ("To add a glossary to the strategy, explaining any technical term.", [WHO, WHEN]),
        # One that leaves nothing to ask.
        ("That the Portfolio Holder for ICT publish the audit by 31 March 2024.", []),
        ("Boston to halve the time that a form takes.", [WHEN]),
        ("Cabinet should consider more training each year.", [CHANGE]),
        ("The training should be paid for by the Cabinet before 2025.", []),
        ("Continue.", [CHANGE, WHO, WHEN]),
    ],
)  # fmt: skip
def test_what_is_noticed(text, expected):
    assert noticed(text) == expected


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_said_of_an_empty_text(text):
    assert prompts(text) == []


def test_a_weak_start_is_quoted():
    (found, *_) = prompts("To continue as before")
    assert "“continue”" in found.says


def test_a_very_long_text_is_read_in_no_time():
    assert prompts("a and " * 100_000)
