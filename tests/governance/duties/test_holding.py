"""Whose a duty is: one's own list, acknowledging, handing over, and coming round again."""

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.duties import actions, further_actions
from governance.duties.holders import Post, holders
from governance.duties.roles import roles_on
from governance.errors import Refused
from governance.models import Duty
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_duty
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 6, 1, 9, tzinfo=LONDON)
TODAY = NOW.date()


@pytest.fixture
def council():
    return a_council("Boston")


def get(client, name, *args, **query):
    with time_machine.travel(NOW):
        return client.get(reverse(name, args=args), query).content.decode()


def post(client, name, duty, **said):
    with time_machine.travel(NOW):
        return client.post(reverse(name, args=[duty.pk]), said)


def on(day, month, year, name="until"):
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


def test_ones_own_are_those_of_ones_role_at_ones_council(client, council):
    a_duty(council, title="Contract of ours", kind="contract")
    a_duty(council, title="Agenda of ours", kind="agenda")
    a_duty(a_council("Other"), title="Contract of others", kind="contract")
    client.force_login(a_person_with_role("officer", council))
    html = get(client, "duties:index", mine="1")
    assert "Contract of ours" in html
    assert "Contract of others" not in html
    # Nobody is democratic services at Boston, and an officer does not stand in for them.
    assert "Agenda of ours" not in html


def test_a_duty_of_a_role_that_nobody_holds_is_democratic_services_own(client, council):
    a_duty(council, title="Contract of ours", kind="contract")
    client.force_login(a_person_with_role("democratic_services", council))
    assert "Contract of ours" in get(client, "duties:index", mine="1")
    a_person_with_role("officer", council)
    assert "Contract of ours" not in get(client, "duties:index", mine="1")


def test_who_was_named_finds_it_among_their_own_and_the_others_do_not(client, council):
    named, other = (a_person_with_role("officer", council) for _ in range(2))
    a_duty(council, title="Contract of ours", kind="contract", assigned_to=named)
    client.force_login(named)
    assert "Contract of ours" in get(client, "duties:index", mine="1")
    client.force_login(other)
    assert "Contract of ours" not in get(client, "duties:index", mine="1")


def test_what_named_somebody_whose_role_ended_is_its_successors_at_once(client, council):
    gone = a_person_with_role("officer", council, to_on=date(2023, 5, 31))
    a_duty(council, title="Contract of ours", kind="contract", assigned_to=gone)
    client.force_login(a_person_with_role("officer", council))
    assert "Contract of ours" in get(client, "duties:index", mine="1")
    client.force_login(gone)
    assert "Contract of ours" not in get(client, "duties:index", mine="1")


@pytest.mark.parametrize("named", [None, 0, 1, 2])
@pytest.mark.parametrize("kind", ["response", "contract", "agenda"])
def test_the_list_holds_what_the_rule_says_of_each_duty(council, named, kind):
    """The list asks the database once; `holders` is asked of one duty."""
    given = ("officer", "scrutiny_officer", "administrator")
    people = [a_person_with_role(role, council) for role in given]
    assigned = None if named is None else people[named]
    for role in ("", "officer", "democratic_services"):
        duty = a_duty(council, kind=kind, assigned_to=assigned, holder_role=role)
        roles = roles_on(TODAY)
        held = holders(Post(kind, council.pk, role, assigned.pk if assigned else None), roles)
        found = [who.pk for who in people if duty in Duty.objects.held_by(who, roles)]
        assert found == held


def test_a_partnerships_are_those_of_its_councils(client, council):
    partnership = a_partnership(council)
    a_duty(council, title="Ours")
    a_duty(a_council("Other"), title="Theirs")
    html = get(client, "duties:index", partnership=partnership.slug)
    assert "Ours" in html
    assert "Theirs" not in html


def test_a_kind_can_be_asked_for_and_a_closed_window_is_no_duty_any_more(client, council):
    a_duty(council, title="Closed", kind="closing", due_on=date(2023, 5, 1))
    a_duty(council, title="Open", kind="closing", due_on=date(2023, 6, 2))
    a_duty(council, title="Other kind", kind="agenda")
    html = get(client, "duties:index", kind="closing")
    assert "Open" in html
    assert "Closed" not in html
    assert "Other kind" not in html


