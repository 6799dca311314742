"""The allow-lists that several kinds share: of each record, what is published and what is not.

That a field stands under `published` means that it, or words made of it, may be printed; of a
restricted record less is. A new field belongs in one list or the other: a test asks.
"""

from django.db import models

from governance.bodies.models import Body
from governance.decisions.models import Decision, Resolution
from governance.issues.models import Issue
from governance.meetings.models import AgendaItem, Attendance, Meeting, Question
from governance.notices.kinds.kind import Source
from governance.people.models import Person
from governance.urgency.models import Agreement


def of(model: type[models.Model], *, published: str, not_published: str) -> Source:
    """Return the allow-list of `model`; both lists are names of fields with spaces between."""
    return Source(model, frozenset(published.split()), frozenset(not_published.split()))


def less(source: Source, published: str) -> Source:
    """Return an allow-list that publishes only these fields of a record with a list already."""
    names = frozenset(published.split())
    return Source(source.model, names, (source.published | source.not_published) - names)


BODY = of(
    Body,
    published="name",
    not_published="id slug regime lead_council partnership numbers_on chair_rotates question_days "
    "question_cut_off",
)
MEETING = of(
    Meeting,
    published="body held_on starts_at ended_at place contact circulation_note is_illustrative",
    not_published="id state state_reason adjourned_to agenda_out_on short_notice_reason "
    "printed_question_deadline apologies_answer declarations_answer has_numbers record_note",
)
ATTENDANCE = of(
    Attendance,
    published="position person post capacity presence council",
    not_published="id meeting substitute_for arrived_at left_at",
)
PERSON = of(Person, published="name style honours", not_published="id user")
ITEM = of(
    AgendaItem,
    published="position printed_number minute_number title part is_standing is_nil mark footnote "
    "minute classification exempt_paragraphs",
    not_published="id meeting purpose pages public_interest_reason exemption_review_on kind "
    "presented_by report_by minutes_of motion urgent_because urgent_accepted_by public_summary",
)
QUESTION = of(
    Question,
    published="position asked_by question answered_by answer undertaking",
    not_published="id item asked_as undertaking_by undertaking_due_on",
)
DECISION = of(
    Decision,
    published="issue item made_by regime title made_on preamble presented_by replaces reasons "
    "alternatives_answer alternatives conflicts_answer conflicts dispensations_answer "
    "dispensations key_answer key_test call_in_answer no_call_in_reason wards contact "
    "is_illustrative classification exempt_paragraphs lead_officer portfolio_holder consulted "
    "value_pence key_route key_notice key_route_reason no_call_in_ground why_recorded under "
    "reconsiders reconsidered_as effective_from",
    not_published="id council maker state public_interest_reason exemption_review_on",
)
AGREEMENT = of(Agreement, published="purpose name office agreed_at", not_published="id decision")
LIMB = of(
    Resolution,
    published="number verb text mark footnote delegated_to in_consultation_with recommended_to "
    "due_from due_on",
    not_published="id decision",
)
ISSUE = of(Issue, published="title", not_published="id slug partnership summary")
