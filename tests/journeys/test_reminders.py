"""A digest arrives at a mail server, and its links lead where they say."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.scenes import OWED
from tests.mail_server import html_of, text_of

ADDRESS = "democratic.boston@example.org"


@pytest.fixture
def digest(stack, draft):
    """The e-mail of a morning on which Boston's democratic services owe something."""
    stack.mail.begin_anew()
    stack.run("tests.journeys.scenes", "morning")
    return stack.mail_to(ADDRESS)


def links_of(mail, base):
    """Return the addresses in the text as paths of the site."""
    found = re.findall(rf"{re.escape(base)}(/\S*)", text_of(mail))
    assert found
    return found


def test_a_digest_arrives_and_its_links_are_opened(page, digest, stack, sign_in, check_both_widths):
    assert "due today" in digest["Subject"]
    assert OWED in text_of(digest)
    assert OWED in html_of(digest)
    links = links_of(digest, stack.address)
    after = text_of(digest).partition(OWED)[2]
    duty = re.search(r"/duties/\d+/", after)[0]
    others = [link for link in links if link != duty and "/end/" not in link][-2:]
    sign_in(page, desk.DEMOCRATIC)
    page.goto(duty)
    expect(page.locator("h1")).to_contain_text(OWED)
    check_both_widths(page)
    page.get_by_role("button", name="Record that it was done").click()
    today = timezone.localdate()
    desk.enter_date(page, "done_on", str(today.day), str(today.month), str(today.year))
    page.get_by_label("How?").fill("Reported to Cabinet.")
    page.get_by_role("button", name="Save").click()
    expect(desk.verdict(page)).to_contain_text("Done on")
    for other in others:
        answer = page.goto(other)
        assert answer.status == 200
        check_both_widths(page)


def test_an_administrator_sees_that_it_went(page, digest, sign_in, check_both_widths):
    sign_in(page, "Administrator, Boston")
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name="What was sent to whom").click()
    check_both_widths(page)
    page.get_by_role("row", name=re.compile(ADDRESS)).get_by_role("link").first.click()
    expect(desk.verdict(page)).to_contain_text("Sent")
    check_both_widths(page)


def test_one_click_in_the_e_mail_ends_early_reminders(page, digest, stack):
    address = re.search(r"<(.+)>", str(digest["List-Unsubscribe"]))[1]
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    page.goto(address)
    page.get_by_role("button", name="Stop them").click()
    expect(page.locator("h1")).to_contain_text("no more reminders before the day")
