"""Somebody of the public follows a council by e-mail: asked, confirmed, told, and ended."""

import re

from playwright.sync_api import expect

from tests.journeys import desk
from tests.mail_server import text_of

READER = "reader@example.org"


def link_in(mail, stack):
    return re.search(rf"{re.escape(stack.address)}(/e-mail-updates/\S+)", text_of(mail)).group(1)


def test_a_reader_follows_a_council_and_is_told_of_a_notice(
    page, new_page, complete, stack, sign_in, check_both_widths
):
    stack.mail.begin_anew()
    page.goto("/e-mail-updates/?council=boston")
    check_both_widths(page)
    page.get_by_label("Your e-mail address").fill(READER)
    page.get_by_role("button", name="E-mail me").click()
    expect(page.locator("h1")).to_have_text("Look at your e-mail")
    check_both_widths(page)

    question = stack.mail_to(READER)
    assert question["List-Unsubscribe"] is None
    page.goto(link_in(question, stack))
    check_both_widths(page)
    page.get_by_role("button", name="Yes, e-mail me").click()
    expect(page.locator("main")).to_contain_text("Notices of Boston Borough Council")
    check_both_widths(page)

    stack.mail.begin_anew()
    clerk = new_page()
    sign_in(clerk, desk.DEMOCRATIC)
    clerk.goto(desk.PUBLISH)
    clerk.get_by_role("button", name="Publish notice").click()
    expect(clerk.locator("main")).to_contain_text("Published")
    told = stack.mail_to(READER)
    assert told["Subject"].startswith("Published: Cabinet")
    assert desk.NOTICE in text_of(told)

    page.goto(str(told["List-Unsubscribe"]).strip(" <>"))
    check_both_widths(page)
    page.get_by_role("button", name="End them").click()
    expect(page.locator("h1")).to_have_text("These e-mails have ended")
