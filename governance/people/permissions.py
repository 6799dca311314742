"""Asking the table of roles about a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from governance.people.models import Role, User
from governance.people.rules import MAY, Ability, Kind

Visitor = User | AnonymousUser


@dataclass(frozen=True)
class Seats:
    """The roles a person holds today, as (kind, council or None, partnership or None) by id."""

    held: tuple[tuple[Kind, int | None, int | None], ...] = ()

    def councils(self, ability: Ability) -> set[int]:
        """Return the ids of the councils for which this person has `ability`."""
        return {council for kind, council, _ in self.held if council and ability in MAY[kind]}

    def partnerships(self, ability: Ability) -> set[int]:
        """Return the ids of the partnerships for which this person has `ability`."""
        return {body for kind, _, body in self.held if body and ability in MAY[kind]}

    def holds(self, kind: Kind) -> bool:
        return any(held == kind for held, _, _ in self.held)


def roles_of(user: Visitor | object) -> list[Role]:
    """Return the roles `user` holds today, with their council or partnership; none for a stranger.

    Asked of the database once for each user object, and so once a request.
    """
    if not isinstance(user, User) or not user.is_active:
        return []
    if "_roles_today" not in user.__dict__:
        held = Role.objects.current(timezone.localdate()).filter(user=user)
        held = held.select_related("council", "partnership").order_by("from_on", "pk")
        user.__dict__["_roles_today"] = list(held)
    found: list[Role] = user.__dict__["_roles_today"]
    return found


def seats_of(user: Visitor | object) -> Seats:
    """Return what `user` may do today, and for whom."""
    roles = roles_of(user)
    return Seats(tuple((Kind(r.kind), r.council_id, r.partnership_id) for r in roles))


def signed_in(request: HttpRequest) -> User:
    """Return who sent `request`, on a page that only signed-in people reach."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in to do this.")
    return request.user


def may(user: Visitor | object, ability: Ability, *, councils: Iterable[int]) -> bool:
    """Does `user` have `ability` for any of these councils (ids)?"""
    return not seats_of(user).councils(ability).isdisjoint(councils)
