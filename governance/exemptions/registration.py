"""How duties to look again at an exemption are found, shown and finished."""

from django.urls import reverse

from governance.duties import sources
from governance.exemptions.models import ExemptionDuty
from governance.people.permissions import may
from governance.people.rules import Ability


def register_all() -> None:
    """Called once, as the app starts."""
    sources.register(
        sources.Source(
            relation="of_exemption",
            visible=ExemptionDuty.objects.visible_to,
            select=("meeting__body",),
            where=lambda link: str(link.meeting.body) if link.meeting else "A decision",
            address=lambda link: (
                reverse("meetings:detail", args=[link.meeting_id]) if link.meeting_id else ""
            ),
            can_finish=lambda user, link: may(
                user, Ability.EDIT_MEETINGS, councils=[link.duty.council_id]
            ),
            whose="democratic services of the council that made it exempt",
        )
    )
