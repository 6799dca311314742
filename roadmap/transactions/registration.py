"""What services make known to governance: their history, and the duties to verify them again."""

from django.urls import reverse

from governance.duties import sources
from governance.history.registry import Kind, Part, register
from roadmap.permissions import can_edit_for
from roadmap.transactions.models import RecheckDuty, Service, Transaction


def register_all() -> None:
    """Called once, as the app starts."""
    register(
        "service",
        Kind(
            model=Service,
            visible=lambda user: Service.objects.visible_to(user).select_related("partnership"),
            address=lambda one: reverse("transactions:matrix", args=[one.partnership.slug]),
            home=lambda one: (
                set(one.partnership.constituents.values_list("council", flat=True)),
                one.partnership_id,
            ),
            parts=[Part(Transaction, "service", lambda row: row.council.short_name, ("council",))],
        ),
    )
    sources.register(
        sources.Source(
            relation="of_recheck",
            visible=RecheckDuty.objects.visible_to,
            select=("partnership", "council"),
            where=lambda link: f"Online services of {link.partnership.short_name}",
            address=lambda link: reverse("transactions:matrix", args=[link.partnership.slug]),
            can_finish=lambda user, link: can_edit_for(user, link.partnership, link.council_id),
            whose="officers of the council",
        )
    )
