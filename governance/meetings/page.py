"""What the page of a meeting shows, to readers and to democratic services."""

from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q

from governance.bodies.page import seated
from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import calendar_of
from governance.decisions.models import Decision
from governance.issues.models import Consideration
from governance.meetings import permissions
from governance.meetings.desk import timings_of
from governance.meetings.models import AgendaItem, Answer, Document, Meeting
from governance.meetings.motion import called, notes_of, numbered
from governance.meetings.published import hold_to_agenda, show_as_minuted, show_as_published
from governance.meetings.reading import numbers_in_words, private_words, restricted_words
from governance.meetings.states import State
from governance.meetings.words import said_of
from governance.notices import states as notice_states
from governance.notices.models import Notice, NoticeVersion
from governance.people.permissions import Visitor

PRIVATE = AgendaItem.Part.PRIVATE
WITHDRAWN = notice_states.State.WITHDRAWN
# How a meeting stands, drawn beside the words.
SHAPES = {
    State.DRAFT: "idle",
    State.CALLED: "noted",
    State.HELD: "done",
    State.ADJOURNED: "frozen",
    State.CANCELLED: "bad",
}


def of_meeting(meeting: Meeting, user: Visitor, now: datetime) -> dict[str, Any]:
    """Return the context of a meeting's page; readers are held to what was published."""
    can_edit = permissions.can_edit(user, meeting)
    items, versions = items_of(meeting, user), _newest_versions(meeting, user)
    every, held = list(items), meeting.state == State.HELD
    about = Q(meeting=meeting) | Q(private_meeting__meeting=meeting)
    said = Notice.objects.visible_to(user).filter(about).exclude(state=WITHDRAWN)
    notices = {notice.kind: notice for notice in said.select_related("council").order_by("pk")}
    if not can_edit:
        items = _as_published(items, meeting, versions)
    return {
        "meeting": meeting,
        "items": every,
        "parts": in_parts(items),
        "shape": SHAPES[State(meeting.state)],
        "state": said_of(meeting, local_day(now)),
        "is_private": private_words(_parts_of(items), "was" if held else "is"),
        "is_open": _open_words(items, held=held),
        "seated": seated(meeting.body, meeting.held_on),
        "nils": _nils(meeting),
        "notices": notices,
        "private": [notice for notice in notices.values() if notice.private_meeting_id],
        "notice": notices.get(Notice.Kind.MEETING),
        "republished": _republished(versions),
        "questions_until": _questions_until(meeting, local_day(now)),
        "agreed": list(meeting.minutes.exclude(agreed_at=None).select_related("agreed_at")),
        "matters": _matters(meeting, user),
        "can_edit": can_edit,
        "reads_restricted": permissions.can_read_restricted(user, meeting),
    } | (_desk(meeting, every, versions, now) if can_edit else {})


def items_of(meeting: Meeting, user: Visitor) -> list[AgendaItem]:
    """Return the items in order, each with what `user` may be shown of it."""
    decisions = Decision.objects.visible_to(user).prefetch_related("resolutions")
    found = AgendaItem.objects.filter(meeting=meeting).prefetch_related(
        "questions",
        "documents",
        Prefetch("decisions", decisions, to_attr="shown_decisions"),
        Prefetch("documents", Document.objects.visible_to(user), to_attr="shown_documents"),
    )
    items: list[Any] = numbered(list(found.order_by("part", "position")), meeting)
    for item in items:
        item.meeting = meeting
        shown = {paper.pk for paper in item.shown_documents}
        hidden = [paper for paper in item.documents.all() if paper.pk not in shown]
        item.placeholders = [
            f"{paper.get_kind_display()}: {restricted_words(paper)}" for paper in hidden
        ]
        item.papers = [p for p in item.shown_documents if p.kind != Document.Kind.BACKGROUND]
        item.background = [p for p in item.shown_documents if p.kind == Document.Kind.BACKGROUND]
    return items


