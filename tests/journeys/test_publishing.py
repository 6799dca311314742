"""The main job: democratic services complete a draft notice and publish it; others read it."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import expect

from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import LONDON
from governance.call_in_windows.rules import Terms, Window, count_window
from tests.journeys import desk

FIVE_WORKING_DAYS = Terms.from_json({"unit": "working_days", "count": 5})


def window_from_today() -> Window:
    """The deadline that the council's rule gives, whatever the page says."""
    return count_window(datetime.now(LONDON), FIVE_WORKING_DAYS, england_and_wales())


def complete_the_draft(page):
    """Answer each of the five missing things where it stands, and explain the marks."""
    expect(desk.verdict(page)).to_contain_text("5 things are missing")
    desk.open_line(page, "Add: Reasons for the decision")
    desk.reasons(page).fill(desk.REASONS)
    desk.save(page)
    expect(desk.verdict(page)).to_contain_text("4 things are missing")
    desk.open_line(page, "Add: Alternatives considered and rejected")
    page.get_by_label("These were considered and rejected").check()
    page.get_by_label("What was considered, and why it was rejected").fill("Three roadmaps.")
    desk.save(page)
    desk.closed(page)
    for line, answer in (
        ("Who can read it", "Public"),
        ("Key decision or not", "No"),
        ("Can it be called in?", "Yes"),
    ):
        desk.open_line(page, f"Add: {line}")
        page.get_by_label(answer, exact=True).check()
        desk.save(page)
        desk.closed(page)
    expect(desk.verdict(page)).to_contain_text("Ready to publish")
    desk.open_line(page, "Explain: Marks with no explanation")
    page.get_by_label("Mark at limb 1 (optional)", exact=True).fill("")
    for explanation in page.get_by_label(re.compile("^What the mark at ")).all():
        explanation.fill("Explained for its readers")
    desk.save(page)
    expect(page.get_by_text("Every mark is explained.")).to_be_focused()


def check_the_pdf(page):
    """Its link appears by itself, and leads to a PDF."""
    banner = page.locator(".govuk-notification-banner--success")
    link = page.get_by_role("link", name=re.compile("^Download the notice"))
    expect(link).to_be_visible(timeout=30_000)
    # A page loaded again would have lost its banner.
    expect(banner).to_be_visible()
    pdf = page.request.get(link.get_attribute("href"))
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF")


def check_as_a_reader(page, verdict):
    page.goto("/")
    page.get_by_role("link", name="Boston: Cabinet, Wednesday 12 April 2023").click()
    expect(desk.verdict(page)).to_have_text(verdict)
    expect(page.locator("main")).to_contain_text(desk.REASONS)
    expect(page.get_by_role("heading", name="For democratic services")).to_have_count(0)
    for address in ("/", "/open-for-call-in/"):
        page.goto(address)
        name = re.compile("Cabinet, Wednesday 12 April 2023.* Boston")
        expect(page.get_by_role("row", name=name).first).to_contain_text("Open for call-in")


def test_a_draft_is_completed_published_and_read_by_everybody(page, draft, sign_in, sign_out):
    sign_in(page, desk.DEMOCRATIC)
    page.get_by_role("link", name="Worklist").click()
    page.get_by_role(
        "link", name=re.compile("^Finish and publish ?: Cabinet, Wednesday 12 April 2023$")
    ).click()
    complete_the_draft(page)

    window = window_from_today()
    deadline = words.day(window.deadline)
    expect(desk.verdict(page)).to_contain_text(f"call-in would close on {deadline}")
    desk.press_publish(page)
    banner = page.locator(".govuk-notification-banner--success")
    expect(banner).to_contain_text("Published. Version 1")
    expect(banner).to_be_focused()
    verdict = f"Call-in closes at the end of {deadline}"
    expect(desk.verdict(page)).to_have_text(verdict)
    expect(page.locator(".app-verdict")).to_contain_text(words.day(window.in_effect_on))
    expect(page.locator(".app-count__day--last")).to_contain_text(str(window.deadline.day))
    check_the_pdf(page)
    sign_out(page)
    sign_in(page, desk.MEMBER)
    check_as_a_reader(page, verdict)
    sign_out(page)
    check_as_a_reader(page, verdict)


