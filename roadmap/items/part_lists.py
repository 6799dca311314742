"""The lists of what belongs to an item, and of a roadmap's themes."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone

from governance.bodies.models import Body
from governance.calendar import words
from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.history.actions import revision_of
from governance.pages.parts import Parts
from governance.people.models import User
from governance.people.permissions import signed_in
from roadmap.items import actions, forms, rules
from roadmap.items.item_page import Met
from roadmap.items.item_views import crumbs
from roadmap.items.models import Item, Theme


class OfItem(Parts):
    """A list of an item's parts. A subclass names its form and how a row is written."""

    page = "roadmap/items/parts.html"
    can_move = False
    owner: Item
    heading: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    one: ClassVar[str] = ""
    form: ClassVar[type[forms.Seen]] = forms.Seen

    def theme(self) -> Any:
        return self.owner.partnership

    def context(self) -> dict[str, Any]:
        item = self.owner
        return {
            "heading": self.heading,
            "hint": self.hint,
            "back": reverse("items:item", args=[item.partnership.slug, item.slug]),
            "crumbs": crumbs(item.partnership, item),
            "rollout_status": rules.Status,
        }

    def edit_address(self, row: Any) -> str:
        item = self.owner
        return reverse(self.one, args=[item.partnership.slug, item.slug, row.pk])

    def offer(self, form: forms.Seen) -> forms.Seen:
        """Say between what the form's fields choose."""
        return form

    def add_form(self, data: Any = None) -> forms.Seen:
        return self.offer(self.form(data, auto_id="add_%s"))

    def change_form(self, row: Any, data: Any = None) -> forms.Seen:
        """Return the form that changes `row`, filled in."""
        names = [name for name in self.form.base_fields if name != "seen"]
        first = {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}
        return self.offer(self.form(data, initial=first, auto_id=f"row-{row.pk}-%s"))

    def change(self, row: Any, said: dict[str, Any], seen: int, by: User) -> Any:
        """Write what a form said of `row`."""
        raise NotImplementedError

    def take_out(self, row: Any, by: User) -> int:
        because = f"Removed a {self.noun}"
        return actions.take_out_part(row, self.why_kept, by=by, because=because)

    def put_back(self, removed: int, by: User) -> Any:
        because, today = f"Put back a {self.noun} that was removed", timezone.localdate()
        return actions.put_back_part(
            self.owner, self.queryset(), removed, by=by, because=because, today=today
        )


class Rollouts(OfItem):
    row = "roadmap/items/rollout_row.html"
    noun = "rollout"
    heading = "Rollouts"
    hint = (
        "To which councils the item goes, in which phase, and from when to when it is planned. "
        "How each stands is said in the table of the roadmap, by the officers of its council."
    )
    one = "items:rollout"
    empty = "It goes to no council yet. Add the first rollout below."
    add_heading, add_words = "Add a rollout", "Add rollout"
    form = forms.PlanForm

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.rollouts.select_related("council").in_order()

    def called(self, row: Any) -> str:
        return words.sentence_case(row.place)

    def dressed(self) -> list[Any]:
        rows = super().dressed()
        for row in rows:
            row.standing = rules.Status(row.status)
        return rows

    def add_form(self, data: Any = None) -> forms.Seen:
        form = forms.RolloutForm(data, auto_id="add_%s")
        members = self.owner.partnership.constituents.values("council")
        council: Any = form.fields["council"]
        form.offer("council", council.queryset.model.objects.filter(pk__in=members))
        return form

    def add(self, form: Any) -> Any:
        by, today = signed_in(self.request), timezone.localdate()
        return actions.add_rollout(self.owner, form.said(), by=by, today=today)

    def change(self, row: Any, said: dict[str, Any], seen: int, by: User) -> Any:
        return actions.change_plan(row, said, seen, by=by, today=timezone.localdate())

    def why_kept(self, row: Any) -> str:
        if row.milestones.exists():
            return f"{self.called(row)} was not removed: it has milestones. Remove those first."
        if rules.has_started(row):
            return f"{self.called(row)} was not removed: it has started."
        return ""


class Milestones(OfItem):
    row = "roadmap/items/milestone_row.html"
    noun = "milestone"
    heading = "Milestones"
    one = "items:milestone"
    empty = "No milestone is set yet. Add the first below."
    add_heading, add_words = "Add a milestone", "Add milestone"
    form = forms.MilestoneForm

    def queryset(self) -> "models.QuerySet[Any]":
        found = self.owner.milestones.select_related("rollout__council", "rollout__item")
        return found.order_by("planned_on", "pk")

    def dressed(self) -> list[Any]:
        rows, today = super().dressed(), timezone.localdate()
        for row in rows:
            row.met = Met(row, today)
        return rows

    def offer(self, form: forms.Seen) -> forms.Seen:
        form.offer("rollout", self.owner.rollouts.select_related("council", "item").in_order())
        return form

    def add(self, form: Any) -> Any:
        return actions.add_milestone(self.owner, form.said(), by=signed_in(self.request))

    def change(self, row: Any, said: dict[str, Any], seen: int, by: User) -> Any:
        return actions.change_milestone(row, said, seen, by=by)


