"""The forward plan as it is read: what was published of each decision, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.decisions.models import Decision
from governance.notices.kinds.registry import present
from governance.notices.models import Notice, NoticeVersion
from governance.notices.page import published_notices_of
from governance.people.permissions import Visitor

NO_DATE = "Date not given yet"


@dataclass(frozen=True)
class Row:
    """One key decision: its newest notice, what it says, and where it has got to."""

    notice: Notice
    said: dict[str, Any]
    planned_from: date | None
    status: tuple[str, str]
    decided: str
    decided_in: str

    @property
    def month(self) -> str:
        return (
            f"{words.MONTHS[self.planned_from.month - 1]} {self.planned_from.year}"
            if self.planned_from
            else NO_DATE
        )

    @property
    def address(self) -> str:
        return reverse("notices:detail", args=[self.notice.council.slug, self.notice.slug])


def rows(notices: list[Notice], user: Visitor, now: datetime) -> list[Row]:
    """Return one row for each entry that these published notices are about, soonest first.

    Of several notices of one entry the one published last is shown. Constant queries.
    """
    newest: dict[int, NoticeVersion] = {}
    versions = NoticeVersion.objects.visible_to(user).filter(notice__in=notices)
    for version in versions.select_related("notice__council", "notice__entry").order_by(
        "published_at", "pk"
    ):
        if version.notice.entry_id:
            newest[version.notice.entry_id] = version
    decided = _decisions(set(newest), user)
    addresses = published_notices_of(list(decided.values()))
    found = [_row(v, decided.get(pk), addresses, local_day(now)) for pk, v in newest.items()]
    return sorted(found, key=lambda row: (row.planned_from or date.max, row.notice.pk))


def _decisions(entries: set[int], user: Visitor) -> dict[int, Decision]:
    """Return by an entry's id the decision that was taken after its notice."""
    taken = (
        Decision.objects.visible_to(user)
        .filter(key_notice__entry__in=entries, state="published")
        .select_related("key_notice", "item")
        .order_by("made_on", "pk")
    )
    return {d.key_notice.entry_id: d for d in taken if d.key_notice and d.key_notice.entry_id}


def _row(
    version: NoticeVersion, decision: Decision | None, addresses: dict[int, Notice], today: date
) -> Row:
    entry, dates = version.snapshot["entry"], version.snapshot.get("dates")
    planned = date.fromisoformat(entry["planned_from"]) if entry["planned_from"] else None
    held = addresses.get(decision.pk) if decision else None
    return Row(
        notice=version.notice,
        said=present(version.snapshot),
        planned_from=planned,
        status=_status(decision, dates, planned, today),
        decided=words.plain_day(decision.made_on) if decision and decision.made_on else "",
        decided_in=reverse("notices:detail", args=[held.council.slug, held.slug]) if held else "",
    )


def _status(
    decision: Decision | None, dates: dict[str, Any] | None, planned: date | None, today: date
) -> tuple[str, str]:
    if decision:
        return "done", "Decided"
    first = date.fromisoformat(dates["earliest"]) if dates else None
    if first and today < first:
        return "idle", "To come"
    if planned and planned < today:
        return "warn", "Planned day has passed"
    return "open", "May be taken"
