"""Publishing versions, keeping what was published, and recording who adopted what."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from governance.errors import Refused
from governance.history.actions import remove, revision_of
from roadmap.models import GlossaryTerm, Section, StrategyVersion
from roadmap.strategies import actions
from roadmap.strategies.facts import content_of
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision, an_issue
from tests.factories.people import made, the_clerk
from tests.factories.roadmap_strategies import (
    PUBLISHED_AT,
    a_full_version,
    a_strategy,
    a_version,
    published,
)
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db


def publish(version):
    return actions.publish(version, at=PUBLISHED_AT, by=the_clerk())


def test_publishing_the_next_version_supersedes_the_one_before():
    strategy = a_strategy()
    publish(a_full_version(strategy))
    second = actions.begin_next(strategy, by=the_clerk())
    publish(second)
    states = strategy.versions.order_by("number").values_list("state", flat=True)
    assert list(states) == ["superseded", "published"]


def test_a_version_without_sections_is_refused_in_a_sentence():
    version = a_version()
    with nothing_written(), pytest.raises(Refused, match="Write at least one section"):
        publish(version)


def test_a_section_without_text_says_why_or_stops_publication():
    version = a_full_version()
    section = made(Section(version=version, position=2, heading="Later"))
    with pytest.raises(Refused, match="“Later” has no text"):
        publish(version)
    section.note = "It is written next year."
    made(section)
    assert publish(version).state == "published"


def test_a_published_version_is_not_published_again():
    version = publish(a_full_version())
    with nothing_written(), pytest.raises(Refused, match="begin the next version"):
        publish(version)


def test_the_next_version_begins_as_a_copy_with_the_same_parts():
    strategy = a_strategy()
    first = publish(a_full_version(strategy))
    second = actions.begin_next(strategy, by=the_clerk())
    assert content_of(second) == content_of(first)
    assert second.sections.get().pk != first.sections.get().pk


def test_a_second_draft_is_refused():
    strategy = a_strategy()
    a_version(strategy)
    with nothing_written(), pytest.raises(Refused, match="there already"):
        actions.begin_next(strategy, by=the_clerk())


def test_what_a_published_version_says_is_changed_by_no_action():
    version = publish(a_full_version())
    section = version.sections.get()
    seen = revision_of(section)
    with nothing_written():
        for attempt in (
            lambda: actions.add(
                version, Section(version=version), version.sections, by=the_clerk()
            ),
            lambda: actions.change_part(
                version, section, {"body": "New"}, seen=seen, by=the_clerk()
            ),
            lambda: actions.describe(
                version, {"label": "New"}, seen=revision_of(version), by=the_clerk()
            ),
        ):
            with pytest.raises(Refused, match="Begin the next version"):
                attempt()


PARTS = ["sections", "principles", "priorities", "lists", "terms"]


@pytest.mark.parametrize("kind", PARTS)
def test_the_database_keeps_what_was_published_whoever_writes(kind):
    version = published(a_full_version())
    part = getattr(version, kind).get()
    part.position = 9
    with pytest.raises(IntegrityError, match="what was published stays"), transaction.atomic():
        made(part)
    first = part.entries.first() if kind == "lists" else part
    with pytest.raises(IntegrityError, match="what was published stays"), transaction.atomic():
        remove(first, by=the_clerk(), because="To see")
    other = type(part)(version=version, position=5)
    with pytest.raises(IntegrityError, match="what was published stays"), transaction.atomic():
        made(other)


def test_the_database_keeps_a_published_version_but_for_its_place():
    version = published(a_full_version())
    for change in ({"label": "New"}, {"state": "draft", "published_at": None}):
        row = StrategyVersion.objects.get(pk=version.pk)
        for name, value in change.items():
            setattr(row, name, value)
        with pytest.raises(IntegrityError, match="what was published stays"), transaction.atomic():
            made(row)
    version.state = "superseded"
    made(version)


def test_one_term_has_one_meaning():
    version = a_full_version()
    term = GlossaryTerm(version=version, term="cloud", explanation="Water.")
    with nothing_written(), pytest.raises(Refused, match="in the glossary already"):
        actions.add(version, term, version.terms, by=the_clerk())


@pytest.fixture
def adopted():
    council = a_council("Boston")
    partnership = a_partnership(council)
    issue = an_issue(partnership=partnership)
    version = a_full_version(a_strategy(partnership, issue=issue))
    return version, council, a_decision(council=council, issue=issue)


def test_an_adoption_names_what_it_replaced(adopted):
    version, council, decision = adopted
    said = {"council": council, "decision": decision}
    adoption = actions.adopt(version, said, ["Old", "Older", "Old"], by=the_clerk())
    assert sorted(row.name for row in adoption.replaced.all()) == ["Old", "Older"]
    both = ["Older", "Oldest"], ["Old", "Older"]
    actions.change_adoption(adoption, said, both, seen=revision_of(adoption), by=the_clerk())
    assert sorted(row.name for row in adoption.replaced.all()) == ["Older", "Oldest"]
    actions.take_back_adoption(adoption, by=the_clerk())
    assert not version.adoptions.exists()


def test_a_council_adopts_a_version_once(adopted):
    version, council, decision = adopted
    actions.adopt(version, {"council": council, "decision": decision}, [], by=the_clerk())
    with nothing_written(), pytest.raises(Refused, match="adopted this version already"):
        actions.adopt(version, {"council": council, "on": date(2023, 1, 1)}, [], by=the_clerk())


def test_a_decision_about_another_matter_adopts_nothing(adopted):
    version, council, _ = adopted
    other = a_decision(council=council, issue=an_issue())
    with nothing_written(), pytest.raises(Refused, match="another matter"):
        actions.adopt(version, {"council": council, "decision": other}, [], by=the_clerk())


def test_a_new_strategy_gets_an_address_that_is_free():
    partnership = a_partnership()
    for expected in ("digital", "digital-2"):
        said = {"title": "Digital"}
        strategy = actions.begin(partnership, said, label="First", by=the_clerk())
        assert strategy.slug == expected
    assert actions.begin(partnership, {"title": "New"}, label="x", by=the_clerk()).slug == "new-2"
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
