"""A real browser over the real application: see stack.py for the processes behind it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.stack import Stack, started
from tests.journeys.watched import Watch, too_wide, violations
from tools import system_packages

WIDE, NARROW = 1280, 320


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("journey")


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    folder = Path(tempfile.mkdtemp(prefix="concordat-journeys-"))
    try:
        with started(folder) as found:
            found.remember("draft")
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def base_url(stack: Stack) -> str:
    return stack.address


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    try:
        program = system_packages.browser()
    except SystemExit:
        pytest.fail("CHROMIUM names a browser that cannot be run.")
    if not program:
        pytest.fail(
            "There is no browser to drive: `make test` installs chromium-headless-shell, or name"
            " one in CHROMIUM."
        )
    # In a container the browser runs as root and has little shared memory.
    return {"executable_path": program, "args": ["--no-sandbox", "--disable-dev-shm-usage"]}


@pytest.fixture(scope="session")
def browser_context_args(base_url: str) -> dict[str, object]:
    size = {"width": WIDE, "height": 900}
    return {"base_url": base_url, "viewport": size, "locale": "en-GB", "reduced_motion": "reduce"}


@pytest.fixture
def watch() -> Iterator[Watch]:
    found = Watch()
    yield found
    assert not found.complaints, "The browser complained:\n" + "\n".join(found.complaints)


@pytest.fixture
def new_page(new_context, watch: Watch) -> Callable[..., Page]:
    """Another person's browser; what it complains of fails the test."""

    def opened(**options: object) -> Page:
        context = new_context(**options)
        context.set_default_timeout(10_000)
        watch.over(context)
        return context.new_page()

    return opened


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture
def draft(stack: Stack) -> None:
    """The example records as they were loaded: the Boston notice is a draft."""
    stack.take_back("draft")


def _scene(stack: Stack, name: str) -> None:
    stack.take_back("draft")
    stack.run("tests.journeys.scenes", name)
    stack.wait_for_pdfs()
    stack.remember(name)


@pytest.fixture(scope="session")
def _complete(stack: Stack) -> None:
    _scene(stack, "complete")


@pytest.fixture(scope="session")
def _corrected(stack: Stack) -> None:
    _scene(stack, "corrected")


@pytest.fixture
def complete(stack: Stack, _complete: None) -> None:
    """The Boston draft with nothing missing."""
    stack.take_back("complete")


@pytest.fixture
def corrected(stack: Stack, _corrected: None) -> None:
    """The Boston notice published and corrected: two versions."""
    stack.take_back("corrected")


@pytest.fixture
def asked(stack: Stack) -> None:
    """A call-in that waits for its last signature, of a decision that is part of a matter."""
    _scene(stack, "asked")


@pytest.fixture
def empty(stack: Stack) -> None:
    """Councils and accounts, and no record of anything."""
    stack.take_back("empty")


@pytest.fixture(scope="session")
def sign_in() -> Callable[[Page, str], None]:
    def by_button(page: Page, role: str) -> None:
        page.goto("/account/login/")
        page.get_by_role("button", name=f"Sign in as {role}", exact=True).click()
        expect(page.locator(".app-userbar")).to_contain_text("Signed in as")

    return by_button


@pytest.fixture(scope="session")
def sign_out() -> Callable[[Page], None]:
    def by_button(page: Page) -> None:
        page.get_by_role("button", name="Sign out").click()
        expect(page.locator(".app-userbar")).to_have_count(0)

    return by_button


@pytest.fixture(scope="session")
def fits() -> Callable[[Page], None]:
    def at_this_width(page: Page) -> None:
        found = too_wide(page)
        assert not found, f"{page.url} scrolls sideways at this width because of:\n{found}"

    return at_this_width


@pytest.fixture(scope="session")
def check_axe() -> Callable[[Page], None]:
    def as_it_stands(page: Page) -> None:
        found = violations(page)
        assert not found, f"{page.url} in this state:\n" + "\n".join(found)

    return as_it_stands


@pytest.fixture(scope="session")
def check_both_widths(check_axe, fits) -> Callable[[Page], None]:
    """axe, and no scrolling sideways, on a desk and on a small telephone."""

    def wide_and_narrow(page: Page) -> None:
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            fits(page)
            check_axe(page)

    return wide_and_narrow


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Show the last words of the processes beside a failure."""
    report = yield
    stack = getattr(item, "funcargs", {}).get("stack")
    if report.failed and stack:
        report.sections.append(("the application's logs", stack.logs()))
    return report
