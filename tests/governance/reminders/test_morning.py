"""The morning's reminders: to whom, once, and of nothing that its reader may not read."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.duties.actions import keep_report_back
from governance.history.actions import write
from governance.messages import sources
from governance.messages.delivery import deliver
from governance.messages.letters import Letter, in_text
from governance.models import Duty, MailChoice, Message, Reminder, Role
from governance.reminders.morning import remind
from governance.reminders.unsubscribe import address_for
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_complete_decision, a_duty, a_limb
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db
# A Thursday; nothing is closed that week.
MORNING = datetime(2026, 11, 19, 8, tzinfo=LONDON)
TODAY = MORNING.date()
DAY = timedelta(days=1)


@pytest.fixture
def council():
    return a_council("Boston")


@pytest.fixture
def officer(council):
    return a_person_with_role("officer", council)


def run(at=MORNING):
    with time_machine.travel(at):
        return remind(at, by=the_clerk())


def words_of(message):
    return f"{message.subject}\n{in_text(Letter.from_json(message.letter))}"


def told(user):
    return [words_of(message) for message in Message.objects.filter(user=user).order_by("pk")]


def contract(council, title="Decide what follows", due_on=TODAY, **fields):
    return a_duty(council, title=title, kind="contract", due_on=due_on, **fields)


def test_everything_of_a_morning_is_in_one_message_the_overdue_first(council, officer):
    contract(council, "Late one", TODAY - DAY)
    contract(council, "Due now")
    contract(council, "To come", TODAY + 30 * DAY)
    contract(council, "Far off", TODAY + 300 * DAY)
    assert run() == {"messages": 1, "reminders": 3}
    (words,) = told(officer)
    assert "Your duties: 1 overdue, 1 due today, 1 coming up" in words
    assert words.index("Late one") < words.index("Due now") < words.index("To come")
    assert "Far off" not in words
    assert reverse("duties:detail", args=[Duty.objects.get(title="Due now").pk]) in words


def test_nothing_goes_out_before_seven_in_the_morning(council, officer):
    contract(council)
    assert not run(MORNING.replace(hour=6, minute=59))
    assert run(MORNING.replace(hour=7))["messages"] == 1


def test_a_second_run_finds_nothing_to_add(council, officer):
    contract(council)
    run()
    assert run()["messages"] == 0
    assert Reminder.objects.count() == 1


def test_what_becomes_due_after_the_digest_waits_for_the_next_morning(council, officer):
    contract(council, "Before")
    run()
    contract(council, "After")
    assert run(MORNING + timedelta(hours=6))["messages"] == 0
    assert run(MORNING + DAY)["messages"] == 1
    assert "After" in told(officer)[1]


def test_a_day_on_which_nothing_ran_is_caught_up(council, officer):
    contract(council, "Due yesterday", TODAY - DAY)
    contract(council, "Seven days", TODAY + 5 * DAY)
    run()
    (words,) = told(officer)
    assert "Due yesterday" in words
    assert "Seven days" in words


def test_a_date_that_is_moved_is_told_anew_and_the_old_one_no_more(council, officer):
    duty = contract(council)
    run()
    duty.due_on = TODAY + 8 * DAY
    write(duty, by=the_clerk(), because="The term was extended")
    assert run(MORNING + DAY)["messages"] == 1
    assert "is due by" not in told(officer)[1]
    assert "1 coming up" in told(officer)[1]


def test_a_clock_that_jumps_ahead_and_back_tells_nothing_twice(council, officer):
    contract(council, due_on=TODAY + 7 * DAY)
    run(MORNING + 7 * DAY)
    assert run(MORNING)["messages"] == 0
    assert run(MORNING + 7 * DAY)["messages"] == 0


def test_nobody_is_told_on_a_day_off_except_of_that_day(council, officer):
    sunday = datetime(2026, 11, 22, 8, tzinfo=LONDON)
    contract(council, "Due Monday", sunday.date() + DAY)
    contract(council, "Due Sunday", sunday.date())
    run(sunday)
    (words,) = told(officer)
    assert "Due Sunday" in words
    assert "Due Monday" not in words


def test_who_wants_each_by_itself_gets_each_by_itself(council, officer):
    MailChoice.objects.create(user=officer, style="each")
    contract(council, "First")
    contract(council, "Second")
    assert run()["messages"] == 2
    assert [one.subject for one in Message.objects.order_by("pk")] == [
        "“First” is due today", "“Second” is due today",
    ]  # fmt: skip


def test_what_is_acknowledged_is_not_told_until_then(council, officer):
    contract(council, due_on=TODAY, acknowledged_until=TODAY + DAY)
    assert run()["messages"] == 0
    assert run(MORNING + DAY)["messages"] == 1


def test_a_week_late_democratic_services_are_told_as_well(council, officer):
    clerk = a_person_with_role("democratic_services", council)
    contract(council, "Forgotten", TODAY - 8 * DAY)
    run()
    assert "Forgotten" in told(officer)[0]
    (words,) = told(clerk)
    assert "1 duty of your council is overdue" in words
    assert "HELD BY OTHERS" in words


def test_when_the_named_holders_role_ends_the_duty_is_handed_on(council, officer):
    gone = a_person_with_role("officer", council, to_on=TODAY - DAY)
    duty = contract(council, assigned_to=gone)
    assert run()["handed on"] == 1
    duty.refresh_from_db()
    assert duty.assigned_to is None
    assert "no longer holds the role" in duty.history.latest("history_id").history_change_reason
    assert told(officer)
    assert not told(gone)


def test_a_partnership_officer_is_told_of_every_council_of_the_partnership(council):
    officer = a_person_with_role("partnership_officer", a_partnership(council))
    a_duty(council, title="Gate", kind="gate", due_on=TODAY)
    run()
    assert "Gate" in told(officer)[0]


def a_restricted_duty(council):
    item = an_item(a_meeting(a_body(council)), **EXEMPT)
    decision = a_complete_decision(item, council=council, state="published", **EXEMPT)
    limb = a_limb(decision, 2, text="Zqsecret terms are reported back", due_on=TODAY)
    duty = keep_report_back(limb, by=the_clerk())
    duty.holder_role = "officer"
    return write(duty, by=the_clerk(), because="It concerns ICT")


def test_a_restricted_duty_is_told_only_to_those_who_may_read_it(council, officer):
    clerk = a_person_with_role("democratic_services", council)
    duty = a_restricted_duty(council)
    a_duty(council, title="Open one", kind="agenda", due_on=TODAY)
    run()
    assert not told(officer)
    duty.holder_role = ""
    write(duty, by=the_clerk(), because="Democratic services keep it")
    run(MORNING + DAY)
    assert "Zqsecret" in "".join(told(clerk))
    assert not any("Zqsecret" in one.subject for one in Message.objects.all())


def test_a_restricted_title_is_never_in_a_subject(council):
    clerk = a_person_with_role("democratic_services", council)
    MailChoice.objects.create(user=clerk, style="each")
    duty = a_restricted_duty(council)
    duty.holder_role = ""
    write(duty, by=the_clerk(), because="Democratic services keep it")
    run()
    (message,) = Message.objects.filter(user=clerk)
    assert message.subject == "A duty at Boston is due today"
    assert "Zqsecret" in words_of(message)


def test_an_account_that_was_closed_is_not_written_to(council, officer):
    officer.is_active = False
    officer.save()
    contract(council)
    assert run()["messages"] == 0


def test_the_cost_is_the_same_for_one_duty_and_a_hundred(
    council, officer, django_assert_max_num_queries
):
    for number in range(100):
        contract(council, f"Contract {number}")
    with django_assert_max_num_queries(24):
        run()


def test_one_click_ends_early_reminders_without_signing_in(client, council, officer):
    contract(council, "Early", TODAY + 30 * DAY)
    contract(council, "Today")
    address = address_for(officer)
    assert "Stop them" in client.get(address).content.decode()
    assert not MailChoice.objects.exists()
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    run()
    (words,) = told(officer)
    assert "Today" in words
    assert "Early" not in words


def test_an_address_that_was_tampered_with_leads_nowhere(client, officer):
    assert client.post(address_for(officer)[:-3] + "x/").status_code == 404


def test_how_to_be_reminded_is_chosen_on_a_page(client, officer):
    client.force_login(officer)
    address = reverse("reminders:choose")
    assert "One e-mail each morning" in client.get(address).content.decode()
    assert client.post(address, {"style": "each"}).status_code == 302
    kept = MailChoice.objects.get(user=officer)
    assert (kept.style, kept.early) == ("each", False)
    assert client.post(address, {"style": "pigeon"}).status_code == 422


def test_a_digest_of_many_says_how_many_more_there_are(council, officer):
    for number in range(45):
        contract(council, f"Contract {number}", date(2026, 11, 19))
    run()
    (words,) = told(officer)
    assert "45 due today" in words
    assert "and 5 others" in words
    assert Reminder.objects.count() == 45


class Post:
    """Takes what it is given, as a mail server does."""

    def __init__(self):
        self.taken = []

    def send(self, message, hand_over):
        assert hand_over()
        self.taken.append(words_of(message))
        return "250 taken"

    def close(self):
        pass


def sent():
    post = Post()
    deliver(post, seconds=5)
    return post.taken


def leave(user, on):
    role = Role.objects.get(user=user)
    role.to_on = on
    write(role, by=the_clerk(), because="Left")


@pytest.fixture
def waiting(council):
    """A digest that tells of a restricted duty and an open one, and waits to be sent."""
    clerk = a_person_with_role("democratic_services", council)
    duty = a_restricted_duty(council)
    duty.holder_role = ""
    write(duty, by=the_clerk(), because="Democratic services keep it")
    a_duty(council, title="Open one", kind="agenda", due_on=TODAY)
    run()
    return Message.objects.get(user=clerk)


def test_who_may_read_it_still_is_sent_what_waits(waiting):
    assert "Zqsecret" in sent()[0]


def test_what_its_reader_may_no_longer_read_is_not_sent(waiting):
    leave(waiting.user, TODAY - DAY)
    assert sent() == []
    waiting.refresh_from_db()
    assert (waiting.state, waiting.last_error) == ("given_up", sources.NOT_WANTED)


def test_who_was_not_sent_a_digest_is_told_anew_of_what_they_may_read(council, waiting):
    leave(waiting.user, TODAY - DAY)
    role = Role(user=waiting.user, kind="administrator", council=council, from_on=TODAY)
    write(role, by=the_clerk(), because="Moved to another post")
    sent()
    assert run()["messages"] == 1
    (words,) = sent()
    assert "Open one" in words
    assert "Zqsecret" not in words


def test_an_account_that_was_closed_meanwhile_is_sent_nothing(waiting):
    waiting.user.is_active = False
    waiting.user.save()
    assert sent() == []
