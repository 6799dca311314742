"""Take the picture in the README: `python -m tools.screenshot http://localhost:8000`.

Wants a running demo. Where Boston's notice is still a draft there, it is completed and published as
of the day on which it was published in truth, as democratic services would do it.
"""

import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tools.system_packages import browser as browser_program
from tools.terminal import step, stop

PICTURE = Path("docs/screenshot-notice.png")
NOTICE = "/notices/boston/cabinet-2023-04-12/"
WIDTH, HEIGHT = 1280, 1500
REASONS = (
    "The peer review of 2022 called for a single approach to ICT. Aligning similar systems helps"
    " officers who work for all three councils, and gives value for money at their scale."
)
# Each line of the checklist that the example leaves open, and the answer chosen under it.
ANSWERS = {
    "Alternatives considered and rejected": "No alternatives were considered",
    "Who can read it": "Public",
    "Key decision or not": "No",
    "Can it be called in?": "Yes",
}


def main(arguments: list[str]) -> None:
    if len(arguments) != 1:
        stop("Name the demo's address: python -m tools.screenshot http://localhost:8000")
    program = browser_program() or stop("There is no browser: `make test` installs one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        # Full pages are simpler to drive than what a script swaps in.
        page = _open(browser, arguments[0], script=False)
        if not page.goto(NOTICE).ok:  # type: ignore[union-attr]
            step("Publishing the notice of Boston's Cabinet")
            publish(page)
        take(_open(browser, arguments[0], script=True))
    step(f"{PICTURE} is written, {PICTURE.stat().st_size // 1024} KB")


def _open(browser: Browser, address: str, *, script: bool) -> Page:
    context = browser.new_context(
        base_url=address,
        java_script_enabled=script,
        locale="en-GB",
        viewport={"width": WIDTH, "height": HEIGHT},
    )
    return context.new_page()


def publish(page: Page) -> None:
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in as Democratic services, Boston").click()
    page.goto(NOTICE)
    page.get_by_role("link", name=re.compile("^Add ?: Reasons")).click()
    page.get_by_role("textbox", name="Reasons").fill(REASONS)
    page.get_by_role("button", name="Save").click()
    for line, answer in ANSWERS.items():
        page.get_by_role("link", name=re.compile(f"^Add ?: {re.escape(line)}")).click()
        page.get_by_label(answer, exact=True).check()
        page.get_by_role("button", name="Save").click()
    page.get_by_label("It was published earlier, outside Concordat").check()
    for box, typed in enumerate(("14", "4", "2023")):
        page.locator(f"#id_published_on_{box}").fill(typed)
    page.get_by_label("At what time?").fill("10.05am")
    page.get_by_role("button", name="Publish notice").click()
    page.get_by_text("Published. Version 1").wait_for()


def take(page: Page) -> None:
    """As the public reads it, once its PDF is there; in few colours, which halves the file."""
    page.goto(NOTICE)
    page.get_by_role("link", name=re.compile("^Download the notice")).wait_for(timeout=60_000)
    page.screenshot(path=PICTURE)
    with Image.open(PICTURE) as picture:
        few_colours = picture.convert("RGB").quantize(256)
    few_colours.save(PICTURE, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
