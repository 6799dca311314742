"""What the history of money and of business cases shows."""

from typing import Any

from django.urls import reverse

from governance.history.registry import Kind, Part, register
from roadmap.business_cases.models import BusinessCase, CaseItem, Option
from roadmap.funding.models import Benefit, BenefitFigure, Cost, CostSplit, FundingSource, Share


def register_all() -> None:
    """Register the kinds of record of both features."""
    shares = Part(Share, "split", lambda row: f"Share of {row.council}", ("council",))
    figures = Part(BenefitFigure, "benefit", lambda row: f"Figure of {row.council}", ("council",))
    options = Part(Option, "business_case", lambda row: f"Option “{row.name}”")
    items = Part(CaseItem, "business_case", lambda row: f"Link to “{row.item}”", ("item",))
    _register("cost-split", CostSplit, "funding:split", [shares])
    _register("funding-source", FundingSource, "funding:source", [])
    _register("cost", Cost, "funding:cost", [])
    _register("benefit", Benefit, "funding:benefit", [figures])
    _register("business-case", BusinessCase, "business_cases:detail", [options, items])


def _register(word: str, model: Any, name: str, parts: list[Part]) -> None:
    register(
        word,
        Kind(
            model,
            lambda user: model.objects.visible_to(user).select_related("partnership"),
            lambda thing: reverse(name, args=[thing.partnership.slug, thing.pk]),
            lambda thing: (
                set(thing.partnership.constituents.values_list("council", flat=True)),
                thing.partnership_id,
            ),
            parts,
        ),
    )
