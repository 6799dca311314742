"""From the first signature to the request, the finding and the end; to the microsecond."""

from datetime import UTC, date, datetime, timedelta

import pytest

from governance.calendar.local_time import LONDON
from governance.called_in import actions as called_in
from governance.called_in import requests
from governance.errors import Refused
from governance.models import CalledIn, Duty, Notice
from governance.notices.actions import correct
from governance.notices.standing import verdict, windows_by_notice
from governance.notices.withdrawal import withdraw
from scrutiny.call_ins import actions, page, validation
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.reading import stage_of
from scrutiny.call_ins.states import State
from scrutiny.call_ins.validation import Findings
from tests.factories.meetings import a_body
from tests.factories.people import a_person, a_person_with_role, an_appointment, made, the_clerk
from tests.factories.scrutiny_call_ins import (
    a_council_member,
    a_council_that_calls_in,
    an_open_window,
)
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
AT_FIVE = {"unit": "working_days", "count": 5, "cut_off": "17:00"}
THREE = {
    "signatories": [{"members": ["non_executive"], "number": 3}],
    "hearing_within": {"unit": "working_days", "count": 10},
    "reconsider_within": {"unit": "working_days", "count": 5},
    "withdrawable": True,
}
PUBLISHED = datetime(2023, 4, 14, 10, 5, tzinfo=LONDON)  # closes at 5pm on Friday 21 April
CLOSES = datetime(2023, 4, 21, 17, tzinfo=LONDON)
NOW = datetime(2023, 4, 18, 9, tzinfo=LONDON)
SAID = {"grounds": "", "reasons": "The costs were not considered.", "alternative": ""}


def a_window(conduct=THREE, terms=AT_FIVE, at=PUBLISHED, **decided):
    return an_open_window(a_council_that_calls_in(conduct, terms), at, **decided)


def members(window, number):
    return [a_person_with_role("member", window.council) for _ in range(number)]


def begun(window, by=None, at=NOW, **said):
    return actions.begin(window, SAID | said, by=by or members(window, 1)[0], at=at)


def sign(call_in, by, at=NOW):
    return actions.sign(call_in, read=actions.text_of(call_in), by=by, at=at)


def requested(window, number=3, at=NOW):
    signers = members(window, number)
    call_in = begun(window, signers[0])
    for member in signers:
        call_in = sign(call_in, member, at)
    assert call_in.state == State.REQUESTED
    return call_in, signers


def all_yes(call_in, **found):
    answers = {test.code: (True, "Confirmed") for test in validation.tests_for(call_in)}
    return Findings(answers, **found)


def fetched(call_in):
    return CallIn.objects.select_related(
        "window__rule", "window__decision", "called_in", "council", "decision__reconsiders"
    ).get(pk=call_in.pk)


def checked(call_in, found=None, at=NOW + timedelta(hours=1)):
    call_in = fetched(call_in)
    return validation.check(call_in, found or all_yes(call_in), by=the_clerk(), at=at)


def stands(window, at):
    notice = window.version.notice
    return verdict(windows_by_notice([notice])[notice.pk], at)


def test_the_last_signature_needed_makes_it_a_request_at_that_instant():
    window = a_window()
    one, two, three = members(window, 3)
    call_in = begun(window, one)
    assert sign(call_in, one).state == State.GATHERING
    assert sign(call_in, two).state == State.GATHERING
    last = CLOSES - timedelta(microseconds=1)
    call_in = sign(call_in, three, last)
    assert (call_in.state, call_in.requested_at) == (State.REQUESTED, last)
    assert call_in.enough_as == "Any 3 councillors outside the executive. 3 of 3 signatures."


