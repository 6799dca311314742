"""The notice of everything that a meeting decided: one notice, many decisions.

Source: SI 2012/2089, regulation 12, for an executive body; LGA 1972, section 100C, for another.
"""

from datetime import date

from governance.calendar import words
from governance.notices.checks import lines_of, refuse_dates
from governance.notices.facts import facts_of_decisions
from governance.notices.kinds import sources
from governance.notices.kinds.clocks import OF_A_WINDOW
from governance.notices.kinds.kind import Kind, Snapshot
from governance.notices.models import Notice
from governance.notices.presentation import of_decisions


def heading(snapshot: Snapshot) -> str:
    """Return "Cabinet, Wednesday 12 April 2023"."""
    meeting = snapshot["meeting"]
    return f"{meeting['body']}, {words.day(date.fromisoformat(meeting['held_on']))}"


MEETING = Kind(
    code=Notice.Kind.MEETING,
    sources=(
        *(sources.MEETING, sources.BODY, sources.ATTENDANCE, sources.PERSON),
        *(
            sources.ITEM,
            sources.QUESTION,
            sources.DECISION,
            sources.LIMB,
            sources.AGREEMENT,
            sources.ISSUE,
        ),
    ),
    facts=facts_of_decisions,
    checklist=lines_of,
    words=of_decisions,
    heading=heading,
    page="governance/notices/kinds/decisions.html",
    printed="governance/notices/kinds/decisions_printed.html",
    refuse=refuse_dates,
    decides=True,
    clocks=OF_A_WINDOW,
)
