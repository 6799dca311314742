"""The ways to look at a roadmap, and to change it as a table, as people meet them."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.history.actions import remove, write
from roadmap.changes.reading import since
from roadmap.items.models import Item, Rollout
from roadmap.models import PendingImport, SavedView
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_items import a_gate, a_milestone, a_rollout, a_theme, an_item

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)
STRANGER = AnonymousUser()


@pytest.fixture
def world():
    boston, lindsey = a_council("Boston"), a_council("East Lindsey")
    partnership = a_partnership(boston, lindsey)
    item = an_item(partnership, title="Online forms", theme=a_theme(partnership, name="Staff"))
    return {
        "partnership": partnership, "item": item, "boston": boston,
        "own": a_rollout(item, boston, status="green", sentence="Going well"),
        "other": a_rollout(item, lindsey, status="red"),
        "officer": a_person_with_role("officer", boston),
        "partnership officer": a_person_with_role("partnership_officer", partnership),
        "elsewhere": a_person_with_role("officer", a_council()),
    }  # fmt: skip


def at(world, name, *more):
    return reverse(name, args=[world["partnership"].slug, *more])


def text(answer):
    return answer.content.decode()


LOOKING = ["timelines:timeline", "timelines:board", "changes:changes", "items:table"]


@pytest.mark.parametrize("name", LOOKING)
def test_anybody_may_look(client, world, name):
    answer = client.get(at(world, name))
    assert answer.status_code == 200
    assert "Online forms" in text(answer)


@pytest.mark.parametrize("name", LOOKING)
def test_a_filter_in_the_address_is_kept_and_said(client, world, name):
    a_rollout(an_item(world["partnership"], title="Zq another"), world["boston"], status="green")
    answer = text(client.get(f"{at(world, name)}?status=red&council={world['boston'].slug}"))
    assert "at risk" not in answer.lower().split("<main")[0]
    assert 'value="red" selected' in answer or 'name="status" value="red"' in answer
    assert "Zq another" not in answer


@pytest.mark.parametrize("name", LOOKING)
def test_an_address_that_asks_for_nonsense_shows_all(client, world, name):
    asked = "council=x&status=y&period=z&page=-1&by=q&since_day=99&since_month=x&since_year=1"
    assert client.get(f"{at(world, name)}?{asked}").status_code in (200, 422)


def test_the_timeline_tells_in_words_what_it_draws(client, world):
    a_gate(world["item"], phase=1, due_on=world["own"].planned_start)
    answer = text(client.get(at(world, "timelines:timeline")))
    for said in ("Jan 2024 to Sep 2024", "gate Jan 2024", "On track", "Off track"):
        assert said in answer
    assert answer.count('<use href="#quarters"/>') == 2


def test_the_timeline_groups_by_council_when_asked(client, world):
    answer = text(client.get(f"{at(world, 'timelines:timeline')}?by=council"))
    assert answer.index(world["boston"].name) < answer.index("Online forms</a></th><td")


@pytest.mark.parametrize("name", [*LOOKING, "exchange:export"])
@pytest.mark.parametrize("who", ["stranger", "officer"])
def test_every_view_costs_as_many_queries_however_long_the_roadmap(client, world, name, who):
    address = at(world, name, *(["xlsx"] if name == "exchange:export" else []))
    if who == "officer":
        client.force_login(world["officer"])
    asked = []
    for many in (1, 9, 30):
        for _ in range(many):
            a_rollout(an_item(world["partnership"]), world["boston"])
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        asked.append(len(captured))
    assert asked[0] == asked[1] == asked[2]


# --- What changed since --------------------------------------------------------------------------


def changed(world, user=STRANGER, *, all_=True, before=False):
    """What changed since the beginning of the world, or since before it."""
    moment = timezone.now() - TOMORROW if before else world["moment"]
    items = Item.objects.visible_to(user).filter(partnership=world["partnership"])
    rows = Rollout.objects.visible_to(user).filter(item__partnership=world["partnership"])
    return since(moment, user, items.order_by("pk"), rows, all_=all_)


@pytest.fixture
def later(world):
    """The world as it is, with the moment after which something changes."""
    latest = max(Item.history.latest().history_date, Rollout.history.latest().history_date)
    return world | {"moment": latest + timedelta(microseconds=1)}


def test_nothing_changed_is_nothing_told(later):
    assert changed(later) == ([], "")


def test_a_changed_status_is_told_with_what_it_was(later):
    later["own"].status = "amber"
    write(later["own"], by=the_clerk(), because="Late")
    (told,), words = changed(later)
    (row,) = told.rows
    assert (row.name, row.differences[0].was, row.differences[0].now) == (
        "Boston", "On track", "At risk",
    )  # fmt: skip
    assert words == "1 became at risk"


def test_a_new_item_is_told_whole(later):
    a_rollout(an_item(later["partnership"], title="Microsoft 365"), later["boston"])
    (told,), words = changed(later)
    assert (told.item.title, told.is_new, told.rows) == ("Microsoft 365", True, [])
    assert words == "1 is new"


def test_an_item_published_since_is_new_and_nothing_of_its_draft_is_told(world):
    draft = an_item(world["partnership"], is_published=False, title="Zq old title")
    row = a_rollout(draft, world["boston"], sentence="Zq old sentence")
    moment = Rollout.history.latest().history_date + timedelta(microseconds=1)
    draft.is_published, draft.title = True, "New title"
    write(draft, by=the_clerk(), because="Agreed")
    row.sentence = "New sentence"
    write(row, by=the_clerk(), because="Agreed")
    (told,), _ = changed(world | {"moment": moment})
    assert (told.is_new, told.rows) == (True, [])


def test_what_was_removed_is_told_where_nothing_is_filtered_out(later):
    name = "East Lindsey"
    remove(later["other"], by=the_clerk(), because="Not needed")
    (told,), _ = changed(later)
    assert [(row.name, row.is_gone) for row in told.rows] == [(name, True)]
    assert changed(later, all_=False)[0] == []


def test_milestones_and_gates_are_followed_too(later):
    a_milestone(later["item"], title="First form")
    a_gate(later["item"])
    (told,), _ = changed(later)
    assert [row.name for row in told.rows] == ["Milestone “First form”", "Gate before phase 2"]


def test_a_draft_that_changed_is_told_to_those_who_read_drafts_alone(later):
    an_item(later["partnership"], is_published=False)
    assert changed(later)[0] == []
    assert len(changed(later, later["officer"])[0]) == 1


def test_a_day_to_come_is_refused_beside_the_field(client, world):
    day = timezone.localdate() + TOMORROW
    asked = f"since_day={day.day}&since_month={day.month}&since_year={day.year}"
    answer = client.get(f"{at(world, 'changes:changes')}?{asked}")
    assert answer.status_code == 422
    assert "That day is still to come" in text(answer)


def test_changes_are_downloaded_with_what_was_and_what_is(client, world):
    answer = client.get(f"{at(world, 'changes:changes')}?format=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert "Online forms,The item,New on the roadmap" in text(answer)


# --- Several at once -----------------------------------------------------------------------------

STATUS = {"what": "status", "status": "amber", "sentence": "The supplier is late", "reason": ""}


def test_several_are_chosen_looked_at_changed_and_taken_back(client, world):
    client.force_login(world["officer"])
    address, row = at(world, "bulk:several"), world["own"].pk
    looked = client.post(address, STATUS | {"step": "preview", "row": row})
    assert "1 of 1 rollout would change" in text(looked)
    seen = {one.rollout.pk: one.revision for one in looked.context["told"]}
    done = client.post(address, STATUS | {"step": "apply", "row": row, f"seen-{row}": seen[row]},
                       follow=True)  # fmt: skip
    assert "1 rollout written" in text(done)
    assert Rollout.objects.get(pk=row).status == "amber"
    back = client.post(at(world, "bulk:undo", done.context["number"]), follow=True)
    assert "Undone: 1 rollout" in text(back)
    assert Rollout.objects.get(pk=row).status == "green"


def test_what_is_not_theirs_is_not_ticked_and_says_whose_it_is(client, world):
    client.force_login(world["officer"])
    answer = text(client.get(at(world, "bulk:several")))
    assert f'id="row-{world["own"].pk}"' in answer
    assert f'id="row-{world["other"].pk}"' not in answer
    assert "East Lindsey’s rollouts are changed by officers of East Lindsey" in answer


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"what": "status"}, "Choose the status that they are to have"),
        ({"what": "shift", "days": "x"}, "must be a whole number"),
        ({"what": "shift", "days": "0", "way": "later"}, "must be 1 or more"),
        ({"what": "shift", "days": "9" * 30, "way": "later"}, "must be 3650 or less"),
        ({"what": "shift", "days": "3"}, "Choose whether they move later or earlier"),
        ({}, "Answer this question"),
        ({"what": "status", "status": "amber", "row": ""}, "Tick at least one rollout"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client, world, typed, says):
    client.force_login(world["officer"])
    data = {"row": world["own"].pk, "reason": "Zq my reason"} | typed
    answer = client.post(at(world, "bulk:several"), data)
    assert answer.status_code == 422
    assert says in text(answer)
    assert "Zq my reason" in text(answer)


def test_one_that_moved_meanwhile_is_shown_again_and_nothing_is_written(client, world):
    client.force_login(world["officer"])
    data = STATUS | {"step": "apply", "row": world["own"].pk, f"seen-{world['own'].pk}": 1}
    answer = client.post(at(world, "bulk:several"), data)
    assert answer.status_code == 409
    assert "Changed by somebody else since you looked" in text(answer)
    assert Rollout.objects.get(pk=world["own"].pk).status == "green"


@pytest.mark.parametrize("name", ["bulk:several", "exchange:choose", "exchange:preview"])
def test_officers_of_other_councils_are_told_whose_it_is(client, world, name):
    client.force_login(world["elsewhere"])
    answer = client.get(at(world, name))
    assert answer.status_code == 403


# --- Tables --------------------------------------------------------------------------------------


def chosen(client, world, data, name="roadmap.csv"):
    file = SimpleUploadedFile(name, data)
    return client.post(at(world, "exchange:choose"), {"table": file}, follow=True)


def downloaded(client, world, form="csv"):
    return client.get(at(world, "exchange:export", form)).content


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_brought_back_unchanged_would_change_nothing(client, world, form):
    client.force_login(world["officer"])
    answer = chosen(client, world, downloaded(client, world, form), f"roadmap.{form}")
    assert "nothing would change" in text(answer)


def test_one_bad_cell_is_named_and_there_is_no_button_to_import(client, world):
    client.force_login(world["officer"])
    data = downloaded(client, world).replace(b"On track,Going well", b"purple,Going well")
    answer = text(chosen(client, world, data))
    assert "1 line cannot be imported" in answer
    assert "This is no status" in answer
    assert "Import all of it" not in answer


def test_a_mended_table_is_imported_and_let_go_of(client, world):
    client.force_login(world["officer"])
    data = downloaded(client, world).replace(b"On track,Going well", b"At risk,Volumes are late")
    preview = chosen(client, world, data)
    done = client.post(
        at(world, "exchange:preview"),
        {"step": "apply", "seen": preview.context["plan"].fingerprint}, follow=True,
    )  # fmt: skip
    assert "1 rollout written" in text(done)
    assert "Imported from roadmap.csv" in text(done)
    assert Rollout.objects.get(pk=world["own"].pk).sentence == "Volumes are late"
    assert not PendingImport.objects.exists()


def test_a_file_that_is_no_table_is_refused_in_a_sentence(client, world):
    client.force_login(world["officer"])
    answer = chosen(client, world, io.BytesIO(b"\x89PNG\x00").getvalue())
    assert answer.status_code == 422
    assert "neither a CSV file nor an Excel workbook" in text(answer)


def test_a_download_has_only_what_the_visitor_may_see(client, world):
    a_rollout(an_item(world["partnership"], is_published=False, title="Zqdraft"), world["boston"])
    assert b"Zqdraft" not in downloaded(client, world)
    client.force_login(world["officer"])
    assert b"Zqdraft" in downloaded(client, world)


# --- Saved views ---------------------------------------------------------------------------------


def test_a_view_is_saved_found_and_let_go(client, world):
    client.force_login(world["officer"])
    address = f"{at(world, 'saved_views:mine')}?page=timeline&by=council&status=red&format=csv"
    client.post(address, {"name": "Late ones"})
    (view,) = SavedView.objects.visible_to(world["officer"])
    assert (view.page, view.query) == ("timeline", "status=red&by=council")
    assert "Late ones" in text(client.get(at(world, "saved_views:mine")))
    client.post(at(world, "saved_views:let_go", view.pk))
    assert not SavedView.objects.exists()


def test_nobody_lets_go_of_another_persons_view(client, world):
    client.force_login(world["officer"])
    client.post(f"{at(world, 'saved_views:mine')}?page=table", {"name": "Mine"})
    view = SavedView.objects.get()
    client.force_login(world["elsewhere"])
    assert client.post(at(world, "saved_views:let_go", view.pk)).status_code == 404