@pytest.mark.parametrize(
    ("published", "terms", "closes"),
    [
        (PUBLISHED, AT_FIVE, CLOSES),
        # The clocks go forward on 26 March 2023, and back on 29 October 2023.
        (
            datetime(2023, 3, 24, 10, tzinfo=LONDON), AT_FIVE,
            datetime(2023, 3, 31, 16, tzinfo=UTC),
        ),
        (
            datetime(2023, 3, 17, 10, tzinfo=LONDON), AT_FIVE,
            datetime(2023, 3, 24, 17, tzinfo=UTC),
        ),
        (
            datetime(2023, 10, 20, 10, tzinfo=LONDON), AT_FIVE,
            datetime(2023, 10, 27, 16, tzinfo=UTC),
        ),
        (
            datetime(2023, 10, 27, 10, tzinfo=LONDON), AT_FIVE,
            datetime(2023, 11, 3, 17, tzinfo=UTC),
        ),
        # To the end of the day: midnight in London, whatever it is in UTC.
        (
            datetime(2023, 10, 20, 10, tzinfo=LONDON), {"unit": "calendar_days", "count": 9},
            datetime(2023, 10, 30, 0, tzinfo=UTC),
        ),
        (
            datetime(2023, 3, 17, 10, tzinfo=LONDON), {"unit": "calendar_days", "count": 9},
            datetime(2023, 3, 26, 23, tzinfo=UTC),
        ),
    ],
)  # fmt: skip
def test_a_microsecond_before_the_window_closes_counts_and_its_closing_does_not(
    published, terms, closes
):
    alone = {"signatories": [{"members": ["non_executive"], "number": 1}]}
    window = a_window(alone, terms, published)
    assert window.closes_at == closes
    one, two = members(window, 2)
    call_in, late = begun(window, one, published), begun(window, two, published)
    with pytest.raises(Refused, match="Call-in closed"), nothing_written():
        sign(late, two, closes)
    assert sign(call_in, one, closes - timedelta(microseconds=1)).state == State.REQUESTED


def test_who_sits_on_the_executive_and_who_has_signed_are_told_so():
    window = a_window()
    one, two = members(window, 2)
    call_in = begun(window, one)
    sign(call_in, one)
    person = made(a_person(user=two))
    an_appointment(person, window.council, capacity="portfolio_holder")
    with pytest.raises(Refused, match="You sit on the executive"):
        sign(call_in, two)
    with pytest.raises(Refused, match="Each member signs once"):
        sign(call_in, one)


def test_a_member_of_another_council_and_one_whose_role_has_ended_cannot_sign():
    window, other = a_window(), a_window()
    call_in = begun(window)
    ended = a_person_with_role("member", window.council, to_on=date(2023, 4, 17))
    for user in (members(other, 1)[0], ended, a_person_with_role("officer", window.council)):
        with pytest.raises(Refused, match="Only members of the council"):
            sign(call_in, user)


def test_signatures_from_one_group_are_not_enough_where_the_rule_wants_two():
    window = a_window({"signatories": [
        {"members": ["non_executive"], "number": 2, "cross_party": True}
    ]})  # fmt: skip
    one, two, three = members(window, 3)
    for member, group in ((one, "Blue"), (two, "Blue"), (three, "Green")):
        a_council_member(window.council, member, political_group=group)
    call_in = begun(window, one)
    sign(call_in, one)
    assert sign(call_in, two).state == State.GATHERING
    assert sign(call_in, three).state == State.REQUESTED


def test_one_who_signs_a_text_that_was_changed_meanwhile_reads_it_again():
    window = a_window()
    one, two = members(window, 2)
    call_in = begun(window, one)
    read = actions.text_of(call_in)
    seen = call_in.history.latest().history_id
    actions.change(call_in, SAID | {"reasons": "Another"}, seen=seen, by=one, at=NOW)
    with pytest.raises(Refused, match="Read it again"):
        actions.sign(call_in, read=read, by=two, at=NOW)
    sign(fetched(call_in), one)
    with pytest.raises(Refused, match="What members have signed is not changed"):
        actions.change(call_in, SAID, seen=seen, by=one, at=NOW)


def test_a_signature_taken_back_counts_no_more_and_can_be_given_again():
    window = a_window()
    one, two, three = members(window, 3)
    call_in = begun(window, one)
    sign(call_in, one)
    actions.take_back(call_in, by=one, at=NOW)
    sign(call_in, two)
    assert sign(call_in, three).state == State.GATHERING
    assert sign(call_in, one).state == State.REQUESTED


