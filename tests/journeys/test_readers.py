"""What each kind of person who only reads may see of the same records, and what they may not."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.scenes import OFFERS, PRICES

ISSUE = "Digital Strategy and ICT Roadmap"
DRAFT = "/notices/south-holland/"
SCRUTINY, PARTNERSHIP = (
    "Scrutiny officer, South Holland",
    "Partnership officer, South & East Lincolnshire",
)


def read_the_private_meeting(page):
    """Find the meeting that is partly in private as anybody would, by the list of meetings."""
    page.get_by_role("link", name="Meetings", exact=True).click()
    page.get_by_role("row", name=re.compile("Boston.*To be held|To be held.*Boston")).get_by_role(
        "link"
    ).first.click()
    expect(page.locator("main")).to_contain_text(OFFERS)


def test_the_public_reads_from_an_issue_to_the_count_of_one_deadline(page, corrected, stack):
    page.goto("/")
    page.get_by_role("link", name="Issues", exact=True).click()
    page.get_by_role("link", name=ISSUE).click()
    row = page.get_by_role("row", name=re.compile("^Boston"))
    expect(row).to_contain_text("Sat 22 Apr 2023")
    row.get_by_role("link", name="Notice of Boston").click()
    expect(desk.verdict(page)).to_have_text("In effect from Saturday 22 April 2023")
    page.get_by_role("link", name="How this date was counted").click()
    last = page.locator(".app-count__day--last")
    expect(last).to_contain_text("21")
    expect(last).to_be_in_viewport()
    stack.wait_for_pdfs()
    page.reload()
    link = page.get_by_role("link", name=re.compile("^Download the notice"))
    assert page.request.get(link.get_attribute("href")).body().startswith(b"%PDF")


def test_the_public_reads_what_is_to_be_decided_and_by_whom(page, corrected):
    page.goto("/")
    page.get_by_role("link", name="Forward plan").click()
    page.get_by_role("link", name="One service desk for the three councils").click()
    expect(page.locator("main")).to_contain_text("Portfolio holder for corporate services")


def test_a_restricted_paper_is_read_by_members_and_to_others_is_not_there(
    page, corrected, sign_in, sign_out
):
    sign_in(page, desk.MEMBER)
    read_the_private_meeting(page)
    meeting = page.url
    paper = page.get_by_role("link", name=re.compile(PRICES)).get_attribute("href")
    assert page.request.get(paper).body().startswith(b"%PDF")
    sign_out(page)
    page.goto("/")
    read_the_private_meeting(page)
    assert page.url == meeting
    item = page.locator(".app-agenda > li", has_text=OFFERS)
    expect(item).to_contain_text("paragraph 3")
    expect(page.locator("main")).not_to_contain_text(PRICES)
    assert page.goto(paper).status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


def test_a_member_sees_that_a_decision_called_in_is_frozen(page, corrected, sign_in):
    sign_in(page, desk.MEMBER)
    page.goto("/notices/?council=boston")
    page.get_by_role("link", name=re.compile("Replacing mobile telephones")).click()
    expect(page.locator(".app-verdict")).to_contain_text("Called in")
    expect(page.get_by_role("heading", name="Called in", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Record how"))).to_have_count(0)


def test_an_officer_reads_a_draft_and_is_told_why_they_may_not_publish_it(
    page, draft, sign_in, sign_out
):
    page.goto(desk.NOTICE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    sign_in(page, "Officer, Boston")
    page.goto(desk.NOTICE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cabinet")
    assert page.goto(desk.PUBLISH).status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot do that")
    expect(page.locator("main")).to_contain_text("democratic services of Boston Borough Council")


@pytest.mark.parametrize("who", [PARTNERSHIP, SCRUTINY])
def test_other_officers_read_across_councils_and_change_nothing(page, corrected, sign_in, who):
    sign_in(page, who)
    page.goto("/issues/")
    page.get_by_role("link", name=ISSUE).click()
    for council in ("Boston", "East Lindsey", "South Holland"):
        expect(page.get_by_role("row", name=re.compile(f"^{council}"))).to_be_visible()
    expect(page.get_by_role("heading", name="For democratic services")).to_have_count(0)
    assert page.goto("/worklist/").status == 403
    assert page.goto("/administration/").status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot do that")
