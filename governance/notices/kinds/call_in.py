"""The notices of a call-in: that it was received, and how it ended.

Of a decision that is not public only that it was called in, since when, and until when.
Source: Local Government Act 2000, section 9F(4), and the rule in the council's constitution.
"""

from datetime import date, datetime
from typing import Any

from governance.calendar import words
from governance.called_in.models import CalledIn
from governance.decisions.rules import Check, Level, Origin
from governance.errors import Refused
from governance.notices.kinds import sources
from governance.notices.kinds.kind import Kind, Line, Snapshot
from governance.notices.models import Notice
from governance.notices.publication import Publication
from governance.notices.standing import Verdict

RECEIVED = "window received_at requested_by ground alternative hearing_by"
ENDED = "outcome outcome_reason ended_on in_effect_on"


def called_of(notice: Notice) -> CalledIn:
    """Return the call-in that such a notice is about; the database sees to it that there is one."""
    if notice.called_in is None:
        raise ValueError("a notice of this kind is about a call-in")
    return notice.called_in


def title_of(called: CalledIn) -> str:
    """Return what readers may call the decision: its title, or that of its item on the agenda."""
    return called.window.decision.public_title


def received(notice: Notice, publication: Publication) -> Snapshot:
    """Return what was called in, by whom, on what ground, and by when it is heard."""
    called = called_of(notice)
    decision, shown = called.window.decision, called.window.decision.is_public
    return {
        "illustrative": decision.is_illustrative,
        "call_in": {
            "title": title_of(called),
            "restriction": decision.restriction,
            "council": called.window.council.short_name,
            "received_at": called.received_at.isoformat(),
            "requested_by": called.requested_by if shown else "",
            "ground": called.ground if shown else "",
            "alternative": called.alternative if shown else "",
            "hearing_by": called.hearing_by.isoformat() if called.hearing_by else None,
        },
    }


def ended(notice: Notice, publication: Publication) -> Snapshot:
    """Return how a call-in ended and from when the decision takes effect, if it does."""
    called, shown = called_of(notice), called_of(notice).window.decision.is_public
    facts = received(notice, publication)
    facts["call_in"] |= {
        "outcome": called.get_outcome_display(),
        "outcome_reason": called.outcome_reason if shown else "",
        "ended_on": called.ended_on.isoformat() if called.ended_on else None,
        "in_effect_on": called.in_effect_on.isoformat() if called.in_effect_on else None,
    }
    return facts


def refuse_unended(notice: Notice, at: datetime) -> None:
    """Refuse to tell of an end that has not come."""
    if not called_of(notice).outcome:
        raise Refused("How the call-in ended is not recorded yet.")


def lines(notice: Notice, at: datetime) -> list[Line]:
    """Return what readers want to know of a call-in."""
    called = called_of(notice)
    done = called.hearing_by is not None or bool(called.outcome)
    says = (
        f"By {words.day(called.hearing_by)}."
        if called.hearing_by
        else "No last day is recorded on which it must be heard."
    )
    level = Level.DONE if done else Level.WARNING
    heard = Check("hearing_by", "When it is heard", Origin.COUNCIL, level, says)
    by = f"{' '.join(called.requested_by.split())[:140]}, {words.moment(called.received_at)}."
    who = Check("requested_by", "Who called it in, and when", Origin.COUNCIL, Level.DONE, by)
    return [Line(who, ""), Line(heard, "")]


def heading(snapshot: Snapshot) -> str:
    """Return "Called in at Boston: Digital Strategy"."""
    call_in = snapshot["call_in"]
    start = "End of the call-in" if "outcome" in call_in else "Called in"
    return f"{start} at {call_in['council']}: {call_in['title']}"


def in_words(snapshot: Snapshot) -> dict[str, Any]:
    """Return the facts in words; those that are not recorded are left out."""
    call_in = snapshot["call_in"]
    facts = [
        ("Decision", call_in["title"]),
        ("Restricted", call_in["restriction"]),
        ("Called in at", call_in["council"]),
        ("Received", words.moment(datetime.fromisoformat(call_in["received_at"]))),
        ("By", call_in["requested_by"]),
        ("Proposed instead", call_in["alternative"]),
        ("To be heard by", _day(call_in["hearing_by"])),
        ("Ended", _day(call_in.get("ended_on"))),
        ("Outcome", call_in.get("outcome", "")),
        ("Takes effect on", _day(call_in.get("in_effect_on"))),
    ]
    return {
        "call_in": call_in,
        "ended": "outcome" in call_in,
        "facts": [(name, value) for name, value in facts if value],
        "says": standing(snapshot, datetime.fromisoformat(snapshot["published_at"])).sentence,
    }


def standing(snapshot: Snapshot, now: datetime) -> Verdict:
    """Return what the call-in means for the decision, as of the publication."""
    call_in = snapshot["call_in"]
    if "outcome" not in call_in:
        since = words.day(datetime.fromisoformat(call_in["received_at"]))
        by = _day(call_in["hearing_by"])
        more = f"It is to be heard by {by}." if by else ""
        return Verdict("frozen", "Called in", f"Nothing may be done since {since}", more, False)
    effect = _day(call_in["in_effect_on"])
    if effect:
        return Verdict("done", call_in["outcome"], f"Takes effect on {effect}", "", False)
    return Verdict("frozen", call_in["outcome"], "To be decided again", "", False)


def _day(iso: str | None) -> str:
    return words.day(date.fromisoformat(iso)) if iso else ""


_SHOWN = ("governance/notices/kinds/call_in.html", "governance/notices/kinds/call_in_printed.html")
_RELATED = ("called_in__window__decision__item", "called_in__window__council")

CALL_IN_RECEIVED = Kind(
    code=Notice.Kind.CALL_IN_RECEIVED,
    sources=(sources.of(CalledIn, published=RECEIVED, not_published=f"id {ENDED}"),),
    facts=received,
    checklist=lines,
    words=in_words,
    heading=heading,
    page=_SHOWN[0],
    printed=_SHOWN[1],
    standing=standing,
    related=_RELATED,
)
CALL_IN_OUTCOME = Kind(
    code=Notice.Kind.CALL_IN_OUTCOME,
    sources=(sources.of(CalledIn, published=f"{RECEIVED} {ENDED}", not_published="id"),),
    facts=ended,
    checklist=lines,
    words=in_words,
    heading=heading,
    page=_SHOWN[0],
    printed=_SHOWN[1],
    standing=standing,
    refuse=refuse_unended,
    related=_RELATED,
)
