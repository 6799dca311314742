"""Every page that can be reached by links is accessible, fits a telephone, holds nothing inline.

The pages are found by following links, so a page added later is held to the same.
"""

import re
from urllib.parse import urldefrag, urlsplit

import pytest
from django.urls import Resolver404, get_resolver, resolve
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.watched import Watch, inline_parts, too_wide, violations

ROLES = (
    *(None, desk.MEMBER, "Officer, Boston", desk.DEMOCRATIC, "Administrator, Boston"),
    *("Partnership officer, South & East Lincolnshire", "Scrutiny officer, South Holland"),
)
# A second of one kind shows nothing new, but for the pages that look different with each record.
MANY = {"notices:detail": 20, "meetings:detail": 4, "issues:detail": 4, "duties:detail": 4}
# Most of these lists are empty: the one with a row leads to the page on which it is changed.
# A draft leads to the pages on which it is written, a published version does not.
MANY |= {"strategies:version": 4}
MANY |= {"notices:index": 6, "minutes:declarations": 4, "minutes:questions": 12}
# The first item needs no other and has no gate: those after it lead to the pages that change one.
MANY |= {"items:item": 4, "items:needs": 4, "items:gates": 4}
# What a draft has that a published notice has not; the rest is walked with the other scene.
OF_A_DRAFT = ("notices:publish", "notices:preview", "notices:detail", "decisions:")
FILES = re.compile(r"\.(pdf|json|css|csv|ics)(\?|$)|/static/|/feed/|/export/|format=csv")
# Addresses that are not pages somebody arrives at by a link.
NOT_PAGES = {
    *("healthz", "readyz", "theme", "demo:sign_in", "notices:pdf", "notices:data"),
    # Arrived at from an e-mail; and what an administrator presses.
    *("reminders:end", "demo:mail", "messages:try_again"),
    # Looked at in journeys of their own: there is no mail yet here, and no progress of Boston's.
    *("messages:detail", "recommendations:correct", "recommendations:propose"),
    *("meetings:calendar", "issues:data", "notices:pdf_link", "meetings:document"),
    *("notices:feed", "notices:feed_of_council", "contracts:transparency"),
    # Buttons: what is there afterwards is another page.
    *("minutes:publish", "notices:new_of_meeting", "notices:new_of_call_in"),
    *("bulk:done", "bulk:undo", "exchange:export", "exchange:preview", "saved_views:let_go"),
    *("dashboards:kept", "dashboards:pdf", "dashboards:pdf_link"),
    # Reached from an e-mail alone.
    *("subscriptions:asked", "subscriptions:confirm", "subscriptions:manage", "subscriptions:end"),
    *("monitoring:kept", "monitoring:pdf", "monitoring:pdf_link", "recommendations:prompts"),
    # What a page asks for while a row is open, and the buttons of a row.
    *("items:undo", "items:draft", "items:presence"),
    *("notices:new_of_decision", "transactions:verify", "volumes:preview"),
    # A call-in from its first signature to its end is a journey of its own.
    *("call_ins:detail", "call_ins:of_decision", "call_ins:begin", "call_ins:text"),
    *("call_ins:sign", "call_ins:take_back", "call_ins:hand_in", "call_ins:stop"),
    *("call_ins:check", "call_ins:hearing", "call_ins:outcome"),
    # Reached from a contract that can be extended; it is drawn as a licence is, which is walked.
    "contracts:extension",
    *("strategies:pdf", "strategies:pdf_link", "strategies:begin_next"),
    *("reviews:pdf", "reviews:pdf_link", "reviews:paper", "reviews:publish"),
    *("private_meetings:begin", "account_logout", "account_inactive"),
    *("account_signup", "account_email", "account_reauthenticate"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
}


def kind_of(address):
    """What page it is, whatever record it shows; None for what is no page of ours."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return None
    name = found.view_name
    # These show different forms under one name.
    return f"{name} {found.kwargs.get('part') or found.kwargs.get('kind') or ''}".strip()


class Walk:
    """Follows links from the first page, checking each page on the way."""

    def __init__(self, page, base, seen_before, only):
        self.page, self.base = page, base
        self.seen_before, self.only = seen_before, only
        self.kinds = {}
        self.problems = []

    def go(self, *starts):
        waiting, known = list(starts), set(starts)
        while waiting:
            address = waiting.pop(0)
            kind = kind_of(address)
            if kind is None or not kind.startswith(self.only):
                continue
            if self.kinds.get(kind, 0) >= MANY.get(kind, 1):
                continue
            self.kinds[kind] = self.kinds.get(kind, 0) + 1
            self._check(address)
            for link in self.page.locator("a[href]").evaluate_all("all => all.map(a => a.href)"):
                found = urldefrag(link).url.removeprefix(self.base)
                if found.startswith("/") and not FILES.search(found) and found not in known:
                    known.add(found)
                    waiting.append(found)

    def _check(self, address):
        answer = self.page.goto(address)
        html = answer.text()
        if answer.status >= 400:
            self.problems.append(f"{address} answers {answer.status}")
        policy = answer.headers.get("content-security-policy", "")
        if "script-src 'self'" not in policy or "unsafe-inline" in policy:
            self.problems.append(f"{address} has the content policy {policy!r}")
        self._say(address, inline_parts(html))
        # What other roles were shown too is looked at once; what is around it, once for each role.
        content = re.sub(r'csrf[^>]*value="\w+"', "", html.partition("<main")[2])
        if content in self.seen_before and len(self.kinds) > 1:
            return
        self.seen_before.add(content)
        for width in (NARROW, WIDE):
            self.page.set_viewport_size({"width": width, "height": 900})
            sideways = too_wide(self.page)
            self._say(f"{address} at {width}", [f"scrolls: {sideways}"] if sideways else [])
            self._say(f"{address} at {width}", violations(self.page))

    def _say(self, where, found):
        self.problems += [f"{where}: {one}" for one in found]


@pytest.fixture(scope="module")
def walk_of(stack, browser, browser_context_args, sign_in):
    """Walk as somebody through the pages of a scene, once however often it is asked."""
    done, seen_before = {}, set()

    def walk(role, scene="corrected"):
        if (role, scene) not in done:
            done[role, scene] = _walk(role, scene)
        return done[role, scene]

    def _walk(role, scene):
        stack.take_back(scene)
        watch = Watch()
        with browser.new_context(**browser_context_args) as context:
            watch.over(context)
            page = context.new_page()
            if role:
                sign_in(page, role)
            only = OF_A_DRAFT if scene == "draft" else ""
            found = Walk(page, stack.address, seen_before, only)
            found.go(*STARTS[scene], *([PASSWORD] if role and scene != "draft" else []))
        found.problems += watch.complaints
        return found

    return walk


PASSWORD = "/account/password/change/"
STARTS = {
    "corrected": ("/", desk.NOTICE, "/account/password/reset/", "/account/password/reset/done/"),
    "draft": (desk.PUBLISH,),
}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role or "the public")
def test_every_page_is_accessible_and_fits(role, walk_of, corrected):
    assert walk_of(role).problems == []


def test_the_pages_of_a_draft_are_accessible_and_fit(walk_of):
    assert walk_of(desk.DEMOCRATIC, "draft").problems == []


def test_no_page_was_missed(walk_of, corrected):
    walks = [walk_of(role) for role in ROLES] + [walk_of(desk.DEMOCRATIC, "draft")]
    reached = {kind.split()[0] for walk in walks for kind in walk.kinds}
    assert names_of(get_resolver()) - NOT_PAGES - reached == set()


def names_of(resolver, space=""):
    found = set()
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            found |= names_of(entry, inner)
        elif entry.name:
            found.add(f"{space}{entry.name}")
    return found


@pytest.mark.parametrize("address", ["/no/such/page/", "/notices/boston/nothing/"])
def test_what_is_not_there_is_said_on_an_accessible_page(page, stack, address, check_both_widths):
    answer = page.goto(address)
    assert answer.status == 404
    assert inline_parts(answer.text()) == []
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    check_both_widths(page)


def test_what_one_may_not_do_is_said_on_an_accessible_page(page, stack, sign_in, check_both_widths):
    sign_in(page, desk.MEMBER)
    assert page.goto("/worklist/").status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot do that")
    check_both_widths(page)


def test_a_refused_sign_in_is_accessible(page, stack, check_both_widths):
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill("nobody@example.org")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    check_both_widths(page)


@pytest.mark.parametrize("address", ["/notices/?council=stevenage", "/open-for-call-in/"])
def test_an_empty_list_says_what_would_fill_it(page, empty, address, check_both_widths):
    page.goto(address)
    expect(page.get_by_role("table")).to_have_count(0)
    expect(page.locator("main")).to_contain_text(re.compile("No (notice|decision)"))
    check_both_widths(page)


def test_an_empty_worklist_says_what_would_fill_it(page, empty, sign_in, check_both_widths):
    sign_in(page, desk.DEMOCRATIC)
    page.goto("/worklist/")
    for sentence in ("Nothing to publish.", "No window is open.", "Every published notice has"):
        expect(page.locator("main")).to_contain_text(sentence)
    check_both_widths(page)


LINES = (
    *("The decision and the date it was made", "Reasons for the decision"),
    *("Alternatives considered and rejected", "Conflicts of interest", "Who can read it"),
    *("Key decision or not", "Can it be called in?", "Who to contact"),
)


def test_every_open_editor_is_accessible_with_its_errors_too(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    for line in LINES:
        link = page.get_by_role("link", name=re.compile(rf"^(Add|Change) ?: {re.escape(line)}$"))
        link.click()
        expect(desk.editor(page).last).to_be_visible()
    assert violations_at_both_widths(page) == []
    page.goto(desk.PUBLISH)
    for line in ("Reasons for the decision", "Who can read it", "Key decision or not"):
        desk.line_link(page, f"Add: {line}").click()
        form = page.locator(".app-check__editing", has_text=line)
        form.get_by_role("button", name="Save").click()
        expect(form.locator(".govuk-error-summary")).to_be_visible()
    assert violations_at_both_widths(page) == []


def test_a_page_with_every_error_is_accessible(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.publish_as_of(page, ("31", "4", "2023"), "25.70")
    desk.enter_date(page, "printed_deadline", "x", "4", "2023")
    desk.press_publish(page)
    expect(page.locator(".govuk-error-summary li")).to_have_count(3)
    assert violations_at_both_widths(page) == []


def test_what_an_answer_reveals_is_accessible(page, draft, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    desk.open_line(page, "Add: Who can read it")
    page.get_by_role("radio", name="Exempt").check()
    expect(page.get_by_text("Under which paragraphs of Schedule 12A?")).to_be_visible()
    desk.save(page)
    expect(desk.editor(page)).to_contain_text("Choose at least one paragraph of Schedule 12A.")
    assert violations_at_both_widths(page) == []


def violations_at_both_widths(page):
    found = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        sideways = too_wide(page)
        found += [f"at {width}: scrolls: {sideways}"] if sideways else []
        found += [f"at {width}: {one}" for one in violations(page)]
    return found
