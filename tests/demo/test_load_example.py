"""Loading the example records: once however often, all or nothing, and faults said in words."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone
from simple_history.models import registered_models

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import add_working_days
from governance.history.actions import write
from governance.models import (
    Appointment,
    CallInWindow,
    Council,
    Decision,
    Meeting,
    Notice,
    User,
)

pytestmark = pytest.mark.django_db

EXAMPLES = settings.BASE_DIR / "examples"
GOVERNED = [m for m in apps.get_models() if any(m is one for one in registered_models.values())]
# A Wednesday with no bank holiday near, and mornings on which counting days is harder.
WEDNESDAY = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
MORNINGS = [
    WEDNESDAY,
    datetime(2026, 3, 8, 0, 10, tzinfo=UTC),  # just after a Saturday's midnight
    datetime(2026, 4, 6, 8, 0, tzinfo=UTC),  # Easter Monday
    datetime(2026, 12, 29, 23, 50, tzinfo=UTC),  # between Christmas and New Year
]

A_COUNCIL = """
- kind: council
  name: Example Council
  short_name: Example
  slug: example
- {kind: body, name: Cabinet, slug: cabinet, council: example, regime: executive}
"""
ANOTHER = """
- {kind: council, name: Other Council, short_name: Other, slug: other}
- kind: body
  name: Board
  slug: board
  council: other
  regime: executive
  seats: {other: 1, example: 1}
"""


def load(folder=EXAMPLES):
    said = StringIO()
    call_command("load_example", folder=folder, stdout=said)
    return said.getvalue().strip()


def rows():
    return {model.__name__: model.objects.count() for model in GOVERNED}


def open_windows():
    """Return the illustrative windows that nobody has called anything in by."""
    live = CallInWindow.objects.filter(decision__is_illustrative=True, called_in=None)
    return list(live.filter(closes_at__gt=timezone.now()))


@pytest.fixture
def folder(tmp_path):
    """Return a function that puts YAML into the next file of a folder, and gives the folder."""

    def put(*texts):
        for text in texts:
            number = 10 * (len(list(tmp_path.iterdir())) + 1)
            (tmp_path / f"{number}-file.yaml").write_text(text)
        return tmp_path

    return put


def refusal(folder):
    """Load `folder`, which must be refused with nothing written, and return what was said."""
    before = rows()
    with pytest.raises(CommandError) as caught:
        load(folder)
    assert rows() == before
    assert str(caught.value).endswith(". Nothing was loaded.")
    return str(caught.value).removesuffix(" Nothing was loaded.")


def test_a_second_load_adds_nothing():
    assert load().endswith(" added.")
    before = rows()
    assert load() == "Example records: complete."
    assert rows() == before


@pytest.mark.parametrize("now", MORNINGS, ids=str)
def test_one_illustrative_window_is_open_and_still_one_ten_working_days_later(now):
    with time_machine.travel(now):
        load()
        (first,) = open_windows()
        days = add_working_days(timezone.localdate(), 10, england_and_wales({}))
        later = now + (days - timezone.localdate())
    with time_machine.travel(later):
        assert open_windows() == []
        assert load() != "Example records: complete."
        (second,) = open_windows()
        assert second.published_on > first.deadline_on
        assert load() == "Example records: complete."


def test_an_open_window_whose_decision_was_given_another_title_is_still_known():
    with time_machine.travel(WEDNESDAY):
        load()
        (window,) = open_windows()
        window.decision.title = "A corrected title"
        write(window.decision, by=User.objects.get(is_system=True), because="It was wrong")
    with time_machine.travel(WEDNESDAY + timedelta(days=1)):
        assert load() == "Example records: complete."


def test_what_somebody_changed_stays_changed():
    load()
    by = User.objects.get(is_system=True)
    meeting = Meeting.objects.get(body__lead_council__slug="boston")
    meeting.held_on = date(2023, 4, 13)
    write(meeting, by=by, because="It was a day later")
    chair = Appointment.objects.get(person__name="Loraine Rossati")
    chair.capacity = "member"
    write(chair, by=by, because="No longer in the chair")
    assert load() == "Example records: complete."


def test_a_person_named_again_gains_the_places_that_are_new(folder):
    put = """
- kind: person
  name: A Member
  appointments:
    - {council: example, body: cabinet, capacity: member}
"""
    load(folder(A_COUNCIL, put))
    load(folder(put + "    - {council: example, post: Mayor, capacity: chair}\n"))
    posts = Appointment.objects.filter(person__name="A Member").order_by("id")
    assert [str(one.body or one.post) for one in posts] == ["Cabinet", "Mayor"]


def test_a_body_is_the_councils_own_before_a_joint_one_of_the_same_address(folder):
    both = """
- {kind: body, name: Own board, slug: board, council: example, regime: executive}
- kind: person
  name: A Member
  appointments:
    - {council: example, body: board, capacity: member}
    - {council: example, body: other/board, capacity: member}
    - {council: other, body: board, capacity: member}
