"""What can never be stored: each constraint of each model, broken alone."""

from datetime import date, datetime, time

import pytest
from django.db import IntegrityError, connection, models, transaction

from governance import models as governance_models
from governance.calendar.local_time import LONDON
from governance.models import (
    AffectedCouncil,
    AgendaItem,
    Agreement,
    Appointment,
    Attendance,
    BankHoliday,
    Body,
    BodyCouncil,
    CalledIn,
    CallInRule,
    CallInWindow,
    Consideration,
    Constituent,
    Council,
    Decision,
    Declaration,
    Document,
    Duty,
    ForwardPlanEntry,
    KeyThreshold,
    LocalClosure,
    Meeting,
    Minutes,
    Notice,
    NoticeFile,
    NoticeVersion,
    Partnership,
    PrivateMeeting,
    Question,
    Representation,
    Resolution,
    Role,
    RuleSet,
    Succession,
    User,
    WindowFlag,
)
from roadmap import models as roadmap_models
from scrutiny import models as scrutiny_models
from tests.broken import cases
from tests.factories.everything import for_a_module, one_of_each
from tests.factories.notices import (
    a_notice_of_call_in,
    a_notice_of_entry,
    a_notice_of_one,
    a_notice_of_private,
)
from tests.factories.people import the_clerk

pytestmark = pytest.mark.django_db
MODELS = [
    getattr(index, name)
    for index in (governance_models, roadmap_models, scrutiny_models)
    for name in index.__all__
]
EARLY, LATE = date(2020, 1, 1), date(2031, 1, 1)
KEY = {"key_answer": "yes", "key_test": "money"}
NOT_CALLED = {"call_in_answer": "no", "no_call_in_reason": "It only notes."}
NOON = datetime(2023, 4, 14, 12, tzinfo=LONDON)
DECIDED = {
    "state": "kept", "reason": "It would be fairer.",
    "decided_at": datetime(2023, 4, 20, tzinfo=LONDON),
}  # fmt: skip
SECOND = {"number": 2, "reason": "A name was missing.", "clock": "keeps"}


def about(field):
    """Return the change that makes of the meeting's notice a second one about another record."""
    return lambda rows: {
        "kind": rows[f"notice of a {field}"].kind, "meeting": None, "slug": "another",
        field: getattr(rows[f"notice of a {field}"], field),
    }  # fmt: skip


