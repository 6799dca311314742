"""Who is written to about a duty. Pure: the roles of the day are passed in.

No duty is left without a holder: who was named holds it while their role lasts; then everybody who
holds the role at the council; where nobody does, democratic services, then others who may do what
the kind of duty asks, and in the end the council's administrators.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from governance.duties.kinds import USUAL_ROLE, order_of, role_of
from governance.people.rules import Kind


@dataclass(frozen=True)
class Held:
    """A role that somebody holds on the day, for a council or for all councils of a partnership."""

    user: int
    kind: Kind
    councils: frozenset[int]


@dataclass
class Roles:
    """Who holds which role at which council on a day; each person once, in order of their ids."""

    at: dict[tuple[Kind, int], list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, held: Iterable[Held]) -> "Roles":
        roles = cls()
        for one in sorted(held, key=lambda held: held.user):
            for council in one.councils:
                people = roles.at[one.kind, council]
                if one.user not in people:
                    people.append(one.user)
        return roles

    def councils_of(self, user: int) -> set[int]:
        """Return the ids of the councils at which `user` holds any role."""
        return {council for (_, council), people in self.at.items() if user in people}

    def who(self, kind: Kind, council: int) -> list[int]:
        return self.at.get((kind, council), [])


@dataclass(frozen=True)
class Post:
    """What of a duty says who holds it."""

    kind: str
    council: int
    holder_role: str = ""
    assigned_to: int | None = None


def holders(post: Post, roles: Roles) -> list[int]:
    """Return the ids of the accounts that hold a duty; none only where the council has no account.

    Who was named is a holder while they hold the duty's role, or one that stands in for it.
    """
    order = order_of(post.kind, post.holder_role)
    if any(post.assigned_to in roles.who(kind, post.council) for kind in order):
        return [post.assigned_to] if post.assigned_to else []
    return next((who for kind in order if (who := roles.who(kind, post.council))), [])


@dataclass(frozen=True)
class Share:
    """Duties of some kinds with one role at a council, and what of them falls to a person.

    Always what names the person; if `if_unnamed`, also what names nobody of `others`, who are all
    that may hold it besides by the roles of the day.
    """

    council: int
    role: Kind
    kinds: frozenset[str]
    others: frozenset[int]
    if_unnamed: bool


def shares_of(user: int, roles: Roles) -> list[Share]:
    """Return which duties a person holds, without asking each: as `holders` would say of it."""
    found: dict[tuple[int, Kind, frozenset[int], bool], set[str]] = defaultdict(set)
    for council in roles.councils_of(user):
        for kind in USUAL_ROLE:
            for role in Kind:
                post = Post(kind, council, role.value)
                if user in (people := who_may_hold(post, roles)):
                    is_default = user in holders(post, roles)
                    found[council, role, frozenset(people) - {user}, is_default].add(kind)
    return [
        Share(council, role, frozenset(kinds), others, is_default)
        for (council, role, others, is_default), kinds in found.items()
    ]


def is_still_held(post: Post, roles: Roles) -> bool:
    """Return whether who was named for a duty may still hold it; True where nobody was named."""
    return post.assigned_to is None or holders(post, roles) == [post.assigned_to]


def watchers(post: Post, roles: Roles) -> list[int]:
    """Return who is told as well once a duty is a week late: democratic services of the council.

    Of their own duties the council's administrators are told.
    """
    wanted = role_of(post.kind, post.holder_role)
    kind = Kind.ADMINISTRATOR if wanted is Kind.DEMOCRATIC_SERVICES else Kind.DEMOCRATIC_SERVICES
    return roles.who(kind, post.council)


def who_may_hold(post: Post, roles: Roles) -> list[int]:
    """Return the ids of those who may be handed a duty: its role's, and who stands in."""
    order = order_of(post.kind, post.holder_role)
    return list(dict.fromkeys(who for kind in order for who in roles.who(kind, post.council)))
