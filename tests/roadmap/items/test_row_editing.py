"""A row of the roadmap in its editor: saved, merged, refused, drafted and taken back."""

import re
from datetime import date

import pytest
from django.urls import reverse

from governance.history.actions import revision_of, write
from roadmap.items import drafts, presence
from roadmap.items.drafts import RowDraft
from roadmap.models import Rollout
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body
from tests.factories.people import a_person_with_role
from tests.factories.roadmap_items import a_gate, a_rollout, an_item

pytestmark = pytest.mark.django_db
INLINE = {"HX-Request": "true"}


class World:
    def __init__(self):
        self.boston, self.lindsey = a_council("Boston"), a_council("East Lindsey")
        self.partnership = a_partnership(self.boston, self.lindsey)
        self.officer = a_person_with_role("officer", self.boston)
        self.shared = a_person_with_role("partnership_officer", self.partnership)
        self.elsewhere = a_person_with_role("officer", self.lindsey)
        self.item = an_item(self.partnership, title="Telephony")
        self.item_id = self.item.pk

    def row(self, **fields):
        usual = {"status": "green", "owner": "Head of ICT", "forecast_end": date(2024, 9, 30)}
        item = an_item(self.partnership, title="Telephony")
        return a_rollout(item, self.boston, **usual | fields)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        yield World()


@pytest.fixture
def row(world):
    return world.row()


def at(row, name="row"):
    return reverse(f"items:{name}", args=[row.item.partnership.slug, row.pk])


def typed(row, seen=None, **changed):
    """Return what the form of `row` posts, with some fields typed over; a date is "30 9 2024"."""
    found = {
        "seen": seen or revision_of(row), "status": row.status, "sentence": row.sentence,
        "owner": row.owner, "reason": "",
    }  # fmt: skip
    for name in ("forecast_start", "forecast_end", "actual_start", "actual_end"):
        on = getattr(row, name)
        found |= boxes(name, f"{on.day} {on.month} {on.year}" if on else "")
    for name, value in changed.items():
        found |= boxes(name, value) if name.endswith(("_start", "_end")) else {name: value}
    return found


def boxes(name, text):
    parts = text.split() or ["", "", ""]
    return {f"{name}_{part}": v for part, v in zip(("day", "month", "year"), parts, strict=True)}


def others_change(row, by, **fields):
    now = Rollout.objects.get(pk=row.pk)
    for name, value in fields.items():
        setattr(now, name, value)
    write(now, by=by, because="Changed meanwhile")


def post(client, user, row, data, name="row", **headers):
    client.force_login(user)
    return client.post(at(row, name), data, headers=headers)


def saved(row):
    return Rollout.objects.get(pk=row.pk)


