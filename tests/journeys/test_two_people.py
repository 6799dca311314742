"""Two people write the same line: neither loses a word, and each sees the other's."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NARROW

THEIRS, MINE = "Because the review said so.", "Because of the business case."
# What stands before each cell where the column's head is out of sight.
LABELS = """cells => cells.map(cell => getComputedStyle(cell, "::before"))
  .map(drawn => drawn.display === "none" ? "" : drawn.content)"""


@pytest.fixture(params=["in place", "as a page"])
def both(request, page, draft, sign_in, new_page):
    """Two browsers with the same reasons open, mine and theirs."""
    there = new_page()
    for one in (page, there):
        sign_in(one, desk.DEMOCRATIC)
        one.goto(desk.PUBLISH)
        link = desk.line_link(one, "Add: Reasons for the decision")
        if request.param == "in place":
            link.click()
        else:
            one.goto(link.get_attribute("href"))
    return page, there


def save(page, reasons):
    desk.reasons(page).fill(reasons)
    page.get_by_role("button", name="Save").click()


def test_the_second_to_save_sees_both_and_may_put_theirs_over_it(both, check_both_widths):
    mine, there = both
    save(there, THEIRS)
    expect(desk.line_link(there, "Change: Reasons for the decision")).to_be_visible()
    save(mine, MINE)
    expect(mine.locator("*:focus")).to_contain_text("Changed while you were writing")
    row = mine.get_by_role("row", name=re.compile("Reasons"))
    expect(row).to_contain_text(THEIRS)
    expect(row).to_contain_text(MINE)
    expect(desk.reasons(mine)).to_have_value(MINE)
    check_both_widths(mine)
    mine.set_viewport_size({"width": NARROW, "height": 900})
    assert row.get_by_role("cell").evaluate_all(LABELS) == ['"Saved now"', '"Yours"']

    mine.get_by_role("button", name="Save").click()
    line = mine.locator("li", has=desk.line_link(mine, "Change: Reasons for the decision"))
    expect(line).to_contain_text(MINE)
    mine.goto(desk.line_link(mine, "Change: Reasons for the decision").get_attribute("href"))
    mine.get_by_role("link", name="Who changed this record, and why").click()
    history = mine.locator(".app-chrono")
    expect(history.locator("ins", has_text="business")).to_be_visible()
    expect(history.locator("ins", has_text=THEIRS)).to_be_visible()
    check_both_widths(mine)
