"""Writing money: what is refused without a reason, and what the database itself keeps."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from governance.errors import Refused
from governance.history.actions import remove, revision_of
from roadmap.funding import actions
from roadmap.models import Cost, CostSplit, FundingSource, Purpose
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import made, the_clerk
from tests.factories.roadmap_money import (
    a_benefit,
    a_cost,
    a_figure,
    a_purpose,
    a_source,
    a_split,
)
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db


@pytest.fixture
def councils():
    return [a_council("Boston"), a_council("East Lindsey")]


@pytest.fixture
def partnership(councils):
    return a_partnership(*councils)


def check_constraints():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refuses_at_commit():
    """See that the database refuses, and leave no trace of the attempt."""
    with pytest.raises(IntegrityError, match="do not sum"), transaction.atomic():
        check_constraints()
    transaction.set_rollback(True)


def cost_of(partnership, **changes):
    source = changes.pop("source", None) or a_source(partnership, pounds=100)
    said = {
        "title": "Firewall", "amount_pence": 50_00, "on": date(2023, 5, 1), "purpose": "Cyber",
        "source": source, "split": None, "council": partnership.constituents.first().council,
        "reason": "", "is_published": True,
    }  # fmt: skip
    return said | changes


def add(partnership, **changes):
    return actions.add_cost(partnership, cost_of(partnership, **changes), by=the_clerk())


@pytest.mark.parametrize("shares", [(5000, 4999), (10_000, 1), (None, None, 10_000), (None, 5000)])
def test_the_database_refuses_shares_that_are_not_the_whole(partnership, shares):
    councils = [a_council() for _ in shares]
    a_split(partnership, dict(zip(councils, shares, strict=True)))
    with pytest.raises(IntegrityError, match="do not sum to the whole"):
        check_constraints()


@pytest.mark.parametrize("shares", [(5000, 5000), (None, None, 2300), (10_000,), (0, 10_000)])
def test_the_database_takes_shares_that_are_the_whole_or_not_all_known(partnership, shares):
    councils = [a_council() for _ in shares]
    a_split(partnership, dict(zip(councils, shares, strict=True)))
    check_constraints()


def test_the_database_refuses_a_split_without_shares_and_one_that_loses_some(partnership, councils):
    with transaction.atomic():
        made(CostSplit(partnership=partnership, name="Empty"))
        refuses_at_commit()
    split = a_split(partnership, dict(zip(councils, (4000, 6000), strict=True)))
    check_constraints()
    with transaction.atomic():
        remove(split.shares.first(), by=the_clerk(), because="To see")
        refuses_at_commit()


def test_a_split_that_does_not_sum_is_refused_in_a_sentence(partnership, councils):
    shares = dict(zip(councils, (4000, 5000), strict=True))
    with nothing_written(), pytest.raises(Refused, match="sum to 90 %, 10 % less than 100 %"):
        actions.add_split(partnership, {"name": "MOA"}, shares, by=the_clerk())


def test_two_splits_of_one_name_are_not_in_force_on_one_day(partnership, councils):
    shares = dict(zip(councils, (4000, 6000), strict=True))

    def begin(first, last):
        said = {"name": "MOA", "from_on": first, "to_on": last}
        return actions.add_split(partnership, said, shares, by=the_clerk())

    begin(date(2022, 4, 1), date(2023, 3, 31))
    begin(date(2023, 4, 1), None)
    with nothing_written(), pytest.raises(Refused, match="in force on some of these days"):
        begin(None, date(2022, 4, 1))


def test_shares_that_a_cost_uses_are_fixed(partnership, councils):
    split = a_split(partnership, dict(zip(councils, (4000, 6000), strict=True)))
    other = dict(zip(councils, (5000, 5000), strict=True))

    def change(shares, *, is_published=True):
        said, seen = {"name": "MOA", "is_published": is_published}, revision_of(split)
        stored = dict(split.shares.values_list("council", "hundredths"))
        return actions.change_split(split, said, (shares, stored), seen=seen, by=the_clerk())

    change(other)
    check_constraints()
    assert set(split.shares.values_list("hundredths", flat=True)) == {5000}
    a_cost(partnership, split=split)
    with nothing_written(), pytest.raises(Refused, match="Add a new split"):
        change(dict(zip(councils, (4000, 6000), strict=True)))
    with nothing_written(), pytest.raises(Refused, match="stays published"):
        change(other, is_published=False)


def test_shares_that_two_people_changed_are_summed_together(partnership, councils):
    councils = [*councils, a_council("South Holland")]
    split = a_split(partnership, dict(zip(councils, (5000, 3000, 2000), strict=True)))
    seen, shown = revision_of(split), dict(split.shares.values_list("council", "hundredths"))

    def change(*shares):
        wanted = dict(zip(councils, shares, strict=True))
        return actions.change_split(split, {}, (wanted, shown), seen=seen, by=the_clerk())

    change(6000, 2000, 2000)
    with nothing_written(), pytest.raises(Refused, match=r"changed other shares.*sum to 110 %"):
        change(5000, 2000, 3000)


def test_a_cost_that_overspends_its_source_is_refused_without_a_reason(partnership):
    source = a_source(partnership, pounds=100)
    add(partnership, source=source, amount_pence=80_00)
    with nothing_written(), pytest.raises(Refused, match="£30 too much"):
        add(partnership, source=source, amount_pence=50_00, title="More")
    kept = add(partnership, source=source, amount_pence=50_00, title="More", reason="Agreed.")
    assert kept.reason == "Agreed."


def test_a_restricted_source_is_not_spent_on_something_else_without_a_reason(partnership):
    source = a_source(partnership, restricted_to=a_purpose(partnership, "Cyber"))
    with pytest.raises(Refused, match="restricted to “Cyber”, and this is for “Paint”"):
        add(partnership, source=source, purpose="Paint")
    assert add(partnership, source=source, purpose="cyber").purpose.name == "Cyber"
    assert add(partnership, source=source, purpose="Paint", reason="Lent.").pk


def test_a_change_that_overspends_is_refused_as_well(partnership):
    source = a_source(partnership, pounds=100)
    cost = add(partnership, source=source)
    said = cost_of(partnership, source=source, amount_pence=100_01)
    with nothing_written(), pytest.raises(Refused, match=r"£0\.01 too much"):
        actions.change_cost(cost, said, seen=revision_of(cost), by=the_clerk())
    said["amount_pence"] = 100_00
    assert actions.change_cost(cost, said, seen=revision_of(cost), by=the_clerk()).pk


def test_what_is_stored_is_checked_and_not_only_what_a_stale_form_posts(partnership, councils):
    cost = add(partnership, source=a_source(partnership, pounds=1_000_000))
    said, seen = cost_of(partnership, source=cost.source), revision_of(cost)
    theirs = said | {"amount_pence": 90_000_00}
    cost = actions.change_cost(cost, theirs, seen=seen, by=the_clerk())
    small = a_source(partnership, pounds=1_000)
    with nothing_written(), pytest.raises(Refused, match="£89,000 too much"):
        actions.change_cost(cost, said | {"source": small}, seen=seen, by=the_clerk())
    split = a_split(partnership, {councils[0]: 10_000}, from_on=date(2023, 4, 1))
    shared = theirs | {"split": split, "council": None}
    seen = revision_of(cost)
    actions.change_cost(cost, theirs | {"on": date(2022, 5, 1)}, seen=seen, by=the_clerk())
    with nothing_written(), pytest.raises(Refused, match="was not in force on Sunday 1 May 2022"):
        actions.change_cost(cost, shared, seen=seen, by=the_clerk())


def test_a_published_cost_tells_of_no_draft(partnership, councils):
    draft = a_source(partnership, is_published=False)
    with pytest.raises(Refused, match="Publish the source"):
        add(partnership, source=draft)
    split = a_split(partnership, {councils[0]: 10_000}, is_published=False)
    with pytest.raises(Refused, match="Publish the split"):
        add(partnership, split=split, council=None)
    assert add(partnership, source=draft, is_published=False).pk


def test_a_source_of_published_costs_stays_published_and_keeps_its_name_to_itself(partnership):
    source = add(partnership).source
    said = {"name": source.name, "restricted_to": "", "is_published": False}
    with nothing_written(), pytest.raises(Refused, match="stays published"):
        actions.change_source(source, said, seen=revision_of(source), by=the_clerk())
    again = {"name": source.name.upper(), "kind": "grant", "restricted_to": ""}
    with nothing_written(), pytest.raises(Refused, match="a name of its own"):
        actions.add_source(partnership, again, by=the_clerk())


def test_a_split_counts_for_the_days_it_is_in_force(partnership, councils):
    split = a_split(partnership, {councils[0]: 10_000}, from_on=date(2024, 4, 1))
    with pytest.raises(Refused, match="was not in force on Monday 1 May 2023"):
        add(partnership, split=split, council=None)


def test_a_purpose_is_one_however_it_is_written(partnership):
    for words in ("Cyber", " cyber "):
        add(partnership, purpose=words)
    assert Purpose.objects.filter(partnership=partnership, name__iexact="cyber").count() == 1
    assert Cost.objects.count() == 2
    assert FundingSource.objects.count() == 2


def test_a_council_and_year_has_one_figure(partnership, councils):
    benefit = a_benefit(partnership)
    figure = a_figure(benefit, councils[0])
    said = {"council": councils[0], "year": figure.year, "forecast_pence": 5}
    with nothing_written(), pytest.raises(Refused, match="in 2024/25 already"):
        actions.add_figure(benefit, said, by=the_clerk())
    assert actions.add_figure(benefit, said | {"year": 2025}, by=the_clerk()).pk