"""
    load(folder(A_COUNCIL, ANOTHER, both))
    places = Appointment.objects.order_by("id").values_list("council__slug", "body__name")
    assert list(places) == [("example", "Own board"), ("example", "Board"), ("other", "Board")]


def test_a_joint_body_is_found_from_each_of_its_councils(folder):
    load(
        folder(
            A_COUNCIL,
            ANOTHER,
            "- {kind: meeting, council: example, body: board, held_on: 2024-01-08}",
        )
    )
    assert Meeting.objects.get().body.lead_council.slug == "other"


def test_a_relative_date_is_read_anywhere(folder):
    with time_machine.travel(WEDNESDAY):
        load(
            folder(
                A_COUNCIL,
                """
- kind: meeting
  council: example
  body: cabinet
  held_on: {working_days_ago: 3}
  items:
    - title: An item
      exemption_review_on: {working_days_ahead: 3}
""",
            )
        )
    meeting = Meeting.objects.get()
    assert meeting.held_on == date(2026, 2, 27)
    assert meeting.items.get().exemption_review_on == date(2026, 3, 9)


def test_a_notice_is_loaded_as_a_draft(folder):
    load(
        folder(
            A_COUNCIL,
            "- {kind: meeting, council: example, body: cabinet, held_on: 2024-01-08,"
            " notice: {slug: cabinet-january}}",
        )
    )
    notice = Notice.objects.get()
    assert (notice.state, notice.title) == ("draft", "Cabinet, 8 January 2024")


def test_an_unknown_kind_is_refused_with_its_file_and_the_kinds_there_are(folder):
    said = refusal(folder(A_COUNCIL, "- {kind: counsil, name: Example}"))
    assert said.startswith(
        "20-file.yaml, record 1: no loader for the kind “counsil”. The kinds are"
    )
    assert "council" in said
    assert not User.objects.exists()


MEETING = "- {kind: meeting, council: example, body: cabinet, held_on: 2024-01-08, items: [%s]}"
DECISION = MEETING % "{title: An item, decisions: [{title: A decision, %s}]}"
FAULTS = {
    "- {kind: issue, title: A matter, slug: a-matter, partnreship: none}": (
        "record 1, issue “A matter”: Issue() got unexpected keyword arguments: 'partnreship'."
    ),
    "- {kind: account, email: a@example.org, name: Member, rolls: []}": (
        "record 1, account “Member”: User() got unexpected keyword arguments: 'rolls'."
    ),
    MEETING % "{titel: An item}": (
        "record 1, meeting “cabinet, example, 2024-01-08”: "
        "AgendaItem() got unexpected keyword arguments: 'titel'."
    ),
    DECISION
    % "resolutions: [{verb: aprove, text: it}]": "verb: Value 'aprove' is not a valid choice.",
    DECISION % "call_in_answer: 'no'": '"decision_not_for_call_in_says_why".',
    "- {kind: issue, title: A matter}": "record 1, issue “A matter”: 'slug' is missing.",
    "- {kind: body, name: Board, slug: board, council: exampel, regime: executive}": (
        "record 1, body “Board”: there is no council with slug “exampel”."
    ),
    "- {kind: person, name: A, appointments: [{council: example, body: bored, capacity: chair}]}": (
        "there is no body with councils council “Example Council”, slug “bored”."
    ),
    MEETING.replace("2024-01-08", "{working_days_ago: few}") % "": "invalid literal for int()",
    "- {kind: council, name: Pale, short_name: Pale, slug: pale, link_colour: '#ffdd00'}": (
        "record 1, council “Pale”: Links on white: the contrast is 1.3 to 1"
    ),
    "- {kind: council, name: C, short_name: C, slug: c, call_in_rule: {terms: {unit: days}}}": (
        'record 1, council “C”: The "unit" must be'
    ),
    "- name: Nobody": "record 1: it has no kind.",
    "- just words": "record 1: it has no kind.",
    "kind: council": "20-file.yaml must be a list: each record begins with “- kind:”.",
    "- {kind: council": "20-file.yaml, line 1: this is not YAML: expected",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_names_its_file_and_record_and_nothing_is_written(folder, fault):
    said = refusal(folder(A_COUNCIL, fault))
    assert said.startswith("20-file.yaml")
    assert FAULTS[fault] in said
    assert not Council.objects.exists()


def test_two_records_where_one_was_meant_are_refused(folder):
    twins = "- {kind: council, name: Third Council, short_name: Third, slug: third}\n" + "".join(
        f"- {{kind: body, name: Board, slug: board, council: {lead}, regime: executive,"
        f" seats: {{{lead}: 1, example: 1}}}}\n"
        for lead in ("other", "third")
    )
    other = "- {kind: council, name: Other Council, short_name: Other, slug: other}\n"
    meets = "- {kind: meeting, council: example, body: board, held_on: 2024-01-08}"
    assert "there is more than one body with" in refusal(folder(A_COUNCIL, other + twins, meets))


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        load(tmp_path / "nowhere")


def test_an_empty_file_is_no_fault(folder):
    assert load(folder("")) == "Example records: complete."
    assert not Decision.objects.exists()
