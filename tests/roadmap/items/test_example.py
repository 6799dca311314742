"""The example roadmaps: what a reader finds in them."""

import pytest

from roadmap.models import Dependency, Item, PhaseGate, Rollout

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]


def test_every_council_of_the_partnership_has_its_rollouts():
    of = Rollout.objects.filter(item__partnership__slug="south-east-lincolnshire")
    councils = set(of.values_list("council__short_name", flat=True))
    assert councils == {None, "Boston", "East Lindsey", "South Holland"}


def test_whatever_the_sources_do_not_say_is_marked_illustrative():
    assert not Rollout.objects.filter(is_illustrative=False).exists()


def test_every_item_says_where_its_facts_come_from():
    assert not Item.objects.filter(source="").exists()


def test_a_committee_has_yet_to_let_the_third_phase_of_the_enhanced_service_start():
    gate = PhaseGate.objects.get(item__slug="enhanced-service", phase=3)
    assert (gate.body.slug, gate.outcome) == ("joint-ict-committee", "waiting")


def test_dependencies_and_a_draft_are_there_to_be_looked_at():
    assert Dependency.objects.count() >= 5
    assert Item.objects.filter(is_published=False).count() == 1
