"""What every page shows around its own content.

A view puts in its context whose page it is: `theme` (a Council or Partnership), `part_of` (the line
below the name), `crumbs` ((words, address) pairs), and `here` (the name of a navigation address)
where the page lies under another address than its section.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from governance.people.models import Role
from governance.people.permissions import roles_of
from governance.people.rules import MAY, Ability, Kind

EVERYBODY = (
    ("notices:open", "Open for call-in"),
    ("notices:index", "Decisions"),
    ("issues:index", "Issues"),
    ("partnerships:roadmap", "Roadmap"),
    ("partnerships:systems", "Systems"),
    ("scrutiny:hub", "Scrutiny"),
    ("forward_plan:plan", "Forward plan"),
    ("meetings:index", "Meetings"),
)
WHO_PUBLISH = (("notices:worklist", "Worklist"),)
WHO_CONFIGURES = (("rules:administration", "Administration"),)
STRANGERS = (("account_login", "Sign in"),)


@dataclass(frozen=True)
class Item:
    name: str
    words: str
    address: str
    is_here: bool
    is_exact: bool


class Shell:
    """Asked by the layout alone, so a fragment costs nothing; one query when signed in."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.is_demo: bool = settings.IS_DEMO

    @cached_property
    def _roles(self) -> list[Role]:
        # An error page may be shown before anybody was recognised.
        return roles_of(getattr(self._request, "user", None))

    @cached_property
    def signed_in_as(self) -> str:
        """Return "democratic services, Boston"; nothing for a stranger."""
        user = getattr(self._request, "user", None)
        if user is None or not user.is_authenticated:
            return ""
        words = []
        for role in self._roles:
            place = role.council or role.partnership
            label = role.get_kind_display()
            words.append(f"{label[:1].lower()}{label[1:]}, {place.short_name if place else ''}")
        return "; ".join(words) or f"{user}, without a current role"

    @cached_property
    def navigation(self) -> list[Item]:
        kinds = {Kind(role.kind) for role in self._roles}
        publishes = any(Ability.PUBLISH_NOTICES in MAY[kind] for kind in kinds)
        places = (WHO_PUBLISH if publishes else ()) + EVERYBODY
        if any(Ability.CONFIGURE in MAY[kind] for kind in kinds):
            places += WHO_CONFIGURES
        places += () if self.signed_in_as else STRANGERS
        return [item for name, words in places if (item := self._item(name, words))]

    def _item(self, name: str, words: str) -> Item | None:
        try:
            address = reverse(name)
        except NoReverseMatch:
            return None
        path = self._request.path
        return Item(name, words, address, path.startswith(address), path == address)


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"shell": Shell(request), "demo": settings.IS_DEMO}