def test_gathering_is_over_by_the_clock_alone():
    window = a_window()
    call_in = begun(window)
    sign(call_in, call_in.begun_by)
    call_in = fetched(call_in)
    assert stage_of(call_in, CLOSES - timedelta(microseconds=1)) is State.GATHERING
    assert stage_of(call_in, CLOSES) is State.UNSIGNED
    with pytest.raises(Refused, match="Nothing can be taken back: not enough signatures"):
        actions.take_back(call_in, by=call_in.begun_by, at=CLOSES)


def test_what_cannot_be_called_in_is_refused_with_its_published_reason():
    window = a_window()
    decision = window.decision
    decision.call_in_answer, decision.no_call_in_reason = "no", "A contract ends tomorrow."
    made(decision)
    with pytest.raises(Refused, match="A contract ends tomorrow"):
        begun(window)


def test_a_request_freezes_the_decision_until_it_is_checked():
    window = a_window()
    requested(window)
    found = stands(window, CLOSES + timedelta(days=30))
    assert found.state == "Call-in requested, frozen"
    assert found.sentence == "A call-in was requested on Tuesday 18 April 2023"
    assert found.more == "The proper officer is checking it; nothing may be done meanwhile."


def test_a_valid_request_calls_the_decision_in_since_its_instant():
    window = a_window()
    call_in, signers = requested(window)
    call_in = checked(call_in)
    called = call_in.called_in
    assert called.received_at == NOW
    assert called.hearing_by == date(2023, 5, 3)  # ten working days, 1 May not counted
    assert called.requested_by == f"{signers[0]}, {signers[1]} and {signers[2]}"
    assert stands(window, NOW).state == "Called in, frozen"
    assert Notice.objects.get(called_in=called).state == "draft"


def test_an_invalid_request_releases_the_decision_from_the_day_it_was_found_so():
    window = a_window()
    call_in, _ = requested(window)
    found = all_yes(call_in, reason="Two of them had left the council.")
    found.answers["eligible"] = (False, "Two had resigned.")
    call_in = checked(call_in, found, at=datetime(2023, 4, 25, 9, tzinfo=LONDON))
    assert call_in.state == State.INVALID
    assert not CalledIn.objects.exists()
    later = datetime(2023, 4, 26, 9, tzinfo=LONDON)
    assert stands(window, later).sentence == "In effect from Tuesday 25 April 2023"


def test_an_invalid_request_does_not_use_up_the_one_call_in_and_a_valid_one_does():
    window = a_window()
    first, _ = requested(window)
    found = all_yes(first, reason="No")
    found.answers["eligible"] = (False, "No")
    checked(first, found)
    second, _ = requested(window, at=NOW + timedelta(hours=2))
    checked(second, at=NOW + timedelta(hours=3))
    with pytest.raises(Refused, match="A decision can be called in once"):
        begun(window, at=NOW + timedelta(hours=4))


def test_an_officer_who_finds_otherwise_says_why():
    call_in, _ = requested(a_window())
    found = all_yes(call_in, reason="No")
    found.answers["in_time"] = (False, "")
    with pytest.raises(Refused, match="Say why you find otherwise: Was it made in time"):
        checked(call_in, found)
    found.answers["in_time"] = (False, "The clock was wrong.")
    with pytest.raises(Refused, match="The reason is published"):
        checked(call_in, Findings(found.answers))


def test_a_request_is_checked_once():
    call_in, _ = requested(a_window())
    checked(call_in)
    with pytest.raises(Refused, match="not waiting to be checked any more by The clerk"):
        checked(call_in)


def test_a_request_on_paper_waits_while_another_is_being_checked():
    window = a_window()
    requested(window)
    said = {"requested_by": "Five", "ground": "Costs", "alternative": "", "hearing_by": None}
    with pytest.raises(Refused, match="Check that request first"):
        called_in.call_in(window, received_at=NOW, said=said, by=the_clerk(), at=NOW)