def _newest_versions(meeting: Meeting, user: Visitor) -> dict[str, NoticeVersion]:
    """Return the newest version of each published notice about the meeting, by its kind."""
    versions = NoticeVersion.objects.visible_to(user).filter(notice__meeting=meeting)
    versions = versions.exclude(notice__state=WITHDRAWN)
    newest = versions.order_by("notice", "-number").distinct("notice")
    return {one.notice.kind: one for one in newest.select_related("notice")}


def _as_published(
    items: list[AgendaItem], meeting: Meeting, versions: dict[str, NoticeVersion]
) -> list[AgendaItem]:
    agenda, minutes = versions.get(Notice.Kind.AGENDA), versions.get(Notice.Kind.MINUTES)
    decided = versions.get(Notice.Kind.MEETING)
    if minutes:
        show_as_minuted(items, minutes.snapshot)
    elif decided:
        show_as_published(items, decided.snapshot)
    elif agenda and meeting.state != State.HELD:
        return hold_to_agenda(items, agenda.snapshot)
    return items


def in_parts(items: list[AgendaItem]) -> list[tuple[str, list[AgendaItem]]]:
    """Return the items under a heading for each part; one heading when there is only Part I."""
    private = [item for item in items if item.part == PRIVATE]
    public = [item for item in items if item.part != PRIVATE]
    if not private:
        return [("", public)]
    found = [("Part I: public", public), ("Part II: private", private)]
    return [(name, rows) for name, rows in found if rows]


def _parts_of(items: list[Any]) -> list[dict[str, Any]]:
    return [{"number": called(item), "part": item.get_part_display()} for item in items]


def _open_words(items: list[Any], *, held: bool) -> str:
    """Return "Items 1 to 4 are open to the press and public."; "" where nothing is private."""
    public = [called(item) for item in items if item.part != PRIVATE]
    if not public or len(public) == len(items):
        return ""
    said = numbers_in_words(public)
    verb = ("was", "were") if held else ("is", "are")
    return f"{said[:1].upper()}{said[1:]} {verb[len(public) > 1]} open to the press and public."


def _nils(meeting: Meeting) -> list[str]:
    answers = {
        "There were no apologies.": meeting.apologies_answer,
        "No interests were declared.": meeting.declarations_answer,
    }
    nils = [said for said, answer in answers.items() if answer == Answer.NONE]
    if meeting.state == State.HELD and not meeting.declarations_answer:
        nils.append("Whether an interest was declared is not recorded.")
    return nils


def _questions_until(meeting: Meeting, today: date) -> str:
    """Return until when the public may ask questions at a meeting that is still to be held."""
    body = meeting.body
    if meeting.state != State.CALLED or not body.question_days or meeting.held_on < today:
        return ""
    found = dict(timings_of(meeting, calendar_of(body.lead_council), today))
    asked = found.get("Questions from the public")
    return asked.says if asked and asked.shape == "noted" else ""


def _matters(meeting: Meeting, user: Visitor) -> list[Consideration]:
    """Return the shared matters that were before the meeting, with what came of each."""
    found = Consideration.objects.visible_to(user).filter(meeting=meeting)
    return list(found.select_related("issue").order_by("pk"))


def _republished(versions: dict[str, NoticeVersion]) -> NoticeVersion | None:
    """Return the newest version of the agenda where it was published more than once."""
    agenda = versions.get(Notice.Kind.AGENDA)
    return agenda if agenda and agenda.number > 1 else None


def _desk(
    meeting: Meeting, items: list[AgendaItem], versions: dict[str, NoticeVersion], now: datetime
) -> dict[str, Any]:
    agenda = versions.get(Notice.Kind.AGENDA)
    out_on = agenda.notice.published_at if agenda else None
    calendar = calendar_of(meeting.body.lead_council)
    out = local_day(out_on) if out_on else None
    return {
        "timings": timings_of(meeting, calendar, local_day(now), out),
        "notes": notes_of(items),
        "agenda_notice": agenda.notice if agenda else None,
    }