def test_its_holder_acknowledges_it_until_a_day(client, council):
    duty = a_duty(council, kind="contract")
    client.force_login(a_person_with_role("officer", council))
    assert post(client, "duties:acknowledge", duty, **on(20, 6, 2023)).status_code == 302
    duty.refresh_from_db()
    assert duty.acknowledged_until == date(2023, 6, 20)
    assert "none before Tuesday 20 June 2023" in get(client, "duties:detail", duty.pk)
    assert post(client, "duties:acknowledge", duty, **on("", "", "")).status_code == 302
    duty.refresh_from_db()
    assert duty.acknowledged_until is None


@pytest.mark.parametrize(("day", "says"), [((1, 6, 2023), "is not ahead"), ((1, 7, 2024), "year")])
def test_it_is_acknowledged_until_a_day_ahead_and_not_for_ever(client, council, day, says):
    duty = a_duty(council, kind="contract")
    client.force_login(a_person_with_role("officer", council))
    answer = post(client, "duties:acknowledge", duty, **on(*day))
    assert answer.status_code == 422
    assert says in answer.content.decode()


@pytest.mark.parametrize("page", ["duties:acknowledge", "duties:hand_over", "duties:reminders"])
def test_only_who_holds_it_or_may_finish_it_changes_that(client, council, page):
    duty = a_duty(council, kind="contract")
    a_person_with_role("officer", council)
    client.force_login(a_person_with_role("officer", a_council("Other")))
    assert post(client, page, duty).status_code == 403
    client.force_login(a_person_with_role("member", council))
    assert post(client, page, duty).status_code == 403


def test_it_is_handed_over_with_a_reason_and_its_silence_ends(client, council):
    old, new = (a_person_with_role("officer", council) for _ in range(2))
    duty = a_duty(council, kind="contract", acknowledged_until=date(2023, 7, 1))
    client.force_login(old)
    answer = post(client, "duties:hand_over", duty, to=new.pk, because="On leave")
    assert answer.status_code == 302
    duty.refresh_from_db()
    assert (duty.assigned_to, duty.acknowledged_until) == (new, None)
    assert duty.history.latest("history_id").history_change_reason == "On leave"


def test_it_is_not_handed_to_somebody_without_a_fitting_role(client, council):
    duty = a_duty(council, kind="contract")
    client.force_login(a_person_with_role("officer", council))
    stranger = a_person_with_role("officer", a_council("Other"))
    answer = post(client, "duties:hand_over", duty, to=stranger.pk, because="On leave")
    assert answer.status_code == 422


def test_reminders_are_changed_and_a_fault_is_said_beside_the_field(client, council):
    duty = a_duty(council, kind="report_back")
    client.force_login(a_person_with_role("democratic_services", council))
    said = {"lead_days": "60, 7 and 14", "repeat_months": "6", "repeat_from": "due",
            "holder_role": "officer", "because": "Cabinet asked"}  # fmt: skip
    assert post(client, "duties:reminders", duty, **said).status_code == 302
    duty.refresh_from_db()
    assert (duty.lead_days, duty.repeat_months, duty.holder_role) == ([60, 14, 7], 6, "officer")
    for wrong in ("soon", "0", "99999", "1,2,3,4,5,6,7,8,9", "\x00", "-3"):
        answer = post(client, "duties:reminders", duty, **said | {"lead_days": wrong})
        assert answer.status_code in (400, 422), wrong


def finish(duty, done_on):
    return actions.finish(duty, done_on=done_on, how="Reported", by=the_clerk(), today=TODAY)


def test_a_duty_that_repeats_is_due_again_when_it_is_done(council):
    duty = a_duty(
        council, kind="report_back", due_on=date(2023, 5, 31), repeat_months=6, repeat_from="due",
        lead_days=[3], holder_role="officer",
    )  # fmt: skip
    finish(duty, date(2023, 5, 20))
    following = Duty.objects.get(follows=duty)
    assert following.due_on == date(2023, 11, 30)
    assert (following.lead_days, following.holder_role, following.done_on) == ([3], "officer", None)


def test_one_that_does_not_repeat_is_over(council):
    duty = a_duty(council, due_on=date(2023, 5, 31))
    finish(duty, date(2023, 5, 20))
    assert not Duty.objects.filter(follows=duty).exists()


def test_what_is_done_is_neither_handed_over_nor_acknowledged(council):
    duty = a_duty(council, done_on=date(2023, 5, 1), done_note="Reported")
    with pytest.raises(Refused, match="already done"):
        further_actions.acknowledge(duty, until=date(2023, 7, 1), by=the_clerk(), today=TODAY)
