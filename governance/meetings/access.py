"""Finding a meeting or an item for somebody who may write its record."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.meetings import permissions
from governance.meetings.models import AgendaItem, Meeting

BODY = ("body__lead_council", "body__partnership")


def editable_meeting(request: HttpRequest, **of: int) -> Meeting:
    """Return the meeting with these facts; to a stranger a draft is the same as none at all.

    Raises PermissionDenied for somebody who may read it and not write it.
    """
    meetings = Meeting.objects.visible_to(request.user).select_related(*BODY)
    return checked(request, get_object_or_404(meetings, **of))


def editable_item(request: HttpRequest, **of: int) -> AgendaItem:
    """Return the item with these facts, of a meeting that may be written; see above."""
    items = AgendaItem.objects.visible_to(request.user)
    found = items.select_related(*(f"meeting__{path}" for path in BODY))
    item = get_object_or_404(found, **of)
    checked(request, item.meeting)
    return item


def checked(request: HttpRequest, meeting: Meeting) -> Meeting:
    """Return `meeting` to those who may write its record."""
    if not permissions.can_edit(request.user, meeting):
        raise PermissionDenied(
            f"Only democratic services of {meeting.body.lead_council.name} write this record."
        )
    return meeting
