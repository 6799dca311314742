"""The pages of money: who sees a draft, who changes what, odd input, the same sums everywhere."""

import csv
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.history.actions import write
from governance.people.rules import Kind
from roadmap.models import Benefit, Cost, CostSplit, FundingSource
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_items import an_item
from tests.factories.roadmap_money import a_benefit, a_case, a_cost, a_figure, a_source, a_split
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        boston, lindsey = a_council("Boston"), a_council("East Lindsey")
        partnership = a_partnership(boston, lindsey)
        split = a_split(partnership, {boston: 3333, lindsey: 6667})
        source = a_source(partnership, pounds=100, name="The grant")
        yield SimpleNamespace(
            boston=boston,
            lindsey=lindsey,
            partnership=partnership,
            split=split,
            source=source,
            told=a_cost(partnership, 10, title="Told cost", source=source, split=split),
            draft=a_cost(partnership, 7, title="Secret cost", source=source, council=boston,
                         is_published=False),
            secret=a_source(partnership, name="Secret source", is_published=False),
            benefit=a_benefit(partnership, title="Told benefit", is_cashable=True),
            editor=a_person_with_role(Kind.PARTNERSHIP_OFFICER, partnership),
            officer=a_person_with_role(Kind.OFFICER, boston),
            stranger=a_person_with_role(Kind.OFFICER, a_council("Elsewhere")),
        )  # fmt: skip


@pytest.fixture
def editor(client, world):
    client.force_login(world.editor)
    return client


def at(name, world, *more):
    return reverse(f"funding:{name}", args=[world.partnership.slug, *more])


def shown(client, address):
    return text_of(parsed(client.get(address).text))


def test_a_draft_is_in_no_list_sum_or_file_of_those_who_may_not_read_it(client, world):
    for person, sees in [(None, False), (world.stranger, False), (world.officer, True)]:
        client.logout()
        if person:
            client.force_login(person)
        for name in ("index", "costs"):
            for query in ("", "?format=csv"):
                assert ("Secret" in client.get(at(name, world) + query).text) is sees
        page = shown(client, at("index", world))
        assert ("Across the partnership£17" in page) is sees
        assert ("Across the partnership£10" in page) is not sees
        expected = 200 if sees else 404
        assert client.get(at("cost", world, world.draft.pk)).status_code == expected
        assert client.get(at("source", world, world.secret.pk)).status_code == expected


def test_an_officer_of_a_council_is_told_who_changes_money(client, world):
    client.force_login(world.officer)
    assert "partnership officers of" in shown(client, at("index", world))
    for name in ("new_cost", "new_source", "new_split", "new_benefit"):
        answer = client.get(at(name, world))
        assert answer.status_code == 403
        assert "partnership officers of" in answer.text


def test_the_parts_on_page_and_in_the_file_sum_to_the_cost(client, world):
    page = shown(client, at("cost", world, world.told.pk))
    assert "33.33 %£3.33" in page
    assert "66.67 %£6.67" in page
    rows = list(csv.DictReader(client.get(at("costs", world) + "?format=csv").text.splitlines()))
    for row in rows:
        parts = [row[name] for name in ("Boston", "East Lindsey", "Not known how divided")]
        assert sum(map(Decimal, parts)) == Decimal(row["Amount"])


