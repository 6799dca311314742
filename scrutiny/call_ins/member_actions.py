"""Keeping what a rule of call-in asks of members, and which bodies hear call-ins."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from governance.bodies.models import Body
from governance.councils.models import Council
from governance.history.actions import remove, write
from governance.people.models import User
from scrutiny.call_ins.models import CouncilMember, HearingBody


@transaction.atomic
def describe(council: Council, user: User, said: dict[str, Any], *, by: User) -> CouncilMember:
    """Record a member's political group, and whether they are co-opted, at a council."""
    # One writer at a time for each council: two could otherwise make the same row.
    Council.objects.select_for_update().get(pk=council.pk)
    row = CouncilMember.objects.filter(council=council, user=user).first()
    row = row or CouncilMember(council=council, user=user)
    for name, value in said.items():
        setattr(row, name, value)
    return write(row, by=by, because="Recorded what the call-in rule asks of a member")


@transaction.atomic
def choose_bodies(council: Council, bodies: Iterable[Body], *, by: User) -> None:
    """Record which bodies are the scrutiny committee of which the call-in rule speaks."""
    Council.objects.select_for_update().get(pk=council.pk)
    known = {row.body_id: row for row in HearingBody.objects.filter(council=council)}
    wanted = {body.pk: body for body in bodies}
    for pk, row in known.items():
        if pk not in wanted:
            remove(row, by=by, because="It hears no call-ins any more")
    for pk, body in wanted.items():
        if pk not in known:
            write(HearingBody(council=council, body=body), by=by, because="It hears call-ins")
