"""The pages of call-ins: who sees what, and what each form says."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.calendar import words
from governance.models import Council, Decision, Notice
from scrutiny.call_ins import actions
from scrutiny.call_ins.models import CallIn
from tests.factories.decisions import COMPLETE
from tests.factories.meetings import EXEMPT, a_body
from tests.factories.people import a_person_with_role, made
from tests.factories.scrutiny_call_ins import (
    a_council_that_calls_in,
    a_gathering,
    a_request,
    a_signature,
    an_open_window,
)

pytestmark = pytest.mark.django_db
THREE = {
    "signatories": [{"members": ["non_executive"], "number": 2}],
    "grounds": [{"text": "It is outside the budget"}],
    "ground_required": True,
    "alternative": "required",
}
TEXT = {
    "grounds": ["It is outside the budget"], "reasons": "Nobody counted.", "alternative": "Wait.",
}  # fmt: skip


def a_window(**decided):
    return an_open_window(
        a_council_that_calls_in(THREE), timezone.now() - timedelta(minutes=5), **decided
    )


def member_of(window):
    return a_person_with_role("member", window.council)


def page(client, name, *arguments, user=None):
    client.logout()
    if user:
        client.force_login(user)
    return client.get(reverse(f"call_ins:{name}", args=arguments))


def notice_of(client, window, user=None):
    client.logout()
    if user:
        client.force_login(user)
    notice = window.version.notice
    answer = client.get(reverse("notices:detail", args=[notice.council.slug, notice.slug]))
    return answer.content.decode()


def test_until_it_is_requested_only_members_of_the_council_see_it(client):
    window = a_window()
    gathering = a_gathering(window, reasons="Nobody counted the cost.")
    others = [a_person_with_role(kind, window.council) for kind in (
        "officer", "democratic_services", "scrutiny_officer", "administrator"
    )]  # fmt: skip
    others += [a_person_with_role("member", a_window().council), None]
    for user in others:
        if user:
            assert page(client, "detail", gathering.pk, user=user).status_code == 404
            assert "signature" not in notice_of(client, window, user)
    assert page(client, "detail", gathering.pk).status_code == 404
    assert page(client, "detail", gathering.pk, user=member_of(window)).status_code == 200


def test_a_member_reads_on_the_notice_how_many_more_must_sign_and_until_when(client):
    window = a_window()
    a_signature(a_gathering(window), ways=[1])
    shown = notice_of(client, window, member_of(window))
    assert "1 of 2 signatures; 1 more is needed." in shown
    assert "Read and sign" in shown
    assert "Call-in closes at the end of" in shown


def test_the_public_reads_of_it_once_it_is_requested(client):
    window = a_window()
    asked = a_request(window, requested_at=timezone.now())
    shown = notice_of(client, window)
    assert "Call-in requested, frozen" in shown
    assert reverse("call_ins:detail", args=[asked.pk]) in shown
    assert "Read and sign" not in shown
    assert "The costs were not considered." in page(client, "detail", asked.pk).content.decode()


def test_a_restricted_decision_s_call_in_is_a_stranger_s_404_to_a_member_of_elsewhere(client):
    window = a_window(**COMPLETE | EXEMPT)
    asked = a_request(window, requested_at=timezone.now())
    other = a_person_with_role("member", a_window().council)
    for user in (None, other):
        for name in ("detail", "sign", "check"):
            answer = page(client, name, asked.pk, user=user)
            assert answer.status_code == (302 if user is None and name != "detail" else 404)
        assert page(client, "begin", window.decision_id, window.council.slug, user=other)\
            .status_code == 404  # fmt: skip
    assert page(client, "detail", asked.pk, user=member_of(window)).status_code == 200


def test_begin_read_and_sign_lead_from_page_to_page(client):
    window = a_window()
    one, two = member_of(window), member_of(window)
    client.force_login(one)
    begin = reverse("call_ins:begin", args=[window.decision_id, window.council.slug])
    refused = client.post(begin, {"reasons": "Nobody counted."})
    assert refused.status_code == 422
    said = refused.content.decode()
    assert "Choose a ground: the council’s rule asks for one." in said
    assert "Say what you propose instead: the council’s rule asks for it." in said
    assert "Nobody counted." in said
    begun = client.post(begin, TEXT)
    call_in = CallIn.objects.get()
    sign = reverse("call_ins:sign", args=[call_in.pk])
    assert begun.url == sign
    read = actions.text_of(call_in)
    assert "Tick the box to sign." in client.post(sign, {"read": read}).content.decode()
    client.post(sign, {"read": read, "confirmed": "on"})
    client.force_login(two)
    client.post(sign, {"read": read, "confirmed": "on"})
    call_in.refresh_from_db()
    assert call_in.state == "requested"


def test_what_is_urgent_says_its_published_reason(client):
    window = a_window()
    decision = window.decision
    decision.call_in_answer, decision.no_call_in_reason = "no", "A contract ends tomorrow."
    made(decision)
    user = member_of(window)
    answer = page(client, "begin", decision.pk, window.council.slug, user=user)
    assert answer.status_code == 422
    assert "A contract ends tomorrow." in answer.content.decode()


def test_the_check_comes_with_its_results_filled_in_and_asks_why_otherwise(client):
    window = a_window()
    asked = a_request(
        window, member_of(window), requested_at=timezone.now(), grounds="It is outside the budget"
    )
    clerk = a_person_with_role("democratic_services", window.council)
    shown = page(client, "check", asked.pk, user=clerk).content.decode()
    assert "0 of 2 signatures; 2 more are needed." in shown
    address = reverse("call_ins:check", args=[asked.pk])
    codes = ("in_time", "enough", "eligible", "ground", "alternative", "open", "once")
    answers = dict.fromkeys(codes, "yes")
    refused = client.post(address, answers | {"in_time": "no"})
    assert refused.status_code == 422
    assert "Say why you find otherwise." in refused.content.decode()
    found = {"enough-why": "On paper.", "alternative-why": "In the letter."}
    assert client.post(address, answers | found).status_code == 302
    asked.refresh_from_db()
    assert asked.state == "valid"
    assert Notice.objects.filter(called_in=asked.called_in, kind="call_in_received").exists()


def test_who_withdrew_from_a_request_and_when_is_told(client):
    window = a_window()
    one, two = member_of(window), member_of(window)
    one.name = "The one who withdrew"
    made(one)
    asked = a_request(window, two, requested_at=timezone.now())
    a_signature(asked, one, taken_back_at=timezone.now())
    shown = page(client, "detail", asked.pk).content.decode()
    assert f"withdrew on {words.day(timezone.now())}" in shown
    assert shown.count("The one who withdrew") == 1


@pytest.mark.parametrize("name", ["text", "hearing", "outcome"])
def test_a_form_that_nobody_may_send_is_not_shown(client, name):
    window = a_window()
    kind = "member" if name == "text" else "democratic_services"
    user = a_person_with_role(kind, window.council)
    asked = a_request(window, requested_at=timezone.now())
    answer = page(client, name, asked.pk, user=user)
    assert answer.url == reverse("call_ins:detail", args=[asked.pk])
    said = {
        "text": "alone changes its text", "hearing": "There is nothing to hear",
        "outcome": "It was not found valid",
    }  # fmt: skip
    assert said[name] in client.get(answer.url).content.decode()


def test_the_list_tells_of_requests_and_downloads_as_a_table(client):
    window = a_window()
    a_request(window, requested_at=timezone.now())
    a_gathering(a_window())
    listed = client.get(reverse("call_ins:index"))
    assert listed.content.decode().count("Requested, being checked") == 1
    lines = client.get(reverse("call_ins:index"), {"format": "csv"}).content.decode().splitlines()
    assert len(lines) == 2


def test_the_list_and_a_notice_cost_the_same_queries_for_many(
    client, django_assert_max_num_queries
):
    def cost(address):
        with django_assert_max_num_queries(60) as counted:
            assert client.get(address).status_code == 200
        return len(counted.captured_queries)

    window = a_window()
    user = member_of(window)
    client.force_login(user)
    notice = window.version.notice
    address = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    a_request(a_window(), requested_at=timezone.now())
    a_signature(a_gathering(window))
    index = reverse("call_ins:index")
    cost(index), cost(address)
    before = cost(index), cost(address)
    for _ in range(9):
        a_request(a_window(), requested_at=timezone.now())
        a_signature(a_gathering(window))
    assert (cost(index), cost(address)) == before


def test_democratic_services_keep_groups_and_scrutiny_bodies(client):
    window = a_window()
    council, member = window.council, member_of(window)
    committee = a_body(council, regime="committee", name="Scrutiny panel")
    clerk = a_person_with_role("democratic_services", council)
    assert page(client, "members", council.slug, user=member).status_code == 403
    assert page(client, "members", council.slug, user=clerk).status_code == 200
    edit = reverse("call_ins:member", args=[council.slug, member.pk])
    assert client.post(edit, {"political_group": "Green"}).status_code == 302
    bodies = reverse("call_ins:bodies", args=[council.slug])
    assert client.post(bodies, {"bodies": [committee.pk]}).status_code == 302
    shown = page(client, "members", council.slug, user=clerk).content.decode()
    assert "Green" in shown
    assert "Scrutiny panel" in shown
    table = client.get(reverse("call_ins:members", args=[council.slug]), {"format": "csv"})
    assert "Green" in table.content.decode()
    other = a_person_with_role("member", a_window().council)
    assert page(client, "member", council.slug, other.pk, user=clerk).status_code == 404


def test_the_feed_tells_of_the_request(client):
    window = a_window()
    a_request(window, requested_at=timezone.now())
    feed = client.get(reverse("notices:feed_of_council", args=[window.council.slug]))
    assert "A call-in was requested on" in feed.content.decode()


def test_bad_input_is_never_a_fault(client):
    window = a_window()
    asked = a_request(window, requested_at=timezone.now())
    clerk = a_person_with_role("democratic_services", window.council)
    client.force_login(clerk)
    for name in ("check", "hearing", "outcome"):
        address = reverse(f"call_ins:{name}", args=[asked.pk])
        answer = client.post(address, {"body": "9" * 40, "on_0": "\0", "reason": "\0"})
        assert answer.status_code in (302, 422)
    client.force_login(member_of(window))
    gathering = a_gathering(window)
    for name in ("sign", "text", "take_back", "hand_in", "stop"):
        address = reverse(f"call_ins:{name}", args=[gathering.pk])
        answer = client.post(address, {"read": "\0" * 99, "seen": "9" * 99, "confirmed": "on"})
        assert answer.status_code in (302, 422)
    assert Council.objects.filter(pk=window.council_id).exists()
    assert Decision.objects.filter(pk=window.decision_id).exists()