class Needs(OfItem):
    row = "roadmap/items/need_row.html"
    noun = "dependency"
    heading = "What it needs first"
    hint = "Other items that must be done, or far enough, before this one can be."
    one = "items:need"
    empty = "It needs no other item first."
    add_heading, add_words = "Add an item that comes first", "Add"
    form = forms.ReasonForm

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.dependencies.select_related("needs").order_by("needs__position", "pk")

    def called(self, row: Any) -> str:
        return f"“{row.needs}”"

    def add_form(self, data: Any = None) -> forms.Seen:
        form = forms.NeedForm(data, auto_id="add_%s")
        siblings = Item.objects.filter(partnership=self.owner.partnership_id)
        form.offer("needs", siblings.exclude(pk=self.owner.pk).order_by("position", "pk"))
        return form

    def add(self, form: Any) -> Any:
        return actions.add_dependency(self.owner, form.said(), by=signed_in(self.request))

    def change(self, row: Any, said: dict[str, Any], seen: int, by: User) -> Any:
        return actions.change_dependency(row, said, seen, by=by)


class Gates(OfItem):
    row = "roadmap/items/gate_row.html"
    noun = "gate"
    heading = "Gates before phases"
    hint = (
        "A phase may not start before its gate is passed. Who tries is told which body must "
        "decide, and by when."
    )
    one = "items:gate"
    empty = "No phase waits for a decision."
    add_heading, add_words = "Add a gate", "Add gate"
    form = forms.GateForm

    def queryset(self) -> "models.QuerySet[Any]":
        found = self.owner.gates.select_related("body__lead_council", "decision")
        return found.order_by("phase", "due_on", "pk")

    def called(self, row: Any) -> str:
        return f"the gate before phase {row.phase}, {row.body}"

    def dressed(self) -> list[Any]:
        rows = super().dressed()
        for row in rows:
            row.came = rules.Outcome(row.outcome)
        return rows

    def offer(self, form: forms.Seen) -> forms.Seen:
        members = self.owner.partnership.constituents.values("council")
        bodies = (
            Body.objects.filter(councils__council__in=members).distinct().order_by("name", "pk")
        )
        form.offer("body", bodies.select_related("lead_council"))
        body: Any = form.fields["body"]
        body.label_from_instance = lambda one: f"{one.name}, {one.lead_council.short_name}"
        made = Decision.objects.visible_to(self.request.user).filter(
            council__in=members, state="published"
        )
        form.offer("decision", made.order_by("-made_on", "pk"))
        return form

    def add(self, form: Any) -> Any:
        return actions.add_gate(self.owner, form.said(), by=signed_in(self.request))

    def change(self, row: Any, said: dict[str, Any], seen: int, by: User) -> Any:
        return actions.change_gate(row, said, seen, by=by)


class Themes(Parts):
    """The themes of a partnership's roadmap, in their order."""

    page = "roadmap/items/parts.html"
    row = "roadmap/items/theme_row.html"
    noun = "theme"
    empty = "There is no theme yet. Add the first below."
    add_heading, add_words = "Add a theme", "Add theme"
    owner: Partnership

    def queryset(self) -> "models.QuerySet[Any]":
        found = Theme.objects.filter(partnership=self.owner)
        return found.annotate(number=models.Count("items")).order_by("position", "pk")

    def theme(self) -> Any:
        return self.owner

    def context(self) -> dict[str, Any]:
        return {
            "heading": "Themes",
            "hint": "What items of the roadmap are about. Every list has them in this order.",
            "back": reverse("items:table", args=[self.owner.slug]),
            "crumbs": crumbs(self.owner),
        }

    def edit_address(self, row: Any) -> str:
        return reverse("items:theme", args=[self.owner.slug, row.pk])

    def add_form(self, data: Any = None) -> forms.ThemeForm:
        return forms.ThemeForm(data, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        name = form.cleaned_data["name"]
        return actions.add_theme(self.owner, name, by=signed_in(self.request))

    def why_kept(self, row: Any) -> str:
        number = row.items.count()
        if number:
            has = words.counted(number, "item")
            return f"“{row.name}” was not removed: {has} of the roadmap has it."
        return ""
