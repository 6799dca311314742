"""The notice of a meeting in private for which there was no time: who agreed, and why.

Source: SI 2012/2089, regulation 5(6) and (7).
"""

from datetime import datetime

from governance.forward_plan.rules import Office
from governance.notices.kinds import private, sources
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication
from governance.private_meetings.rules import urgent_checklist


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return what is to be private and why, who agreed in which office, and why it cannot wait."""
    record = private.private_of(notice)
    office = record.agreed_office
    return private.facts_of_private(notice, publication) | {
        "urgency": {
            "reason": record.urgency_reason,
            "agreed_by": record.agreed_by,
            "office": Office.words()[Office(office)] if office else "",
            "why_that_office": record.agreed_capacity,
            "agreed_at": record.agreed_at.isoformat() if record.agreed_at else None,
        },
    }


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of regulation 5(6) and (7)."""
    record = private.private_of(notice)
    return private.lines(notice, urgent_checklist(record), at, None)


PRIVATE_MEETING_URGENT = Kind(
    code=Notice.Kind.PRIVATE_MEETING_URGENT,
    sources=(
        private.source(private.URGENCY, f"{private.FIRST} {private.SECOND}"),
        *(private.MEETING, sources.BODY),
    ),
    facts=facts,
    checklist=lines,
    words=private.in_words,
    heading=private.heading,
    page="governance/notices/kinds/private.html",
    printed="governance/notices/kinds/private_printed.html",
    standing=private.standing,
    related=private.RELATED,
)
