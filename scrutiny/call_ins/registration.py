"""What call-ins make known to governance: requests that freeze, their duties, their history."""

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import calendar_of
from governance.called_in import requests
from governance.called_in.requests import Keeper, Waiting
from governance.called_in.rules import Before
from governance.decisions.models import Decision
from governance.duties import sources
from governance.history import registry
from governance.history.registry import Part
from governance.messages import sources as messages
from governance.messages.models import Message
from governance.messages.sources import About
from governance.people.permissions import Visitor
from scrutiny.call_ins.deadlines import checked_by
from scrutiny.call_ins.following import ended, follow
from scrutiny.call_ins.models import CallIn, CallInDuty, Signature
from scrutiny.call_ins.panel import panels
from scrutiny.call_ins.permissions import may_check
from scrutiny.call_ins.states import State


def register_all() -> None:
    """Called once, as the app starts."""
    requests.register(
        Keeper(asked=asked, waiting=waiting, panels=panels, changed=follow, ended=ended)
    )
    messages.register(
        Message.Kind.CALL_IN,
        messages.Source(is_wanted=lambda _: True, dropped=lambda _: None, about=_told_of),
    )
    registry.register(
        "call-in-request",
        registry.Kind(
            model=CallIn,
            visible=lambda user: CallIn.objects.visible_to(user).select_related(
                "council", "decision"
            ),
            address=_address,
            home=lambda one: ({one.council_id}, None),
            parts=[
                Part(Signature, "call_in", lambda row: f"Signature of {row.member}", ("member",)),
            ],
        ),
    )
    sources.register(
        sources.Source(
            relation="of_call_in",
            visible=_links,
            select=("decision__item", "council"),
            where=lambda link: f"Call-in of “{link.decision.public_title}”",
            address=_of_link,
            can_finish=lambda user, link: may_check(user, link.council_id),
            whose="democratic services of the council",
        )
    )


def _told_of(message: Message, user: Visitor) -> About:
    """Return the call-in whose number stands in the key that `telling` wrote."""
    found = re.match(r"call-in (\d+) ", message.key)
    if not found:
        return About([])
    seen = CallIn.objects.visible_to(user).filter(pk=int(found[1])).select_related("decision__item")
    told = [(f"Call-in of “{one.decision.public_title}”", _address(one)) for one in seen]
    return About(told, 1 - len(told))


def asked(decisions: Collection[int]) -> dict[tuple[int, int], Before]:
    """Return what is known of requests for these decisions (ids), by decision and council."""
    rows = (
        CallIn.objects.filter(decision__in=decisions, requested_at__isnull=False)
        .exclude(window__version__notice__state="withdrawn")
        .select_related("hearing_body")
        .order_by("requested_at", "pk")
    )
    found: dict[tuple[int, int], Before] = {}
    # One that waits or was valid counts before one that fell.
    for row in sorted(rows, key=lambda one: one.state in (State.REQUESTED, State.VALID)):
        found[row.decision_id, row.council_id] = _before(row)
    return found


def _before(row: CallIn) -> Before:
    if row.state == State.REQUESTED:
        return Before(waiting_since=row.requested_at)
    if row.state == State.INVALID and row.checked_at:
        return Before(released_on=local_day(row.checked_at), how="found invalid")
    if row.state == State.WITHDRAWN and row.withdrawn_at:
        return Before(released_on=local_day(row.withdrawn_at), how="withdrawn")
    body = row.hearing_body.name if row.hearing_body else ""
    return Before(hearing_on=row.hearing_on, hearing_body=body)


def waiting(councils: Collection[int], today: date) -> list[Waiting]:
    """Return the requests that democratic services of these councils (ids) must check."""
    rows = CallIn.objects.filter(council__in=councils, state=State.REQUESTED).select_related(
        "council", "decision__item"
    )
    return [_waiting(row, row.requested_at) for row in rows if row.requested_at]


def _waiting(row: CallIn, at: datetime) -> Waiting:
    due = checked_by(local_day(at), calendar_of(row.council))
    what = f"Request for call-in: {row.decision.public_title}"
    says = f"Requested on {words.moment(at)}. Nothing may be done until it is checked."
    return Waiting(due, what, says, reverse("call_ins:check", args=[row.pk]))


def _address(call_in: CallIn) -> str:
    return reverse("call_ins:detail", args=[call_in.pk])


def _of_link(link: CallInDuty) -> str:
    if link.call_in_id:
        return reverse("call_ins:detail", args=[link.call_in_id])
    return reverse("call_ins:of_decision", args=[link.decision_id, link.council.slug])


def _links(user: Visitor) -> "models.QuerySet[Any]":
    return CallInDuty.objects.filter(decision__in=Decision.objects.visible_to(user))
