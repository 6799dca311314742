"""Asking the table of roles about a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
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


def seats_of(user: Visitor | object) -> Seats:
    """Return what `user` holds today; nothing for a stranger. Asked of the database once a request."""
    if not isinstance(user, User) or not user.is_active:
        return Seats()
    if not hasattr(user, "_seats"):
        today = timezone.localdate()
        rows = Role.objects.current(today).filter(user=user)
        user._seats = Seats(  # type: ignore[attr-defined]
            tuple((Kind(r.kind), r.council_id, r.partnership_id) for r in rows)
        )
    return user._seats  # type: ignore[attr-defined, no-any-return]


def may(user: Visitor | object, ability: Ability, *, councils: Iterable[int]) -> bool:
    """Does `user` have `ability` for any of these councils (ids)?"""
    return not seats_of(user).councils(ability).isdisjoint(councils)
