"""Loaders of issues, meetings with everything recorded at them, and notices."""

from typing import Any

from django.utils import timezone

from governance.agendas.actions import keep_agenda_duty
from governance.calendar import words
from governance.called_in.actions import call_in
from governance.duties.actions import keep_report_back, keep_undertaking
from governance.issues.actions import with_meeting
from governance.models import (
    AgendaItem,
    Attendance,
    CallInWindow,
    Consideration,
    Council,
    Decision,
    Issue,
    Meeting,
    Notice,
    Partnership,
    Person,
    Question,
    Resolution,
)
from governance.notices import actions
from records.load_people import body_of
from records.loading import Loading, Row, find, known, moment


def issue(loading: Loading, row: Row) -> None:
    if Issue.objects.filter(slug=row["slug"]).exists():
        return
    if slug := row.pop("partnership", None):
        row["partnership"] = find(Partnership, slug=slug)
    loading.make(Issue(**row))


def consideration(loading: Loading, row: Row) -> None:
    """A matter before a body; the body's meeting that day, if it is recorded, is linked."""
    row["issue"] = find(Issue, slug=row.pop("issue"))
    council = find(Council, slug=row.pop("council"))
    row["body"] = body_of(council, row.pop("body"))
    if slug := row.pop("for", None):
        row["council"] = find(Council, slug=slug)
    row["on"] = row.pop("date", None)  # a bare "on" is YAML's word for true
    facts = {name: row[name] for name in ("issue", "body", "on", "role")}
    if known(Consideration, **facts, council=row.get("council")):
        return
    loading.make(Consideration(**with_meeting(row.pop("issue"), row)))


def meeting(loading: Loading, row: Row) -> None:
    """One meeting, its attendance, items, questions, decisions and (in draft) its notice.

    A body has one meeting a day here: body and day are how a loaded meeting is known again, even
    when somebody has since changed its date.
    """
    body = body_of(find(Council, slug=row.pop("council")), row.pop("body"))
    if known(Meeting, body=body, held_on=row["held_on"]):
        return
    attendance, items = row.pop("attendance", []), row.pop("items", [])
    kinds = {"notice": Notice.Kind.MEETING, "agenda": Notice.Kind.AGENDA}
    kinds["minutes"] = Notice.Kind.MINUTES
    notices = [(kind, row.pop(name)) for name, kind in kinds.items() if name in row]
    made = loading.make(Meeting(body=body, **row))
    keep_agenda_duty(made, by=loading.by, today=loading.today)
    for position, who in enumerate(attendance, start=1):
        loading.make(_attendance(made, position, who))
    for position, what in enumerate(items, start=1):
        _item(loading, made, position, what)
    for kind, notice in notices:
        _notice(loading, made, kind, notice)


def _notice(loading: Loading, made: Meeting, kind: str, row: Row) -> None:
    """The notice of a meeting's decisions, its agenda or its minutes.

    A draft, or as it was put out at `published`.
    """
    published, at = row.pop("published", None), row.pop("published_time", "09:00")
    reason = row.pop("gaps_reason", "")
    title = f"{made.body.name}, {words.plain_day(made.held_on)}"
    about = {"council": made.body.lead_council, "kind": kind, "meeting": made}
    notice = loading.make(Notice(**about, **{"title": title} | row))
    if published:
        when = moment(published, at)
        actions.publish(
            notice, by=loading.by, at=timezone.now(), published_at=when, gaps_reason=reason
        )


def _attendance(made: Meeting, position: int, who: Row) -> Attendance:
    name, slug = who.pop("person", None), who.pop("council", None)
    return Attendance(
        meeting=made,
        position=position,
        person=find(Person, name=name) if name else None,
        council=find(Council, slug=slug) if slug else None,
        **who,
    )


def _item(loading: Loading, made: Meeting, position: int, what: Row) -> None:
    questions, decisions = what.pop("questions", []), what.pop("decisions", [])
    what.setdefault("classification", "public")
    if on := what.pop("minutes_of", None):
        what["minutes_of"] = find(Meeting, body=made.body, held_on=on)
    item = loading.make(AgendaItem(meeting=made, position=position, **what))
    for number, question in enumerate(questions, start=1):
        asked = loading.make(Question(item=item, position=number, **question))
        keep_undertaking(asked, by=loading.by)
    for decision in decisions:
        decision.setdefault("made_on", made.held_on)
        _decision(loading, decision, item=item, council=made.body.lead_council)


def _decision(loading: Loading, row: Row, *, council: Council, item: Any = None) -> Decision:
    limbs = row.pop("resolutions", [])
    if slug := row.pop("issue", None):
        row["issue"] = find(Issue, slug=slug)
    decision = loading.make(Decision(item=item, council=council, **row))
    for number, limb in enumerate(limbs, start=1):
        report_back = limb.pop("report_back", None)
        made = loading.make(Resolution(decision=decision, number=number, **limb))
        if report_back is not None:
            keep_report_back(made, holder=report_back.get("holder", ""), by=loading.by)
    return decision


def live_decision(loading: Loading, row: Row) -> None:
    """A published decision dated from today, so that a demo always has an open window to show.

    Made afresh when the last one has closed, under an address with its own date.
    """
    council = find(Council, slug=row.pop("council"))
    published = row.pop("published")
    at = moment(published, row.pop("published_time"))
    stem, keep_open = row.pop("slug"), row.pop("keep_open", True)
    # By address, not by title: a correction may have changed the title.
    held = Notice.objects.filter(council=council, slug__regex=rf"^{stem}-\d{{4}}-\d\d-\d\d$")
    is_open = CallInWindow.objects.filter(version__notice__in=held, closes_at__gt=timezone.now())
    if is_open.exists() or (not keep_open and held.exists()):
        return
    if under := row.pop("under", None):
        facts = {"decision__issue__slug": under["issue"], "number": under["limb"]}
        row["under"] = find(Resolution, **facts)
    called_in = row.pop("called_in", None)
    made = _decision(loading, row, council=council)
    notice = Notice(
        council=council,
        kind=Notice.Kind.DECISION,
        decision=made,
        slug=f"{stem}-{published.isoformat()}",
        title=made.title,
    )
    loading.make(notice)
    actions.publish(notice, by=loading.by, at=timezone.now(), published_at=at)
    if called_in:
        received_at = moment(called_in.pop("received"), called_in.pop("received_time"))
        call_in(
            made.windows.get(), received_at=received_at, said=called_in, by=loading.by,
            at=timezone.now(),
        )  # fmt: skip
