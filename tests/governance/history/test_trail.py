"""The revisions of a record, as a person reads them."""

import re
from datetime import date, time

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string

from governance.history.actions import remove, write
from governance.history.chronology import PARTS
from governance.history.trail import OWN, Change, Step, trail_of
from governance.history.words import word_changes
from governance.models import AgendaItem, Decision, Document, Meeting, Notice
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision, a_limb, an_issue
from tests.factories.meetings import a_document, a_meeting, an_item
from tests.factories.people import a_user, the_clerk
from tests.governance.pages.markup import of_class, parsed, text_of

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
        ({"held_on": date(2023, 4, 13)}, "Date of the meeting", "Thursday 13 April 2023"),
        ({"starts_at": time(18, 5)}, "Began at", "6.05pm"),
        ({"state": "draft"}, "State", "Draft"),
        ({"is_illustrative": True}, "Illustrative", "Yes"),
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
    assert found["Exempt under paragraphs"] == [("added", "3, 5")]


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


def spaced(was, now):
    return "".join(gap + text for gap, _, text in Change("Field", word_changes(was, now)).spaced)


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("No", "Yes", "No → Yes"),
        ("", "Yes", "Yes"),
        ("No", "", "No"),
        ("Cabinet met, late", "Cabinet sat, late", "Cabinet met sat, late"),
        ("one, two", "one two", "one, two"),
        ("No\n", "Yes\n", "No Yes\n"),
        ("No \n\n", "Yes", "No \n\nYes"),
    ],
)
def test_what_was_removed_and_what_was_added_are_not_run_together(was, now, shown):
    assert spaced(was, now) == shown


def test_the_page_keeps_an_answer_and_the_next_one_apart():
    decision = a_decision(key_answer="no")
    decision.key_answer, decision.key_test = "yes", "money"
    write(decision, by=the_clerk(), because="Changed for a test")
    context = {"revisions": trail(decision)[:1], "page": Paginator([], 1).get_page(1)}
    page = of_class(
        parsed(render_to_string("governance/history/history.html", context)), "app-diff"
    )
    assert "removed: No → added: Yes" in text_of(page[0])


PARTED = [part.model for parts in PARTS.values() for part in parts]


@pytest.mark.parametrize(
    "model", [AgendaItem, Decision, Meeting, Notice, *PARTED], ids=lambda m: m.__name__
)
def test_no_field_that_is_shown_is_called_as_in_the_code(model):
    shown = [f for f in model.history.model._meta.fields if f.name not in OWN]
    raw = re.compile(r"^(is|has) \w+$|\w answer$|sha256|slug")
    assert [f.name for f in shown if raw.search(str(f.verbose_name))] == []
