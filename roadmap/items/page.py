"""What the pages of the roadmap show of its rows, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse

from governance.calendar import words
from governance.councils.models import Partnership
from governance.history.words import ADDED, KEPT, word_changes
from governance.pages.parts import number_in
from governance.people.permissions import Visitor
from roadmap.items import drafts, rules
from roadmap.items.models import Item, Rollout
from roadmap.items.permissions import can_change_rollout, whose_rollout
from roadmap.items.row_actions import Kept, RowClash, Saved
from roadmap.permissions import edits_anything

# The fields of a row as its form asks for them, and as a sentence names a new one.
LABELS = {
    "status": "Status",
    "sentence": "Why, in one sentence",
    "owner": "Owner",
    "forecast_start": "Forecast start",
    "forecast_end": "Forecast end",
    "actual_start": "Started on",
    "actual_end": "Ended on",
}
NEW = {
    "sentence": "reason of the status",
    "actual_start": "day of the start",
    "actual_end": "day of the end",
}


@dataclass(frozen=True)
class Row:
    """One rollout as a row of a table, for one visitor; `within` says on which page it stands."""

    rollout: Rollout
    user: Visitor
    today: date
    within: str = ""
    back: str = ""
    just_saved: int = 0

    @property
    def status(self) -> rules.Status:
        return rules.Status(self.rollout.status)

    @property
    def owner(self) -> str:
        return self.rollout.owner or self.rollout.item.owner

    @property
    def place(self) -> str:
        council = self.rollout.council
        return council.short_name if council else "All together"

    @property
    def called(self) -> str:
        return f"{self.rollout.item.title}, {self.place}" + (
            f", phase {self.rollout.phase}" if self.rollout.phase > 1 else ""
        )

    @cached_property
    def slip(self) -> str:
        """Return how far its end has moved from the plan, where it has."""
        row = self.rollout
        days = rules.slip(row.planned_end, row.actual_end or row.forecast_end)
        return rules.slip_words(days) if days else ""

    @property
    def is_late(self) -> bool:
        return rules.is_late(self.rollout, self.today)

    @cached_property
    def may_change(self) -> bool:
        return can_change_rollout(self.user, self.rollout)

    @property
    def whose(self) -> str:
        return whose_rollout(self.rollout)

    def address(self, name: str) -> str:
        item = self.rollout.item
        return reverse(f"items:{name}", args=[item.partnership.slug, self.rollout.pk])

    @property
    def edit_address(self) -> str:
        return self.address("row") + self._remembered()

    @property
    def address_of_form(self) -> str:
        return self.address("row")

    @property
    def draft_edit_address(self) -> str:
        return self.address("row") + self._remembered("draft")

    @property
    def shown_address(self) -> str:
        return self.address("row") + self._remembered("shown")

    @property
    def history_address(self) -> str:
        return self.address("history")

    @property
    def undo_address(self) -> str:
        return self.address("undo")

    @property
    def draft_address(self) -> str:
        return self.address("draft")

    @property
    def presence_address(self) -> str:
        return self.address("presence")

    @property
    def back_address(self) -> str:
        """Return the page that the row was opened from, at the row."""
        if self.within == "item":
            return f"{self.item_address}#row-{self.rollout.pk}"
        table = reverse("items:table", args=[self.rollout.item.partnership.slug])
        return f"{table}{'?' if self.back else ''}{self.back}#row-{self.rollout.pk}"

    @property
    def item_address(self) -> str:
        item = self.rollout.item
        return reverse("items:item", args=[item.partnership.slug, item.slug])

    def _remembered(self, *flags: str) -> str:
        asked = [*flags]
        if self.within:
            asked.append(f"within={self.within}")
        if self.back:
            # A query string inside another: its own & and = are escaped.
            asked.append(f"back={quote(self.back, safe='')}")
        return f"?{'&'.join(asked)}" if asked else ""


def frame(request: HttpRequest, partnership: Partnership) -> dict[str, object]:
    """Return what every page of a roadmap shows around its own content."""
    return {
        "partnership": partnership,
        "theme": partnership,
        "crumbs": [
            ("Partnerships", reverse("partnerships:index")),
            (partnership.short_name, reverse("partnerships:hub", args=[partnership.slug])),
        ],
        "drafts_kept": drafts.how_many(request.user),
        "edits_here": edits_anything(request.user, partnership),
    }


def just_saved(asked: str, pk: int) -> int:
    """Return the revision that the row was just saved at, of an address "5-812"; 0 for others."""
    row, _, revision = asked.partition("-")
    return number_in(revision) if row == str(pk) else 0


def own_words(item: Item, statuses: Iterable[str]) -> tuple[rules.Status | None, str]:
    """Return how an item stands, and why: its own word for it, or what follows from rollouts."""
    every = list(statuses)
    follows = rules.worst(every)
    told = words.sentence_case(rules.totals(every)) + "." if every else ""
    if not item.status:
        return follows, told
    said = rules.Status(item.status)
    if follows and follows != said:
        told = f"Its rollouts would make it {follows.words.lower()}. {told}"
    return said, told


# --- Two people at one row -----------------------------------------------------------------------


def in_words(name: str, value: object) -> str:
    """Return the value of a field as a sentence has it; "nothing" where it was taken out."""
    if value is None or value == "":
        return "nothing"
    if name == "status":
        return rules.Status(str(value)).words
    return words.plain_day(value) if isinstance(value, date) else str(value)


def said_of(saved: Saved, done: str = "Saved") -> str:
    """Return what became of a save: when, and what of others was kept."""
    if saved.at is None:
        return f"Nothing was changed. {kept_words(saved.kept)}".strip()
    return f"{done} at {words.clock(saved.at)}. {kept_words(saved.kept)}".strip()


def kept_words(kept: Iterable[Kept]) -> str:
    """Return "Also kept: X’s new owner, saved at 10.37am."; "" where nobody changed anything."""
    told = [
        f"{one.by}’s new {NEW.get(one.field, LABELS.get(one.field, one.field).lower())} "
        f"({in_words(one.field, one.value)}), saved at {words.clock(one.at)}"
        for one in kept
    ]
    return f"Also kept: {'; '.join(told)}." if told else ""


@dataclass(frozen=True)
class Difference:
    """One field that two people changed: both values, as pieces that differ or do not."""

    name: str
    label: str
    theirs: list[tuple[bool, str]]
    yours: list[tuple[bool, str]]
    by: str
    missing: bool = False
    chosen: str = ""
    their_status: rules.Status | None = None
    your_status: rules.Status | None = None


def differences(clash: RowClash, chosen: Mapping[str, str] | None = None) -> list[Difference]:
    """Return what a person must choose between.

    `chosen` tells what was chosen for each field, "" where nothing was; None before anybody asked.
    """
    return [_difference(kept, clash.yours[kept.field], chosen) for kept in clash.theirs]


def _difference(kept: Kept, yours: object, chosen: Mapping[str, str] | None) -> Difference:
    name = kept.field
    mine, now = in_words(name, yours), in_words(name, kept.value)
    pieces = word_changes(now, mine) if isinstance(yours, str) else [(KEPT, "")]
    if name == "status" or not isinstance(yours, str):
        theirs_said, yours_said = [(False, now)], [(False, mine)]
    else:
        theirs_said = [(what != KEPT, text) for what, text in pieces if what != ADDED]
        yours_said = [(what != KEPT, text) for what, text in pieces if what in {KEPT, ADDED}]
    is_status = name == "status"
    return Difference(
        name, LABELS[name], theirs_said, yours_said, kept.by,
        chosen is not None and not chosen.get(name), (chosen or {}).get(name, ""),
        rules.Status(str(kept.value)) if is_status else None,
        rules.Status(str(yours)) if is_status else None,
    )  # fmt: skip


def no_choice_needed(clash: RowClash) -> str:
    """Return what of one's own will be saved as well, as nobody else changed it."""
    told = [
        f"your new {NEW.get(name, LABELS[name].lower())} ({in_words(name, value)})"
        for name, value in clash.own.items()
    ]
    return f"{words.listed(told)} will be saved as well; nobody else changed it." if told else ""
