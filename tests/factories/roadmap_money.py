"""Splits, sources, costs, benefits and business cases of a partnership."""

from datetime import date
from itertools import count

from django.db import transaction

from roadmap.models import (
    Benefit,
    BenefitFigure,
    BusinessCase,
    CaseItem,
    Cost,
    CostSplit,
    FundingSource,
    Option,
    Purpose,
    Share,
)
from tests.factories.people import made
from tests.factories.roadmap_items import an_item

_numbers = count(1)


def a_split(partnership, shares, **fields):
    """Return a published split; `shares` are council -> hundredths of a percent, or None."""
    usual = {"name": f"Split {next(_numbers)}", "is_published": True}
    with transaction.atomic():
        split = made(CostSplit(partnership=partnership, **usual | fields))
        for council, hundredths in shares.items():
            made(Share(split=split, council=council, hundredths=hundredths))
    return split


def a_purpose(partnership, name=""):
    return made(Purpose(partnership=partnership, name=name or f"Purpose {next(_numbers)}"))


def a_source(partnership, pounds=175_000, **fields):
    usual = {"name": f"Source {next(_numbers)}", "kind": "grant", "is_published": True}
    usual["amount_pence"] = None if pounds is None else pounds * 100
    return made(FundingSource(partnership=partnership, **usual | fields))


def a_cost(partnership, pounds=46_000, **fields):
    """Return a published cost, of a source and for a purpose of its own unless they are given."""
    usual = {
        "title": f"Cost {next(_numbers)}", "amount_pence": pounds * 100, "is_published": True,
        "on": date(2023, 1, 9),
    }  # fmt: skip
    if "purpose" not in fields:
        usual["purpose"] = a_purpose(partnership)
    if "source" not in fields:
        usual["source"] = a_source(partnership)
    return made(Cost(partnership=partnership, **usual | fields))


def a_benefit(partnership, **fields):
    usual = {"title": f"Benefit {next(_numbers)}", "is_published": True}
    return made(Benefit(partnership=partnership, **usual | fields))


def a_figure(benefit, council, year=2024, **fields):
    return made(
        BenefitFigure(
            benefit=benefit, council=council, year=year, **{"forecast_pence": 1_000_00} | fields
        )
    )


def a_case(partnership, **fields):
    usual = {"title": f"Business case {next(_numbers)}", "is_published": True}
    return made(BusinessCase(partnership=partnership, **usual | fields))


def an_option(case, **fields):
    usual = {"name": f"Option {next(_numbers)}", "position": case.options.count() + 1}
    return made(Option(business_case=case, **usual | fields))


def one_of_each(partnership, council):
    """Make a row of every model of funding and business cases."""
    split = a_split(partnership, {council: 10_000})
    case = a_case(partnership)
    an_option(case, is_recommended=True, is_do_nothing=True)
    made(CaseItem(business_case=case, item=an_item(partnership)))
    a_cost(partnership, split=split, business_case=case)
    a_figure(a_benefit(partnership, business_case=case), council)
