"""Loaders of money: splits, sources, costs, benefits and business cases of a partnership."""

from typing import Any

from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.models import Council, Issue
from records.load_people import body_of
from records.loading import Loading, Row, find, known
from roadmap.business_cases.states import State
from roadmap.funding import actions
from roadmap.models import (
    Benefit,
    BenefitFigure,
    BusinessCase,
    CaseItem,
    Cost,
    CostSplit,
    FundingSource,
    Item,
    Option,
)


def cost_split(loading: Loading, row: Row) -> None:
    """A way of sharing costs; `shares` are council -> percent, or nothing where none is known."""
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(CostSplit, partnership=partnership, name=row["name"]):
        return
    said = {
        find(Council, slug=slug): None if percent is None else round(percent * 100)
        for slug, percent in row.pop("shares").items()
    }
    actions.add_split(partnership, row, said, by=loading.by)
    loading.made += 1 + len(said)


def funding_source(loading: Loading, row: Row) -> None:
    """A grant, a reserve or a budget; known by its name. `pounds` is what there was."""
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(FundingSource, partnership=partnership, name=row["name"]):
        return
    said = {"restricted_to": "", "kind": row.pop("funding_kind")} | row
    actions.add_source(partnership, _in_pence(said, "amount_pence"), by=loading.by)
    loading.made += 1


def cost(loading: Loading, row: Row) -> None:
    """What was spent, by its source's and its split's name; known by what it was for."""
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(Cost, partnership=partnership, title=row["title"]):
        return
    row["source"] = find(FundingSource, partnership=partnership, name=row["source"])
    if name := row.get("split"):
        row["split"] = find(CostSplit, partnership=partnership, name=name)
    if slug := row.get("council"):
        row["council"] = find(Council, slug=slug)
    _linked(partnership, row)
    row["on"] = row.pop("date", None)
    actions.add_cost(partnership, _in_pence(row, "amount_pence"), by=loading.by)
    loading.made += 1


def benefit(loading: Loading, row: Row) -> None:
    """What a change brings, with `figures` by council and year; known by its title."""
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(Benefit, partnership=partnership, title=row["title"]):
        return
    figures = row.pop("figures", [])
    _linked(partnership, row)
    made = loading.make(Benefit(partnership=partnership, **_in_pence(row, "baseline_pence")))
    for one in figures:
        council = find(Council, slug=one["council"])
        sums = {f"{n}_pence": _pence(one[n]) for n in ("forecast", "actual") if n in one}
        loading.make(BenefitFigure(benefit=made, council=council, year=one["year"], **sums))


def business_case(loading: Loading, row: Row) -> None:
    """A case with its options, at its stage; known by its title."""
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(BusinessCase, partnership=partnership, title=row["title"]):
        return
    options, items = row.pop("options", []), row.pop("items", [])
    State(row.get("stage", State.ASSESSMENT))
    if slug := row.pop("body", None):
        council, _, name = slug.partition("/")
        row["body"] = body_of(find(Council, slug=council), name)
    if slug := row.pop("issue", None):
        row["issue"] = find(Issue, slug=slug)
    if decided_on := row.pop("decided_on", None):
        row["decision"] = find(Decision, issue=row["issue"], made_on=decided_on)
    made = loading.make(BusinessCase(partnership=partnership, **row))
    for place, one in enumerate(options, start=1):
        sums = {f"{n}_pence": _pence(one.pop(n)) for n in ("once", "yearly") if n in one}
        loading.make(Option(business_case=made, position=place, **sums, **one))
    for slug in items:
        item = find(Item, partnership=partnership, slug=slug)
        loading.make(CaseItem(business_case=made, item=item))


def _linked(partnership: Partnership, row: Row) -> None:
    if slug := row.get("item"):
        row["item"] = find(Item, partnership=partnership, slug=slug)
    if title := row.get("business_case"):
        row["business_case"] = find(BusinessCase, partnership=partnership, title=title)


def _in_pence(row: Row, field: str) -> dict[str, Any]:
    said = dict(row)
    pounds = said.pop("pounds", None)
    return said if pounds is None else said | {field: _pence(pounds)}


def _pence(pounds: float) -> int:
    return round(pounds * 100)
