"""Strategies and money with a sentence of its own in each text, for the test of what is kept."""

from datetime import date

from roadmap.models import (
    CaseItem,
    EarlierStrategy,
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
)
from roadmap.strategies.tasks import render_strategy_pdf
from tests.factories import roadmap_items
from tests.factories.people import made
from tests.factories.roadmap_items import an_item
from tests.factories.roadmap_money import (
    a_benefit,
    a_case,
    a_cost,
    a_figure,
    a_purpose,
    a_source,
    a_split,
    an_option,
)
from tests.factories.roadmap_strategies import (
    a_full_version,
    a_strategy,
    a_version,
    an_adoption,
    published,
)


def strategies(partnership, council, issue, restricted, mark):
    """Plant a draft strategy, and a published one adopted by a restricted decision."""

    def said(*names):
        return {name: mark("draft", "strategy", *name.split("_")) for name in names}

    draft = a_strategy(partnership, title=mark("draft", "strategy"), issue=issue)
    version = a_version(draft, **said("label", "note"))

    def part(kind, of, *names, **more):
        marks = {name: mark("draft", "strategy", kind, name) for name in names}
        return made(of(**{"position": 1} | marks | more))

    part("section", Section, "heading", "body", "note", version=version)
    part("principle", Principle, "title", "text", version=version)
    part("priority", Priority, "title", "text", version=version)
    ordered = part("list", OrderedList, "name", "text", version=version)
    part("entry", ListEntry, "text", ordered_list=ordered)
    part("glossary", GlossaryTerm, "term", "explanation", version=version)
    adoption = an_adoption(
        version, council, on=date(2023, 1, 9), note=mark("draft", "strategy", "adoption")
    )
    made(EarlierStrategy(adoption=adoption, name=mark("draft", "strategy", "earlier")))
    told = published(a_full_version(a_strategy(partnership, issue=issue)))
    an_adoption(told, council, decision=restricted)
    render_strategy_pdf(version_id=told.pk)
    return [version, told]


def items(partnership, council, body, mark):
    """Plant a draft item with all that hangs on it, and a published one beside it."""

    def said(kind, *names):
        return {name: mark("draft", kind, *name.split("_")) for name in names}

    public = roadmap_items.an_item(partnership, theme=roadmap_items.a_theme(partnership))
    draft = roadmap_items.an_item(
        partnership, is_published=False, pattern="need_first",
        **said("item", "title", "description", "owner", "principle", "serves", "pattern_reason",
               "sentence", "source"), status="amber",
    )  # fmt: skip
    row = said("rollout", "sentence", "owner", "turn_reason")
    roadmap_items.a_rollout(draft, council, turn=1, **row)
    roadmap_items.a_milestone(draft, **said("milestone", "title"))
    roadmap_items.a_dependency(draft, public, **said("dependency", "reason"))
    roadmap_items.a_gate(
        draft, body, phase=3, outcome="passed", decided_on=date(2023, 1, 9),
        **said("gate", "question", "sentence"),
    )  # fmt: skip
    roadmap_items.a_rollout(public, council)
    return [draft, public]


def told_of_items(found):
    """Return the arguments of every address of the roadmap that tells of these items."""
    slug = found[0].partnership.slug
    own = [[slug, item.slug] for item in found]
    rows = [[slug, row.pk] for item in found for row in item.rollouts.all()]

    def parts(name):
        return [[slug, item.slug, p.pk] for item in found for p in getattr(item, name).all()]

    lists = ("item", "change", "rollouts", "milestones", "needs", "gates")
    of_rows = ("row", "undo", "draft", "presence", "history")
    return {
        **{f"items:{name}": [[slug]] for name in ("table", "themes", "new")},
        **{f"items:{name}": own for name in lists},
        **{f"items:{name}": rows for name in of_rows},
        "items:rollout": parts("rollouts"),
        "items:milestone": parts("milestones"),
        "items:need": parts("dependencies"),
        "items:gate": parts("gates"),
        "items:theme": [[slug, theme.pk] for theme in found[0].partnership.roadmap_themes.all()],
    }


def told_of_views(slug):
    """Return the arguments of every other address that tells of a roadmap."""
    alone = (
        *("timelines:timeline", "timelines:board", "changes:changes", "bulk:several"),
        *("exchange:choose", "exchange:preview", "saved_views:mine"),
    )
    return {
        **{name: [[slug]] for name in alone},
        "exchange:export": [[slug, "csv"], [slug, "xlsx"]],
        **{name: [[slug, 1]] for name in ("bulk:done", "bulk:undo", "saved_views:let_go")},
    }