def test_a_cost_is_recorded_with_a_reason_and_the_page_says_so(editor, world):
    where = at("new_cost", world)
    typed = {"title": "Too dear", "amount_pence": "95.50", "purpose": "Paint",
             "source": world.source.pk, "council": world.boston.pk}  # fmt: skip
    form = posted(editor.get(where).text) | typed | {"is_published": "on"}
    with nothing_written():
        answer = editor.post(where, form)
    assert answer.status_code == 422
    assert "£12.50 too much" in errors_on(answer.text)[0]
    assert 'value="Too dear"' in answer.text
    answer = editor.post(where, form | {"reason": "Members agreed."})
    cost = Cost.objects.get(title="Too dear")
    assert answer["Location"] == at("cost", world, cost.pk)
    assert "Members agreed." in shown(editor, answer["Location"])
    assert "Overspent by £12.50" in shown(editor, at("source", world, world.source.pk))
    assert "Something is wrong with The grant" in shown(editor, at("index", world))


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("amount_pence", "9" * 400, "That is more than any council spends. Check the sum."),
        ("amount_pence", "a lot", "Enter a sum in pounds, like 125,000 or 1,250.50."),
        ("amount_pence", "", "Enter the amount, in pounds"),
        ("title", "x" * 201, "What for must be 200 characters or fewer. You typed 201."),
        ("source", "9" * 60, "Choose the paid from from the list"),
        ("split", "0", ""),
    ],
)
def test_odd_input_is_refused_beside_its_field(editor, world, field, typed, said):
    form = posted(editor.get(at("new_cost", world)).text) | {
        "title": "Odd", "amount_pence": "1", "purpose": "x", "source": world.source.pk,
        "council": world.boston.pk,
    }  # fmt: skip
    with nothing_written():
        answer = editor.post(at("new_cost", world), form | {field: typed})
    assert answer.status_code == 422
    found = errors_on(answer.text)
    assert found
    if said:
        assert any(said[:20] in one for one in found), found


@pytest.mark.parametrize("field", ["title", "purpose", "reason", "recorded_in"])
def test_a_null_character_is_refused(editor, world, field):
    form = posted(editor.get(at("new_cost", world)).text) | {field: "\x00"}
    with nothing_written():
        assert editor.post(at("new_cost", world), form).status_code == 422


def test_who_bears_a_cost_is_said_once(editor, world):
    form = posted(editor.get(at("new_cost", world)).text) | {
        "title": "x", "amount_pence": "-2.50", "purpose": "x", "source": world.source.pk
    }  # fmt: skip
    neither = editor.post(at("new_cost", world), form)
    assert errors_on(neither.text) == ["Choose by which split it is shared, or who bears it."]
    both = form | {"split": world.split.pk, "council": world.boston.pk}
    assert errors_on(editor.post(at("new_cost", world), both).text) == [
        "Choose the split or one council, not both."
    ]
    editor.post(at("new_cost", world), form | {"split": world.split.pk})
    assert Cost.objects.get(title="x").amount_pence == -250


def test_two_people_at_one_cost_are_shown_both_values(editor, world):
    where = at("edit_cost", world, world.told.pk)
    page = editor.get(where).text
    cost = Cost.objects.get(pk=world.told.pk)
    cost.title = "Theirs"
    write(cost, by=the_clerk(), because="Meanwhile")
    answer = editor.post(where, posted(page, title="Mine"))
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    editor.post(where, posted(answer.text))
    cost.refresh_from_db()
    assert cost.title == "Mine"


def test_a_split_is_added_and_changed_with_its_shares(editor, world):
    where = at("new_split", world)
    one, two = (f"share_{c.council_id}" for c in world.split.shares.order_by("council__name"))
    form = posted(editor.get(where).text) | {"name": "Half", one: "50", two: "49.5"}
    answer = editor.post(where, form)
    assert errors_on(answer.text) == ["The shares sum to 99.50 %, 0.50 % less than 100 %."]
    assert "percentage" in errors_on(editor.post(where, form | {two: "half"}).text)[0]
    answer = editor.post(where, form | {two: "50.00 %"})
    split = CostSplit.objects.get(name="Half")
    assert answer["Location"] == at("split", world, split.pk)
    where = at("edit_split", world, split.pk)
    editor.post(where, posted(editor.get(where).text) | {one: "60", two: "40"})
    assert sorted(split.shares.values_list("hundredths", flat=True)) == [4000, 6000]
    rows = list(csv.DictReader(editor.get(answer["Location"] + "?format=csv").text.splitlines()))
    assert sorted(row["Share (%)"] for row in rows) == ["40", "60"]


