"""Beginning a notice: the draft, and the record of a decision that somebody made alone."""

from typing import Any

from django.db import models, transaction
from django.utils.text import slugify

from governance.bodies.models import Body
from governance.calendar import words
from governance.called_in.models import CalledIn
from governance.councils.models import Council
from governance.decisions.choices import Maker, Regime
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import write
from governance.meetings.classification import Classified
from governance.meetings.models import AgendaItem, Meeting
from governance.meetings.states import State as Held
from governance.notices.kinds.call_in import title_of
from governance.notices.models import Notice
from governance.notices.states import State
from governance.people.models import User

LONGEST = 100
NOT_HELD = "The meeting is not recorded as held. Record that first, then what it decided."


@transaction.atomic
def begin(
    council: Council, kind: str, subject: models.Model, *, title: str, field: str, by: User
) -> Notice:
    """Write a draft notice of `kind` about `subject`, which the notice holds in `field`.

    Raises Refused where one of that kind already stands: it is corrected, or withdrawn first.
    """
    # Two people who begin one at once take turns here, so that the second is told in words.
    type(subject)._base_manager.select_for_update(of=("self",)).get(pk=subject.pk)
    about = {field: subject}
    standing = Notice.objects.filter(kind=kind, **about).exclude(state=State.WITHDRAWN).first()
    if standing:
        raise Refused(
            f"There already is a {standing.get_state_display().lower()} “{standing.title}” of "
            "this kind. Correct it, or withdraw it, rather than begin another."
        )
    notice = Notice(
        council=council, kind=kind, title=title, slug=free_address(council, title), **about
    )
    return write(notice, by=by, because="Began the notice")


def begin_of_meeting(meeting: Meeting, *, by: User) -> Notice:
    """Write the draft notice of everything that a meeting decided."""
    title = f"{meeting.body.name}, {words.plain_day(meeting.held_on)}"
    council = meeting.body.lead_council
    return begin(council, Notice.Kind.MEETING, meeting, title=title, field="meeting", by=by)


def begin_of_call_in(called: CalledIn, kind: str, *, by: User) -> Notice:
    """Write the draft notice that a call-in was received, or of how it ended."""
    title = f"{Notice.Kind(kind).label}: {title_of(called)}"[:300]
    return begin(called.window.council, kind, called, title=title, field="called_in", by=by)


class BegunAlready(Refused):
    """The same decision was begun before, as by pressing twice; `notice` is its draft."""

    def __init__(self, notice: Notice) -> None:
        super().__init__("This was begun already. Nothing was begun again.")
        self.notice = notice


@transaction.atomic
def begin_decision(council: Council, said: dict[str, Any], *, by: User) -> Notice:
    """Write the record of a decision by a member or an officer, and the draft of its notice.

    `said` holds fields of Decision. Raises BegunAlready for one of the same title, maker and day
    that is still a draft. Source: SI 2012/2089, regulation 13, and SI 2014/2095, regulation 7.
    """
    # Two presses take turns, so that the second finds what the first began.
    Council.objects.select_for_update().get(pk=council.pk)
    same = {name: said.get(name) for name in ("title", "made_by", "made_on")}
    begun = Notice.objects.filter(
        council=council, state=State.DRAFT, **{f"decision__{n}": v for n, v in same.items()}
    )
    if found := begun.select_related("council").first():
        raise BegunAlready(found)
    decision = Decision(council=council, **said)
    write(decision, by=by, because="Began the record of a decision")
    return begin_of_decision(decision, by=by)


def begin_of_decision(decision: Decision, *, by: User) -> Notice:
    """Write the draft notice of a decision that a member or an officer made alone."""
    # Its address lasts and is public whatever is decided later about who may read the decision.
    when = f", {words.plain_day(decision.made_on)}" if decision.made_on else ""
    title = f"Decision of the {decision.made_by}{when}"[:300]
    kind = Notice.Kind.DECISION
    return begin(decision.council, kind, decision, title=title, field="decision", by=by)


@transaction.atomic
def begin_at_item(item: AgendaItem, said: dict[str, Any], *, by: User) -> Decision:
    """Write the record of what a body decided at an item, and the meeting's draft notice if none.

    `said` holds the title and the shared matter of the decision. It is restricted as its item is.
    Raises Refused before the meeting was held, and where the item has one of that title. Source: SI
    2012/2089, regulation 12, for an executive body; SI 2014/2095, regulation 7, for another.
    """
    # Two who record one decision at once take turns here, so that the second is told in words.
    item = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    meeting = item.meeting
    if meeting.state != Held.HELD:
        raise Refused(NOT_HELD)
    if item.decisions.filter(title__iexact=said["title"].strip()).exists():
        raise Refused(
            f"“{said['title'].strip()}” is recorded at this item already. Change that record, or "
            "give this decision a title of its own."
        )
    executive = meeting.body.regime == Body.Regime.EXECUTIVE
    decision = Decision(
        item=item,
        council=meeting.body.lead_council,
        maker=Maker.BODY,
        regime=Regime.EXECUTIVE if executive else Regime.OTHER,
        made_on=meeting.held_on,
        **_kept_from_the_public(item),
        **said,
    )
    write(decision, by=by, because="Began the record of a decision")
    if Notice.objects.about(decision.pk, meeting.pk) is None:
        begin_of_meeting(meeting, by=by)
    return decision


def _kept_from_the_public(item: AgendaItem) -> dict[str, Any]:
    """Return what restricts the item; nothing where it is public, as the checklist asks then."""
    if item.is_public:
        return {}
    return {field.name: getattr(item, field.name) for field in Classified._meta.fields}


def free_address(council: Council, title: str) -> str:
    """Return an address that no notice of the council has: a lasting one is never used again."""
    stem = slugify(title)[:LONGEST].strip("-") or "notice"
    taken = set(
        Notice.objects.filter(council=council, slug__startswith=stem).values_list("slug", flat=True)
    )
    number = 2
    slug = stem
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
