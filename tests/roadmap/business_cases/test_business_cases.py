"""Business cases: options, one of them recommended, doing nothing recorded, and the stages."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.errors import Refused
from governance.history.actions import revision_of, write
from governance.people.rules import Kind
from roadmap.business_cases import actions
from roadmap.business_cases.rules import Choice, missing
from roadmap.business_cases.states import State
from roadmap.models import BusinessCase
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_items import an_item
from tests.factories.roadmap_money import a_case, an_option
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
READY = Choice(2, 1, "rejected", has_nothing_option=False, has_decider=True)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (READY, []),
        (Choice(0, 0, "rejected", False, True), ["Add the options."]),
        (Choice(2, 0, "rejected", False, True), ["Say which one option is recommended."]),
        (Choice(2, 1, "", False, True),
         ["Say what became of doing nothing: an option, or rejected and why."]),
        (Choice(2, 1, "option", False, True), ["Mark which option is doing nothing."]),
        (Choice(2, 1, "option", True, False), ["Say who decides."]),
    ],
)  # fmt: skip
def test_what_a_stage_that_rests_on_a_choice_wants(choice, said):
    assert missing(choice) == said


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council = a_council("Stevenage")
        partnership = a_partnership(council)
        yield SimpleNamespace(
            partnership=partnership,
            case=a_case(partnership, title="Told case"),
            draft=a_case(partnership, title="Secret case", is_published=False),
            item=an_item(partnership, title="New desk"),
            editor=a_person_with_role(Kind.PARTNERSHIP_OFFICER, partnership),
            officer=a_person_with_role(Kind.OFFICER, council),
        )


@pytest.fixture
def editor(client, world):
    client.force_login(world.editor)
    return client


def at(name, world, *more):
    return reverse(f"business_cases:{name}", args=[world.partnership.slug, *more])


def shown(client, address):
    return text_of(parsed(client.get(address).text))


def ready(world):
    case = a_case(
        world.partnership, stage="strategic", do_nothing="rejected",
        do_nothing_reason="It costs more.", decided_by="The portfolio holder",
    )  # fmt: skip
    an_option(case, name="Core")
    return case, an_option(case, name="Enhanced", is_recommended=True)


def move(case, to):
    return actions.move(case, to, because="Agreed", by=the_clerk())


def test_a_case_goes_on_once_everything_is_said(world):
    case, _ = ready(world)
    assert move(case, State.OUTLINE).stage == State.OUTLINE
    empty = a_case(world.partnership, stage="strategic")
    with nothing_written(), pytest.raises(Refused, match=r"Add the options.*Say who decides"):
        move(empty, State.OUTLINE)
    with nothing_written(), pytest.raises(Refused, match="cannot become"):
        move(empty, State.EVALUATION)


def test_what_a_stage_rests_on_is_not_taken_away(world):
    case, recommended = ready(world)
    case = move(case, State.OUTLINE)
    with nothing_written(), pytest.raises(Refused, match="this stage rests on it"):
        actions.check_option_may_go(case.options.get(pk=recommended.pk))
    for changes in ({"decided_by": ""}, {"do_nothing": "", "do_nothing_reason": ""}):
        with nothing_written(), pytest.raises(Refused, match="wants more first"):
            actions.change(case, changes, ([], set()), seen=revision_of(case), by=the_clerk())
    said = {"is_recommended": False}
    with nothing_written(), pytest.raises(Refused, match="which one option"):
        actions.change_option(recommended, said, seen=revision_of(recommended), by=the_clerk())


def test_a_case_that_lacked_something_before_may_still_be_corrected(world):
    case = a_case(world.partnership, stage="full")
    changed = actions.change(
        case, {"summary": "Better said."}, ([], set()), seen=revision_of(case), by=the_clerk()
    )
    assert changed.summary == "Better said."


def test_one_option_is_recommended_at_a_time(world):
    case, enhanced = ready(world)
    with nothing_written(), pytest.raises(Refused, match="“Enhanced” is recommended already"):
        actions.add_option(case, {"name": "Optimal", "is_recommended": True}, by=the_clerk())
    core = case.options.get(name="Core")
    actions.recommend(core, by=the_clerk())
    assert [o.name for o in case.options.filter(is_recommended=True)] == ["Core"]
    assert enhanced.pk


def test_a_draft_is_seen_by_its_own_partnership_only(client, world):
    address = at("detail", world, world.draft.pk)
    for query in ("", "?format=csv"):
        assert "Secret case" not in client.get(at("index", world) + query).text
    assert client.get(address).status_code == 404
    client.force_login(world.officer)
    assert "Secret case" in shown(client, at("index", world))
    assert client.get(address).status_code == 200
    answer = client.get(at("edit", world, world.draft.pk))
    assert answer.status_code == 403
    assert "partnership officers of" in answer.text


def test_a_case_is_written_with_options_and_taken_on(editor, world):
    where = at("new", world)
    form = posted(editor.get(where).text) | {
        "title": "One desk", "decided_by": "The portfolio holder", "do_nothing": "rejected",
        "items": [world.item.pk], "is_published": "on",
    }  # fmt: skip
    answer = editor.post(where, form)
    assert errors_on(answer.text) == ["Say why doing nothing was rejected."]
    editor.post(where, form | {"do_nothing_reason": "Three desks cost more."})
    case = BusinessCase.objects.get(title="One desk")
    where = at("options", world, case.pk)
    for name in ("Core", "Enhanced"):
        option = posted(editor.get(where).text, name=name, yearly_pence="1,200", do="add")
        editor.post(where, option)
    core, enhanced = case.options.order_by("position")
    editor.post(where, {"do": f"recommend:{enhanced.pk}"})
    editor.post(where, {"do": f"up:{enhanced.pk}"})
    assert [one.name for one in case.options.order_by("position")] == ["Enhanced", "Core"]
    for to in ("strategic", "outline"):
        stage = at("stage", world, case.pk)
        editor.post(stage, posted(editor.get(stage).text) | {"to": to, "because": "Agreed."})
    page = shown(editor, at("detail", world, case.pk))
    for said in ("Outline business case", "Enhanced is recommended", "New desk", "£1,200",
                 "Three desks cost more."):  # fmt: skip
        assert said in page
    assert core.pk


def test_a_stage_that_wants_more_is_refused_on_the_page(editor, world):
    case = a_case(world.partnership, stage="strategic")
    where = at("stage", world, case.pk)
    with nothing_written():
        answer = editor.post(
            where, posted(editor.get(where).text) | {"to": "outline", "because": "x"}
        )
    assert answer.status_code == 422
    assert "Add the options." in errors_on(answer.text)[0]


def test_a_stale_form_changes_only_the_items_that_its_writer_ticked_or_unticked(editor, world):
    case = a_case(world.partnership, title="Linked")
    where = at("edit", world, case.pk)
    kept, dropped, theirs, mine = (
        an_item(world.partnership, title=title).pk
        for title in ("Kept", "Dropped", "Theirs", "Mine")
    )
    editor.post(where, posted(editor.get(where).text) | {"items": [kept, dropped]})
    page = editor.get(where).text
    editor.post(where, posted(page) | {"items": [kept, theirs]})
    editor.post(where, posted(page) | {"title": "Named anew", "items": [dropped, mine]})
    assert set(case.case_items.values_list("item", flat=True)) == {theirs, mine}


def test_two_people_at_one_case_are_shown_both_texts(editor, world):
    where = at("edit", world, world.case.pk)
    page = editor.get(where).text
    case = BusinessCase.objects.get(pk=world.case.pk)
    case.summary = "Theirs."
    write(case, by=the_clerk(), because="Meanwhile")
    answer = editor.post(where, posted(page, summary="Mine."))
    assert answer.status_code == 409
    assert "Theirs." in answer.text


@pytest.mark.parametrize(
    ("field", "typed"), [("title", "\x00"), ("title", "x" * 201), ("body", "9" * 50)]
)
def test_odd_input_is_refused(editor, world, field, typed):
    form = posted(editor.get(at("new", world)).text) | {"title": "Odd", field: typed}
    with nothing_written():
        assert editor.post(at("new", world), form).status_code == 422


def test_options_are_downloaded(client, world):
    an_option(world.case, name="=cmd()", once_pence=12_345)
    lines = client.get(at("detail", world, world.case.pk) + "?format=csv").text.splitlines()
    assert lines[1].startswith("'=cmd(),no,no,,,123.45,")
