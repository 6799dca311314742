"""Whose recommendations a tracker shows, as its address asks."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.bodies.models import Body
from governance.councils.models import Council, Partnership
from scrutiny.recommendations.finding import reviews_of
from scrutiny.recommendations.models import Recommendation
from scrutiny.recommendations.reading import Cell
from scrutiny.recommendations.rules import Standing


class Chosen:
    """Whose recommendations a tracker shows, and which of them; 404 for what is not known."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, asked = request, request.GET
        user = request.user
        self.council = self.partnership = self.body = None
        if slug := asked.get("council"):
            self.council = get_object_or_404(Council.objects.visible_to(user), slug=slug)
        if slug := asked.get("partnership"):
            self.partnership = get_object_or_404(Partnership.objects.visible_to(user), slug=slug)
        if named := asked.get("body"):
            council, _, slug = named.partition(".")
            bodies = Body.objects.visible_to(user).select_related("lead_council")
            self.body = get_object_or_404(bodies, lead_council__slug=council, slug=slug)
        known = {one.value: one for one in Standing}
        self.standing = known.get(asked.get("standing", ""))

    @property
    def name(self) -> str:
        """Whose they are: the narrowest that was chosen."""
        found = self.body or self.council or self.partnership
        return found.name if found else ""

    @property
    def body_key(self) -> str:
        return f"{self.body.lead_council.slug}.{self.body.slug}" if self.body else ""

    def query(self, standing: Standing | None) -> str:
        """Return the question that asks for the same, at another standing (None: all)."""
        asked = self.request.GET.copy()
        for name in ("page", "standing", "format"):
            asked.pop(name, None)
        if standing:
            asked["standing"] = standing.value
        return asked.urlencode()

    @property
    def asked(self) -> str:
        return self.query(self.standing)

    def recommendations(self) -> Any:
        """Return the recommendations concerned that the visitor may see."""
        found = Recommendation.objects.visible_to(self.request.user)
        if self.partnership:
            found = found.filter(review__partnership=self.partnership)
        if self.body:
            found = found.filter(review__in=reviews_of(self.body))
        return found

    def of_these(self, cells: list[Cell]) -> list[Cell]:
        """Return the cells at the councils concerned."""
        if self.council:
            cells = [cell for cell in cells if cell.council.pk == self.council.pk]
        if self.body:
            theirs = set(self.body.councils.values_list("council", flat=True))
            theirs = theirs or {self.body.lead_council_id}
            cells = [cell for cell in cells if cell.council.pk in theirs]
        return cells
