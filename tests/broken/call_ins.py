"""What the database refuses of call-ins and those who sign them."""

from scrutiny.call_ins.models import CallIn, CallInDuty, CouncilMember, HearingBody, Signature
from tests.factories.decisions import a_duty

UNCHECKED = {
    "checked_at": None, "checked_by": None, "called_in": None, "hearing_body": None,
    "hearing_on": None,
}  # fmt: skip
CHANGED = {
    "asked_call_in_state_is_known": (CallIn, [{"state": "dreamt"}]),
    "asked_call_in_says_why": (CallIn, [{"reasons": "", "grounds": ""}]),
    "asked_call_in_has_a_moment_once_requested": (
        CallIn,
        [
            {"requested_at": None},
            {"state": "gathering", **UNCHECKED},
            {"state": "requested", "requested_at": None, **UNCHECKED},
        ],
    ),
    "asked_call_in_says_who_checked_it": (
        CallIn,
        [
            {"checked_at": None},
            {"checked_by": None},
        ],
    ),
    "asked_call_in_freezes_if_valid_and_says_why_if_not": (
        CallIn,
        [
            {"called_in": None},
            {"state": "invalid", "called_in": None, "hearing_body": None, "hearing_on": None},
        ],
    ),
    "asked_call_in_is_withdrawn_at_a_moment": (CallIn, [{"state": "withdrawn", **UNCHECKED}]),
    "hearing_of_a_call_in_has_a_body_and_a_day": (
        CallIn, [{"hearing_body": None}, {"hearing_on": None}],
    ),
    "call_in_duty_purpose_is_known": (CallInDuty, [{"purpose": "hope", "call_in": None}]),
    "only_a_check_is_of_one_request": (CallInDuty, [{"call_in": None}, {"purpose": "hear"}]),
}  # fmt: skip
COPIED = {
    "one_request_a_window": (CallIn, [{"called_in": None, "state": "requested", **UNCHECKED}]),
    "one_council_member_a_council_and_account": (CouncilMember, [{"political_group": "Another"}]),
    "one_hearing_body_a_council_and_body": (HearingBody, [{}]),
    "one_signature_a_call_in_and_member": (Signature, [{"counted_as": "councillor"}]),
    "one_call_in_duty_a_purpose": (CallInDuty, [lambda rows: {"duty": _another_duty(rows)}]),
}


def _another_duty(rows):
    return a_duty(rows[CallIn].council, kind="review")
