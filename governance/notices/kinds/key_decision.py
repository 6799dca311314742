"""The notice of a key decision to come: an entry of the forward plan.

Source: SI 2012/2089, regulation 9.
"""

from datetime import datetime

from governance.calendar.local_time import local_day
from governance.forward_plan.rules import checklist
from governance.notices.kinds import entry
from governance.notices.kinds.clocks import OF_28_DAYS
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication

INSTEAD = "move the date, or use the general exception."


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return the particulars, and the first day 28 clear days after this notice."""
    found = entry.earliest(Notice.Kind.KEY_DECISION, publication.counts_from)
    dates = entry.dated(found, publication.counts_from) if found else None
    return entry.facts_of_entry(notice, publication) | {"dates": dates}


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of regulation 9(1)."""
    record = entry.entry_of(notice)
    checks = checklist(record, entry.members_on(record, local_day(at)))
    return entry.lines(notice, checks, at, page="forward_plan:edit", other=set(), instead=INSTEAD)


KEY_DECISION = Kind(
    code=Notice.Kind.KEY_DECISION,
    sources=(entry.source(entry.SHARED, f"{entry.EXCEPTION} {entry.URGENCY}"), *entry.SOURCES),
    facts=facts,
    checklist=lines,
    words=entry.in_words,
    heading=entry.heading,
    page="governance/notices/kinds/entry.html",
    printed="governance/notices/kinds/entry_printed.html",
    standing=entry.standing,
    published=entry.first_published,
    clocks=OF_28_DAYS,
    period="the 28 clear days",
    related=("entry__body__appointments__person",),
)
