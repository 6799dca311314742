"""The first notice of a meeting in private: at least 28 clear days before it.

Source: SI 2012/2089, regulation 5(2) and (3).
"""

from datetime import datetime

from governance.notices.kinds import private, sources
from governance.notices.kinds.clocks import OF_A_PRIVATE_MEETING
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication
from governance.private_meetings.rules import first_checklist


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return what is to be private and why, how to object, and whether this was in time."""
    record = private.private_of(notice)
    return private.facts_of_private(notice, publication) | {
        "how_to_object": record.how_to_object,
        "dates": private.dated(notice, 28, publication),
    }


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of regulation 5(2) and (3)."""
    record = private.private_of(notice)
    return private.lines(notice, first_checklist(record), at, 28)


PRIVATE_MEETING = Kind(
    code=Notice.Kind.PRIVATE_MEETING,
    sources=(
        private.source(private.FIRST, f"{private.SECOND} {private.URGENCY}"),
        *(private.MEETING, sources.BODY),
    ),
    facts=facts,
    checklist=lines,
    words=private.in_words,
    heading=private.heading,
    page="governance/notices/kinds/private.html",
    printed="governance/notices/kinds/private_printed.html",
    standing=private.standing,
    clocks=OF_A_PRIVATE_MEETING,
    period="the 28 clear days",
    related=private.RELATED,
)