# name of the constraint: the model, and changes to a sound row that each break it and no other.
CHANGED = {
    "council_valid_to_is_not_before_valid_from": (
        Council, [{"valid_from": LATE, "valid_to": EARLY}],
    ),
    "council_gss_code_is_nine_characters_or_unknown": (
        Council, [{"gss_code": "S07000136"}, {"gss_code": "E0700013"}],
    ),
    "council_does_not_succeed_itself": (
        Succession, [lambda rows: {"successor": rows[Succession].council}],
    ),
    "membership_does_not_end_before_it_begins": (
        Constituent, [{"from_on": LATE, "to_on": EARLY}],
    ),
    "role_is_for_one_council_or_one_partnership": (
        Role, [{"council": None}, lambda rows: {"partnership": rows[Partnership]}],
    ),
    "role_kind_is_known": (Role, [{"kind": "mayor"}]),
    "role_does_not_end_before_it_begins": (Role, [{"from_on": LATE, "to_on": EARLY}]),
    "appointment_is_to_a_body_or_a_post": (Appointment, [{"post": "", "body": None}]),
    "appointment_capacity_is_known": (Appointment, [{"capacity": "mayor"}]),
    "appointment_does_not_end_before_it_begins": (
        Appointment, [{"from_on": LATE, "to_on": EARLY}],
    ),
    "closure_has_a_reason": (LocalClosure, [{"reason": ""}]),
    "bank_holiday_names_itself_and_its_source": (BankHoliday, [{"name": ""}, {"source": ""}]),
    "rule_set_names_its_source": (RuleSet, [{"source": ""}]),
    "flag_names_its_cause": (WindowFlag, [{"cause": ""}]),
    "flag_is_decided_by_somebody_with_a_reason_in_a_version": (
        WindowFlag,
        [
            {"state": "dreamt"},
            {"reason": "It would be fairer."},
            {"state": "kept"},
            lambda rows: {"version": rows["second version"]},
            lambda rows: DECIDED | {"decided_by": rows[User], "state": "moved"},
            lambda rows: DECIDED
            | {"decided_by": rows[User], "version": rows["second version"], "reason": ""},
            lambda rows: DECIDED
            | {
                "decided_by": rows[User], "version": rows["second version"], "state": "taken_back",
            },
        ],
    ),
    "body_regime_is_known": (Body, [{"regime": "monarchy"}]),
    "meeting_state_is_known": (Meeting, [{"state": "dreamt"}]),
    "meeting_ends_after_it_starts": (
        Meeting,
        [
            {"starts_at": time(18), "ended_at": time(17, 59)},
            {"starts_at": time(18), "ended_at": time(18)},
        ],
    ),
    "meeting_cancelled_or_adjourned_says_why": (
        Meeting, [{"state": "cancelled"}, {"state": "adjourned"}],
    ),
    "meeting_is_adjourned_to_another": (
        Meeting, [lambda rows: {"adjourned_to": rows[Meeting]}],
    ),
    "meeting_answers_are_known": (
        Meeting, [{"apologies_answer": "many"}, {"declarations_answer": "few"}],
    ),
    "body_takes_questions_a_sensible_time_ahead": (
        Body, [{"question_days": 0}, {"question_days": 61}, {"question_cut_off": time(17)}],
    ),
    "agendaitem_kind_is_known": (AgendaItem, [{"kind": "song"}]),
    "agendaitem_urgent_says_why_and_who": (
        AgendaItem, [{"urgent_because": "A deadline"}, {"urgent_accepted_by": "The Chair"}],
    ),
    "attendance_left_after_it_arrived": (
        Attendance, [{"arrived_at": time(19), "left_at": time(18)}],
    ),
    "attendance_is_no_substitute_for_itself": (
        Attendance, [lambda rows: {"substitute_for": rows[Attendance].person}],
    ),
    "question_capacity_is_known": (Question, [{"asked_as": "ghost"}]),
    "question_has_an_undertaking_to_be_done": (
        Question, [{"undertaking_by": "The Leader"}, {"undertaking_due_on": LATE}],
    ),
    "declaration_kind_is_known": (Declaration, [{"kind": "passing"}]),
    "declaration_says_what_unless_sensitive": (
        Declaration, [{"interest": ""}, {"kind": "sensitive"}],
    ),
    "dispensation_says_what_and_by_whom": (
        Declaration, [{"dispensation": "To speak"}, {"dispensation_by": "The committee"}],
    ),
    "minutes_part_is_known": (Minutes, [{"part": "3"}]),
    "minutes_are_signed_at_a_later_meeting": (
        Minutes,
        [
            {"signed_by": ""},
            {"agreed_at": None},
            lambda rows: {"agreed_at": rows[Minutes].meeting},
        ],
    ),
    "agendaitem_part_is_known": (AgendaItem, [{"part": "3"}]),
    "attendance_names_a_person_or_a_post": (Attendance, [{"person": None, "post": ""}]),
    "attendance_presence_is_known": (Attendance, [{"presence": "asleep"}]),
    "attendance_capacity_is_known": (Attendance, [{"capacity": "mayor"}]),
    "document_kind_is_known": (Document, [{"kind": "poem"}]),
    "decision_state_is_known": (Decision, [{"state": "dreamt"}]),
    "decision_maker_is_known": (Decision, [{"maker": "crowd", "made_by": "The crowd"}]),
    "decision_regime_is_known": (Decision, [{"regime": "1066"}]),
    "decision_has_a_date_once_made": (
        Decision, [{"made_on": None, "state": "made"}, {"made_on": None, "state": "published"}],
    ),
    "decision_of_a_body_has_an_item_and_of_a_person_a_post": (
        Decision,
        [{"item": None}, {"maker": "member", "made_by": ""}, {"maker": "officer", "made_by": ""}],
    ),
    "decision_says_none_or_says_what": (
        Decision,
        [
            {"alternatives_answer": "some", "alternatives": ""},
            {"alternatives_answer": "none", "alternatives": "Do nothing"},
            {"alternatives_answer": "", "alternatives": "Do nothing"},
            {"alternatives_answer": "both", "alternatives": "Do nothing"},
        ],
    ),
    "decision_names_conflicts_or_none": (
        Decision,
        [
            {"conflicts_answer": "some", "conflicts": ""},
            {"conflicts_answer": "none", "conflicts": "A share"},
            {"conflicts_answer": "", "conflicts": "A share"},
        ],
    ),
    "decision_names_dispensations_or_none": (
        Decision,
        [
            {"dispensations_answer": "some", "dispensations": ""},
            {"dispensations_answer": "none", "dispensations": "To speak"},
            {"dispensations_answer": "", "dispensations": "To speak"},
        ],
    ),
    "decision_is_key_by_a_named_test": (
        Decision,
        [
            {"key_answer": "yes", "key_test": ""},
            {"key_answer": "yes", "key_test": "luck"},
            {"key_answer": "no", "key_test": "money"},
            {"key_answer": "so", "key_test": ""},
        ],
    ),
    "decision_not_for_call_in_says_why": (
        Decision,
        [
            {"call_in_answer": "no", "no_call_in_reason": ""},
            {"call_in_answer": "yes", "no_call_in_reason": "Urgent"},
            {"call_in_answer": "so", "no_call_in_reason": ""},
        ],
    ),
    "decision_names_a_ground_only_when_not_for_call_in": (
        Decision, [{"no_call_in_ground": "urgent"}, NOT_CALLED | {"no_call_in_ground": "luck"}],
    ),
    "key_decision_says_why_28_days_were_not_given": (
        Decision,
        [
            {"key_route": "notice"},
            KEY | {"key_route": "exception"},
            KEY | {"key_route": "luck", "key_route_reason": "Chance"},
            KEY | {"key_route": "notice", "key_route_reason": "Late"},
            lambda rows: {"key_notice": rows[Notice]},
        ],
    ),
    "decision_is_worth_nothing_or_more": (Decision, [{"value_pence": -1}]),
    "only_an_officer_says_why_it_is_recorded": (Decision, [{"why_recorded": "money"}]),
    "reconsidered_decision_says_what_became_of_it": (
        Decision, [{"reconsidered_as": "confirmed"}],
    ),
    "decision_does_not_reconsider_itself": (
        Decision,
        [lambda rows: {"reconsiders": rows[Decision], "reconsidered_as": "confirmed"}],
    ),
    "limb_is_due_from_a_day_before_it_is_due": (
        Resolution, [{"due_from": LATE, "due_on": EARLY}],
    ),
    "agreement_purpose_is_known": (Agreement, [{"purpose": "tea"}]),
    "agreement_has_a_name_and_an_office": (Agreement, [{"name": ""}, {"office": ""}]),
    "key_threshold_is_a_sum": (KeyThreshold, [{"amount_pence": 0}]),
    "key_threshold_does_not_end_before_it_begins": (
        KeyThreshold, [{"from_on": LATE, "to_on": EARLY}],
    ),
    "duty_kind_is_known": (Duty, [{"kind": "chore"}]),
    "duty_is_due_from_a_day_before_it_is_due": (Duty, [{"due_from": LATE, "due_on": EARLY}]),
    "duty_done_says_how": (Duty, [{"done_on": LATE}, {"done_note": "Reported"}]),
    "duty_comes_from_one_record": (Duty, [lambda rows: {"question": rows[Question]}]),
    "call_in_names_who_and_why": (CalledIn, [{"requested_by": ""}, {"ground": ""}]),
    "call_in_ends_with_an_outcome_a_reason_and_a_day": (
        CalledIn,
        [
            {"ended_on": LATE},
            {"outcome": "luck", "outcome_reason": "Chance", "ended_on": LATE},
            {"outcome": "no_action", "outcome_reason": "Heard", "ended_on": LATE},
            {"outcome": "referred", "outcome_reason": "", "ended_on": LATE},
        ],
    ),
    "consideration_role_is_known": (Consideration, [{"role": "admire"}]),
    "consideration_of_an_item_names_its_meeting": (Consideration, [{"meeting": None}]),
    "resolution_verb_is_known": (Resolution, [{"verb": "sing"}]),
    "resolution_delegates_to_somebody": (Resolution, [{"verb": "delegate", "delegated_to": ""}]),
    "notice_is_about_what_its_kind_says": (
        Notice,
        [
            {"meeting": None},
            {"kind": "decision"},
            {"kind": "key_decision"},
            {"kind": "poem"},
            lambda rows: {"decision": rows[Decision]},
            lambda rows: {"entry": rows[ForwardPlanEntry]},
            lambda rows: {"private_meeting": rows[PrivateMeeting]},
            lambda rows: {"called_in": rows[CalledIn]},
        ],
    ),
    "entry_maker_is_known": (ForwardPlanEntry, [{"maker": "crowd", "body": None}]),
    "entry_of_a_body_names_it_and_of_a_person_does_not": (
        ForwardPlanEntry, [{"body": None}, {"maker": "member"}, {"maker": "officer"}],
    ),
    "entry_period_does_not_end_before_it_begins": (
        ForwardPlanEntry,
        [{"planned_from": LATE, "planned_to": EARLY}, {"planned_from": None, "planned_to": LATE}],
    ),
    "entry_key_test_is_known": (ForwardPlanEntry, [{"key_test": "luck"}]),
    "entry_is_worth_nothing_or_more": (ForwardPlanEntry, [{"value_pence": -1}]),
    "entry_says_why_it_is_private_or_that_it_is_not": (
        ForwardPlanEntry,
        [
            {"private_answer": "yes"},
            {"private_answer": "no", "private_reasons": "Prices"},
            {"private_answer": "", "private_paragraphs": [3]},
            {"private_answer": "so", "private_reasons": "Prices"},
        ],
    ),
    "private_meeting_says_whether_anybody_objected": (
        PrivateMeeting, [{"representations_answer": "many"}],
    ),
    "private_meeting_names_who_agreed_and_when": (
        PrivateMeeting,
        [
            {"agreed_by": "Somebody"},
            {"agreed_by": "Somebody", "agreed_office": "mayor", "agreed_at": NOON},
            {"agreed_office": "scrutiny_chair", "agreed_at": NOON},
        ],
    ),
    "representation_is_somebody_s_and_says_something": (
        Representation, [{"received_from": ""}, {"said": ""}],
    ),
    "entry_names_who_was_told_and_when": (
        ForwardPlanEntry, [{"told": "The chair"}, {"told_on": EARLY}],
    ),
    "entry_names_who_agreed_in_which_office_and_when": (
        ForwardPlanEntry,
        [
            {"agreed_by": "Somebody"},
            {"agreed_by": "Somebody", "agreed_office": "scrutiny_chair"},
            {"agreed_by": "Somebody", "agreed_office": "mayor", "agreed_at": NOON},
            {"agreed_office": "scrutiny_chair", "agreed_at": NOON},
        ],
    ),
    "notice_state_is_known": (Notice, [{"state": "dreamt"}]),
    "notice_has_a_moment_once_published": (Notice, [{"published_at": None}, {"state": "draft"}]),
    "notice_says_when_and_why_once_withdrawn": (
        Notice,
        [
            {"state": "withdrawn"},
            {"state": "withdrawn", "withdrawn_at": NOON},
            {"state": "withdrawn", "withdrawn_reason": "It named somebody."},
            {"withdrawn_at": NOON},
            {"withdrawn_reason": "It named somebody."},
        ],
    ),
}  # fmt: skip
for noun, classified in [
    ("agendaitem", AgendaItem),
    ("decision", Decision),
    ("document", Document),
]:
    CHANGED[f"{noun}_classification_is_known"] = (classified, [{"classification": "secret"}])
    CHANGED[f"{noun}_names_paragraphs_only_when_exempt"] = (
        classified,
        [
            {"classification": "exempt", "public_interest_reason": "Prices"},
            {"classification": "exempt", "exempt_paragraphs": [3]},
            {"classification": "public", "exempt_paragraphs": [3]},
        ],
    )