def test_focus_follows_the_work_on_the_checklist(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    form = desk.open_line(page, "Add: Reasons for the decision")
    expect(form.locator("*:focus")).to_have_text("Reasons for the decision")
    desk.save(page)
    expect(form.locator(".govuk-error-summary")).to_be_focused()
    form.get_by_role("link", name=re.compile("^Write the reasons")).click()
    expect(desk.reasons(page)).to_be_focused()
    desk.reasons(page).fill(desk.REASONS)
    desk.save(page)
    expect(desk.focused(page)).to_have_text("Change: Reasons for the decision")
    expect(page.locator("#announce")).to_have_text("Saved.")


def test_escape_and_cancel_return_to_the_line(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.open_line(page, "Add: Reasons for the decision")
    desk.reasons(page).focus()
    page.keyboard.press("Escape")
    expect(desk.focused(page)).to_have_text("Add: Reasons for the decision")
    desk.open_line(page, "Add: Reasons for the decision")
    desk.editor(page).get_by_text("Cancel").click()
    expect(desk.focused(page)).to_have_text("Add: Reasons for the decision")


def test_cancelling_what_was_typed_asks_first(page, draft, sign_in):
    asked = []

    def answer(dialog):
        asked.append(dialog.message)
        dialog.accept() if len(asked) > 1 else dialog.dismiss()

    page.on("dialog", answer)
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.open_line(page, "Add: Reasons for the decision")
    desk.reasons(page).fill("Half a thought")
    desk.editor(page).get_by_text("Cancel").click()
    expect(desk.reasons(page)).to_have_value("Half a thought")
    desk.editor(page).get_by_text("Cancel").click()
    desk.closed(page)
    assert asked == ["Leave without saving what you typed?"] * 2


def test_control_and_enter_saves(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.open_line(page, "Add: Reasons for the decision")
    desk.reasons(page).fill(desk.REASONS)
    page.keyboard.press("Control+Enter")
    expect(desk.verdict(page)).to_contain_text("4 things are missing")


def test_the_keyboard_alone_reaches_and_presses_publish(page, complete, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    page.keyboard.press("Tab")
    expect(desk.focused(page)).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()
    passed = []
    for _ in range(60):
        page.keyboard.press("Tab")
        passed.append(desk.focused(page).text_content().strip())
        if passed[-1] == "Publish notice":
            break
    changes = [words for words in passed if words.startswith(("Add", "Change", "Explain"))]
    assert changes[0] == "Change: The decision and the date it was made"
    assert passed[-1] == "Publish notice", f"Tab passed {passed}"
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-notification-banner--success")).to_be_focused()


def test_a_second_press_publishes_nothing(page, complete, sign_in, new_page):
    other = new_page()
    for one in (page, other):
        sign_in(one, desk.DEMOCRATIC)
        one.goto(desk.PUBLISH)
    desk.press_publish(page)
    expect(page.get_by_text("Published. Version 1")).to_be_visible()
    desk.press_publish(other)
    expect(other.get_by_text("This notice was already published")).to_be_visible()
    expect(other.get_by_role("heading", name="This notice", exact=True)).to_be_visible()
    expect(other.get_by_text("No later version.")).to_be_visible()


@pytest.mark.parametrize("typed", ["20", "21"])
def test_a_printed_deadline_is_held_to_the_rule(page, complete, sign_in, typed):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.publish_as_of(page, ("14", "4", "2023"), "10.05am")
    desk.enter_date(page, "printed_deadline", typed, "4", "2023")
    desk.press_publish(page)
    if typed == "20":
        sentence = "The council’s rule gives Friday 21 April 2023 for that publication"
        desk.is_told(page, sentence, at="id_printed_deadline_0")
        expect(page.get_by_label("At what time?")).to_have_value("10.05am")
        expect(page.locator("#id_published_on_2")).to_have_value("2023")
    else:
        expect(desk.verdict(page)).to_have_text("In effect from Saturday 22 April 2023")
