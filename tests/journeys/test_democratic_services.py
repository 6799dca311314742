"""What democratic services do besides publishing one notice: a meeting, a call-in, a withdrawal."""

import re
from datetime import datetime

from playwright.sync_api import expect

from governance.calendar.local_time import LONDON
from tests.journeys import desk

FIRST, SECOND, THIRD = "Apologies for absence", "Shared service desk", "Minutes of the last meeting"


def today():
    return datetime.now(LONDON).date()


def enter(page, name, day):
    desk.enter_date(page, name, str(day.day), str(day.month), str(day.year))


def told(page, sentence):
    expect(page.locator("#announce")).to_have_text(sentence)


def tab_to(page, name, back=False):
    """Go there with the keyboard alone."""
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        # The hidden part of a name is laid out apart, so blanks differ.
        if re.sub(r"\s+", " ", desk.focused(page).text_content()).strip() == name:
            return
    raise AssertionError(f"Tab never reached {name}")


def plan_a_meeting(page):
    page.get_by_role("link", name="Meetings", exact=True).click()
    page.get_by_role("link", name="Plan a meeting").click()
    page.get_by_role("button", name="Plan the meeting").click()
    desk.is_told(page, "Enter the date", at="id_held_on_0")
    page.get_by_label("Body").select_option(label="Cabinet")
    enter(page, "held_on", today())
    page.get_by_label("It begins at").fill("12.01am")
    page.get_by_label("Place").fill("Committee room")
    page.get_by_label(re.compile("^Why the meeting is called")).fill("A supplier gave notice.")
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agenda")


def build_the_agenda_by_keyboard(page):
    page.locator("#add_title").focus()
    for title in (FIRST, SECOND, THIRD):
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        told(page, f"Added “{title}”.")
        expect(page.locator("#add_title")).to_be_focused()
    tab_to(page, f"Up: “{THIRD}”", back=True)
    page.keyboard.press("Enter")
    told(page, f"“{THIRD}” is now 2 of 3.")
    expect(desk.focused(page)).to_have_text(f"Up: “{THIRD}”")
    page.keyboard.press("Enter")
    told(page, f"“{THIRD}” is now 1 of 3.")
    expect(desk.focused(page)).to_have_text(f"Down: “{THIRD}”")
    tab_to(page, f"Change “{THIRD}”", back=True)
    page.keyboard.press("Enter")
    expect(page.locator(".app-part--editing *:focus")).to_have_text(f"Change “{THIRD}”")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".app-part--editing")).to_have_count(0)
    expect(desk.focused(page)).to_have_text(f"Change “{THIRD}”")


def becomes(page, what):
    page.get_by_role("link", name="Call, hold, adjourn or cancel it").click()
    page.get_by_label(re.compile(f"^{what}")).check()
    page.get_by_role("button", name="Save").click()


def record_who_was_there(page):
    page.get_by_role("link", name="Who was there").click()
    page.get_by_role("button", name="Record these").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Recorded 5 of")
    page.get_by_role("button", name="There were no apologies").press("Enter")
    told(page, "Recorded that there were no apologies.")
    expect(page.locator("#parts")).to_be_focused()