def test_while_one_request_is_checked_another_cannot_be_signed():
    window = a_window()
    other = begun(window)
    requested(window)
    with pytest.raises(Refused, match="Another call-in of it was requested"):
        sign(other, other.begun_by)


def test_who_signs_after_the_last_one_needed_is_kept_beside_until_it_is_checked():
    window = a_window()
    call_in, _ = requested(window)
    late = members(window, 2)
    call_in = sign(call_in, late[0], NOW + timedelta(minutes=1))
    assert call_in.requested_at == NOW
    assert call_in.signatures.standing().count() == 4
    checked(call_in)
    with pytest.raises(Refused, match="It is too late to sign: valid, to be heard"):
        sign(call_in, late[1], NOW + timedelta(hours=2))


def test_a_request_falls_when_all_who_signed_have_withdrawn_as_the_rule_allows():
    window = a_window()
    call_in, signers = requested(window)
    for member in signers[:2]:
        assert actions.take_back(call_in, by=member, at=NOW).state == State.REQUESTED
    call_in = actions.take_back(call_in, by=signers[2], at=NOW)
    assert call_in.state == State.WITHDRAWN
    assert stands(window, NOW).state == "Open for call-in"


@pytest.mark.parametrize(
    ("rule", "says"), [(False, "cannot be withdrawn"), (None, "It is not known whether")]
)
def test_a_request_is_not_withdrawn_where_the_rule_does_not_let_it_be(rule, says):
    conduct = {key: value for key, value in THREE.items() if key != "withdrawable"}
    call_in, signers = requested(
        a_window(conduct | ({} if rule is None else {"withdrawable": rule}))
    )
    with pytest.raises(Refused, match=says):
        actions.take_back(call_in, by=signers[0], at=NOW)


def test_a_valid_one_that_all_withdraw_ends_withdrawn():
    window = a_window()
    call_in, signers = requested(window)
    checked(call_in)
    for member in signers:
        actions.take_back(call_in, by=member, at=NOW + timedelta(days=1))
    assert CalledIn.objects.get().outcome == "withdrawn"
    assert stage_of(fetched(call_in), NOW) is State.WITHDRAWN


def test_a_hearing_after_the_last_day_needs_a_reason():
    window = a_window()
    call_in, _ = requested(window)
    checked(call_in)
    body, late = a_body(window.council, regime="committee"), date(2023, 5, 4)
    arrange = {"body": body, "on": late, "by": the_clerk(), "at": NOW + timedelta(days=1)}
    with pytest.raises(Refused, match="it must be heard by Wednesday 3 May 2023"):
        validation.arrange(call_in, reason="", **arrange)
    call_in = validation.arrange(call_in, reason="No room was free.", **arrange)
    assert stage_of(fetched(call_in), NOW + timedelta(days=2)) is State.HEARING


def test_one_that_is_sent_back_is_to_be_decided_again_by_the_rule_s_day():
    window = a_window()
    call_in, _ = requested(window)
    checked(call_in)
    at = datetime(2023, 5, 3, 20, tzinfo=LONDON)
    ended = {"outcome": "referred", "ended_on": date(2023, 5, 3), "reason": "Weigh the costs."}
    call_in = validation.end(call_in, **ended, by=the_clerk(), at=at)
    assert call_in.reconsider_by == date(2023, 5, 11)  # the Coronation's bank holiday skipped
    assert stands(window, at).state == "Referred, to be decided again"
    again = Duty.objects.get(title__startswith="Decide again")
    assert (again.due_on, again.done_on) == (date(2023, 5, 11), None)


@pytest.mark.parametrize(("if_not_heard", "state"), [
    ("takes_effect", "In effect"), ("waits", "Called in, frozen"),
])  # fmt: skip
def test_one_that_nobody_hears_in_time_lapses_by_the_clock_if_the_rule_says_so(if_not_heard, state):
    window = a_window(THREE | {"if_not_heard": if_not_heard})
    call_in, _ = requested(window)
    checked(call_in)
    assert stands(window, datetime(2023, 5, 3, 23, 59, tzinfo=LONDON)).state == "Called in, frozen"
    after = datetime(2023, 5, 4, 0, tzinfo=LONDON)
    assert stands(window, after).state == state
    lapsed = stage_of(fetched(call_in), after) is State.LAPSED
    assert lapsed == (if_not_heard == "takes_effect")