# The same for a copy of a sound row, where two rows may not be alike or none may be changed.
COPIED = {
    "one_succession_a_pair": (Succession, [{}]),
    "one_membership_a_council_and_partnership": (Constituent, [{}]),
    "one_account_an_email": (User, [lambda rows: {"email": rows[User].email.upper()}]),
    "one_closure_a_council_and_day": (LocalClosure, [{}]),
    "one_body_a_council_and_address": (Body, [{}]),
    "one_part_a_body_and_council": (BodyCouncil, [{}]),
    "one_meeting_a_body_and_start": (Meeting, [{}]),
    "one_item_a_place_on_the_agenda": (AgendaItem, [{"minute_number": None}]),
    "one_minute_a_number_and_meeting": (AgendaItem, [{"position": 999}]),
    "one_attendance_a_meeting_and_person": (Attendance, [{"capacity": "member"}]),
    "one_person_in_the_chair": (Attendance, [{"person": None, "post": "Another chair"}]),
    "one_question_a_place_at_an_item": (Question, [{}]),
    "one_affected_row_a_decision_and_council": (AffectedCouncil, [{}]),
    "one_agreement_a_decision_purpose_and_office": (Agreement, [{}]),
    "one_consideration_a_matter_body_day_and_role": (Consideration, [{}]),
    "one_declaration_a_place_at_a_meeting": (Declaration, [{}]),
    "one_minutes_a_meeting_part": (Minutes, [{}]),
    "one_limb_a_number_and_decision": (Resolution, [{}]),
    "one_waiting_flag_a_window": (WindowFlag, [{}]),
    "one_call_in_rule_a_council_and_version": (CallInRule, [{"from_on": LATE, "to_on": None}]),
    "one_call_in_rule_a_council_and_day": (
        CallInRule,
        [
            {"version": 2},
            {"version": 2, "from_on": None, "to_on": EARLY},
            {"version": 2, "from_on": EARLY, "to_on": None},
        ],
    ),
    "call_in_rule_does_not_end_before_it_begins": (
        CallInRule, [{"version": 2, "from_on": date(2032, 1, 1), "to_on": LATE}],
    ),
    "one_window_a_decision_council_and_version": (CallInWindow, [{}]),
    "window_closes_no_earlier_than_it_opens": (
        CallInWindow, [lambda rows: {"version": rows["second version"], "deadline_on": EARLY}],
    ),
    "decision_takes_effect_after_the_deadline": (
        CallInWindow,
        [
            lambda rows: {
                "version": rows["second version"],
                "in_effect_on": rows[CallInWindow].deadline_on,
            }
        ],
    ),
    "one_notice_a_council_and_address": (
        Notice,
        [lambda rows: {"kind": "decision", "meeting": None, "decision": rows[Decision]}],
    ),
    "one_notice_a_kind_and_meeting": (Notice, [{"slug": "another"}]),
    "one_notice_a_kind_and_decision": (Notice, [about("decision")]),
    "one_notice_a_kind_and_entry": (Notice, [about("entry")]),
    "one_notice_a_kind_and_private_meeting": (Notice, [about("private_meeting")]),
    "one_notice_a_kind_and_called_in": (Notice, [about("called_in")]),
    "one_version_a_notice_and_number": (NoticeVersion, [{}]),
    "first_version_opens_and_a_correction_says_why": (
        NoticeVersion,
        [
            SECOND | {"number": 3, "reason": ""},
            SECOND | {"number": 3, "clock": "opens"},
            SECOND | {"number": 3, "clock": "stops"},
        ],
    ),
    "version_is_not_published_after_it_was_recorded": (
        NoticeVersion,
        [SECOND | {"number": 3, "published_at": datetime(2031, 1, 1, tzinfo=LONDON)}],
    ),
    "version_hash_is_sha256": (NoticeVersion, [SECOND | {"number": 3, "sha256": "X" * 64}]),
    "file_hash_is_sha256": (
        NoticeFile, [lambda rows: {"version": rows["second version"], "sha256": "X" * 64}],
    ),
}  # fmt: skip
CHANGED |= cases("CHANGED")
COPIED |= cases("COPIED")
CASES = [
    pytest.param(change, name, *case, id=f"{name}-{number}")
    for change, cases in (("changed", CHANGED), ("copied", COPIED))
    for name, (model, breaking) in cases.items()
    for number, case in enumerate([(model, fields) for fields in breaking], start=1)
]


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        found = one_of_each()
        second = copy_of(found[NoticeVersion], SECOND)
        second.save()
        more = {
            "second version": second,
            "notice of a decision": a_notice_of_one(),
            "notice of a entry": a_notice_of_entry(found[ForwardPlanEntry]),
            "notice of a private_meeting": a_notice_of_private(found[PrivateMeeting]),
            "notice of a called_in": a_notice_of_call_in(found[CalledIn]),
        }
        yield found | more


