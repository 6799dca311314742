"""Writing a strategy in the browser, with and without a script; who may, and who sees a draft."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.history.actions import revision_of, write
from governance.people.rules import Kind
from roadmap.models import Strategy
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_complete_decision, an_issue
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_strategies import (
    a_full_version,
    a_strategy,
    an_adoption,
    published,
)
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
TOO_LONG = "Text must be 50000 characters or fewer. You typed 60000."
HTMX = {"HX-Request": "true"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, other = a_council("Boston"), a_council("Elsewhere")
        partnership = a_partnership(council)
        issue = an_issue(partnership=partnership)
        yield SimpleNamespace(
            council=council,
            partnership=partnership,
            issue=issue,
            draft=a_full_version(a_strategy(partnership, title="Secret plan", issue=issue)),
            told=published(a_full_version(a_strategy(partnership, title="Told plan", issue=issue))),
            editor=a_person_with_role(Kind.PARTNERSHIP_OFFICER, partnership),
            officer=a_person_with_role(Kind.OFFICER, council),
            stranger=a_person_with_role(Kind.OFFICER, other),
        )


@pytest.fixture
def editor(client, world):
    client.force_login(world.editor)
    return client


def at(name, version, *more):
    strategy = version.strategy
    own = [strategy.partnership.slug, strategy.slug, version.number]
    own = own[:2] if name in {"detail", "edit", "begin_next"} else own
    return reverse(f"strategies:{name}", args=[*own, *more])


def shown(client, address):
    return text_of(parsed(client.get(address).text))


def listed(client, world):
    return shown(client, reverse("strategies:index", args=[world.partnership.slug]))


def test_a_draft_is_seen_by_its_own_partnership_only(client, world):
    for person, sees in [
        (None, False), (world.stranger, False), (world.officer, True), (world.editor, True)
    ]:  # fmt: skip
        client.logout()
        if person:
            client.force_login(person)
        assert ("Secret plan" in listed(client, world)) is sees
        assert "Told plan" in listed(client, world)
        for name in ("detail", "version", "glossary", "pdf_link"):
            assert client.get(at(name, world.draft)).status_code == (200 if sees else 404)


def test_an_officer_of_a_council_is_told_who_changes_it(client, world):
    client.force_login(world.officer)
    assert "partnership officers of" in shown(client, at("detail", world.told))
    answer = client.get(at("parts", world.draft, "sections"))
    assert answer.status_code == 403
    assert "partnership officers of" in answer.text


def test_a_word_of_the_glossary_leads_to_its_explanation_and_back(client, world):
    html = client.get(at("version", world.told)).text
    assert 'id="section-1-1-use" href="#section-1-1"' in html
    assert 'id="section-1-1"' in html
    assert 'href="#section-1-1-use"' in html
    page = shown(client, at("version", world.told))
    assert "Use the cloud (explained below) first." in page
    assert "Rented computers." in page


def test_markup_in_a_text_is_shown_as_text(editor, world):
    section = world.draft.sections.get()
    section.body = "<script>alert(1)</script> **cloud**"
    write(section, by=the_clerk(), because="To see")
    html = editor.get(at("version", world.draft)).text
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_strategy_is_begun_written_and_published(editor, world):
    where = reverse("strategies:new", args=[world.partnership.slug])
    answer = editor.post(where, posted(editor.get(where).text, title="Data plan"))
    strategy = Strategy.objects.get(slug="data-plan")
    version = strategy.versions.get()
    assert answer["Location"] == at("parts", version, "sections")
    refused = editor.post(at("publish", version))
    assert refused.status_code == 422
    assert "Write at least one section." in text_of(parsed(refused.text))
    where = at("parts", version, "sections")
    form = posted(editor.get(where).text, heading="Vision", body="Data first.", do="add")
    editor.post(where, form)
    assert editor.post(at("publish", version))["Location"] == at("version", version)
    assert "Data first." in shown(editor, at("detail", version))


def test_a_part_without_its_name_is_refused_beside_the_field_and_kept(editor, world):
    where = at("parts", world.draft, "principles")
    with nothing_written():
        answer = editor.post(where, posted(editor.get(where).text, title="", text="Kept", do="add"))
    assert answer.status_code == 422
    assert errors_on(answer.text) == ["Enter the principle"]
    assert "Kept" in answer.text


@pytest.mark.parametrize("typed", ["\x00", "x" * 60_000])
def test_what_cannot_be_stored_is_refused_in_a_sentence(editor, world, typed):
    where = at("parts", world.draft, "sections")
    with nothing_written():
        answer = editor.post(where, {"heading": "Odd", "body": typed, "do": "add"})
    assert answer.status_code == 422
    said = errors_on(answer.text.replace(typed, ""))
    assert said in (["Null characters are not allowed."], [TOO_LONG])


@pytest.mark.parametrize("do", ["up:9" + "9" * 40, "remove:x", "undo:1", "dance:1", "down:0"])
def test_a_press_that_makes_no_sense_does_nothing(editor, world, do):
    with nothing_written():
        answer = editor.post(at("parts", world.draft, "sections"), {"do": do})
    assert answer.status_code in {200, 302}


def test_entries_are_moved_without_a_script(editor, world):
    ordered = world.draft.lists.get()
    first, second = ordered.entries.order_by("position")
    where = at("entries", world.draft, ordered.pk)
    answer = editor.post(where, {"do": f"down:{first.pk}"})
    assert answer["Location"].endswith(f"#row-{first.pk}")
    assert [one.pk for one in ordered.entries.order_by("position")] == [second.pk, first.pk]
    page = editor.get(at("version", world.draft)).text
    assert page.index(">staff</li>") < page.index(">residents</li>")


def test_a_part_is_removed_and_put_back(editor, world):
    priority = world.draft.priorities.get()
    where = at("parts", world.draft, "priorities")
    answer = editor.post(where, {"do": f"remove:{priority.pk}"})
    assert not world.draft.priorities.exists()
    removed = answer["Location"].partition("removed=")[2]
    editor.post(where, {"do": f"undo:{removed}"})
    assert world.draft.priorities.get().title == priority.title


def test_two_people_at_one_part_are_shown_both_texts(editor, world):
    section = world.draft.sections.get()
    where = at("part", world.draft, "sections", section.pk)
    page = editor.get(where).text
    section.body = "Theirs."
    write(section, by=the_clerk(), because="Meanwhile")
    with nothing_written():
        answer = editor.post(where, posted(page, body="Mine."))
    assert answer.status_code == 409
    assert "Theirs." in answer.text
    assert "Mine." in answer.text
    editor.post(where, posted(answer.text))
    section.refresh_from_db()
    assert section.body == "Mine."


def test_a_published_version_has_no_page_to_change_it(editor, world):
    kinds = ("sections", "principles", "priorities", "lists", "terms")
    for kind in kinds:
        assert editor.get(at("parts", world.told, kind)).status_code == 404
        with nothing_written():
            answer = editor.post(at("parts", world.told, kind), {"do": "remove:1"}, headers=HTMX)
        assert answer.status_code == 200
        assert "Begin the next version" in answer.text
    assert editor.get(at("parts", world.draft, "songs")).status_code == 404


def test_the_next_version_is_begun_with_one_press(editor, world):
    answer = editor.post(at("begin_next", world.told))
    begun = world.told.strategy.versions.get(number=2)
    assert answer["Location"] == at("version", begun)
    again = editor.post(at("begin_next", world.told), follow=True)
    assert "is there already" in text_of(parsed(again.content.decode()))


def test_an_adoption_is_recorded_changed_and_taken_away(editor, world):
    decision = a_complete_decision(council=world.council, issue=world.issue, state="made")
    where = at("adopt", world.told)
    form = posted(editor.get(where).text, on_day="9", on_month="1", on_year="2023")
    answer = editor.post(where, form | {"replaced": "Old plan\nOlder plan"})
    assert answer["Location"] == at("version", world.told)
    page = shown(editor, at("version", world.told))
    assert "Mon 9 Jan 2023" in page
    assert "Old plan" in page
    assert "Older plan" in page
    adoption = world.told.adoptions.get()
    where = at("adoption", world.told, adoption.pk)
    assert posted(editor.get(where).text)["seen"] == str(revision_of(adoption))
    both = posted(editor.get(where).text) | {"decision": decision.pk}
    assert editor.post(where, both).status_code == 422
    editor.post(at("take_back", world.told, adoption.pk))
    assert not world.told.adoptions.exists()


def test_a_stale_adoption_form_changes_only_the_lines_that_its_writer_changed(editor, world):
    adoption = an_adoption(world.told, world.council)
    where = at("adoption", world.told, adoption.pk)
    editor.post(where, posted(editor.get(where).text, replaced="Kept\nDropped"))
    page = editor.get(where).text
    editor.post(where, posted(page, replaced="Kept\nTheirs"))
    editor.post(where, posted(page, note="Read again.", replaced="Dropped\nMine"))
    assert {row.name for row in adoption.replaced.all()} == {"Theirs", "Mine"}
    adoption.refresh_from_db()
    assert adoption.note == "Read again."


def test_an_adoption_says_by_what_or_when(editor, world):
    where = at("adopt", world.told)
    with nothing_written():
        answer = editor.post(where, posted(editor.get(where).text))
    assert errors_on(answer.text) == ["Choose the decision, or enter the day it was adopted on."]


def test_a_decision_that_the_reader_may_not_see_has_adopted_nothing(client, world):
    decision = a_complete_decision(
        council=world.council, issue=world.issue, state="made", title="Hidden approval"
    )
    adoption = an_adoption(world.told, world.council, decision=decision, note="Hidden note")
    page = shown(client, at("version", world.told))
    assert "Not recorded as adopted" in page
    assert "Hidden" not in page
    client.force_login(world.officer)
    assert "Approved" in shown(client, at("version", world.told))
    assert adoption.pk
