"""How duties to publish an agenda are found, shown and finished."""

from django.urls import reverse

from governance.agendas.models import AgendaDuty
from governance.duties import sources
from governance.meetings.models import Meeting
from governance.people.permissions import may
from governance.people.rules import Ability


def register_all() -> None:
    """Called once, as the app starts."""
    sources.register(
        sources.Source(
            relation="of_agenda",
            visible=lambda user: AgendaDuty.objects.filter(
                meeting__in=Meeting.objects.visible_to(user)
            ),
            select=("meeting__body",),
            where=lambda link: str(link.meeting.body),
            address=lambda link: reverse("meetings:detail", args=[link.meeting_id]),
            can_finish=lambda user, link: may(
                user, Ability.EDIT_MEETINGS, councils=[link.meeting.body.lead_council_id]
            ),
            whose="democratic services of the council that serves the body",
        )
    )
