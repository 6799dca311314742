"""What the page of a notice shows of asking for call-in: to members how to, to all what was asked.

As many queries for many decisions as for one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch

from governance.calendar import words
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.standing import closing_words
from governance.called_in.requests import Panel, asked_of
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.notices.facts import decisions_of
from governance.notices.models import Notice
from governance.notices.subjects import DECIDING
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from scrutiny.call_ins.facts import committee_size, fact_of
from scrutiny.call_ins.models import CallIn, Signature
from scrutiny.call_ins.reading import conduct_of, stage_of
from scrutiny.call_ins.rules import Answer, Facts, Need, Signer, may_sign, needs, on_paper
from scrutiny.call_ins.states import State

TEMPLATE = "scrutiny/call_ins/panel.html"


@dataclass(frozen=True)
class Gathering:
    """A call-in that members are signing, as one of them sees it."""

    call_in: CallIn
    signatures: list[Signature]
    needs: list[Need]
    answer: Answer


@dataclass(frozen=True)
class Shown:
    """One decision at one council; `title` names it where the notice has several."""

    decision: Decision
    council: Council
    title: str
    asked: Sequence[tuple[CallIn, State]]
    is_member: bool = False
    why_not: str = ""
    until: str = ""
    ways: list[str] = field(default_factory=list)
    on_paper: str = ""
    gathering: list[Gathering] = field(default_factory=list)
    may_begin: bool = False


@dataclass(frozen=True)
class _Council:
    """What holds for one member at one council, whatever the decision."""

    user_id: int
    facts: Facts
    size: int | None


def panels(
    user: Visitor, notice: Notice, windows: list[CallInWindow], now: datetime
) -> list[Panel]:
    """Return what `user` is shown beside a notice with these windows in force."""
    if notice.kind not in DECIDING or notice.withdrawn_at:
        return []
    member_at = seats_of(user).councils(Ability.SIGN_CALL_IN)
    mine = {window.council_id for window in windows} & member_at
    councils = {
        pk: _Council(
            int(user.pk or 0), fact_of(int(user.pk or 0), pk, now), committee_size(pk, now)
        )
        for pk in mine
    }
    call_ins = _call_ins(user, windows)
    readable = _readable(user, windows)
    shown = [
        _shown(window, call_ins.get((window.decision_id, window.council_id), []), councils, now)
        for window in windows
        if window.decision_id in readable
    ]
    several = len(shown) > 1
    found = [one for one in shown if one.is_member or one.asked]
    if notice.council_id in member_at:
        found += _closed(user, notice)
    panel = {
        "rows": found,
        "council": notice.council,
        "several": several or len(found) > 1,
        "heading": "Call this in" if any(one.is_member for one in found) else "Call-in",
    }
    return [Panel(TEMPLATE, panel)] if found else []


def _readable(user: Visitor, windows: list[CallInWindow]) -> set[int]:
    ids = [window.decision_id for window in windows]
    if all(window.decision.is_public for window in windows):
        return set(ids)
    return set(Decision.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))


def _call_ins(user: Visitor, windows: list[CallInWindow]) -> dict[tuple[int, int], list[CallIn]]:
    if not windows:
        return {}
    standing = Signature.objects.standing().select_related("member")
    rows = (
        CallIn.objects.visible_to(user)
        .filter(decision__in={window.decision_id for window in windows})
        .exclude(state=State.WITHDRAWN, requested_at=None)
        .select_related("window__rule", "window__version__notice", "called_in", "council")
        .prefetch_related(Prefetch("signatures", queryset=standing, to_attr="standing"))
        .order_by("begun_at", "pk")
    )
    found: dict[tuple[int, int], list[CallIn]] = {}
    for row in rows:
        found.setdefault((row.decision_id, row.council_id), []).append(row)
    return found


def _shown(
    window: CallInWindow,
    call_ins: list[CallIn],
    councils: dict[int, _Council],
    now: datetime,
) -> Shown:
    stages = [(one, stage_of(one, now)) for one in call_ins]
    asked = [(one, stage) for one, stage in stages if stage is not State.GATHERING]
    at = councils.get(window.council_id)
    title = window.decision.title
    if at is None:
        return Shown(window.decision, window.council, title, asked)
    conduct = conduct_of(window)
    why_not = _why_not(window, now)
    can_sign = may_sign(conduct, at.facts)
    gathering = [] if why_not else [
        _gathering(one, conduct, at) for one, stage in stages if stage is State.GATHERING
    ]  # fmt: skip
    return Shown(
        window.decision, window.council, title, asked,
        is_member=not why_not or bool(asked),
        why_not=why_not or ("" if can_sign.may else can_sign.why),
        until=closing_words(window.closes_at, window.deadline_on),
        ways=[words.sentence_case(way.in_words()) for way in conduct.signatories or ()],
        on_paper=on_paper(conduct),
        gathering=gathering,
        may_begin=not why_not and can_sign.may,
    )  # fmt: skip


def _why_not(window: CallInWindow, now: datetime) -> str:
    """The shorter of `reading.why_closed`: the notice and its verdict say the rest already."""
    before = asked_of(window)
    if getattr(window, "called_in", None):
        return "It has been called in, and can be called in once."
    if before and before.waiting_since:
        return "A call-in of it was requested, and is being checked."
    if now >= window.closes_at:
        return f"Call-in closed {closing_words(window.closes_at, window.deadline_on)}."
    return ""


def _gathering(call_in: CallIn, conduct: Conduct, at: _Council) -> Gathering:
    signed: list[Signature] = call_in.standing  # type: ignore[attr-defined]
    has_signed = at.user_id in {one.member_id for one in signed}
    signers = [Signer(tuple(one.ways), one.political_group) for one in signed]
    answer = may_sign(conduct, at.facts, has_signed=has_signed)
    return Gathering(call_in, signed, needs(conduct, signers, at.size), answer)


def _closed(user: Visitor, notice: Notice) -> list[Shown]:
    """Return the decisions of the notice that cannot be called in, with the published reason."""
    ids = [decision.pk for decision in decisions_of(notice)]
    rows = Decision.objects.visible_to(user).filter(pk__in=ids, call_in_answer="no")
    return [
        Shown(
            one, notice.council, one.title, [], is_member=True,
            why_not=f"It cannot be called in. {one.no_call_in_reason}",
        )
        for one in rows.order_by("pk")
    ]  # fmt: skip
