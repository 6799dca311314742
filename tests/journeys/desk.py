"""What several journeys do at the publish desk, in the words a person sees there."""

import re

from playwright.sync_api import Locator, Page, expect

PUBLISH = "/notices/boston/cabinet-2023-04-12/publish/"
NOTICE = "/notices/boston/cabinet-2023-04-12/"
DEMOCRATIC = "Democratic services, Boston"
MEMBER = "Member, Boston"
REASONS = "The peer review of 2022 called for one approach."


def editor(page: Page) -> Locator:
    return page.locator(".app-check__editing")


def open_line(page: Page, words: str) -> Locator:
    """Open the editor under the line whose link says this, such as "Add: Who can read it"."""
    line_link(page, words).click()
    expect(editor(page)).to_be_visible()
    return editor(page)


def line_link(page: Page, words: str) -> Locator:
    # The browser reads the hidden words as a part of their own: "Add : Who can read it".
    name = re.compile(rf"^{re.escape(words).replace(':', ' ?:')}$")
    return page.get_by_role("link", name=name)


def save(page: Page) -> None:
    editor(page).get_by_role("button", name="Save").click()


def closed(page: Page) -> None:
    expect(editor(page)).to_have_count(0)


def reasons(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Reasons")


def verdict(page: Page) -> Locator:
    return page.locator("#verdict")


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


def enter_date(page: Page, field: str, day: str, month: str, year: str) -> None:
    for box, value in enumerate((day, month, year)):
        page.locator(f"#id_{field}_{box}").fill(value)


def publish_as_of(page: Page, on: tuple[str, str, str], at: str) -> None:
    page.get_by_label("It was published earlier, outside Concordat").check()
    enter_date(page, "published_on", *on)
    page.get_by_label("At what time?").fill(at)


def press_publish(page: Page) -> None:
    page.get_by_role("button", name="Publish notice").click()


def is_told(page: Page, sentence: str, at: str) -> None:
    """The page came back with this sentence at the top and beside the field, and leads there.

    `at` is the id of the input that the sentence is about.
    """
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    beside = page.locator(".govuk-form-group--error", has=page.locator(f'[id="{at}"]')).last
    expect(beside.locator(".govuk-error-message").first).to_contain_text(sentence)
    summary.get_by_role("link", name=sentence).first.click()
    expect(page.locator(f'[id="{at}"]')).to_be_focused()


def is_told_also(page: Page, sentence: str, at: str) -> None:
    """A further entry of the same summary leads to its own input."""
    page.locator(".govuk-error-summary").get_by_role("link", name=sentence).click()
    expect(page.locator(f'[id="{at}"]')).to_be_focused()
