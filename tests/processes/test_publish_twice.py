"""However often and from wherever the button is pressed: one notice, one window, no fault."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("processes")]


def test_two_people_press_publish_at_once(stack, draft, people):
    together = Barrier(4)

    def press(session):
        together.wait()
        return stack.publish(draft, session)

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(press, people * 2))

    assert [status for status, _ in answers] == [302] * 4
    assert (stack.count("versions", draft), stack.count("windows", draft)) == (1, 1)
    pages = [page for _, page in answers]
    assert sum("Published. Version 1" in page for page in pages) == 1
    assert sum("This notice was already published" in page for page in pages) == 3


def test_eight_threads_publish_at_once(stack, draft):
    told = stack.run("publish_at_once", draft)
    refusals = [said for said in told if said != "published"]
    assert len(refusals) == 7
    assert all(said.startswith("This notice was already published by") for said in refusals)
    assert (stack.count("versions", draft), stack.count("windows", draft)) == (1, 1)
    stack.pdf_arrives(draft)
