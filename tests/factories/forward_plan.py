"""Key decisions to come."""

from datetime import date, datetime
from itertools import count

from governance.calendar.local_time import LONDON
from governance.models import ForwardPlanEntry, PrivateMeeting, Representation
from tests.factories.councils import a_council
from tests.factories.meetings import a_body, a_meeting
from tests.factories.people import made

_numbers = count(1)
COMPLETE = {
    "matter": "Whether to renew the network that the councils share.",
    "planned_from": date(2023, 6, 14),
    "documents": "Report of the Assistant Director",
    "copies_from": "Municipal Buildings, West Street",
    "how_to_ask": "Ask democratic services.",
    "key_test": "money",
    "private_answer": "no",
    "contact": "Democratic services",
}
TOLD = {
    "exception_reason": "The supplier gave notice on Tuesday.",
    "told": "Councillor Eve Earl, chair of the scrutiny committee",
    "told_on": date(2023, 4, 13),
}
AGREED = {
    "urgency_reason": "The licence ends on Monday.",
    "agreed_by": "Councillor Eve Earl",
    "agreed_office": "scrutiny_chair",
    "agreed_at": datetime(2023, 4, 13, 9, tzinfo=LONDON),
}


def an_entry(council=None, **fields):
    """Return a draft entry of which nothing is missing, of the body of a council."""
    council = council or a_council()
    usual = COMPLETE | {"title": f"Matter to come {next(_numbers)}"}
    if fields.get("maker", "body") == "body" and "body" not in fields:
        fields["body"] = a_body(council)
    return made(ForwardPlanEntry(council=council, **usual | fields))


def a_private_meeting(meeting=None, **fields):
    usual = {
        "matters": "The price of the network", "exempt_paragraphs": [3],
        "reasons": "Prices are being negotiated.", "how_to_object": "Write to the clerk.",
    }  # fmt: skip
    return made(PrivateMeeting(meeting=meeting or a_meeting(), **usual | fields))


def a_representation(private, **fields):
    usual = {
        "received_on": date(2023, 3, 20), "received_from": "A resident",
        "said": "Residents pay for it.", "response": "The price is told once it is agreed.",
    }  # fmt: skip
    return made(Representation(private_meeting=private, **usual | fields))
