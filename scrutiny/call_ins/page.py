"""What the pages of call-ins show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from governance.calendar import words
from governance.call_in_windows.actions import calendar_of
from governance.call_in_windows.standing import closing_words
from governance.people.models import User
from governance.people.permissions import Visitor
from scrutiny.call_ins.actions import why_not_withdrawn
from scrutiny.call_ins.checking import Answered
from scrutiny.call_ins.deadlines import decided_again_by
from scrutiny.call_ins.facts import fact_of
from scrutiny.call_ins.models import CallIn, Signature
from scrutiny.call_ins.permissions import may_check, may_sign_at
from scrutiny.call_ins.reading import (
    conduct_of,
    needs_of,
    stage_of,
    why_closed,
)
from scrutiny.call_ins.rules import may_hand_in, may_sign
from scrutiny.call_ins.states import State
from scrutiny.call_ins.validation import hearing_of
from scrutiny.call_ins.verdict import verdict_of

OPEN_STAGES = (State.REQUESTED, State.VALID, State.HEARING)
SHAPES = {
    State.GATHERING: "open",
    State.REQUESTED: "frozen",
    State.VALID: "frozen",
    State.HEARING: "frozen",
    State.REFERRED_BACK: "frozen",
    State.TO_COUNCIL: "frozen",
    State.NO_ACTION: "done",
}
COLUMNS = ["Decision", "Council", "Requested", "State", "Signed by", "Ground and reasons"]


def with_all(found: "QuerySet[CallIn]") -> "QuerySet[CallIn]":
    """Return call-ins with everything that the pages tell of them, in as many queries for many."""
    standing = Signature.objects.standing().select_related("member__person")
    related = (
        *("council", "decision__item", "decision__reconsidered_by", "decision__reconsiders"),
        *("window__rule", "window__version__notice__council", "window__decision"),
        *("window__council", "called_in", "hearing_body", "begun_by", "checked_by"),
    )
    return found.select_related(*related).prefetch_related(
        Prefetch("signatures", queryset=standing, to_attr="standing")
    )


@dataclass(frozen=True)
class Row:
    """A call-in of a list, with where it stands."""

    call_in: CallIn
    stage: State
    shape: str

    @property
    def signed_by(self) -> str:
        signed: list[Signature] = self.call_in.standing  # type: ignore[attr-defined]
        return words.listed(_name(one.member) for one in signed)


def rows(call_ins: Iterable[CallIn], now: datetime) -> list[Row]:
    """Return call-ins (fetched by `with_all`) as the lines of a list."""
    stages = [(one, stage_of(one, now)) for one in call_ins]
    return [Row(one, stage, SHAPES.get(stage, "closed")) for one, stage in stages]


def cells(row: Row) -> list[object]:
    """Return a line as plain cells for a download, under `COLUMNS`."""
    one = row.call_in
    at = one.requested_at.isoformat() if one.requested_at else ""
    why = "\n".join(part for part in (one.grounds, one.reasons) if part)
    title = one.decision.public_title
    return [title, one.council.name, at, row.stage.label, row.signed_by, why]


def _name(user: User) -> str:
    person = getattr(user, "person", None)
    return str(person) if person else user.name


def of(call_in: CallIn, user: Visitor, now: datetime) -> dict[str, Any]:
    """Return the context of one call-in's page, as `user` may act on it."""
    stage, (signed, withdrew) = stage_of(call_in, now), _signatures(call_in)
    conduct, window = conduct_of(call_in.window), call_in.window
    found_needs = needs_of(call_in, signed, now)
    notice = window.version.notice
    context = {
        "call_in": call_in,
        "stage": stage,
        "shape": SHAPES.get(stage, "closed"),
        "signed": [(one, _name(one.member)) for one in signed],
        "withdrew": [(one, _name(one.member)) for one in withdrew],
        "needs": found_needs,
        "until": closing_words(window.closes_at, window.deadline_on),
        "checks": [Answered(**stored) for stored in call_in.checks],
        "hearing": hearing_of(call_in) if call_in.requested_at else None,
        "again": _again(call_in),
        "notice": notice,
        "notice_address": reverse("notices:detail", args=[notice.council.slug, notice.slug]),
        "theme": call_in.council,
        "crumbs": [("Call-ins", reverse("call_ins:index"))],
        "may_check": may_check(user, call_in.council_id),
        "may_not_hear": conduct.signatories_may_hear is False,
    }
    says = " ".join(need.says for need in found_needs)
    context["sentence"], context["more"] = verdict_of(call_in, stage, str(context["until"]), says)
    if isinstance(user, User) and may_sign_at(user, call_in.council_id):
        context |= _for_member(call_in, user, now, {one.member_id for one in signed})
        context["may_hand_in"] = context["has_signed"] and may_hand_in(found_needs)
        # What gathers is seen by members alone: to them another request is what stops it.
        if stage is State.GATHERING and (closed := str(context["closed"])):
            context["sentence"], context["more"] = closed.removesuffix("."), says
    return context


def _signatures(call_in: CallIn) -> tuple[list[Signature], list[Signature]]:
    """Return the signatures that stand, and those of the request that were withdrawn since.

    What was taken back before the request was never published, and is not now.
    """
    rows = list(call_in.signatures.order_by("signed_at", "pk").select_related("member__person"))
    at = call_in.requested_at
    withdrew = [one for one in rows if at and one.taken_back_at and one.taken_back_at >= at]
    return [one for one in rows if one.taken_back_at is None], withdrew


def _for_member(call_in: CallIn, user: User, now: datetime, signers: set[int]) -> dict[str, Any]:
    """Return what a member may do: one sentence says why they may not sign."""
    window, stage = call_in.window, stage_of(call_in, now)
    has_signed = user.pk in signers
    signable = stage in (State.GATHERING, State.REQUESTED)
    facts = fact_of(user.pk, call_in.council_id, now)
    answer = may_sign(conduct_of(window), facts, has_signed=has_signed)
    closed = why_closed(window, now, call_in) if signable else "x"
    mine = call_in.begun_by_id == user.pk
    return {
        "is_member": True,
        "has_signed": has_signed,
        "closed": closed if signable else "",
        "may_sign": signable and not closed and answer.may,
        "why_not": "" if not signable or has_signed else closed or answer.why,
        "left_open": answer.left_open if answer.may else (),
        "may_change": mine and not signers and stage is State.GATHERING,
        "may_stop": mine and stage is State.GATHERING and signers <= {user.pk},
        "may_take_back": has_signed and (stage is State.GATHERING or stage in OPEN_STAGES),
        "why_not_withdrawn": why_not_withdrawn(window) if stage in OPEN_STAGES else "",
    }


def _again(call_in: CallIn) -> dict[str, Any] | None:
    """Return by when a decision that was sent back is decided again, and what became of it."""
    called = call_in.called_in
    if called is None or called.ended_on is None or called.in_effect_on is not None:
        return None
    by = decided_again_by(conduct_of(call_in.window), called.ended_on, calendar_of(call_in.council))
    newer = getattr(call_in.decision, "reconsidered_by", None)
    is_out = newer is not None and newer.state == "published"
    return {"by": call_in.reconsider_by, "counted": by, "newer": newer if is_out else None}
