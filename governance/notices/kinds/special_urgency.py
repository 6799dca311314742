"""The notice of a key decision that cannot wait even five clear days.

Source: SI 2012/2089, regulation 11.
"""

from datetime import datetime

from governance.calendar.local_time import local_day
from governance.forward_plan.rules import Office, urgency_checklist
from governance.notices.kinds import entry
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return the particulars, who agreed in which office and when, and the reasons."""
    record = entry.entry_of(notice)
    office = record.agreed_office
    return entry.facts_of_entry(notice, publication) | {
        "urgency": {
            "reason": record.urgency_reason,
            "agreed_by": record.agreed_by,
            "office": Office.words()[Office(office)] if office else "",
            "why_that_office": record.agreed_capacity,
            "agreed_at": record.agreed_at.isoformat() if record.agreed_at else None,
        },
    }


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of regulation 11."""
    record = entry.entry_of(notice)
    checks = urgency_checklist(record, entry.members_on(record, local_day(at)))
    return entry.lines(
        notice, checks, at, page="forward_plan:urgency", instead="",
        other=set(entry.URGENCY.split()),
    )  # fmt: skip


SPECIAL_URGENCY = Kind(
    code=Notice.Kind.SPECIAL_URGENCY,
    sources=(entry.source(f"{entry.SHARED} {entry.URGENCY}", entry.EXCEPTION), *entry.SOURCES),
    facts=facts,
    checklist=lines,
    words=entry.in_words,
    heading=entry.heading,
    page="governance/notices/kinds/entry.html",
    printed="governance/notices/kinds/entry_printed.html",
    standing=entry.standing,
    published=entry.first_published,
    related=("entry__body__appointments__person",),
)
