"""A row of the roadmap, changed with the keyboard alone; and two officers at the same row."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import NARROW

TABLE = "/partnerships/south-east-lincolnshire/roadmap/"
ROW = "Online forms on Goss, Boston"
OFFICER, SHARED = "Officer, Boston", "Partnership officer, South & East Lincolnshire"
WHY = "Why, in one sentence"


def link(page, words):
    # The browser reads the hidden words as a part of their own.
    return page.get_by_role("link", name=re.compile(rf"^{words}( of)? {re.escape(ROW)}$"))


def focused(page):
    return page.locator("*:focus")


def editor(page):
    return page.locator("form[data-editor]")


@pytest.fixture
def officer(page, draft, sign_in):
    sign_in(page, OFFICER)
    page.goto(TABLE)
    return page


def open_row(page):
    link(page, "Change").focus()
    page.keyboard.press("Enter")
    expect(editor(page)).to_be_visible()


def test_a_row_is_changed_undone_and_left_with_the_keyboard_alone(officer, check_both_widths):
    open_row(officer)
    expect(focused(officer)).to_have_attribute("type", "radio")
    check_both_widths(officer)
    officer.keyboard.press("ArrowDown")
    officer.keyboard.press("Tab")
    expect(focused(officer)).to_have_attribute("name", "sentence")
    officer.keyboard.press("ControlOrMeta+A")
    officer.keyboard.type("The figures are late.")
    expect(officer.locator(".app-editor__state")).to_contain_text("Draft kept at")
    expect(officer.locator("#your-drafts")).to_contain_text("Your drafts (1)")
    officer.keyboard.press("ControlOrMeta+Enter")

    expect(officer.locator("#announce")).to_contain_text("Saved at")
    expect(focused(officer)).to_have_text(f"Change {ROW}")
    expect(officer.locator("#your-drafts")).to_contain_text("Your drafts (0)")
    check_both_widths(officer)

    officer.get_by_role("button", name=re.compile("^Undo")).focus()
    officer.keyboard.press("Enter")
    expect(officer.locator("#announce")).to_contain_text("Undone at")
    expect(focused(officer)).to_have_text(f"Change {ROW}")

    link(officer, "History").focus()
    officer.keyboard.press("Enter")
    expect(focused(officer)).to_have_text(f"History of {ROW}")
    expect(officer.locator(".app-chrono")).to_contain_text("Undid the change before")
    check_both_widths(officer)


def test_escape_asks_once_and_what_was_typed_is_offered_again(officer):
    open_row(officer)
    officer.get_by_label(WHY).fill("Half a sentence")
    expect(officer.locator(".app-editor__state")).to_contain_text("Draft kept at")
    asked = []
    officer.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    officer.keyboard.press("Escape")
    expect(editor(officer)).to_have_count(0)
    expect(focused(officer)).to_have_text(f"Change {ROW}")
    assert asked == ["Leave without saving what you typed?"]

    open_row(officer)
    expect(focused(officer)).to_have_text("Continue with it")
    officer.keyboard.press("Enter")
    expect(officer.get_by_label(WHY)).to_have_value("Half a sentence")


def test_two_at_one_row_merge_or_choose_and_see_one_another(
    officer, new_page, sign_in, check_both_widths
):
    there = new_page()
    sign_in(there, SHARED)
    there.goto(TABLE)
    open_row(there)
    open_row(officer)
    expect(editor(officer)).to_contain_text(f"{SHARED} also has this row open")

    there.get_by_label(WHY).fill("Numbers move in December.")
    there.get_by_label("Owner").and_(there.get_by_role("combobox")).last.fill("Head of Digital")
    there.get_by_role("button", name="Save").click()
    expect(there.locator("#announce")).to_contain_text("Saved at")

    officer.get_by_label(WHY).fill("Numbers move in May.")
    officer.get_by_label("Off track").check()
    officer.keyboard.press("ControlOrMeta+Enter")
    expect(focused(officer)).to_contain_text("changed the same field")
    expect(officer.locator("mark", has_text="December")).to_be_visible()
    check_both_widths(officer)

    officer.get_by_role("button", name="Save these choices").click()
    expect(officer.locator(".govuk-error-summary")).to_contain_text("Choose which")
    officer.get_by_label(f"Use mine: {WHY}").check()
    officer.get_by_role("button", name="Save these choices").click()
    expect(officer.locator("#announce")).to_contain_text("Saved at")
    row = officer.get_by_role("row", name=re.compile("Online forms on Goss.*Numbers move in May"))
    expect(row).to_contain_text("Off track")
    expect(row).to_contain_text("Head of Digital")


def test_a_filter_swaps_the_rows_and_announces_how_many(officer):
    officer.get_by_label("Status").select_option("At risk")
    officer.get_by_role("button", name="Filter").click()
    expect(officer.locator("#announce")).to_contain_text("Showing 2 of")
    expect(officer).to_have_url(re.compile("status=amber"))
    officer.set_viewport_size({"width": NARROW, "height": 900})
    open_row(officer)
    expect(editor(officer)).to_be_visible()
    officer.go_back()
    expect(officer.get_by_role("heading", name="ICT Roadmap")).to_be_visible()
