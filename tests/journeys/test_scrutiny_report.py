"""A task group's report goes to three councils; each receives it and answers in its own way."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import desk

OFFICER = "Scrutiny officer, South Holland"
PARTNERSHIP = "South & East Lincolnshire Councils Partnership"
TITLE = "How residents reach us when systems are down"
MATTER = "Digital Strategy and ICT Roadmap"
REPORT = "/scrutiny/reviews/how-residents-reach-us-when-systems-are-down/"
GRID = f"{REPORT}recommendations/"
DAY = ("3", "6", "2024")
RECEIPTS = {
    "South Holland": ("Cabinet", ("4", "6", "2024"), "Cabinet welcomes the report."),
    "East Lindsey": ("Executive Board", ("5", "6", "2024"), "The Board takes the report."),
    "Boston": ("Cabinet", ("12", "6", "2024"), "Cabinet receives the report."),
}
ANSWERS = {
    "South Holland": ("Accepted", ""),
    "East Lindsey": ("Rejected", "The call centre has a plan of its own."),
    "Boston": ("Findings noted", ""),
}


def follow(page: Page, words: str) -> None:
    page.get_by_role("link", name=words).first.click()


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def begin(page: Page) -> None:
    """Propose the review, with its scope, its group and its day."""
    page.goto("/scrutiny/reviews/")
    follow(page, "Begin a review")
    page.get_by_label("Topic").fill(TITLE)
    page.get_by_label("Partnership").select_option(label=PARTNERSHIP)
    page.get_by_label("Matter").select_option(label=MATTER)
    page.get_by_label("Task group").select_option(index=1)
    page.get_by_label("What is looked into, and what is not?").fill("Telephone and front desks.")
    page.get_by_label("What should come of it?").fill("Nobody is turned away.")
    desk.enter_date(page, "report_due_on", "30", "6", "2024")
    press(page, "Begin the review")
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("as a draft")


def add_part(page: Page, link: str, heading: str, fill: dict[str, str], add: str) -> None:
    """Add one part of a kind on its own page, and return to the review."""
    page.goto(REPORT)
    page.get_by_role("link", name=re.compile(f"^{link}")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for label, words in fill.items():
        page.locator("#add").get_by_label(label).first.fill(words)
    if page.locator("#add").get_by_label("Public", exact=True).count():
        page.locator("#add").get_by_label("Public", exact=True).check()
    press(page, add)
    expect(page.locator(".app-part")).to_have_count(1)


def step(page: Page, words: str) -> None:
    page.goto(REPORT)
    press(page, "Take the next step")
    page.get_by_label(words).check()
    if page.locator("#id_on_0").count():
        desk.enter_date(page, "on", *DAY)
    press(page, "Save")
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Saved.")


def write_the_report(page: Page) -> None:
    begin(page)
    step(page, "The scope is agreed")
    line = {"What is asked?": "Who is turned away?"}
    add_part(page, "Lines of enquiry", "Lines of enquiry", line, "Add line of enquiry")
    step(page, "Gather evidence")
    evidence = {"Title": "Calls of one week", "What it says": "One in five is not answered."}
    add_part(page, "Evidence", "Evidence", evidence, "Add evidence")
    step(page, "Write the report")
    section = {"Heading": "Telephone", "Text": "Lines were busy for two days."}
    add_part(page, "Sections of the report", "Sections of the report", section, "Add section")
    finding = {"What was found?": "There is no second line."}
    add_part(page, "Findings", "Findings", finding, "Add finding")


def recommend(page: Page) -> None:
    page.goto(f"{GRID}edit/")
    form = page.locator("#add")
    form.get_by_label("Number, as the report prints it").fill("1")
    form.get_by_label("What is recommended?").fill("Keep a second telephone line at each council.")
    form.get_by_label("One-off").check()
    form.get_by_role("button").last.click()
    expect(page.locator(".app-part")).to_have_count(1)


def send(page: Page, council: str) -> None:
    body, on, outcome = RECEIPTS[council]
    page.goto(REPORT)
    follow(page, "Add a body that the report goes to")
    page.get_by_label("Which body?").select_option(label=f"{council}: {body}")
    page.get_by_label("The council’s answer is due two months from here").check()
    press(page, "Add the body")
    page.get_by_role("link", name=re.compile(f"^Record what it did.*{council}$")).click()
    desk.enter_date(page, "received_on", *on)
    page.get_by_label("What did the body do?").fill(outcome)
    press(page, "Save")
    expect(page.get_by_role("row", name=re.compile(council))).to_contain_text(outcome)


def answer(page: Page, council: str) -> None:
    said, reason = ANSWERS[council]
    page.goto(GRID)
    follow(page, f"Record the answers of {council}")
    body, on, _ = RECEIPTS[council]
    page.get_by_label("Which body?").select_option(label=f"{body}, {council}")
    desk.enter_date(page, "answered_on", *on)
    page.get_by_label(said, exact=True).check()
    if reason:
        page.locator("textarea[id^=id_reason_]").first.fill(reason)
    press(page, "Record these answers")
    expect(page.locator(".govuk-notification-banner--success")).to_be_visible()


@pytest.mark.usefixtures("draft")
def test_three_councils_receive_one_report_and_answer_it_each_in_its_own_way(
    page, sign_in, sign_out, check_both_widths
):
    sign_in(page, OFFICER)
    write_the_report(page)
    recommend(page)
    step(page, "The report is agreed")
    press(page, "Publish: let everybody read it")
    for council in RECEIPTS:
        send(page, council)
    answer(page, "South Holland")
    sign_out(page)
    for council in ("East Lindsey", "Boston"):
        sign_in(page, f"Democratic services, {council}")
        answer(page, council)
        sign_out(page)

    # Side by side, for everybody.
    page.goto(GRID)
    row = page.locator(".app-recs tbody tr").first
    for said, _ in ANSWERS.values():
        expect(row).to_contain_text(said)
    check_both_widths(page)
    page.goto(REPORT)
    for _, _, outcome in RECEIPTS.values():
        expect(page.locator("main")).to_contain_text(outcome)
    check_both_widths(page)

    # In the history of the matter, each on its own day.
    page.goto("/issues/digital-strategy-and-ict-roadmap/")
    history = page.locator("main")
    for day, outcome in (("4 June 2024", "Cabinet welcomes"), ("12 June 2024", "Cabinet receives")):
        expect(history).to_contain_text(outcome)
        expect(history).to_contain_text(day)
    for said in ("accepted (recommendation 1)", "rejected (recommendation 1)"):
        expect(history).to_contain_text(said)

    page.goto(REPORT)
    link = page.get_by_role("link", name=re.compile("^Download the report"))
    expect(link).to_be_visible(timeout=30_000)
    assert page.request.get(link.get_attribute("href")).body().startswith(b"%PDF")
