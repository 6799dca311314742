"""The revisions of a record, as a person reads them."""

from datetime import date, time

import pytest

from governance.history.actions import remove, write
from governance.history.trail import Step, trail_of
from governance.models import Document
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision, a_limb, an_issue
from tests.factories.meetings import a_document, a_meeting, an_item
from tests.factories.people import a_user, the_clerk

pytestmark = pytest.mark.django_db


def trail(thing):
    return trail_of(steps(type(thing).history.filter(id=thing.pk)))


def steps(rows):
    rows = list(rows.select_related("history_user").order_by("-history_id"))
    return [Step(row, before) for row, before in zip(rows, [*rows[1:], None], strict=True)]


def changed(thing, **fields):
    for name, value in fields.items():
        setattr(thing, name, value)
    write(thing, by=the_clerk(), because="Changed for a test")
    return {change.field: change.pieces for change in trail(thing)[0].changes}


def test_a_revision_names_who_why_and_what():
    issue = an_issue()
    write(issue, by=a_user("Ann Clerk"), because="A better title")
    newest, first = trail(issue)
    assert (newest.what, newest.by, newest.because, newest.changes) == (
        "Changed",
        "Ann Clerk",
        "A better title",
        [],
    )
    assert (first.what, first.by) == ("Added", "The clerk")


def test_the_first_revision_shows_everything_as_added():
    (first,) = trail(an_issue())
    assert {change.field: change.pieces[0][0] for change in first.changes} == {
        "Title": "added",
        "Slug": "added",
    }


def test_a_removed_record_keeps_its_history_and_shows_no_changes():
    limb = a_limb(a_decision())
    pk = limb.pk
    remove(limb, by=the_clerk(), because="Entered twice")
    limb.pk = pk
    newest, _ = trail(limb)
    assert (newest.what, newest.because, newest.changes) == ("Removed", "Entered twice", [])


@pytest.mark.parametrize(
    ("fields", "field", "shown"),
    [
        ({"place": "Town hall"}, "Place", "Town hall"),
        ({"held_on": date(2023, 4, 13)}, "Held on", "Thursday 13 April 2023"),
        ({"starts_at": time(18, 5)}, "Starts at", "6.05pm"),
        ({"state": "draft"}, "State", "Draft"),
        ({"is_illustrative": True}, "Is illustrative", "Yes"),
    ],
)
def test_values_are_shown_as_people_read_them(fields, field, shown):
    found = changed(a_meeting(), **fields)
    now = {name: "".join(t for what, t in p if what != "removed") for name, p in found.items()}
    assert now == {field: shown}


def test_numbers_of_paragraphs_are_listed():
    item = an_item()
    found = changed(
        item, classification="exempt", exempt_paragraphs=[3, 5], public_interest_reason="Prices"
    )
    assert found["Exempt paragraphs"] == [("added", "3, 5")]


def test_what_a_record_refers_to_is_named():
    first, second = a_partnership(), a_partnership()
    issue = an_issue(partnership=first)
    assert changed(issue, partnership=second) == {
        "Partnership": [("kept", "Partnership "), ("removed", first.name.split()[1]),
                        ("added", second.name.split()[1])],
    }  # fmt: skip


def test_what_no_longer_exists_is_named_by_its_number():
    limb = a_limb(a_decision())
    row = type(limb).history.latest()
    row.decision_id = 999_999
    (revision,) = trail_of([Step(row, None)])
    shown = {change.field: change.pieces for change in revision.changes}
    assert shown["Decision"] == [("added", "number 999999")]


def test_nothing_is_nothing():
    assert trail_of([]) == []


def test_the_names_of_many_revisions_cost_one_query_a_relation(django_assert_num_queries):
    issue = an_issue(partnership=a_partnership())
    for _ in range(5):
        issue.partnership = a_partnership(a_council())
        write(issue, by=the_clerk(), because="Moved")
    found = steps(issue.history)
    with django_assert_num_queries(1):
        assert len(trail_of(found)) == 6


def test_a_file_name_that_says_nothing_is_all_that_is_kept_of_a_file():
    document = a_document(an_item())
    (first,) = trail(Document.objects.get(pk=document.pk))
    names = [text for change in first.changes for _, text in change.pieces if ".pdf" in text]
    assert names == [f"documents/{document.public_id}.pdf"]
