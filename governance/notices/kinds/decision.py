"""The notice of a decision that a member or an officer made alone.

Source: SI 2012/2089, regulation 13(2) and (4); SI 2014/2095, regulation 7.
"""

from governance.notices.checks import lines_of, refuse_dates
from governance.notices.facts import facts_of_decisions
from governance.notices.kinds import sources
from governance.notices.kinds.clocks import OF_A_WINDOW
from governance.notices.kinds.kind import Kind, Snapshot
from governance.notices.models import Notice
from governance.notices.presentation import of_decisions


def heading(snapshot: Snapshot) -> str:
    """Return the title of the decision."""
    return str(snapshot["title"])


DECISION = Kind(
    code=Notice.Kind.DECISION,
    sources=(sources.DECISION, sources.LIMB, sources.AGREEMENT, sources.ISSUE),
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
