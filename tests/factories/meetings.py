"""Bodies, meetings, items and papers."""

import io
from datetime import date
from functools import cache
from itertools import count

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from governance.meetings import actions
from governance.models import (
    AgendaItem,
    Attendance,
    Body,
    BodyCouncil,
    Declaration,
    Meeting,
    Minutes,
    Question,
)
from tests.factories.councils import a_council
from tests.factories.people import made, the_clerk

HELD_ON = date(2023, 4, 12)
EXEMPT = {
    "classification": "exempt",
    "exempt_paragraphs": [3],
    "public_interest_reason": "Prices are still being negotiated.",
}
CONFIDENTIAL = {"classification": "confidential"}
_numbers = count(1)


def a_body(*councils, name="Cabinet", **fields):
    """Return a body of the first council; with more than one it is a joint body."""
    councils = councils or (a_council(),)
    body = Body(lead_council=councils[0], name=name, slug=f"body-{next(_numbers)}", **fields)
    body.regime = body.regime or "executive"
    made(body)
    for council in councils:
        made(BodyCouncil(body=body, council=council, seats=3))
    return body


def a_meeting(body=None, **fields):
    return made(Meeting(body=body or a_body(), **{"held_on": HELD_ON, "state": "held"} | fields))


def an_item(meeting=None, **fields):
    number = next(_numbers)
    usual = {
        "position": number,
        "minute_number": number,
        "title": "Digital strategy",
        "classification": "public",
        "minute": "The strategy was presented.",
    }
    return made(AgendaItem(meeting=meeting or a_meeting(), **usual | fields))


def an_attendance(meeting, **fields):
    usual = {"position": next(_numbers), "capacity": "officer", "post": "Assistant Director"}
    return made(Attendance(meeting=meeting, **usual | fields))


def a_question(item, **fields):
    usual = {"position": next(_numbers), "question": "When does it begin?"}
    return made(Question(item=item, **usual | fields))


def a_declaration(meeting, person, **fields):
    usual = {"position": next(_numbers), "kind": "pecuniary", "interest": "Owns shares."}
    return made(Declaration(meeting=meeting, person=person, **usual | fields))


def some_minutes(meeting, **fields):
    return made(Minutes(meeting=meeting, **{"part": "1"} | fields))


@cache
def pdf_bytes(password=""):
    """Return a PDF of one empty page, encrypted when there is a password."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        locked = pikepdf.Encryption(owner=password, user=password) if password else None
        pdf.save(out, encryption=locked)
    return out.getvalue()


def a_file(content=None, name="Salaries of named staff.pdf"):
    return SimpleUploadedFile(name, pdf_bytes() if content is None else content)


def a_document(item=None, **details):
    usual = {"title": "Report", "kind": "report", "classification": "public"}
    return actions.attach(item or an_item(), a_file(), usual | details, by=the_clerk())
