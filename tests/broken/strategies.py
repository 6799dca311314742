"""What the database refuses of strategies."""

from datetime import date, datetime
from uuid import uuid4

from governance.calendar.local_time import LONDON
from roadmap.models import (
    Adoption,
    EarlierStrategy,
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
    Strategy,
    StrategyFile,
    StrategyVersion,
)
from tests.factories.roadmap_strategies import a_strategy, a_version, published

NOON = datetime(2023, 4, 14, 12, tzinfo=LONDON)
PARTS = {
    "section": Section, "principle": Principle, "priority": Priority, "list": OrderedList,
    "entry": ListEntry, "term": GlossaryTerm,
}  # fmt: skip


def in_its_place(noun):
    word = {"term": "Another word"} if noun == "term" else {}
    return {
        f"one_{noun}_a_place": (PARTS[noun], [{"key": uuid4()} | word]),
        f"{noun}_is_in_a_version_once": (PARTS[noun], [{"position": 77} | word]),
    }


CHANGED = {
    "strategy_has_a_title": (Strategy, [{"title": ""}]),
    "version_state_is_known": (StrategyVersion, [{"state": "dreamt", "published_at": NOON}]),
    "version_has_a_moment_once_published": (
        StrategyVersion, [{"published_at": NOON}, {"state": "published"}],
    ),
    "term_is_explained": (GlossaryTerm, [{"explanation": ""}]),
    "adoption_names_its_decision_or_its_day": (Adoption, [{"on": None}]),
    "earlier_strategy_has_a_name": (EarlierStrategy, [{"name": ""}]),
}  # fmt: skip


def the_one_that_counts(rows):
    strategy = a_strategy(rows[Strategy].partnership)
    published(a_version(strategy))
    return {"strategy": strategy, "number": 9, "state": "published", "published_at": NOON}


COPIED = {
    **{name: case for noun in PARTS for name, case in in_its_place(noun).items()},
    "one_strategy_a_partnership_and_address": (Strategy, [{}]),
    "one_version_a_strategy_and_number": (
        StrategyVersion, [{"state": "superseded", "published_at": NOON}],
    ),
    "one_draft_a_strategy": (StrategyVersion, [{"number": 9}]),
    "one_version_counts": (StrategyVersion, [the_one_that_counts]),
    "one_meaning": (GlossaryTerm, [{"key": uuid4(), "position": 9, "term": "cLOUD"}]),
    "one_adoption_a_version_and_council": (Adoption, [{"on": date(2023, 5, 1)}]),
    "one_earlier_strategy_a_name": (EarlierStrategy, [{}]),
    "strategy_file_hashes_are_sha256": (
        StrategyFile, [{"facts_sha256": "x"}, {"sha256": "x"}],
    ),
}  # fmt: skip