def declare(page):
    page.get_by_role("button", name="Add declaration").click()
    expect(page.locator("#add .govuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_label("Who declared it").select_option(index=1)
    page.get_by_label("Non-registrable interest").check()
    page.get_by_label("Nature of the interest").fill("A lease (illustrative)")
    page.get_by_role("button", name="Add declaration").click()
    expect(page.locator(".app-part")).to_contain_text("A lease (illustrative)")
    expect(page).to_have_title(re.compile("^(?!Error)"))


def test_a_meeting_is_planned_called_and_held(page, draft, sign_in, check_both_widths):
    sign_in(page, desk.DEMOCRATIC)
    plan_a_meeting(page)
    build_the_agenda_by_keyboard(page)
    check_both_widths(page)
    page.get_by_role("link", name="The meeting’s page").click()
    meeting = page.url
    becomes(page, "Call it")
    page.get_by_role("button", name="Publish the agenda").click()
    desk.press_publish(page)
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Version 1")
    expect(page.locator("main")).to_contain_text(SECOND)
    page.goto(meeting)
    becomes(page, "It was held")
    record_who_was_there(page)
    page.goto(meeting)
    page.get_by_role("link", name="Declarations of interest").click()
    declare(page)
    page.goto(meeting)
    aside = page.get_by_role("region", name="Who was there")
    expect(aside).to_contain_text("There were no apologies.")


def swap_the_limbs(page):
    """By keyboard, and save: nothing of either is lost."""
    form = desk.open_line(page, "Change: The decision and the date it was made")
    texts = form.locator("textarea[name^=limbs-][name$=-text]")
    first, second = (texts.nth(number).input_value() for number in (0, 1))
    form.get_by_role("button", name=re.compile("^Move down ?: limb 1$")).press("Enter")
    expect(desk.focused(page)).to_have_text("Limb 2")
    expect(texts.first).to_have_value(second)
    expect(texts.nth(1)).to_have_value(first)
    desk.save(page)
    desk.closed(page)
    expect(desk.focused(page)).to_have_text("Change: The decision and the date it was made")
    return second


def test_the_last_notice_puts_the_matter_in_effect_across_the_partnership(page, complete, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    page.goto(desk.PUBLISH)
    now_first = swap_the_limbs(page)
    desk.publish_as_of(page, ("14", "4", "2023"), "10.05am")
    desk.press_publish(page)
    expect(desk.verdict(page)).to_have_text("In effect from Saturday 22 April 2023")
    expect(page.locator(".app-limbs > li").first).to_contain_text(now_first)
    page.get_by_role("link", name="Issues", exact=True).click()
    page.get_by_role("link", name="Digital Strategy and ICT Roadmap").click()
    expect(desk.verdict(page)).to_contain_text(
        "In effect across the partnership from Saturday 22 April 2023"
    )


def open_notice(page, title):
    page.goto("/notices/?council=boston")
    page.get_by_role("link", name=re.compile(title)).click()


def test_a_call_in_is_recorded_and_ended(page, corrected, sign_in):
    sign_in(page, desk.DEMOCRATIC)
    open_notice(page, "A network for guests")
    page.get_by_role("link", name="Record a call-in").click()
    page.get_by_role("button", name="Save").click()
    desk.is_told(page, "Enter", at="id_received_on_0")
    enter(page, "received_on", today())
    page.get_by_label("At what time?").fill("12.01am")
    page.get_by_label("Who called it in?").fill("Two members (illustrative)")
    page.get_by_label("On what ground, and why?").fill("Its cost was not told.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".app-verdict")).to_contain_text("Called in")
    page.get_by_role("link", name="Record how the call-in ended").click()
    page.get_by_label(re.compile("^Withdrawn")).check()
    enter(page, "ended_on", today())
    page.get_by_label("Why?").fill("The cost was told.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("The cost was told.")
    expect(page.get_by_role("link", name="Record how the call-in ended")).to_have_count(0)


def test_a_withdrawn_notice_says_why_and_nothing_else(page, corrected, sign_in, sign_out):
    sign_in(page, desk.DEMOCRATIC)
    open_notice(page, "A network for guests")
    address = page.url
    page.get_by_role("link", name="Withdraw this notice").click()
    page.get_by_role("button", name="Withdraw this notice").click()
    desk.is_told(page, "Say why", at="id_reason")
    page.get_by_label("Why is it withdrawn?").fill("It was put out twice.")
    page.get_by_role("button", name="Withdraw this notice").click()
    sign_out(page)
    page.goto(address)
    expect(page.locator("main")).to_contain_text("It was put out twice.")
    expect(page.locator("main")).not_to_contain_text("Partners who meet at the offices")
    for ending in ("v1.pdf", "v1.json"):
        assert page.request.get(address + ending).status == 410
