"""Writing with a person and a reason, and two people at one record."""

from datetime import date

import pytest

from governance.errors import Refused
from governance.history.actions import (
    ChangedMeanwhile,
    remove,
    revision_of,
    write,
    write_seen,
)
from governance.models import Meeting
from tests.factories.councils import a_council
from tests.factories.decisions import an_issue
from tests.factories.meetings import a_meeting
from tests.factories.people import a_user, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_is_written_or_removed_without_a_reason(reason):
    issue = an_issue()
    for act in (write, remove):
        with nothing_written(), pytest.raises(Refused, match="Say why you are making this change"):
            act(issue, by=the_clerk(), because=reason)


def test_write_keeps_who_and_why():
    by = a_user()
    newest = write(a_council(), by=by, because=" A new name ").history.latest()
    assert (newest.history_user, newest.history_change_reason) == (by, "A new name")


def test_remove_leaves_who_and_why():
    by, issue = a_user(), an_issue()
    history = type(issue).history.filter(id=issue.pk)
    remove(issue, by=by, because="Entered twice")
    assert history.latest().history_type == "-"
    assert (history.latest().history_user, history.latest().history_change_reason) == (
        by,
        "Entered twice",
    )


@pytest.fixture
def meeting(db):
    return a_meeting(place="Guildhall", contact="Ann")


def change(meeting, seen, *, by=None, **changes):
    by = by or the_clerk()
    return write_seen(meeting, changes, seen=seen, by=by, because="Changed for a test")


def test_two_people_who_change_different_fields_both_keep_their_work(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, place="Town hall")
    change(meeting, seen, contact="Bob")
    meeting.refresh_from_db()
    assert (meeting.place, meeting.contact) == ("Town hall", "Bob")


def test_a_field_that_a_form_posts_as_it_was_is_no_change_by_its_writer(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, place="Town hall")
    change(meeting, seen, place="Guildhall", contact="Bob")
    meeting.refresh_from_db()
    assert (meeting.place, meeting.contact) == ("Town hall", "Bob")


def test_where_one_field_conflicts_everything_that_saving_again_would_replace_is_shown(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, place="Town hall", contact="Cid")
    with pytest.raises(ChangedMeanwhile) as told:
        change(meeting, seen, place="Guildhall", contact="Bob")
    assert [(d.field, d.theirs, d.yours) for d in told.value.differences] == [
        ("place", "Town hall", "Guildhall"),
        ("contact", "Cid", "Bob"),
    ]


def test_the_line_ends_of_browsers_are_no_change(meeting):
    seen = revision_of(change(meeting, revision_of(meeting), contact="Ann\n\nBob"))
    with nothing_written():
        change(meeting, seen, contact="Ann\r\n\r\nBob")


def test_two_people_who_change_one_field_are_shown_both_and_nothing_is_written(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, by=a_user("Ann Clerk"), place="Town hall")
    with nothing_written(), pytest.raises(ChangedMeanwhile, match="Ann Clerk changed this") as told:
        change(meeting, seen, place="Library")
    (difference,) = told.value.differences
    assert (difference.field, difference.theirs, difference.yours, difference.by) == (
        "place",
        "Town hall",
        "Library",
        "Ann Clerk",
    )
    assert told.value.seen == revision_of(meeting)


def test_having_seen_both_ones_own_is_saved(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, place="Town hall")
    change(meeting, revision_of(meeting), place="Library")
    assert Meeting.objects.get(pk=meeting.pk).place == "Library"


def test_two_people_who_write_the_same_agree(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, place="Library")
    change(meeting, seen, place="Library")
    assert meeting.history.count() == 2


def test_a_field_set_back_to_what_was_seen_is_no_conflict(meeting):
    seen = revision_of(meeting)
    change(meeting, seen, place="Town hall")
    change(meeting, revision_of(meeting), place="Guildhall")
    assert change(meeting, seen, place="Library").place == "Library"


def test_saving_without_a_change_writes_no_history(meeting):
    with nothing_written():
        change(meeting, revision_of(meeting), place="Guildhall", held_on=date(2023, 4, 12))


def test_a_revision_that_was_never_seen_overwrites_nothing(meeting):
    with nothing_written(), pytest.raises(ChangedMeanwhile):
        change(meeting, 0, place="Library")
