"""The second notice of a meeting in private: at least five clear days before, with what was said.

Source: SI 2012/2089, regulation 5(4) and (5).
"""

from datetime import datetime

from governance.notices.kinds import private, sources
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication
from governance.private_meetings.models import PrivateMeeting, Representation
from governance.private_meetings.rules import second_checklist


def facts(notice: Notice, publication: Publication) -> Snapshot:
    """Return the reasons again, each representation with its answer, and whether it was in time."""
    record = private.private_of(notice)
    return private.facts_of_private(notice, publication) | {
        "dates": private.dated(notice, 5, publication),
        "representations": [
            {
                "received_on": one.received_on.isoformat(),
                "received_from": one.received_from,
                "said": one.said,
                "response": one.response,
            }
            for one in said_about(record)
        ],
    }


def said_about(record: PrivateMeeting) -> list[Representation]:
    """Return the representations in the order of their receipt."""
    return sorted(record.representations.all(), key=lambda one: (one.received_on, one.pk))


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return the checklist of regulation 5(4) and (5)."""
    record = private.private_of(notice)
    return private.lines(notice, second_checklist(record, said_about(record)), at, 5)


PRIVATE_MEETING_FINAL = Kind(
    code=Notice.Kind.PRIVATE_MEETING_FINAL,
    sources=(
        private.source(private.SECOND, f"{private.FIRST} {private.URGENCY}"),
        *(private.REPRESENTATION, private.MEETING, sources.BODY),
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
