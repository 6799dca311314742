"""Decisions with everything that regulation 12 wants of them, and their limbs."""

from itertools import count

from governance.models import Decision, Issue, Resolution
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
    return made(Issue(title=f"Matter {number}", slug=f"matter-{number}", **fields))
