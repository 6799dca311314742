"""Strategies of a partnership, with versions and everything a version says."""

from datetime import datetime
from itertools import count

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
from tests.factories.councils import a_partnership
from tests.factories.people import made

_numbers = count(1)
PUBLISHED_AT = datetime(2023, 4, 14, 9, tzinfo=LONDON)


def a_strategy(partnership=None, **fields):
    number = next(_numbers)
    usual = {"title": f"Strategy {number}", "slug": f"strategy-{number}"}
    return made(Strategy(partnership=partnership or a_partnership(), **usual | fields))


def a_version(strategy=None, **fields):
    """Return a draft version without any part."""
    strategy = strategy or a_strategy()
    number = strategy.versions.count() + 1
    return made(
        StrategyVersion(
            strategy=strategy, **{"number": number, "label": f"Draft {number}"} | fields
        )
    )


def a_full_version(strategy=None, **fields):
    """Return a draft version with one of every part, ready to be published."""
    version = a_version(strategy, **fields)
    made(Section(version=version, position=1, heading="Vision", body="Use the cloud first."))
    made(Principle(version=version, position=1, title="Adopt, not adapt", text="As it comes."))
    made(Priority(version=version, position=1, title="One e-mail system"))
    a_list(version, "residents", "staff")
    made(GlossaryTerm(version=version, position=1, term="Cloud", explanation="Rented computers."))
    return version


def a_list(version, *entries):
    ordered = made(OrderedList(version=version, position=1, name="Who it is for"))
    for place, text in enumerate(entries, start=1):
        made(ListEntry(ordered_list=ordered, position=place, text=text))
    return ordered


def published(version, at=PUBLISHED_AT):
    """Publish a version past the checks of the action."""
    version.state, version.published_at = "published", at
    return made(version)


def a_file_of(version):
    row = StrategyFile(
        version=version, content=b"%PDF-", size=5, sha256="0" * 64, facts_sha256="1" * 64,
        made_at=PUBLISHED_AT,
    )  # fmt: skip
    row.save()
    return row


def an_adoption(version, council, **fields):
    usual = {} if "decision" in fields else {"on": PUBLISHED_AT.date()}
    return made(Adoption(version=version, council=council, **usual | fields))


def one_of_each(partnership, council):
    """Make a row of every model of the feature; the parts belong to a draft."""
    version = a_full_version(a_strategy(partnership))
    adoption = an_adoption(version, council)
    made(EarlierStrategy(adoption=adoption, name="Digital strategy 2019"))
    a_file_of(version)
