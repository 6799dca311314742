"""What a notice fixes is an allow-list: a mark is planted in every text, and only listed ones show.

A field added to a record is planted too, so it turns up here the moment it reaches a snapshot.
"""

import pytest
from django.db import models

from governance.meetings.models import AgendaItem, Attendance, Question
from governance.models import CallInRule, Decision, Resolution
from tests.factories.councils import FIVE_WORKING_DAYS, a_council, a_partnership
from tests.factories.decisions import NOT_CALLABLE, a_complete_decision, an_issue
from tests.factories.everything import GOVERNED, for_a_module
from tests.factories.meetings import (
    CONFIDENTIAL,
    EXEMPT,
    a_body,
    a_document,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
)
from tests.factories.notices import a_notice_of_meeting, publish
from tests.factories.people import a_person, an_appointment, made

pytestmark = pytest.mark.django_db
TEXTS = (models.CharField, models.TextField, models.EmailField, models.SlugField)
LEFT_ALONE = {"Council.gss_code", "User.password", "Notice.withdrawn_reason"}


def texts_of(model):
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS)
        and not field.choices
        and f"{model.__name__}.{field.name}" not in LEFT_ALONE
    ]


# Four characters, so that the mark fits the shortest field: the printed mark itself.
MARKS = {
    (model, field.name): f"q{number:02x}z"
    for number, (model, field) in enumerate((m, f) for m in GOVERNED for f in texts_of(m))
}
NAMES = {mark: f"{model.__name__}.{name}" for (model, name), mark in MARKS.items()}


def planted(thing):
    for field in texts_of(type(thing)):
        setattr(thing, field.name, MARKS[type(thing), field.name])
    return made(thing)


def everything_around(**restriction):
    """Return the published snapshot of a meeting with marks in every text of every record."""
    council = planted(a_council())
    planted(a_partnership(council))
    planted(CallInRule(council=council, version=1, terms=FIVE_WORKING_DAYS))
    body = planted(a_body(council))
    meeting = planted(a_meeting(body))
    item = planted(an_item(meeting, **restriction))
    planted(a_question(item))
    planted(a_document(item))
    person = planted(a_person())
    planted(an_appointment(person, council))
    planted(an_attendance(meeting, person=person))
    some = dict.fromkeys(["alternatives", "conflicts", "dispensations"], "x")
    answered = {f"{name}_answer": "some" for name in some} | some
    key = {"key_answer": "yes", "key_test": "money", "key_route": "exception"}
    decided = answered | key | {"key_route_reason": "x"} | NOT_CALLABLE | restriction
    decision = planted(a_complete_decision(item, issue=planted(an_issue()), **decided))
    planted(decision.resolutions.get())
    notice = planted(a_notice_of_meeting(meeting))
    # Where nobody has said who may read it, that is a gap, and published with a reason.
    return publish(notice, gaps_reason="Nobody has said.").snapshot


def where_marks_are(value, path=""):
    """Return path -> the fields whose marks stand there."""
    if isinstance(value, dict):
        pairs = [(f"{path}.{key}".lstrip("."), one) for key, one in value.items()]
    elif isinstance(value, list):
        pairs = [(path, one) for one in value]
    else:
        found = {name for mark, name in NAMES.items() if mark in str(value)}
        return {path: found} if found else {}
    places = {}
    for deeper, one in pairs:
        for place, found in where_marks_are(one, deeper).items():
            places[place] = places.get(place, set()) | found
    return places


LEVELS = {"exempt": EXEMPT, "confidential": CONFIDENTIAL, "unset": {"classification": ""}}


@pytest.fixture(scope="module")
def public(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        return everything_around()


@pytest.fixture(scope="module", params=LEVELS)
def restricted(request, django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        return everything_around(**LEVELS[request.param])


OF_THE_ITEM = ["footnote", "mark", "minute", "printed_number", "title"]
OF_A_QUESTION = ["answer", "answered_by", "asked_by", "question", "undertaking"]
OF_THE_DECISION = [
    *("alternatives", "conflicts", "contact", "dispensations", "no_call_in_reason", "preamble"),
    *("presented_by", "reasons", "replaces", "title", "wards", "consulted", "key_route_reason"),
    *("lead_officer", "portfolio_holder"),
]
OF_A_LIMB = [
    *("delegated_to", "footnote", "in_consultation_with", "mark", "recommended_to", "text"),
]
ALLOWED = {
    "address": {"Council.slug", "Notice.slug"},
    "title": {"Notice.title"},
    "part_of": {"Partnership.name"},
    "council.name": {"Council.name"},
    "council.short_name": {"Council.short_name"},
    "council.brand_colour": {"Council.brand_colour"},
    "council.link_colour": {"Council.link_colour"},
    "council.surface_colour": {"Council.surface_colour"},
    "council.contact_name": {"Council.contact_name"},
    "council.contact_email": {"Council.contact_email"},
    "council.contact_phone": {"Council.contact_phone"},
    "meeting.body": {"Body.name"},
    "meeting.place": {"Meeting.place"},
    "meeting.contact": {"Meeting.contact"},
    "meeting.circulation_note": {"Meeting.circulation_note"},
    "meeting.attendance.name": {"Person.name", "Person.honours"},
    "meeting.attendance.style": {"Person.style"},
    "meeting.attendance.post": {"Attendance.post"},
    **{f"items.{name}": {f"AgendaItem.{name}"} for name in OF_THE_ITEM},
    **{f"items.questions.{name}": {f"Question.{name}"} for name in OF_A_QUESTION},
    **{f"decisions.{name}": {f"Decision.{name}"} for name in OF_THE_DECISION},
    "decisions.made_by": {"Body.name"},
    "decisions.issue": {"Issue.title"},
    **{f"decisions.resolutions.{name}": {f"Resolution.{name}"} for name in OF_A_LIMB},
}


def test_marks_are_all_different():
    assert len(NAMES) == len(MARKS) > 70


def test_a_public_notice_holds_the_listed_texts_and_no_other(public):
    assert where_marks_are(public) == ALLOWED


def test_a_restricted_item_shows_what_the_agenda_shows_and_none_of_its_text(restricted):
    shown = {name for names in where_marks_are(restricted).values() for name in names}
    withheld = {
        f"{model.__name__}.{field.name}"
        for model in (AgendaItem, Decision, Question, Resolution)
        for field in texts_of(model)
    }
    on_the_agenda = {"AgendaItem.mark", "AgendaItem.printed_number", "AgendaItem.title"}
    assert shown & withheld == on_the_agenda


def test_a_restricted_decision_has_no_limbs_and_goes_by_the_title_of_its_item(restricted):
    (decision,) = restricted["decisions"]
    assert decision["resolutions"] == []
    assert NAMES[decision["title"]] == "AgendaItem.title"
    assert decision["restriction"]
    assert "public_interest_reason" not in decision


def test_the_attendance_is_public_even_where_an_item_is_not(restricted):
    assert where_marks_are(restricted)["meeting.attendance.post"] == {f"{Attendance.__name__}.post"}
