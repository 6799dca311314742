"""What systems make known to governance: their history."""

from django.urls import reverse

from governance.history.registry import Kind, Part, register
from roadmap.systems.models import System, SystemUse


def register_all() -> None:
    """Called once, as the app starts."""
    register(
        "system",
        Kind(
            model=System,
            visible=lambda user: System.objects.visible_to(user).select_related("partnership"),
            address=lambda one: reverse("systems:detail", args=[one.partnership.slug, one.pk]),
            home=lambda one: (set(one.uses.values_list("council", flat=True)), one.partnership_id),
            parts=[
                Part(
                    SystemUse,
                    "system",
                    lambda row: f"{row.council.short_name}: {row.function.name}",
                    names=("council", "function"),
                )
            ],
        ),
    )