def told_of_strategies(versions):
    """Return the arguments of every address of strategies that tells of these versions."""
    own = [[v.strategy.partnership.slug, v.strategy.slug, v.number] for v in versions]
    ones, alls = [one[:2] for one in own], [one[:1] for one in own]
    kinds = ("sections", "principles", "priorities", "lists", "terms")
    parts = [(v, where, kind) for v, where in zip(versions, own, strict=True) for kind in kinds]
    lists = [(where, v.lists.get()) for v, where in zip(versions, own, strict=True)]
    adoptions = [
        [*where, adopted.pk]
        for v, where in zip(versions, own, strict=True)
        for adopted in v.adoptions.all()
    ]
    of_a_version = ("version", "glossary", "changed", "pdf", "pdf_link")
    desk = ("describe", "publish", "adopt")
    return {
        **{f"strategies:{name}": alls for name in ("index", "new")},
        **{f"strategies:{name}": ones for name in ("detail", "edit", "begin_next")},
        **{f"strategies:{name}": own for name in of_a_version + desk},
        **{f"strategies:{name}": adoptions for name in ("adoption", "take_back")},
        "strategies:parts": [[*where, kind] for _, where, kind in parts],
        "strategies:part": [
            [*where, kind, getattr(v, kind).first().pk] for v, where, kind in parts
        ],
        "strategies:entries": [[*where, ordered.pk] for where, ordered in lists],
        "strategies:entry": [
            [*where, ordered.pk, ordered.entries.first().pk] for where, ordered in lists
        ],
    }


def money(partnership, council, issue, restricted, mark):
    """Plant a draft of every record of money, and a published cost and case that lead to drafts."""

    def said(kind, *names):
        marks = {name: mark("draft", kind, *name.split("_")) for name in names}
        return marks | {"is_published": False}

    split = a_split(partnership, {council: 10_000}, **said("split", "name", "source"))
    share = split.shares.get()
    share.note = mark("draft", "share")
    made(share)
    texts = ("name", "given_by", "received_words", "conditions", "source")
    source = a_source(partnership, **said("funding", *texts))
    case = a_case(
        partnership, issue=issue, decision=restricted, do_nothing="rejected",
        **said("case", "title", "summary", "decided_by", "do_nothing_reason", "proviso",
               "recorded_in"),
    )  # fmt: skip
    option = an_option(
        case, **{n: mark("draft", "option", n) for n in ("name", "summary", "capacity")}
    )
    item = an_item(partnership)
    made(CaseItem(business_case=case, item=item))
    cost = a_cost(
        partnership, source=source, split=split, purpose=a_purpose(partnership),
        business_case=case, **said("cost", "title", "reason", "recorded_in"),
    )  # fmt: skip
    benefit = a_benefit(
        partnership, business_case=case, **said("benefit", "title", "measure", "condition",
                                                "owner", "recorded_in"),
    )  # fmt: skip
    figure = a_figure(benefit, council)
    told = a_case(partnership, issue=issue, decision=restricted)
    a_cost(partnership, council=council, business_case=case)
    return [partnership, split, source, cost, benefit, figure, case, option, told]


def told_of_money(planted):
    """Return the arguments of every address of money that tells of what `money` planted."""
    partnership, split, source, cost, benefit, figure, case, option, told = planted
    slug = partnership.slug
    of_all = ("index", "costs", "benefits", "new_cost", "new_source", "new_split", "new_benefit")
    of_one = {"cost": cost, "source": source, "split": split, "benefit": benefit}
    costs = [[slug, one.pk] for one in partnership.costs.all()]
    return {
        **{f"funding:{name}": [[slug]] for name in of_all},
        **{
            f"funding:{edit}{name}": [[slug, one.pk]]
            for name, one in of_one.items()
            for edit in ("", "edit_")
        },
        "funding:cost": costs,
        "funding:figures": [[slug, benefit.pk]],
        "funding:figure": [[slug, benefit.pk, figure.pk]],
        **{f"business_cases:{name}": [[slug]] for name in ("index", "new")},
        **{
            f"business_cases:{name}": [[slug, one.pk] for one in (case, told)]
            for name in ("detail", "edit", "stage", "options")
        },
        "business_cases:option": [[slug, case.pk, option.pk]],
    }


def histories(versions, planted):
    """Return (word, id) of every history page of what was planted."""
    _, split, source, cost, benefit, _, case, _, told = planted
    money_of = {"cost-split": split, "funding-source": source, "cost": cost, "benefit": benefit}
    return [
        *(["strategy-version", version.pk] for version in versions),
        *([word, one.pk] for word, one in money_of.items()),
        *(["business-case", one.pk] for one in (case, told)),
    ]
