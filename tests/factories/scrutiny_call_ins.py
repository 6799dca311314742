"""Call-ins as members ask for them, their signatures, and what rules ask of members."""

from datetime import timedelta

from governance.models import CalledIn, Duty
from scrutiny.call_ins.models import CallIn, CallInDuty, CouncilMember, HearingBody, Signature
from tests.factories.councils import FIVE_WORKING_DAYS, a_council, a_rule
from tests.factories.meetings import a_body
from tests.factories.notices import a_notice_of_one, publish
from tests.factories.people import a_person_with_role, made, the_clerk


def a_council_that_calls_in(conduct, terms=FIVE_WORKING_DAYS, name=""):
    """Return a council whose constitution conducts call-in so (as `Conduct` is stored)."""
    council = a_council(name)
    a_rule(council, terms, conduct=conduct)
    return council


def an_open_window(council, at, **decided):
    """Return the window of a member's decision there, in a notice published at `at`."""
    notice = a_notice_of_one(council, **{"made_on": at.date()} | decided)
    publish(notice, at)
    return notice.decision.windows.select_related("decision", "council").get()


def a_gathering(window, **fields):
    """Return a call-in that gathers signatures and has none yet."""
    usual = {
        "reasons": "The costs were not considered.",
        "begun_by": the_clerk(),
        "begun_at": window.closes_at - timedelta(days=2),
    }
    about = {"decision": window.decision, "council": window.council, "window": window}
    return made(CallIn(**about | usual | fields))


def a_signature(call_in, member=None, **fields):
    member = member or a_person_with_role("member", call_in.council)
    usual = {"signed_at": call_in.begun_at + timedelta(hours=1), "counted_as": "councillor"}
    return made(Signature(call_in=call_in, member=member, **usual | fields))


def a_request(window, *members, **fields):
    """Return a call-in that has become a request, signed by these members or by one."""
    usual = {"state": "requested", "requested_at": window.closes_at - timedelta(hours=1)}
    call_in = a_gathering(window, **usual | fields)
    for member in members or [None]:
        a_signature(call_in, member)
    return call_in


def a_valid_one(called, **fields):
    """Return the request that was found valid and made `called`, the freeze."""
    usual = {
        "state": "valid", "called_in": called, "checked_by": the_clerk(),
        "checked_at": called.received_at + timedelta(hours=2),
        "requested_at": called.received_at,
    }  # fmt: skip
    return a_request(called.window, **usual | fields)


def a_council_member(council, user, **fields):
    return made(CouncilMember(council=council, user=user, **fields))


def a_hearing_body(council, body=None):
    body = body or a_body(council, regime="committee")
    return made(HearingBody(council=council, body=body))


def one_of_each(_partnership, council):
    """Make a row of every model of call-ins, of the call-in that was made before."""
    called = CalledIn.objects.select_related("window__council").latest("pk")
    hears = a_hearing_body(council)
    on = called.received_at.date() + timedelta(days=9)
    call_in = a_valid_one(called, hearing_body=hears.body, hearing_on=on)
    a_council_member(council, call_in.signatures.get().member, political_group="Independent")
    duty = Duty.objects.latest("pk")
    about = {"decision": call_in.decision, "council": council, "call_in": call_in}
    made(CallInDuty(duty=duty, purpose="check", **about))