def copy_of(row, fields):
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    copy = type(row)(**values | {"id": None})
    if isinstance(row, Document):
        copy.public_id = Document().public_id
    for name, value in fields.items():
        setattr(copy, name, value)
    return copy


def test_every_constraint_has_a_case_that_breaks_it():
    known = {constraint.name for model in MODELS for constraint in model._meta.constraints}
    assert known == {*CHANGED, *COPIED}


@pytest.mark.parametrize(("change", "name", "model", "fields"), CASES)
def test_database_refuses_what_breaks_the_constraint_alone(rows, change, name, model, fields):
    fields = fields(rows) if callable(fields) else fields
    row = model._base_manager.get(pk=rows[model].pk)
    row = copy_of(row, fields) if change == "copied" else row
    for field, value in fields.items():
        setattr(row, field, value)
    for other in row._meta.constraints:
        if other.name != name:
            other.validate(model, row)

    row._history_user, row._change_reason = the_clerk(), "To see that it cannot be done"
    with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
        row.save()


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_every_record_has_a_name_that_a_person_reads(rows, model):
    assert str(rows[model]).strip()
    assert "object (" not in str(rows[model])


# --- Fields with choices ------------------------------------------------------------------------

CHOSEN = [
    field
    for model in MODELS
    for field in model._meta.concrete_fields
    if field.choices and field.model is model
]


def name_of(field):
    return f"{field.model.__name__}.{field.name}"


def constraints_on(field):
    """Return the text of each check constraint on the column, as PostgreSQL has it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype = 'c' AND conrelid = %s::regclass",
            [field.model._meta.db_table],
        )
        return [text for (text,) in cursor.fetchall() if f"{field.column})::" in text]


@pytest.mark.parametrize(
    "field",
    [pytest.param(field, id=name_of(field)) for field in CHOSEN],
)
def test_the_database_names_the_values_of_a_field_with_choices(field):
    held = " ".join(constraints_on(field))
    assert [value for value, _ in field.flatchoices if f"'{value}'::" not in held] == []


def test_there_are_fields_with_choices():
    assert len(CHOSEN) > 15
    assert all(isinstance(field, models.CharField) for field in CHOSEN)
