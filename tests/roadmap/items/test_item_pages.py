"""The table, the item's page, and the pages on which its parts are written."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from governance.history.actions import revision_of
from roadmap.models import CaseItem, Dependency, Item, Milestone, PhaseGate, Rollout, Theme
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_complete_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body
from tests.factories.people import a_person_with_role, made
from tests.factories.roadmap_items import (
    a_dependency,
    a_gate,
    a_milestone,
    a_rollout,
    a_theme,
    an_item,
)
from tests.factories.roadmap_money import a_benefit, a_case, a_cost

pytestmark = pytest.mark.django_db


class World:
    def __init__(self):
        self.boston, self.lindsey = a_council("Boston"), a_council("East Lindsey")
        self.partnership = a_partnership(self.boston, self.lindsey)
        self.shared = a_person_with_role("partnership_officer", self.partnership)
        self.officer = a_person_with_role("officer", self.boston)
        self.elsewhere = a_person_with_role("officer", a_council())
        self.member = a_person_with_role("member", self.boston)
        self.cabinet = a_body(self.boston, name="Cabinet")
        self.item = an_item(self.partnership, title="Telephony", description="Calls")
        self.row = a_rollout(self.item, self.boston, status="green", owner="=cmd()")
        self.draft = an_item(self.partnership, title="Secret desk", is_published=False)
        a_rollout(self.draft, self.boston, status="red")

    def at(self, name, *more, item=None):
        return reverse(f"items:{name}", args=[self.partnership.slug, *more])

    def file(self):
        return reverse("exchange:export", args=[self.partnership.slug, "csv"])

    def of(self, name, *more, item=None):
        return self.at(name, (item or self.item).slug, *more)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        yield World()


def said(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def seen_as(client, user, address):
    client.logout()
    if user:
        client.force_login(user)
    return client.get(address)


def posted(client, world, address, data):
    client.force_login(world.shared)
    return client.post(address, data)


def day(name, text):
    return {f"{name}_{p}": v for p, v in zip(("day", "month", "year"), text.split(), strict=True)}


def taken_out(client, world, address, row):
    """Press "Remove", and return the number of the history row that puts `row` back."""
    answer = posted(client, world, address, {"do": f"remove:{row.pk}"})
    return answer["Location"].partition("?removed=")[2]


def put_back(client, world, address, removed):
    client.force_login(world.shared)
    return said(client.post(address, {"do": f"undo:{removed}"}, follow=True))


class TestVisibility:
    @pytest.mark.parametrize("who", [None, "elsewhere", "member"])
    def test_a_draft_is_nowhere_for_those_who_may_not_read_it(self, client, world, who):
        user = getattr(world, who) if who else None
        for address in (world.at("table"), world.file(), world.of("item")):
            assert "Secret" not in said(seen_as(client, user, address)), address
        page = said(seen_as(client, user, world.at("table")))
        assert "Showing 1 rollout" in page
        assert "off track" not in page
        assert seen_as(client, user, world.of("item", item=world.draft)).status_code == 404

    @pytest.mark.parametrize("who", ["officer", "shared"])
    def test_its_own_officers_see_a_draft(self, client, world, who):
        page = said(seen_as(client, getattr(world, who), world.at("table")))
        assert "Secret desk" in page
        assert "Showing 2 rollouts" in page

    def test_a_dependency_on_a_draft_is_not_told(self, client, world):
        a_dependency(world.item, world.draft, reason="It needs the secret desk.")
        assert "secret desk" not in said(seen_as(client, None, world.of("item"))).lower()
        assert "Secret desk" in said(seen_as(client, world.officer, world.of("item")))

    def test_the_decision_at_a_gate_is_linked_only_where_it_is_public(self, client, world):
        item = an_item(world.partnership)
        decision = a_complete_decision(state="draft")
        a_gate(item, world.cabinet, outcome="passed", decided_on=date(2024, 3, 1),
               decision=decision)  # fmt: skip
        page = seen_as(client, None, world.of("item", item=item)).content.decode()
        assert "The decision" not in page


class TestTheTable:
    def test_the_file_has_the_rows_of_the_filter_and_no_formula(self, client, world):
        page = seen_as(client, None, world.at("table")).content.decode()
        assert world.file() in page
        address = f"{world.file()}?status=green"
        rows = list(csv.DictReader(io.StringIO(seen_as(client, None, address).content.decode())))
        assert [row["Item"] for row in rows] == ["Telephony"]
        assert rows[0]["Owner"] == "'=cmd()"

    def test_what_fits_no_filter_says_what_to_do(self, client, world):
        page = said(seen_as(client, None, f"{world.at('table')}?q=nothing"))
        assert "No rollout is with the words “nothing”." in page
        assert "Show all rollouts" in page

    def test_a_part_of_the_address_that_is_not_known_is_said(self, client, world):
        page = said(seen_as(client, None, f"{world.at('table')}?status=blue&council=paris"))
        assert "council “paris”, status “blue”" in page

    @pytest.mark.parametrize("query", ["page=999", "page=x", "saved=1-99999999999999999999",
                                       "saved=x-y", "q=%27%22%3C", "period=9999-00"])  # fmt: skip
    def test_no_address_ends_in_an_error(self, client, world, query):
        assert seen_as(client, None, f"{world.at('table')}?{query}").status_code == 200


class TestWhoMayWrite:
    LISTS = ("change", "rollouts", "milestones", "needs", "gates")

    @pytest.mark.parametrize("name", LISTS)
    def test_an_officer_of_a_council_is_told_whose_an_item_is(self, client, world, name):
        answer = seen_as(client, world.officer, world.of(name))
        assert answer.status_code == 403
        assert "partnership officers of" in said(answer)

    def test_the_item_says_so_before_anybody_presses(self, client, world):
        assert "partnership officers of" in said(seen_as(client, world.officer, world.of("item")))

    def test_only_partnership_officers_add_items_and_themes(self, client, world):
        for name in ("new", "themes"):
            assert seen_as(client, world.officer, world.at(name)).status_code == 403
            assert seen_as(client, world.shared, world.at(name)).status_code == 200


ITEM = {
    "title": "Network", "horizon": "now", "priority": "high", "pattern": "together",
    "is_published": "no",
}  # fmt: skip


class TestWritingAnItem:
    def test_a_new_item_is_a_draft_at_an_address_of_its_own(self, client, world):
        for _ in range(2):
            answer = posted(client, world, world.at("new"), ITEM | {"title": "New"})
            assert answer.status_code == 302, said(answer)
        slugs = Item.objects.filter(title="New").values_list("slug", "is_published")
        assert sorted(slugs) == [("new-2", False), ("new-3", False)]

    def test_one_council_first_needs_its_reason(self, client, world):
        answer = posted(client, world, world.at("new"), ITEM | {"pattern": "need_first"})
        assert answer.status_code == 422
        assert "Say why one council goes before the others." in said(answer)

    def test_all_cannot_go_together_while_one_has_a_turn(self, client, world):
        item = an_item(world.partnership, pattern="need_first", pattern_reason="Old")
        a_rollout(item, world.boston, turn=1)
        data = ITEM | {"seen": revision_of(item), "title": "Typed"}
        answer = posted(client, world, world.of("change", item=item), data)
        assert answer.status_code == 422
        assert "pattern" in answer.context["form"].errors
        assert "Boston has turn 1" in said(answer)
        assert 'value="Typed"' in answer.content.decode()
        item.refresh_from_db()
        assert item.pattern == "need_first"

    def test_two_who_change_the_same_are_shown_both(self, client, world):
        item = an_item(world.partnership, title="Once")
        first = revision_of(item)
        data = ITEM | {"seen": first, "title": "Mine", "is_published": "yes"}
        posted(client, world, world.of("change", item=item), data | {"title": "Theirs"})
        answer = posted(client, world, world.of("change", item=item), data)
        assert answer.status_code == 409
        assert "Theirs" in said(answer)
        assert 'value="Mine"' in answer.content.decode()


class TestParts:
    def test_a_council_has_one_rollout_in_a_phase(self, client, world):
        data = {"do": "add", "council": world.boston.pk, "phase": "1"}
        answer = posted(client, world, world.of("rollouts"), data)
        assert answer.status_code == 422
        assert "Boston has a rollout in phase 1 of this item already" in said(answer)

    def test_a_turn_is_for_items_that_begin_with_one_council(self, client, world):
        data = {"do": "add", "council": world.lindsey.pk, "phase": "1", "turn": "1"}
        answer = posted(client, world, world.of("rollouts"), data)
        assert "All councils of this item go together" in said(answer)
        first = an_item(world.partnership, pattern="need_first", pattern_reason="It is oldest.")
        assert posted(client, world, world.of("rollouts", item=first), data).status_code == 302
        assert Rollout.objects.get(item=first).turn == 1

    def test_the_plan_of_a_rollout_is_changed(self, client, world):
        row = a_rollout(an_item(world.partnership), world.boston)
        data = {"seen": revision_of(row), "phase": "2"} | day("planned_end", "1 3 2025")
        data |= day("planned_start", "1 2 2025")
        posted(client, world, world.of("rollout", row.pk, item=row.item), data)
        now = Rollout.objects.get(pk=row.pk)
        assert (now.phase, now.planned_end) == (2, date(2025, 3, 1))

    def test_a_rollout_that_has_started_is_not_removed(self, client, world):
        address = world.of("rollouts")
        posted(client, world, address, {"do": f"remove:{world.row.pk}"})
        assert Rollout.objects.filter(pk=world.row.pk).exists()

    def test_a_started_rollout_is_not_moved_behind_a_gate(self, client, world):
        row = a_rollout(an_item(world.partnership), world.boston, status="green")
        a_gate(row.item, world.cabinet)
        data = {"seen": revision_of(row), "phase": "2"}
        answer = posted(client, world, world.of("rollout", row.pk, item=row.item), data)
        assert answer.status_code == 422
        assert "The Cabinet of Boston must decide by" in said(answer)

    def test_a_milestone_is_of_the_item_or_of_its_own_rollouts(self, client, world):
        other = a_rollout(an_item(world.partnership), world.boston)
        data = {"do": "add", "title": "Numbers moved", "rollout": other.pk}
        data |= day("planned_on", "1 3 2025")
        assert posted(client, world, world.of("milestones"), data).status_code == 422
        data["rollout"] = world.row.pk
        assert posted(client, world, world.of("milestones"), data).status_code == 302
        assert Milestone.objects.get(title="Numbers moved").rollout == world.row

    def test_a_milestone_is_not_met_tomorrow(self, client, world):
        data = {"do": "add", "title": "M"} | day("planned_on", "1 3 2025")
        answer = posted(client, world, world.of("milestones"), data | day("met_on", "1 3 2999"))
        assert "is still to come" in said(answer)

    def test_a_circle_is_refused_and_told_by_name(self, client, world):
        one, other = (an_item(world.partnership, title=name) for name in ("One", "Other"))
        a_dependency(one, other)
        data = {"do": "add", "needs": one.pk}
        answer = posted(client, world, world.of("needs", item=other), data)
        assert answer.status_code == 422
        assert "round in a circle: Other needs One needs Other." in said(answer)
        assert Dependency.objects.filter(item=other).count() == 0

    def test_a_decided_gate_has_a_day_and_one_that_waits_has_none(self, client, world):
        data = {
            "do": "add", "phase": "2", "body": world.cabinet.pk, "question": "Still needed?",
            "outcome": "passed",
        } | day("due_on", "1 3 2025")  # fmt: skip
        item = an_item(world.partnership)
        address = world.of("gates", item=item)
        assert "Enter the day on which it was decided." in said(
            posted(client, world, address, data)
        )
        waiting = data | {"outcome": "waiting"} | day("decided_on", "1 2 2025")
        assert "choose what came of it" in said(posted(client, world, address, waiting))
        posted(client, world, address, data | day("decided_on", "1 2 2025"))
        assert PhaseGate.objects.get(item=item).outcome == "passed"

    def test_a_gate_is_not_put_back_before_a_phase_that_has_started(self, client, world):
        item = an_item(world.partnership)
        address, gate = world.of("gates", item=item), a_gate(item, world.cabinet)
        removed = taken_out(client, world, address, gate)
        a_rollout(item, world.boston, phase=2, status="green")
        assert "Phase 2 has started already" in put_back(client, world, address, removed)
        assert not PhaseGate.objects.filter(item=item).exists()

    def test_a_dependency_is_not_put_back_where_it_would_close_a_circle(self, client, world):
        one, other = (an_item(world.partnership, title=name) for name in ("One", "Other"))
        address = world.of("needs", item=one)
        removed = taken_out(client, world, address, a_dependency(one, other))
        a_dependency(other, one)
        assert "round in a circle" in put_back(client, world, address, removed)
        assert not Dependency.objects.filter(item=one).exists()

    def test_a_turn_is_not_put_back_where_all_go_together_by_now(self, client, world):
        item = an_item(world.partnership, pattern="need_first", pattern_reason="Old")
        address = world.of("rollouts", item=item)
        row = a_rollout(item, world.boston, turn=1)
        removed = taken_out(client, world, address, row)
        data = ITEM | {"seen": revision_of(item)}
        assert posted(client, world, world.of("change", item=item), data).status_code == 302
        assert "All councils of this item go together" in put_back(client, world, address, removed)
        assert not Rollout.objects.filter(item=item).exists()

    def test_a_milestone_is_not_put_back_without_its_rollout(self, client, world):
        row = a_rollout(an_item(world.partnership), world.boston)
        address = world.of("milestones", item=row.item)
        removed = taken_out(client, world, address, a_milestone(row.item, rollout=row))
        taken_out(client, world, world.of("rollouts", item=row.item), row)
        assert "Its rollout has been removed" in put_back(client, world, address, removed)

    def test_a_theme_that_is_used_is_kept_and_names_are_not_given_twice(self, client, world):
        theme = a_theme(world.partnership, name="Staff")
        an_item(world.partnership, theme=theme)
        address = world.at("themes")
        posted(client, world, address, {"do": f"remove:{theme.pk}"})
        assert Theme.objects.filter(pk=theme.pk).exists()
        answer = posted(client, world, address, {"do": "add", "name": "Staff"})
        assert "There is a theme “Staff” already." in said(answer)


class TestTheItemPage:
    def test_a_phase_that_waits_says_for_whom(self, client, world):
        item = an_item(world.partnership)
        a_rollout(item, world.boston, phase=2)
        a_gate(item, world.cabinet, due_on=date(2024, 3, 28))
        assert "The Cabinet of Boston must decide by Thursday 28 March 2024" in said(
            seen_as(client, None, world.of("item", item=item))
        )

    def test_an_item_may_say_otherwise_than_its_rollouts_and_both_are_told(self, client, world):
        item = an_item(world.partnership, status="amber", sentence="Money is short.")
        a_rollout(item, world.boston, status="green")
        page = said(seen_as(client, None, world.of("item", item=item)))
        assert "At risk" in page
        assert "Money is short." in page
        assert "Its rollouts would make it on track." in page

    def test_a_milestone_that_was_missed_says_so(self, client, world):
        item = an_item(world.partnership)
        a_milestone(item, planned_on=date(2024, 3, 28))
        assert "Not met by Thu 28 Mar 2024" in said(
            seen_as(client, None, world.of("item", item=item))
        )

    def test_the_money_that_names_it_is_linked_as_far_as_it_is_published(self, client, world):
        item, whole = an_item(world.partnership), world.partnership
        for name, shown in (("Told", True), ("Kept back", False)):
            case = a_case(whole, title=f"{name} case", is_published=shown)
            made(CaseItem(business_case=case, item=item))
            a_cost(
                whole,
                pounds=1_250,
                council=world.boston,
                title=f"{name} cost",
                item=item,
                is_published=shown,
            )
            a_benefit(whole, title=f"{name} benefit", item=item, is_published=shown)
        answer = seen_as(client, None, world.of("item", item=item))
        page = said(answer)
        for one in ("Told case", "Told cost", "£1,250", "Told benefit"):
            assert one in page
        assert "Kept back" not in page
        assert reverse("business_cases:detail", args=[whole.slug, case.pk - 1]) in answer.text
        assert "Kept back cost" in said(seen_as(client, world.shared, world.of("item", item=item)))

    def test_an_item_without_anything_says_what_would_fill_it(self, client, world):
        page = said(seen_as(client, None, world.of("item", item=an_item(world.partnership))))
        for sentence in ("It goes to no council yet", "No milestone is set", "No phase waits",
                         "It needs no other item first", "No other item waits for it",
                         "No business case, cost or benefit names it"):  # fmt: skip
            assert sentence in page
