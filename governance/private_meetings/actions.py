"""Writing what is to be held in private, who spoke against it, and beginning its notices."""

from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.meetings.models import Meeting
from governance.notices.drafting import begin
from governance.notices.models import Notice
from governance.people.models import User
from governance.private_meetings.models import PrivateMeeting, Representation


@transaction.atomic
def begin_private(meeting: Meeting, said: dict[str, Any], *, by: User) -> Notice:
    """Write what is to be private at a meeting of an executive, and the draft of its first notice.

    Raises Refused for a body that is no executive: regulation 5 is not about it.
    """
    if meeting.body.regime != meeting.body.Regime.EXECUTIVE:
        raise Refused(
            f"{meeting.body.name} is not an executive body: regulation 5 asks for no notice. Its "
            "agenda names what is exempt."
        )
    private = PrivateMeeting(meeting=meeting, **said)
    write(private, by=by, because="Recorded what is to be held in private")
    return begin_notice(private, Notice.Kind.PRIVATE_MEETING, by=by)


def record(private: PrivateMeeting, changes: dict[str, Any], *, seen: int, by: User) -> None:
    """Write `changes` (field: value); see `history.actions.write_seen` for two people at once."""
    write_seen(private, changes, seen=seen, by=by, because="Changed what is to be held in private")


@transaction.atomic
def record_representation(
    private: PrivateMeeting, said: dict[str, Any], *, seen: int, by: User,
    representation: Representation | None = None,
) -> None:  # fmt: skip
    """Write a new representation, or change one that was seen at history row `seen`."""
    because = f"Recorded a representation received {words.day(said['received_on'])}"
    if representation:
        write_seen(representation, said, seen=seen, by=by, because=because)
    else:
        write(Representation(private_meeting=private, **said), by=by, because=because)
    locked = PrivateMeeting.objects.select_for_update().get(pk=private.pk)
    if locked.representations_answer != "some":
        locked.representations_answer = "some"
        write(locked, by=by, because=because)


def begin_notice(private: PrivateMeeting, kind: str, *, by: User) -> Notice:
    """Write the draft of one of the notices of a private meeting; Refused where one stands."""
    meeting = private.meeting
    title = f"{Notice.Kind(kind).label}: {meeting.body.name}, {words.plain_day(meeting.held_on)}"
    council = meeting.body.lead_council
    return begin(council, kind, private, title=title[:300], field="private_meeting", by=by)
