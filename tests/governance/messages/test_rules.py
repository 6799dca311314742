"""What follows an attempt to send a message."""

from datetime import timedelta

import pytest

from governance.messages.rules import WAITS, Ending, after


def test_what_was_sent_is_over():
    step = after(Ending.SENT, attempts=1, doubts=0)
    assert step.is_sent
    assert not step.is_given_up


def test_what_was_not_sent_is_tried_for_about_three_days_and_then_given_up():
    steps = [
        after(Ending.NOT_SENT, attempts=number, doubts=0) for number in range(1, len(WAITS) + 2)
    ]
    assert [step.wait for step in steps] == [*WAITS, None]
    assert timedelta(days=2) < sum(WAITS, timedelta()) < timedelta(days=4)
    assert list(WAITS) == sorted(WAITS)


def test_what_the_server_refused_for_good_is_not_tried_again():
    assert after(Ending.REFUSED, attempts=1, doubts=0).is_given_up


@pytest.mark.parametrize(("doubts", "is_given_up"), [(1, False), (2, True)])
def test_what_may_have_arrived_is_tried_once_more_and_no_oftener(doubts, is_given_up):
    assert after(Ending.IN_DOUBT, attempts=2, doubts=doubts).is_given_up == is_given_up