def test_one_arranged_in_time_does_not_lapse_while_its_outcome_is_not_written_down():
    window = a_window(THREE | {"if_not_heard": "takes_effect"})
    call_in, _ = requested(window)
    checked(call_in)
    body = a_body(window.council, regime="committee")
    on = date(2023, 5, 3)
    validation.arrange(
        call_in, body=body, on=on, reason="", by=the_clerk(), at=NOW + timedelta(days=1)
    )
    assert stands(window, datetime(2023, 5, 8, tzinfo=LONDON)).state == "Called in, frozen"


def test_where_it_is_not_known_how_many_must_sign_members_hand_it_in():
    window = a_window({"signatories": [{"members": ["councillors"]}]})
    one, two = members(window, 2)
    call_in = begun(window, one)
    assert sign(call_in, one).state == State.GATHERING
    with pytest.raises(Refused, match="Sign it first"):
        actions.hand_in(call_in, by=two, at=NOW)
    assert actions.hand_in(call_in, by=one, at=NOW).state == State.REQUESTED


def test_where_the_rule_says_how_many_nobody_hands_it_in_early():
    window = a_window()
    call_in = begun(window)
    sign(call_in, call_in.begun_by)
    with pytest.raises(Refused, match="by itself once enough members have signed"):
        actions.hand_in(call_in, by=call_in.begun_by, at=NOW)


def test_its_duties_are_made_and_done_by_what_the_record_says():
    window = a_window()
    closing = Duty.objects.get(of_call_in__purpose="close")
    assert (closing.kind, closing.due_on) == ("closing", date(2023, 4, 21))
    call_in, _ = requested(window)
    check = Duty.objects.get(of_call_in__purpose="check")
    assert (check.due_on, check.done_on) == (date(2023, 4, 20), None)
    call_in = checked(call_in)
    check.refresh_from_db()
    hear = Duty.objects.get(of_call_in__purpose="hear")
    assert (check.done_on, hear.due_on) == (date(2023, 4, 18), date(2023, 5, 3))
    ended = {"outcome": "no_action", "ended_on": date(2023, 5, 2), "reason": "Answered."}
    at = datetime(2023, 5, 3, tzinfo=LONDON)
    called_in.end(call_in.called_in, **ended, by=the_clerk(), at=at)
    hear.refresh_from_db()
    assert hear.done_on == date(2023, 5, 2)


def test_withdrawing_the_notice_takes_its_waiting_duties_along():
    window = a_window()
    requested(window)
    notice = window.version.notice
    withdraw(notice, by=the_clerk(), at=NOW, reason="It named somebody.", title="A notice")
    assert not Duty.objects.filter(of_call_in__isnull=False).exists()


def test_a_correction_that_restarts_the_clock_keeps_open_what_gathers():
    window = a_window()
    one, two, three = members(window, 3)
    call_in = begun(window, one)
    sign(call_in, one)
    notice, later = window.version.notice, datetime(2023, 4, 20, 10, tzinfo=LONDON)
    correct(notice, by=the_clerk(), at=later, reason="A name.", clock="restarts", seen=None)
    call_in, after = fetched(call_in), CLOSES + timedelta(hours=1)
    assert stage_of(call_in, after) is State.GATHERING
    shown = page.of(page.with_all(CallIn.objects).get(pk=call_in.pk), two, after)
    assert shown["may_sign"]
    assert "Thursday 27 April 2023" in shown["sentence"]
    actions.take_back(call_in, by=one, at=after)
    for member in (one, two, three):
        call_in = sign(call_in, member, after)
    assert call_in.state == State.REQUESTED


