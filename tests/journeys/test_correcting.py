"""A published notice stays as it was; a correction is the next version, with its reason."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import desk

WRONG = "The reasons named the wrong year."
NEW_REASONS = "The peer review of 2021 called for one approach."


@pytest.fixture
def published(page, complete, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.publish_as_of(page, ("14", "4", "2023"), "10.05am")
    desk.press_publish(page)
    expect(page.get_by_text("Published. Version 1")).to_be_visible()
    return page


def test_a_correction_is_version_2_and_version_1_stays_readable(published, stack, check_axe):
    page = published
    page.get_by_role("link", name="Correct this notice").click()
    expect(page.get_by_text("nothing would change but the version")).to_be_visible()
    desk.open_line(page, "Change: Reasons for the decision")
    desk.reasons(page).fill(NEW_REASONS)
    desk.save(page)
    expect(desk.focused(page)).to_have_text("Change: Reasons for the decision")
    page.reload()
    row = page.get_by_role("row", name=re.compile(NEW_REASONS))
    expect(row).to_contain_text(desk.REASONS)
    page.get_by_label("What was wrong?").fill(WRONG)
    page.get_by_label("It runs on to the same date").check()
    page.get_by_role("button", name="Publish version 2").click()

    expect(page.locator(".govuk-notification-banner--success")).to_be_focused()
    banner = page.locator(".govuk-inset-text")
    expect(banner).to_contain_text(f"Corrected: this is version 2. {WRONG}")
    expect(page.locator("main")).to_contain_text(NEW_REASONS)
    expect(desk.verdict(page)).to_have_text("In effect from Saturday 22 April 2023")

    page.get_by_role("link", name="Version 1", exact=True).click()
    assert page.url.endswith("/v1/")
    expect(banner).to_contain_text("This is version 1, published Friday 14 April 2023, 10.05am.")
    expect(banner.get_by_role("link", name="read version 2")).to_be_visible()
    expect(page.locator("main")).to_contain_text(desk.REASONS)
    check_axe(page)
    stack.wait_for_pdfs()
    for number in (1, 2):
        answer = page.request.get(f"{desk.NOTICE}v{number}.pdf")
        assert answer.body().startswith(b"%PDF"), f"version {number}: {answer.status}"


def test_a_correction_wants_its_reason_and_what_becomes_of_the_clock(published):
    page = published
    page.get_by_role("link", name="Correct this notice").click()
    page.get_by_role("button", name="Publish version 2").click()
    desk.is_told(page, "Say what was wrong.", at="id_reason")
    desk.is_told_also(page, "Choose what happens to the call-in window.", at="id_clock_0")
