"""The notice of a key decision for which 28 clear days cannot be given, but five can.

Source: SI 2012/2089, regulation 10.
"""

from datetime import datetime

from governance.calendar.local_time import local_day
from governance.forward_plan.rules import exception_checklist
from governance.notices.kinds import entry
from governance.notices.kinds.clocks import OF_5_DAYS
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication

INSTEAD = "move the date, or ask for agreement that it is urgent."


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return the particulars, who was told, the reasons, and the first day after five clear."""
    record = entry.entry_of(notice)
    found = entry.earliest(Notice.Kind.GENERAL_EXCEPTION, publication.counts_from)
    return entry.facts_of_entry(notice, publication) | {
        "dates": entry.dated(found, publication.counts_from) if found else None,
        "exception": {
            "reason": record.exception_reason,
            "told": record.told,
            "told_on": record.told_on.isoformat() if record.told_on else None,
        },
    }


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of regulation 10."""
    record = entry.entry_of(notice)
    checks = exception_checklist(record, entry.members_on(record, local_day(at)))
    return entry.lines(
        notice, checks, at, page="forward_plan:exception", instead=INSTEAD,
        other=set(entry.EXCEPTION.split()),
    )  # fmt: skip


GENERAL_EXCEPTION = Kind(
    code=Notice.Kind.GENERAL_EXCEPTION,
    sources=(entry.source(f"{entry.SHARED} {entry.EXCEPTION}", entry.URGENCY), *entry.SOURCES),
    facts=facts,
    checklist=lines,
    words=entry.in_words,
    heading=entry.heading,
    page="governance/notices/kinds/entry.html",
    printed="governance/notices/kinds/entry_printed.html",
    standing=entry.standing,
    refuse=entry.refuse_told_later,
    published=entry.first_published,
    clocks=OF_5_DAYS,
    period="the five clear days",
    related=("entry__body__appointments__person",),
)