def test_a_stale_form_of_a_split_leaves_the_shares_that_others_changed(editor, world):
    split = a_split(world.partnership, {world.boston: 5000, world.lindsey: 5000}, name="Shared")
    one, two = f"share_{world.boston.pk}", f"share_{world.lindsey.pk}"
    where = at("edit_split", world, split.pk)

    def stored():
        return [split.shares.get(council=c).hundredths for c in (world.boston, world.lindsey)]

    page = editor.get(where).text
    editor.post(where, posted(page) | {one: "60", two: "40"})
    editor.post(where, posted(page, source="Minute 7"))
    split.refresh_from_db()
    assert (split.source, stored()) == ("Minute 7", [6000, 4000])
    with nothing_written():
        answer = editor.post(where, posted(page) | {one: "70", two: "30"})
    assert answer.status_code == 409
    differs = text_of(parsed(answer.text))
    assert "Share of Boston, in percent60 %70 %" in differs
    editor.post(where, posted(answer.text))
    assert stored() == [7000, 3000]


def test_a_source_is_added_and_changed(editor, world):
    where = at("new_source", world)
    form = posted(editor.get(where).text) | {
        "name": "New grant", "kind": "grant", "amount_pence": "1,250.50",
        "received_words": "Spring", "restricted_to": "Cyber",
    }  # fmt: skip
    both = form | {"received_on_day": "1", "received_on_month": "4", "received_on_year": "2023"}
    assert errors_on(editor.post(where, both).text) == ["Leave this empty: the day is known."]
    editor.post(where, form)
    source = FundingSource.objects.get(name="New grant")
    assert (source.amount_pence, str(source.restricted_to)) == (125_050, "Cyber")
    where = at("edit_source", world, source.pk)
    editor.post(where, posted(editor.get(where).text, restricted_to=""))
    source.refresh_from_db()
    assert source.restricted_to is None


def test_a_benefit_gets_figures_that_add_up(editor, world):
    where = at("new_benefit", world)
    editor.post(where, posted(editor.get(where).text, title="Fewer servers", is_cashable="on"))
    benefit = Benefit.objects.get(title="Fewer servers")
    where = at("figures", world, benefit.pk)
    form = posted(editor.get(where).text, year="2025", forecast_pence="100.10", do="add")
    editor.post(where, form)
    figure = benefit.figures.get()
    assert "already" in errors_on(editor.post(where, form).text)[0]
    edit = at("figure", world, benefit.pk, figure.pk)
    editor.post(edit, posted(editor.get(edit).text, actual_pence="-5"))
    figure.refresh_from_db()
    assert (figure.forecast_pence, figure.actual_pence) == (10_010, -500)
    empty = posted(editor.get(edit).text, forecast_pence="", actual_pence="")
    assert errors_on(editor.post(edit, empty).text) == [
        "Enter the forecast, the actual figure, or both."
    ]
    removed = editor.post(where, {"do": f"remove:{figure.pk}"})["Location"].partition("removed=")[2]
    assert not benefit.figures.exists()
    editor.post(where, {"do": f"undo:{removed}"})
    assert benefit.figures.count() == 1


def test_benefits_are_summed_by_council_and_year_on_page_and_in_the_file(client, world):
    a_figure(world.benefit, world.boston, 2024, forecast_pence=1_000_00, actual_pence=900_00)
    a_figure(world.benefit, world.boston, 2025, forecast_pence=500_00)
    page = shown(client, at("benefits", world))
    assert "Boston£1,500£1,500£900£900" in page
    assert "2024/25£1,000£1,000£900£900" in page
    assert "Across the partnership£1,500£1,500£900£900" in page
    rows = list(csv.DictReader(client.get(at("benefits", world) + "?format=csv").text.splitlines()))
    assert sum(Decimal(row["Forecast"]) for row in rows) == 1500


def test_a_year_shows_its_own_costs(client, world):
    assert "Told cost" in shown(client, at("costs", world) + "?year=2022")
    assert "Told cost" in shown(client, at("costs", world) + "?year=1066")
    assert "2022/23" in shown(client, at("costs", world))


def test_what_it_belongs_to_is_named_where_the_reader_may_see_it(client, world):
    draft, open_item = (
        an_item(world.partnership, title="Secret item", is_published=False),
        an_item(world.partnership, title="Open item"),
    )
    case = a_case(world.partnership, title="Open case")
    for item, sees in ((draft, False), (open_item, True)):
        cost = a_cost(world.partnership, council=world.boston, item=item, business_case=case)
        page = shown(client, at("cost", world, cost.pk))
        assert (item.title in page) is sees
        assert "Open case" in page
