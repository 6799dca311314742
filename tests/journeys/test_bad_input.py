"""What cannot be right is answered with a sentence beside the field, and nothing typed is lost."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from governance.calendar.local_time import LONDON
from tests.journeys import desk

NOTHING_LOST = "The published notice did not say."
# Reads from the right, then a picture character, then what would be a script on a careless page.
AWKWARD = "مرحبا بالمجلس 🏛️ <script>window.wasRun = true</script> & “so on”"
MEGABYTE = 1024 * 1024


def boxes(day):
    return str(day.day), str(day.month), str(day.year)


def tomorrow():
    return boxes(datetime.now(LONDON).date() + timedelta(days=1))


@pytest.fixture
def desk_page(page, complete, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    page.get_by_label("If something is missing").fill(NOTHING_LOST)
    return page


def came_back(page, on, at):
    expect(page.get_by_label("If something is missing")).to_have_value(NOTHING_LOST)
    for box, value in enumerate(on):
        expect(page.locator(f"#id_published_on_{box}")).to_have_value(value)
    expect(page.get_by_label("At what time?")).to_have_value(at)


def test_a_day_that_no_month_has(desk_page):
    desk.publish_as_of(desk_page, ("31", "4", "2023"), "10am")
    desk.press_publish(desk_page)
    desk.is_told(
        desk_page,
        "Enter a real date: 31 April does not exist, April has 30 days",
        at="id_published_on_0",
    )
    came_back(desk_page, ("31", "4", "2023"), "10am")


def test_a_day_to_come(desk_page):
    on = tomorrow()
    desk.publish_as_of(desk_page, on, "10am")
    desk.press_publish(desk_page)
    sentence = "is in the future: a notice cannot have been published then."
    desk.is_told(desk_page, sentence, at="id_published_on_0")
    came_back(desk_page, on, "10am")


def test_a_time_that_no_clock_shows(desk_page):
    desk.publish_as_of(desk_page, ("14", "4", "2023"), "25.70")
    desk.press_publish(desk_page)
    desk.is_told(desk_page, "Enter a time like 6.50pm or 18:50", at="id_published_time")
    came_back(desk_page, ("14", "4", "2023"), "25.70")


def test_a_deadline_before_publication(desk_page):
    desk.publish_as_of(desk_page, ("14", "4", "2023"), "10am")
    desk.enter_date(desk_page, "printed_deadline", "13", "4", "2023")
    desk.press_publish(desk_page)
    sentence = "The deadline cannot be before the day of publication, Friday 14 April 2023."
    desk.is_told(desk_page, sentence, at="id_printed_deadline_0")
    came_back(desk_page, ("14", "4", "2023"), "10am")


def test_publication_before_the_decision(desk_page):
    desk.publish_as_of(desk_page, ("11", "4", "2023"), "10am")
    desk.press_publish(desk_page)
    summary = desk_page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("was made on Wednesday 12 April 2023, after the day of")
    came_back(desk_page, ("11", "4", "2023"), "10am")


def test_publishing_with_gaps_wants_a_reason(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.press_publish(page)
    desk.is_told(page, "5 things are missing", at="id_gaps_reason")


@pytest.fixture
def minute_62(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto("/meetings/")
    page.get_by_role("link", name="Cabinet, 12 April 2023").click()
    return page.locator(".app-agenda > li", has_text="ICT Roadmap")


def test_a_name_that_is_too_long(page, minute_62):
    minute_62.get_by_role("link", name="Change").click()
    title = "Digital strategy " * 20
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Save").click()
    desk.is_told(page, "Title must be 300 characters or fewer.", at="id_title")
    expect(page.get_by_label("Title")).to_have_value(title)


def test_a_name_of_two_hundred_characters_is_kept_and_fits(page, minute_62, check_both_widths):
    title = "Zusammenarbeitsvereinbarung" * 7 + " strategy"
    minute_62.get_by_role("link", name="Change").click()
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("strong", has_text=title)).to_be_visible()
    check_both_widths(page)


def test_any_script_direction_and_markup_are_only_text(page, minute_62, check_both_widths):
    minute_62.get_by_role("link", name="Change").click()
    page.get_by_role("textbox", name="Minute (optional)").fill(AWKWARD)
    page.get_by_role("button", name="Save").click()
    shown = page.get_by_text(AWKWARD)
    expect(shown).to_be_visible()
    assert shown.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.evaluate("window.wasRun") is None
    check_both_widths(page)


def attach(page, item, file):
    item.get_by_role("link", name="Attach a paper").click()
    page.get_by_label("Title").fill("Business case")
    page.get_by_label("File").set_input_files(file)
    page.get_by_label("Public", exact=True).check()
    page.get_by_role("button", name="Save").click()


def test_a_file_of_the_wrong_kind(page, minute_62):
    picture = {"name": "report.pdf", "mimeType": "application/pdf", "buffer": b"\x89PNG not a PDF"}
    attach(page, minute_62, picture)
    desk.is_told(page, "This file is not a PDF that can be opened.", at="id_file")
    expect(page.get_by_label("Title")).to_have_value("Business case")


def test_a_file_that_is_too_large(page, minute_62, tmp_path):
    file = tmp_path / "large.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"0" * (26 * MEGABYTE))
    attach(page, minute_62, file)
    desk.is_told(page, "it may be at most 25.0\xa0MB", at="id_file")
    expect(page.get_by_label("Title")).to_have_value("Business case")
