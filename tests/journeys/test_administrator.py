"""An administrator changes how deadlines are counted; democratic services decide what follows."""

import re

from playwright.sync_api import expect

from tests.journeys import desk

ADMINISTRATOR = "Administrator, Boston"


def test_a_new_version_of_a_rule_is_shown_before_it_is_saved(
    page, corrected, sign_in, check_both_widths
):
    sign_in(page, ADMINISTRATOR)
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name=re.compile("^New version of the rule")).click()
    check = page.get_by_role("button", name="Check what this gives")
    check.click()
    desk.is_told(page, "Enter the day from which it is in force", at="id_from_on_0")
    desk.enter_date(page, "from_on", "1", "6", "2027")
    page.get_by_label("How many days?").fill("7")
    page.get_by_label("Where is the rule written?").fill("Constitution (illustrative)")
    page.get_by_label("Why is there a new version?").fill("The council changed its constitution.")
    check.click()
    expect(page.locator(".app-verdict")).to_contain_text("Not saved yet")
    expect(desk.verdict(page)).to_contain_text("Published today, call-in would close")
    expect(page.locator(".app-count__day--last")).to_be_visible()
    check_both_widths(page)
    page.get_by_role("button", name="Save version 2").click()
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Version 2")
    expect(page.locator("main")).to_contain_text("Version 1, in force")


def test_a_bank_holiday_proclaimed_late_moves_a_deadline_only_when_somebody_decides(
    page, complete, sign_in, sign_out
):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.publish_as_of(page, ("14", "4", "2023"), "10.05am")
    desk.press_publish(page)
    sign_out(page)
    sign_in(page, ADMINISTRATOR)
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name="The bank holidays that are known").click()
    desk.enter_date(page, "day", "19", "4", "2023")
    page.get_by_label("What is it called?").fill("Day of mourning (illustrative)")
    page.get_by_role("button", name="Add the bank holiday").click()
    desk.is_told(page, "Enter where the day was proclaimed.", at="id_source")
    page.get_by_label("Where was it proclaimed?").fill("Illustrative")
    page.get_by_role("button", name="Add the bank holiday").click()
    sign_out(page)
    page.goto(desk.NOTICE)
    expect(desk.verdict(page)).to_have_text("In effect from Saturday 22 April 2023")
    sign_in(page, desk.DEMOCRATIC)
    page.get_by_role("link", name=re.compile("^Decide ?: Cabinet")).click()
    expect(page.get_by_role("table")).to_contain_text("Monday 24 April 2023")
    page.get_by_role("button", name="Decide and publish").click()
    desk.is_told(page, "Choose whether the window keeps its date or moves.", at="id_what_0")
    page.get_by_label("It keeps the date it was published with").check()
    page.get_by_label("Why?").fill("Nobody was prevented from calling it in.")
    page.get_by_role("button", name="Decide and publish").click()
    page.goto(desk.NOTICE)
    expect(desk.verdict(page)).to_have_text("In effect from Saturday 22 April 2023")
    expect(page.locator("main")).to_contain_text("Nobody was prevented from calling it in.")
