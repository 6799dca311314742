"""Strategies and money with a sentence of its own in each text, for the test of what is kept."""

from datetime import date

from roadmap.models import (
    EarlierStrategy,
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
)
from roadmap.strategies.tasks import render_strategy_pdf
from tests.factories.people import made
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
