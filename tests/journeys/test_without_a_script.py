"""Without JavaScript every task is done by full pages at the same addresses."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NARROW
from tests.journeys.watched import too_wide


@pytest.fixture
def plain(new_page):
    return new_page(java_script_enabled=False)


def test_the_draft_is_completed_and_published(plain, draft, sign_in, stack):
    page = plain
    sign_in(page, desk.DEMOCRATIC)
    page.goto("/worklist/")
    page.get_by_role("link", name=re.compile("^Finish and publish")).click()
    desk.line_link(page, "Add: Reasons for the decision").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reasons for the decision")
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.locator(".govuk-error-summary")
    summary.get_by_role("link", name="Write the reasons").click()
    assert page.url.endswith("#id_reasons")
    desk.reasons(page).fill(desk.REASONS)
    page.get_by_role("button", name="Save").click()
    expect(desk.verdict(page)).to_contain_text("4 things are missing")
    assert "#reasons-" in page.url, "saving returns to the line of the checklist"

    for line, answer in (
        ("Alternatives considered and rejected", "No alternatives were considered"),
        ("Who can read it", "Public"),
        ("Key decision or not", "No"),
        ("Can it be called in?", "Yes"),
    ):
        desk.line_link(page, f"Add: {line}").click()
        page.get_by_label(answer, exact=True).check()
        page.get_by_role("button", name="Save").click()
    expect(desk.verdict(page)).to_contain_text("Ready to publish")
    desk.press_publish(page)
    expect(page.get_by_text("Published. Version 1")).to_be_visible()
    stack.wait_for_pdfs()
    page.reload()
    expect(page.get_by_role("link", name=re.compile("^Download the notice"))).to_be_visible()


def test_a_sentence_stands_beside_the_field(plain, complete, sign_in):
    sign_in(plain, desk.DEMOCRATIC)
    plain.goto(desk.PUBLISH)
    desk.publish_as_of(plain, ("31", "4", "2023"), "10am")
    desk.press_publish(plain)
    expect(plain.locator("#id_published_on_error")).to_contain_text("April has 30 days")
    expect(plain.locator("#id_published_on_0")).to_have_value("31")


def test_the_menu_needs_no_script_on_a_telephone(new_page, stack):
    page = new_page(java_script_enabled=False)
    page.set_viewport_size({"width": NARROW, "height": 900})
    page.goto("/")
    menu = page.get_by_role("navigation", name="Menu")
    for words in ("Open for call-in", "Decisions", "Meetings", "Sign in"):
        expect(menu.get_by_role("link", name=words)).to_be_visible()
    menu.get_by_role("link", name="Decisions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Decision notices")
    assert not too_wide(page)