def said(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


class TestWhoMay:
    def test_an_officer_of_another_council_is_told_whose_it_is(self, client, world, row):
        answer = post(client, world.elsewhere, row, typed(row, status="red"))
        assert answer.status_code == 403
        assert "Boston’s rollouts are changed by officers of Boston" in said(answer)
        assert saved(row).status == "green"

    def test_partnership_officers_change_any_and_alone_what_all_do_together(self, client, world):
        together = a_rollout(an_item(world.partnership), status="green")
        assert post(client, world.officer, together, typed(together)).status_code == 403
        answer = post(client, world.shared, together, typed(together, status="amber"))
        assert answer.status_code == 302
        assert saved(together).status == "amber"

    def test_a_draft_item_is_not_there_for_those_who_may_not_read_it(self, client, world):
        draft = a_rollout(an_item(world.partnership, is_published=False), world.boston)
        stranger = a_person_with_role("officer", a_council())
        assert post(client, stranger, draft, typed(draft)).status_code == 404

    def test_the_table_says_whose_the_other_rows_are(self, client, world):
        a_rollout(an_item(world.partnership), world.lindsey)
        client.force_login(world.officer)
        answer = client.get(reverse("items:table", args=[world.partnership.slug]))
        assert "Changed by officers of East Lindsey" in said(answer)


class TestSaving:
    def test_without_a_script_one_comes_back_to_the_row_with_undo(self, client, world, row):
        back = {"back": "council=boston&page=2", "reason": "Supplier call"}
        answer = post(client, world.officer, row, typed(row, status="amber") | back)
        newest = revision_of(row)
        table = reverse("items:table", args=[world.partnership.slug])
        assert answer["Location"] == (
            f"{table}?council=boston&page=2&saved={row.pk}-{newest}#row-{row.pk}"
        )
        assert row.history.latest().history_change_reason == "Supplier call"
        page = client.get(f"{table}?saved={row.pk}-{newest}")
        assert at(row, "undo") in page.content.decode()

    def test_in_place_the_row_comes_back_with_undo_focus_and_announcement(self, client, world, row):
        answer = post(client, world.officer, row, typed(row, status="amber"), **INLINE)
        text = answer.content.decode()
        assert f'id="row-{row.pk}"' in text
        assert at(row, "undo") in text
        assert re.search(r"<a [^>]*data-focus[^>]*>Change", text)
        assert re.search(r'id="announce"[^>]*>Saved at ', text)

    def test_nothing_typed_writes_no_revision(self, client, world, row):
        before = revision_of(row)
        answer = post(client, world.officer, row, typed(row), **INLINE)
        assert "Nothing was changed." in said(answer)
        assert revision_of(row) == before

    def test_a_wrong_date_is_told_beside_its_field_and_all_that_was_typed_is_kept(
        self, client, world, row
    ):
        wrong = typed(row, forecast_end="31 6 2024", sentence="Because of the supplier.")
        answer = post(client, world.officer, row, wrong, **INLINE)
        assert answer.status_code == 422
        assert 'value="31"' in answer.content.decode()
        assert "Because of the supplier." in said(answer)
        assert saved(row).sentence == ""

    def test_what_ended_must_be_complete(self, client, world, row):
        answer = post(client, world.officer, row, typed(row, actual_end="1 6 2024"))
        assert answer.status_code == 422
        assert "It has ended, so choose Complete" in said(answer)

    @pytest.mark.parametrize(
        "broken", [{"seen": "9" * 40}, {"sentence": "a\x00b"}, {"status": "blue"}, {"seen": "x"},
                   {"forecast_end_year": "9" * 30}],
    )  # fmt: skip
    def test_no_input_ends_in_an_error_of_ours(self, client, world, row, broken):
        data = typed(row, sentence="Typed.") | broken
        assert post(client, world.officer, row, data, **INLINE).status_code in {409, 422}


class TestGates:
    def test_a_phase_does_not_start_before_its_gate_and_the_sentence_says_who_decides(
        self, client, world
    ):
        later = world.row(status="not_started", phase=2)
        a_gate(later.item, a_body(world.boston, name="Cabinet"), due_on=date(2024, 3, 28))
        answer = post(client, world.officer, later, typed(later, status="green"), **INLINE)
        assert answer.status_code == 422
        assert (
            "The Cabinet of Boston must decide by Thursday 28 March 2024 whether phase 2 goes ahead"
        ) in said(answer)
        assert saved(later).status == "not_started"

    def test_what_does_not_start_the_phase_can_be_written(self, client, world):
        later = world.row(status="not_started", phase=2)
        a_gate(later.item, a_body(world.boston))
        post(client, world.officer, later, typed(later, owner="Somebody else"))
        assert saved(later).owner == "Somebody else"

    def test_once_the_gate_is_passed_the_phase_starts(self, client, world):
        later = world.row(status="not_started", phase=2)
        a_gate(later.item, a_body(world.boston), outcome="passed", decided_on=date(2024, 3, 1))
        post(client, world.officer, later, typed(later, status="green"))
        assert saved(later).status == "green"


class TestTwoAtOnce:
    def test_different_fields_are_merged_and_it_is_said(self, client, world, row):
        data = typed(row, status="amber")
        others_change(row, world.shared, owner="Assistant Director")
        answer = post(client, world.officer, row, data, **INLINE)
        now = saved(row)
        assert (now.status, now.owner) == ("amber", "Assistant Director")
        assert f"Also kept: {world.shared.name}’s new owner (Assistant Director)" in said(answer)

    def test_the_same_value_twice_is_no_conflict(self, client, world, row):
        data = typed(row, status="amber", sentence="Late.")
        others_change(row, world.shared, status="amber")
        assert post(client, world.officer, row, data, **INLINE).status_code == 200
        assert saved(row).sentence == "Late."

    @pytest.fixture
    def clash(self, client, world, row):
        data = typed(row, status="amber", sentence="Numbers move in May.", owner="Director")
        others_change(row, world.shared, status="red", sentence="Numbers move in December.")
        return post(client, world.officer, row, data, **INLINE)

    def choices(self, clash, **chosen):
        text = clash.content.decode()
        form = text[text.index("<form") : text.index("</form>")]
        pairs = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
        data = {}
        for name, value in pairs:
            data.setdefault(name, []).append(value)
        return data | {f"choice-{name}": value for name, value in chosen.items()}

    def test_the_same_field_shows_both_values_and_preselects_neither(self, clash, row, world):
        assert clash.status_code == 409
        text = clash.content.decode()
        assert "You and" in text
        assert "changed the same 2 fields" in said(clash)
        assert "checked" not in text
        assert "<mark>December</mark>" in text
        assert "<mark>May</mark>" in text
        assert "your new owner (Director) will be saved as well" in said(clash)
        assert saved(row).status == "red"

    def test_what_was_typed_is_kept_as_a_draft_until_it_is_saved(self, clash, row, world):
        assert drafts.draft_of(row, world.officer).typed["sentence"] == "Numbers move in May."

    def test_a_choice_for_each_field_is_written(self, client, clash, row, world):
        chosen = self.choices(clash, status="saved", sentence="mine")
        assert post(client, world.officer, row, chosen, **INLINE).status_code == 200
        now = saved(row)
        assert (now.status, now.sentence, now.owner) == ("red", "Numbers move in May.", "Director")
        assert drafts.draft_of(row, world.officer) is None

    def test_a_missing_choice_is_asked_for_again_and_the_others_stay(
        self, client, clash, row, world
    ):
        answer = post(client, world.officer, row, self.choices(clash, status="mine"), **INLINE)
        assert answer.status_code == 422
        assert "Choose which why, in one sentence to keep" in said(answer)
        assert re.search(r'value="mine"[^>]* checked', answer.content.decode())
        assert saved(row).status == "red"

    def test_use_all_of_mine(self, client, clash, row, world):
        data = self.choices(clash) | {"all": "mine"}
        assert post(client, world.officer, row, data, **INLINE).status_code == 200
        assert (saved(row).status, saved(row).sentence) == ("amber", "Numbers move in May.")

    def test_discard_mine_leaves_what_is_saved(self, client, clash, row, world):
        answer = post(client, world.officer, row, {"do": "discard"}, "draft", **INLINE)
        assert "Your draft is discarded." in said(answer)
        assert saved(row).status == "red"
        assert not RowDraft.objects.filter(rollout=row).exists()

    def test_changed_again_while_choosing_is_a_conflict_again(self, client, clash, row, world):
        others_change(row, world.shared, status="complete")
        chosen = self.choices(clash, status="mine", sentence="mine")
        answer = post(client, world.officer, row, chosen, **INLINE)
        assert answer.status_code == 409
        assert "changed the same field" in said(answer)
        assert saved(row).status == "complete"


class TestUndo:
    def test_undo_is_a_new_revision_that_restores_what_stood_before(self, client, world, row):
        post(client, world.officer, row, typed(row, status="red", sentence="Oh."))
        number = row.history.count()
        answer = post(client, world.officer, row, {"revision": revision_of(row)}, "undo", **INLINE)
        assert "Undone at" in said(answer)
        assert (saved(row).status, saved(row).sentence) == ("green", "")
        assert row.history.count() == number + 1

    def test_undo_is_refused_where_the_row_has_moved_on(self, client, world, row):
        post(client, world.officer, row, typed(row, status="red"))
        mine = revision_of(row)
        others_change(row, world.shared, owner="Another")
        answer = post(client, world.officer, row, {"revision": mine}, "undo", **INLINE)
        assert answer.status_code == 409
        assert f"by {world.shared.name}: see the history" in said(answer)
        assert saved(row).status == "red"

    @pytest.mark.parametrize("revision", ["", "x", "0", "9" * 60])
    def test_an_undo_of_nothing_is_refused(self, client, world, row, revision):
        answer = post(client, world.officer, row, {"revision": revision}, "undo", **INLINE)
        assert answer.status_code == 409


class TestDraftsAndPresence:
    def test_a_draft_is_kept_offered_again_and_continued(self, client, world, row):
        data = typed(row, sentence="Half a", forecast_end="31 2 2024")
        kept = post(client, world.officer, row, data, "draft", **INLINE)
        assert re.search(r"Draft kept at [\d.]+[ap]m\. Only you can see it", said(kept))
        assert "Your drafts (1)" in said(kept)
        offered = client.get(at(row), headers=INLINE)
        assert "You have a draft of" in said(offered)
        assert "Half a" not in said(offered)
        again = client.get(f"{at(row)}?draft", headers=INLINE).content.decode()
        assert "Half a" in again
        assert 'value="31"' in again

    def test_a_draft_is_somebodys_own(self, client, world, row):
        post(client, world.officer, row, typed(row, sentence="Mine alone"), "draft")
        client.force_login(world.shared)
        for address in (at(row), reverse("items:drafts"), f"{at(row)}?draft"):
            assert "Mine alone" not in said(client.get(address))
        assert RowDraft.objects.visible_to(world.shared).count() == 0

    def test_saving_forgets_the_draft_and_a_late_one_does_not_bring_it_back(
        self, client, world, row
    ):
        data = typed(row, status="red")
        post(client, world.officer, row, data, "draft")
        post(client, world.officer, row, data)
        assert drafts.how_many(world.officer) == 0
        post(client, world.officer, row, data, "draft")
        assert drafts.how_many(world.officer) == 0

    def test_a_draft_that_was_overtaken_is_merged_from_where_it_began(self, client, world, row):
        data = typed(row, status="amber")
        post(client, world.officer, row, data, "draft")
        others_change(row, world.shared, owner="Another")
        again = client.get(f"{at(row)}?draft", headers=INLINE).content.decode()
        assert f'value="{data["seen"]}"' in again

    def test_who_is_signed_out_is_told_and_loses_nothing(self, client, world, row):
        answer = client.post(at(row, "draft"), typed(row, sentence="Typed"), headers=INLINE)
        assert "You have been signed out" in said(answer)

    def test_the_page_of_drafts_lists_and_discards_them(self, client, world, row):
        post(client, world.officer, row, typed(row, sentence="Half"), "draft")
        page = client.get(reverse("items:drafts"))
        assert "Telephony, Boston" in said(page)
        answer = client.post(at(row, "draft"), {"do": "discard", "then": "drafts"}, follow=True)
        assert "You have no drafts." in said(answer)

    def test_others_who_have_the_row_open_are_named(self, client, world, row):
        client.force_login(world.shared)
        client.get(at(row))
        client.force_login(world.officer)
        answer = client.get(at(row, "presence"), headers=INLINE)
        assert f"{world.shared.name} also has this row open" in said(answer)

    def test_who_closes_the_row_is_not_named_any_more(self, client, world, row):
        presence.opened(row.pk, world.shared)
        presence.closed(row.pk, world.shared)
        assert presence.opened(row.pk, world.officer) == []

    def test_a_stranger_is_not_told_who_has_it_open(self, client, world, row):
        assert client.get(at(row, "presence")).status_code == 404


class TestHistory:
    def test_it_opens_beside_the_row_and_as_a_page(self, client, world, row):
        post(client, world.officer, row, typed(row, status="red", reason="A call"))
        beside = client.get(at(row, "history"), headers=INLINE)
        assert f'id="row-{row.pk}"' in beside.content.decode()
        assert "A call" in said(beside)
        assert "Back to the item" in said(client.get(at(row, "history")))
        closed = client.get(f"{at(row, 'history')}?closed", headers=INLINE)
        assert "A call" not in said(closed)

    def test_members_and_the_public_read_no_history(self, client, world, row):
        client.force_login(a_person_with_role("member", world.boston))
        assert client.get(at(row, "history")).status_code == 403