@pytest.mark.parametrize("number", [1, 3])
def test_what_gathers_or_waits_to_be_checked_ends_with_the_notice(number):
    window = a_window()
    signers = members(window, number)
    call_in = begun(window, signers[0])
    for member in signers:
        sign(call_in, member)
    later = NOW + timedelta(hours=1)
    withdraw(
        window.version.notice, by=the_clerk(), at=later, reason="It named somebody.", title="A"
    )
    call_in = fetched(call_in)
    assert (call_in.state, stage_of(call_in, later)) == ("withdrawn", State.STOPPED)
    found = page.of(page.with_all(CallIn.objects).get(pk=call_in.pk), signers[0], later)
    assert found["sentence"].startswith("It ended on Tuesday 18 April 2023, as the notice")
    assert not requests.waiting_at([window.council_id], later.date())


@pytest.mark.parametrize("door", ["notice", "desk"])
def test_however_it_is_recorded_an_end_has_all_its_consequences(door):
    call_in, _ = requested(a_window())
    call_in = checked(call_in)
    at = datetime(2023, 5, 3, 20, tzinfo=LONDON)
    said = {"outcome": "referred", "ended_on": date(2023, 5, 3), "reason": "Costs.", "at": at}
    if door == "notice":
        called_in.end(call_in.called_in, **said, by=the_clerk())
    else:
        validation.end(call_in, **said, by=the_clerk())
    assert fetched(call_in).reconsider_by == date(2023, 5, 11)
    kind = Notice.Kind.CALL_IN_OUTCOME
    assert Notice.objects.filter(called_in=call_in.called_in, kind=kind).count() == 1


@pytest.mark.parametrize("within", [None, "next_meeting"])
def test_where_no_last_day_is_known_its_duties_have_a_cautious_date_and_say_so(within):
    conduct = {key: THREE[key] for key in ("signatories", "withdrawable")}
    call_in, _ = requested(a_window(conduct | ({"hearing_within": within} if within else {})))
    call_in = checked(call_in)
    assert call_in.called_in.hearing_by is None
    hear = Duty.objects.get(of_call_in__purpose="hear")
    assert hear.due_on == date(2023, 5, 3)  # ten working days
    assert "(no last day is known: a cautious date)" in hear.title
    at = datetime(2023, 5, 3, 20, tzinfo=LONDON)
    ended = {"outcome": "referred", "ended_on": date(2023, 5, 3), "reason": "Weigh the costs."}
    validation.end(call_in, **ended, by=the_clerk(), at=at)
    again = Duty.objects.get(of_call_in__purpose="again")
    assert again.due_on == date(2023, 5, 18)
    assert "(no last day is known: a cautious date)" in again.title


def test_where_one_that_nobody_hears_takes_effect_its_duty_says_what_is_to_be_recorded():
    call_in, _ = requested(a_window(THREE | {"if_not_heard": "takes_effect"}))
    checked(call_in)
    hear = Duty.objects.get(of_call_in__purpose="hear")
    assert hear.title.startswith("Hear the call-in, or record that it lapsed: ")


def test_pressed_twice_it_is_begun_once_and_in_other_words_it_is_another():
    window = a_window()
    (one,) = members(window, 1)
    assert begun(window, one) == begun(window, one)
    assert begun(window, one, reasons="It is outside the budget.").pk != begun(window, one).pk


def test_while_one_is_checked_the_page_of_another_does_not_say_that_it_can_be_signed():
    window = a_window()
    other = begun(window)
    requested(window)
    found = page.of(page.with_all(CallIn.objects).get(pk=other.pk), other.begun_by, NOW)
    assert found["sentence"].startswith("Another call-in of it was requested at")


def test_who_began_it_gives_it_up_while_nobody_else_has_signed():
    window = a_window()
    one, two = members(window, 2)
    call_in = begun(window, one)
    sign(call_in, two)
    with pytest.raises(Refused, match="Others have signed it"):
        actions.stop(call_in, by=one, at=NOW)
    actions.take_back(call_in, by=two, at=NOW)
    assert actions.stop(call_in, by=one, at=NOW).state == State.WITHDRAWN
