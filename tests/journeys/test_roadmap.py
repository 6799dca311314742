"""Officers of two councils at one item, a filter, a table from a spreadsheet, and paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.watched import too_wide

ROADMAP = "/partnerships/south-east-lincolnshire/roadmap/"
BOSTON, LINDSEY = "Officer, Boston", "Officer, East Lindsey"
SHARED = "Partnership officer, South & East Lincolnshire"
WHY = "Why, in one sentence"


def change(page, row):
    # The browser reads the hidden words as a part of their own.
    page.get_by_role("link", name=re.compile(rf"^Change( of)? {re.escape(row)}$")).click()
    expect(page.locator("form[data-editor]")).to_be_visible()


def row_of(page, item, council):
    return page.get_by_role("row", name=re.compile(rf"{re.escape(item)}.*{council}")).first


@pytest.fixture
def boston(page, draft, sign_in):
    sign_in(page, BOSTON)
    page.goto(ROADMAP)
    return page


def test_officers_of_two_councils_change_their_own_rows_of_one_item(
    boston, new_page, sign_in, check_both_widths
):
    lindsey = new_page()
    sign_in(lindsey, LINDSEY)
    lindsey.goto(ROADMAP)
    change(boston, "Online forms on Goss, Boston")
    change(lindsey, "Online forms on Goss, East Lindsey")
    for page, words in ((lindsey, "Forms are live."), (boston, "Figures came late.")):
        page.get_by_label(WHY).fill(words)
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#announce")).to_contain_text("Saved at")
    boston.reload()
    expect(row_of(boston, "Online forms on Goss", "East Lindsey")).to_contain_text("Forms are live")
    expect(row_of(boston, "Online forms on Goss", "Boston")).to_contain_text("Figures came late")
    theirs = row_of(boston, "Online forms on Goss", "East Lindsey")
    expect(theirs).not_to_contain_text("Change Online")
    check_both_widths(boston)


def test_what_was_saved_is_undone_and_the_history_keeps_both(boston):
    change(boston, "Online forms on Goss, Boston")
    boston.get_by_label(WHY).fill("Saved by mistake.")
    boston.get_by_role("button", name="Save").click()
    boston.get_by_role("button", name=re.compile("^Undo")).click()
    expect(boston.locator("#announce")).to_contain_text("Undone at")
    expect(row_of(boston, "Online forms on Goss", "Boston")).not_to_contain_text("by mistake")


def test_a_filter_stays_in_the_address_from_view_to_view_and_is_kept(boston, check_both_widths):
    boston.get_by_label("Status", exact=True).select_option("At risk")
    boston.get_by_role("button", name="Filter").click()
    expect(boston).to_have_url(re.compile("status=amber"))
    boston.get_by_role("link", name="Timeline", exact=True).click()
    expect(boston).to_have_url(re.compile("timeline/.*status=amber"))
    expect(boston.get_by_role("table")).not_to_contain_text("Off track")
    check_both_widths(boston)
    boston.get_by_role("link", name="Save this view").click()
    boston.get_by_label("Name of the view").fill("What is late")
    boston.get_by_role("button", name="Save").click()
    boston.get_by_role("link", name="What is late").click()
    expect(boston).to_have_url(re.compile("timeline/.*status=amber"))


def test_a_table_with_one_bad_cell_is_named_and_once_mended_imported(
    boston, tmp_path, check_both_widths
):
    boston.get_by_role("link", name="Import a table").click()
    with boston.expect_download() as download:
        boston.get_by_role("link", name="CSV", exact=True).click()
    data = download.value.path().read_text(encoding="utf-8")
    (line,) = (one for one in data.splitlines() if "Waiting for volume figures" in one)
    for name, why in (("bad.csv", "31/02/2027,"), ("good.csv", "")):
        cells = line.replace("Waiting for volume figures", "The figures are here")
        if why:  # the cell of the forecast end, the third from the end
            *before, _, started, ended = cells.split(",")
            cells = ",".join([*before, "31/02/2027", started, ended])
        (tmp_path / name).write_text(data.replace(line, cells), encoding="utf-8")

    boston.get_by_label("The table").set_input_files(tmp_path / "bad.csv")
    boston.get_by_role("button", name="See what it would do").click()
    problem = boston.get_by_role("row", name=re.compile("Forecast end"))
    expect(problem).to_contain_text("31/02/2027")
    expect(boston.get_by_role("button", name="Import all of it")).to_have_count(0)
    check_both_widths(boston)

    boston.get_by_role("link", name="Choose another file").click()
    boston.get_by_label("The table").set_input_files(tmp_path / "good.csv")
    boston.get_by_role("button", name="See what it would do").click()
    check_both_widths(boston)
    boston.get_by_role("button", name="Import all of it").click()
    expect(boston.get_by_role("heading", level=1)).to_contain_text("1 rollout written")
    check_both_widths(boston)
    boston.get_by_role("button", name="Undo all of it").click()
    expect(row_of(boston, "Online forms on Goss", "Boston")).to_contain_text("Waiting for volume")


def test_several_are_moved_together_and_taken_back(page, draft, sign_in, check_both_widths):
    sign_in(page, SHARED)
    page.goto(f"{ROADMAP}several/?status=green")
    for box in page.get_by_role("checkbox", name=re.compile("Online forms on Goss")).all():
        box.check()
    page.get_by_label("Move dates").check()
    page.get_by_label("By how many days?").fill("14")
    page.get_by_label("Later", exact=True).check()
    page.get_by_label("Forecast dates").check()
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("14 days later")
    check_both_widths(page)
    page.get_by_role("button", name=re.compile("^Change 2 rollouts")).click()
    page.get_by_role("button", name="Undo all of it").click()
    expect(page.locator("main")).to_contain_text("Undone: 2 rollouts")


def test_the_timeline_is_printed_with_its_words_and_without_its_buttons(page, draft):
    page.goto(f"{ROADMAP}timeline/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    expect(page.get_by_role("button", name="Filter")).to_be_hidden()
    expect(page.get_by_role("row", name=re.compile("Boston.*Complete")).first).to_be_visible()
    assert not too_wide(page)


def test_the_dashboard_is_kept_for_a_committee_and_printed(page, draft, sign_in, check_both_widths):
    sign_in(page, SHARED)
    page.goto("/partnerships/south-east-lincolnshire/dashboard/")
    check_both_widths(page)
    page.get_by_role("button", name="Keep and make the PDF").click()
    printed = page.get_by_role("link", name=re.compile("Print for committee"))
    expect(printed).to_be_visible(timeout=30_000)
    assert page.request.get(printed.get_attribute("href")).headers["content-type"] == (
        "application/pdf"
    )
    check_both_widths(page)
