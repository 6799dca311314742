"""A task group's recommendations: answered by a council, followed, and closed by its panel."""

import re

from playwright.sync_api import expect

from tests.journeys import desk

GRID = "/scrutiny/reviews/digital-strategy-and-ict-roadmap/recommendations/"
SCRUTINY, OFFICER = "Scrutiny officer, South Holland", "Officer, South Holland"


def row(page, words):
    return page.get_by_role("row", name=re.compile(words))


def test_the_last_councils_answers_complete_the_grid(page, draft, sign_in, check_both_widths):
    sign_in(page, SCRUTINY)
    page.goto(GRID)
    expect(desk.verdict(page)).to_have_text(re.compile("No answer of South Holland is recorded"))
    check_both_widths(page)
    page.get_by_role("link", name="Record the answers of South Holland").click()
    expect(page.locator("h1")).to_have_text("Record the answers of South Holland")
    check_both_widths(page)
    page.get_by_label("Which body?").select_option(label="Cabinet, South Holland")
    desk.enter_date(page, "answered_on", "21", "3", "2023")
    answers = page.get_by_role("group").filter(has=page.get_by_role("radio", name="Accepted"))
    for number in range(4):
        one = answers.filter(has_text=re.compile(rf"^\s*{number + 1}\. "))
        one.get_by_role("radio", name="Rejected" if number == 1 else "Accepted").first.check()
    page.get_by_role("button", name="Record these answers").click()
    # What is rejected is owed a reason; nothing typed is lost.
    expect(page.locator(".govuk-error-summary")).to_contain_text("recommendation 2 is not accepted")
    page.get_by_label("Reason (2)").fill("No money was set aside for courses.")
    page.get_by_role("button", name="Record these answers").click()
    expect(page.locator("main")).to_contain_text("All 12 answers are in")
    page.goto("/issues/digital-strategy-and-ict-roadmap/")
    expect(page.locator("main")).to_contain_text("South Holland, Cabinet: answered scrutiny")


def test_progress_is_reported_by_officers_and_closed_by_the_panel(
    page, draft, sign_in, sign_out, check_both_widths
):
    sign_in(page, SCRUTINY)
    page.goto(GRID)
    page.get_by_role("link", name="More about recommendation 4 at South Holland").click()
    expect(page.locator(".govuk-caption-l")).to_contain_text("Recommendation 4")
    check_both_widths(page)
    page.get_by_role("link", name="Record what the scrutiny body decided").click()
    page.get_by_role("radio", name="Close it").check()
    page.get_by_label("Which body?").select_option(index=1)
    desk.enter_date(page, "on", "5", "6", "2023")
    page.get_by_label("What did it say?").fill("The glossary is there for everybody.")
    page.get_by_role("button", name="Save").click()
    expect(desk.verdict(page)).to_contain_text("Closed by")
    sign_out(page)
    sign_in(page, OFFICER)
    page.goto(GRID)
    page.get_by_role("link", name="More about recommendation 3 at South Holland").click()
    page.get_by_role("button", name="Add progress").click()
    # It continues, so that nobody can call it complete.
    expect(page.get_by_role("radio", name="Complete")).to_have_count(0)
    page.get_by_role("radio", name="On track").check()
    page.get_by_label("What was done").fill("Every member of staff took the course.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#progress + ol")).to_contain_text("took the course")


def test_notes_help_while_a_recommendation_is_written(page, draft, sign_in, check_both_widths):
    sign_in(page, SCRUTINY)
    page.goto(f"{GRID}edit/")
    page.get_by_label("What is recommended?").press_sequentially("Consider more training")
    expect(page.locator("#add .app-prompts")).to_contain_text("What should change?")
    check_both_widths(page)


def test_a_monitoring_report_is_made_for_the_panel(page, draft, sign_in, check_both_widths):
    sign_in(page, SCRUTINY)
    page.goto("/scrutiny/monitoring/south-holland/joint-panel/")
    check_both_widths(page)
    page.get_by_role("button", name="Make the report").click()
    link = page.get_by_role("link", name="Print for the meeting")
    expect(link).to_be_visible(timeout=30_000)
    check_both_widths(page)
    answer = page.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
