"""The agenda or the minutes of a meeting as a notice: begun as a draft, published again after."""

from datetime import datetime

from governance.history.actions import write
from governance.meetings.models import Meeting
from governance.notices import actions
from governance.notices.drafting import free_address
from governance.notices.models import Notice, NoticeVersion
from governance.notices.states import State
from governance.people.models import User


def begin(meeting: Meeting, kind: str, *, by: User) -> Notice:
    """Return the meeting's notice of this kind ("agenda" or "minutes"), a new draft if need be."""
    standing = Notice.objects.filter(meeting=meeting, kind=kind).exclude(state=State.WITHDRAWN)
    if found := standing.select_related("council").first():
        return found
    council, body = meeting.body.lead_council, meeting.body
    slug = free_address(council, f"{body.slug}-{meeting.held_on.isoformat()}-{kind}")
    title = f"{Notice.Kind(kind).label} of {body.name}"[:300]
    notice = Notice(council=council, kind=kind, meeting=meeting, slug=slug, title=title)
    return write(notice, by=by, because=f"Began the {kind}")


def publish_again(
    meeting: Meeting, kind: str, reason: str, *, by: User, at: datetime
) -> NoticeVersion | None:
    """Publish the next version of the meeting's agenda or minutes, which prints `reason`.

    None where it was never published. Raises Refused where it may not be published as it is.
    """
    notice = Notice.objects.filter(meeting=meeting, kind=kind, state=State.PUBLISHED).first()
    if notice is None:
        return None
    return actions.correct(notice, by=by, at=at, reason=reason, clock="")
