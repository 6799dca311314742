"""Decisions with everything that regulation 12 wants of them, and their limbs."""

from datetime import date, datetime
from itertools import count

from governance.calendar.local_time import LONDON
from governance.models import (
    Agreement,
    Consideration,
    Decision,
    Duty,
    Issue,
    KeyThreshold,
    Resolution,
)
from tests.factories.councils import a_council
from tests.factories.meetings import HELD_ON
from tests.factories.people import made

COMPLETE = {
    "classification": "public",
    "reasons": "One approach serves all three councils.",
    "alternatives_answer": "none",
    "conflicts_answer": "none",
    "dispensations_answer": "none",
    "key_answer": "no",
    "call_in_answer": "yes",
    "contact": "Democratic services",
}
NOT_CALLABLE = {"call_in_answer": "no", "no_call_in_reason": "It is a recommendation to council."}
_numbers = count(1)


def a_decision(item=None, council=None, **fields):
    """Return a draft decision: of the body of `item`, or of a member of `council` alone."""
    made_by = {} if item else {"maker": "member", "made_by": "Portfolio holder"}
    council = council or (item.meeting.body.lead_council if item else a_council())
    usual = {"title": f"Decision {next(_numbers)}", "made_on": HELD_ON}
    return made(Decision(item=item, council=council, **usual | made_by | fields))


def a_limb(decision, number=1, **fields):
    usual = {"verb": "approve", "text": "the Digital Strategy"}
    return made(Resolution(decision=decision, number=number, **usual | fields))


def a_complete_decision(item=None, council=None, **fields):
    """Return a decision of which nothing is missing, with one limb."""
    decision = a_decision(item, council, **COMPLETE | fields)
    a_limb(decision)
    return decision


def an_issue(**fields):
    number = next(_numbers)
    return made(Issue(**{"title": f"Matter {number}", "slug": f"matter-{number}"} | fields))


def a_consideration(issue, item=None, **fields):
    """Return the matter before a body: at `item`, or planned and at no meeting yet."""
    if item:
        meeting = item.meeting
        fields = {"item": item, "meeting": meeting, "body": meeting.body} | fields
        fields.setdefault("on", meeting.held_on)
    return made(Consideration(issue=issue, **{"role": "decide"} | fields))


def an_agreement(decision, **fields):
    usual = {
        "purpose": "key",
        "name": "Councillor Example",
        "office": "Chair of the scrutiny committee",
        "agreed_at": datetime(2023, 4, 11, 9, 0, tzinfo=LONDON),
    }
    return made(Agreement(decision=decision, **usual | fields))


def a_duty(council, **fields):
    usual = {"kind": "report_back", "title": "Report back", "due_on": date(2023, 12, 31)}
    return made(Duty(council=council, **usual | fields))


def a_key_threshold(council, pounds=150_000, **fields):
    usual = {"amount_pence": pounds * 100, "source": "Constitution, part 4"}
    return made(KeyThreshold(council=council, **usual | fields))
