"""A call-in from its last signatures to the decision that is confirmed after it was sent back."""

import re

from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.test_democratic_services import enter, today

TITLE = "Longer opening hours for the shared ICT service desk"
MEMBERS = ("Member, East Lindsey", "Member 3, East Lindsey")
DEMOCRATIC = "Democratic services, East Lindsey"
ISSUE = "/issues/shared-service-desk/"


def find_the_notice(page):
    page.goto("/")
    page.get_by_role("link", name=re.compile("Longer opening hours")).first.click()
    return page.url


def sign(page, notice):
    page.goto(notice)
    page.get_by_role("button", name="Read and sign").click()
    page.get_by_role("button", name="Sign", exact=True).click()
    desk.is_told(page, "Tick the box to sign.", at="id_confirmed")
    page.get_by_label("I have read this call-in and I sign it").check()
    page.get_by_role("button", name="Sign", exact=True).click()


def take_one_back(page, notice):
    """One of the two who signed takes the signature back, and gives it again."""
    page.goto(notice)
    page.get_by_role("link", name="Read the call-in").click()
    call_in = page.url
    page.get_by_role("link", name="Take your signature back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("main")).to_contain_text("1 of 3 signatures; 2 more are needed.")
    page.get_by_role("button", name="Read and sign").click()
    page.get_by_label("I have read this call-in and I sign it").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator("main")).to_contain_text("2 of 3 signatures; 1 more is needed.")
    return call_in


def check_the_request(page):
    page.goto("/worklist/")
    page.get_by_role("link", name=re.compile("^Check it")).click()
    page.get_by_role("button", name="Record what was found").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Is it more than putting")
    deferral = page.get_by_role("group", name="Is it more than putting the decision off?")
    deferral.get_by_label("Yes").check()
    page.get_by_role("button", name="Record what was found").click()
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Valid")


def publish_the_notice(page, kind):
    page.goto("/worklist/")
    waiting = page.locator(".app-check > li", has_text=f"{kind}.")
    waiting.get_by_role("link", name=re.compile("^(Publish|Finish and publish)")).click()
    desk.press_publish(page)
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Version 1")


def send_it_back(page, call_in):
    page.goto(call_in)
    page.get_by_role("link", name="Arrange the hearing").click()
    page.get_by_label("Which body hears it?").select_option(label="Scrutiny panel")
    enter(page, "on", today())
    page.get_by_role("button", name="Save").click()
    expect(desk.verdict(page)).to_contain_text("Scrutiny panel hears it on")
    page.get_by_role("link", name="Record how it ended").click()
    page.get_by_label("Referred back to who made the decision").check()
    page.get_by_label("Why?").fill("The cost was not told.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Referred back to who made the decision")


def decide_again(page):
    """Publish the draft of the new decision as one that confirms the first."""
    page.goto("/worklist/")
    waiting = page.locator(".app-check > li", has_text="The service desk, once more")
    waiting.get_by_role("link", name=re.compile("^(Publish|Finish and publish)")).click()
    publishing = page.url
    page.locator('a[href*="/again/"]').first.click()
    page.get_by_label("Which decision does it reconsider?").select_option(label=TITLE)
    page.get_by_label("Confirmed as it was").check()
    page.get_by_role("button", name="Save").first.click()
    expect(page).not_to_have_url(re.compile("/again/"))
    page.goto(publishing)
    desk.press_publish(page)
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Version 1")


def grid(page):
    page.goto(ISSUE)
    return page.locator("main")


def test_a_call_in_from_its_signatures_to_the_confirmed_decision(
    new_page, asked, sign_in, check_both_widths
):
    member, other, clerk, public = (new_page() for _ in range(4))
    notice = find_the_notice(public)
    expect(public.locator("main")).not_to_contain_text("signature")
    sign_in(other, MEMBERS[1])
    call_in = take_one_back(other, notice)
    assert public.goto(call_in).status == 404

    sign_in(member, MEMBERS[0])
    member.goto(notice)
    check_both_widths(member)
    sign(member, notice)
    expect(member.locator(".govuk-notification-banner--success")).to_contain_text("is requested")
    check_both_widths(member)
    public.goto(notice)
    expect(desk.verdict(public)).to_contain_text("A call-in was requested on")
    expect(grid(public)).to_contain_text("a call-in was requested at East Lindsey")
    feed = public.request.get("/notices/feed/east-lindsey/").text()
    assert "A call-in was requested on" in feed

    sign_in(clerk, DEMOCRATIC)
    check_the_request(clerk)
    check_both_widths(clerk)
    publish_the_notice(clerk, "Notice of a call-in")
    public.goto(notice)
    expect(desk.verdict(public)).to_contain_text("frozen until it is heard")
    expect(grid(public)).to_contain_text("called in at East Lindsey")
    assert f"Called in at East Lindsey: {TITLE}" in (
        public.request.get("/notices/feed/east-lindsey/").text()
    )

    send_it_back(clerk, call_in)
    publish_the_notice(clerk, "Notice of how a call-in ended")
    public.goto(notice)
    expect(desk.verdict(public)).to_contain_text("Referred to who made it")
    expect(grid(public)).to_contain_text("To be decided again at East Lindsey")

    decide_again(clerk)
    public.goto(notice)
    expect(desk.verdict(public)).to_contain_text("Confirmed as it was on")
    public.goto(call_in)
    expect(public.locator("#hearing + dl")).to_contain_text("Confirmed")
