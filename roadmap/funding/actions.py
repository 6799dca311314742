"""Writing the money of a partnership. What falls to each council is never stored."""

from typing import Any

from django.db import IntegrityError, transaction

from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.errors import Refused
from governance.history.actions import (
    ChangedMeanwhile,
    Difference,
    remove,
    write,
    write_seen,
)
from governance.people.models import User
from roadmap.funding import rules
from roadmap.funding.models import (
    Benefit,
    BenefitFigure,
    Cost,
    CostSplit,
    FundingSource,
    Purpose,
    Share,
)

Shares = dict[Council, int | None]
TOGETHER = "Somebody else changed other shares meanwhile: open it again to see them. Together: "


@transaction.atomic
def add_split(
    partnership: Partnership, said: dict[str, Any], shares: Shares, *, by: User
) -> CostSplit:
    """Begin a way of sharing costs. Raises Refused where the shares do not sum to 100.00 %.

    `said` are fields of CostSplit; `shares` are council -> hundredths of a percent, or None.
    """
    _check_shares(shares)
    _once_a_day(CostSplit(partnership=partnership, **said))
    split = CostSplit(partnership=partnership, **said)
    write(split, by=by, because="Added a way of sharing costs")
    for council, hundredths in shares.items():
        share = Share(split=split, council=council, hundredths=hundredths)
        write(share, by=by, because="Added a way of sharing costs")
    return split


@transaction.atomic
def change_split(
    split: CostSplit, changes: dict[str, Any], shares: tuple[Shares, dict[int, int | None]], *,
    seen: int, by: User,
) -> CostSplit:  # fmt: skip
    """Write a split. Its shares are fixed once a cost uses it; raises Refused, ChangedMeanwhile.

    `shares` are those wanted and, by the id of the council, those that were shown: a share that
    its writer left as it was shown stays as it is stored.
    """
    held = CostSplit.objects.select_for_update().get(pk=split.pk)
    _once_a_day(CostSplit(pk=held.pk, partnership_id=held.partnership_id, **_named(held, changes)))
    after = _written(held, changes, seen=seen, by=by)
    _once_a_day(after)
    rows = {row.council_id: row for row in held.shares.all()}
    meant = _merged(rows, *shares, seen=seen)
    _check_shares(meant, "" if meant == shares[0] else TOGETHER)
    if {pk: row.hundredths for pk, row in rows.items()} != {c.pk: n for c, n in meant.items()}:
        if held.costs.exists():
            raise Refused(
                "Costs are shared by this split, so its shares stay as they are. Add a new split "
                "that begins on the day from which the shares differ."
            )
        _write_shares(held, rows, meant, by)
    if not after.is_published and held.costs.filter(is_published=True).exists():
        raise Refused("Published costs are shared by this split, so it stays published.")
    return after


def _written(held: CostSplit, changes: dict[str, Any], *, seen: int, by: User) -> CostSplit:
    try:
        with transaction.atomic():
            return write_seen(held, changes, seen=seen, by=by, because="Changed the split")
    except IntegrityError:
        raise Refused(
            "Somebody else changed this split while you were writing, and the two do not fit "
            "together. Open it again to see what was saved; what you typed is still here."
        ) from None


def _merged(
    rows: dict[int, Share], wanted: Shares, shown: dict[int, int | None], *, seen: int
) -> Shares:
    """Return what each council's share is to be; raises as `write_seen` does for fields."""
    now = {c: rows[c.pk].hundredths if c.pk in rows else None for c in wanted}
    # A council without a share is shown with an empty one.
    own = {c for c in wanted if wanted[c] != shown.get(c.pk)}
    changed = [c for c in wanted if now[c] not in (wanted[c], shown.get(c.pk))]
    if own.intersection(changed):
        differences = [
            Difference(
                f"share_{c.pk}", rules.said_of(now[c]), rules.said_of(wanted[c]), _writer_of(rows)
            )
            for c in changed
        ]
        # The fields are compared again with what was seen of them, when this is saved once more.
        raise ChangedMeanwhile(differences, seen)
    return {c: wanted[c] if c in own else now[c] for c in wanted}


def _writer_of(rows: dict[int, Share]) -> str:
    newest = Share.history.filter(id__in=[row.pk for row in rows.values()])
    return str(newest.select_related("history_user").latest().history_user)


def _named(held: CostSplit, changes: dict[str, Any]) -> dict[str, Any]:
    return {n: changes.get(n, getattr(held, n)) for n in ("name", "from_on", "to_on")}


def _write_shares(held: CostSplit, rows: dict[int, Share], shares: Shares, by: User) -> None:
    because = "Corrected the shares"
    for council, hundredths in shares.items():
        row = rows.pop(council.pk, None) or Share(split=held, council=council)
        row.hundredths = hundredths
        write(row, by=by, because=because)
    for row in rows.values():
        remove(row, by=by, because=because)


def _check_shares(shares: Shares, before: str = "") -> None:
    said = {council.short_name: hundredths for council, hundredths in shares.items()}
    if faults := rules.faults_of_shares(said):
        raise Refused(before + " ".join(faults))


def _once_a_day(split: CostSplit) -> None:
    """Refuse a second split of one name on one day: nobody could say which is meant."""
    # Whoever else writes a split of the partnership waits here.
    Partnership.objects.select_for_update().get(pk=split.partnership_id)
    others = CostSplit.objects.filter(partnership=split.partnership_id, name__iexact=split.name)
    for other in others.exclude(pk=split.pk):
        if rules.overlap((split.from_on, split.to_on), (other.from_on, other.to_on)):
            raise Refused(
                f"Another “{other.name}” is in force on some of these days. End that one first, or "
                "begin this one after it."
            )


@transaction.atomic
def add_source(partnership: Partnership, said: dict[str, Any], *, by: User) -> FundingSource:
    """Write a source of money from fields of FundingSource; `purpose` names what it is for."""
    said = _with_purpose(partnership, said, "restricted_to", by)
    _once_named(partnership, said["name"])
    return write(FundingSource(partnership=partnership, **said), by=by, because="Added the source")


@transaction.atomic
def change_source(
    source: FundingSource, changes: dict[str, Any], *, seen: int, by: User
) -> FundingSource:
    """Write a source; raises Refused or ChangedMeanwhile."""
    held = FundingSource.objects.select_for_update().get(pk=source.pk)
    changes = _with_purpose(held.partnership, changes, "restricted_to", by)
    _once_named(held.partnership, changes["name"], held.pk)
    after = write_seen(held, changes, seen=seen, by=by, because="Changed the source")
    if not after.is_published and after.costs.filter(is_published=True).exists():
        raise Refused("Published costs are paid from it, so it stays published.")
    return after


def _once_named(partnership: Partnership, name: str, but: int = 0) -> None:
    if partnership.funding_sources.filter(name__iexact=name).exclude(pk=but).exists():
        raise Refused(f"There is a source “{name}” already. Give this one a name of its own.")


def _with_purpose(
    partnership: Partnership, said: dict[str, Any], field: str, by: User
) -> dict[str, Any]:
    """Return `said` with the purpose that its words name, which is made where it is new."""
    said, name = dict(said), str(said[field]).strip()
    said[field] = None
    if name:
        known = partnership.purposes.filter(name__iexact=name).first()
        begun = Purpose(partnership=partnership, name=name)
        said[field] = known or write(begun, by=by, because="Named for the first time")
    return said


@transaction.atomic
def add_cost(partnership: Partnership, said: dict[str, Any], *, by: User) -> Cost:
    """Write a cost from fields of Cost; `purpose` is in words.

    Raises Refused where it overspends its source, or is not what the source is restricted to, and
    no reason is given; with one it is written, and every page says so.
    """
    said = _with_purpose(partnership, said, "purpose", by)
    cost = Cost(partnership=partnership, **said)
    _check_cost(cost)
    return write(cost, by=by, because="Recorded the cost")


@transaction.atomic
def change_cost(cost: Cost, changes: dict[str, Any], *, seen: int, by: User) -> Cost:
    """Write a cost; raises as `add_cost` does, and ChangedMeanwhile."""
    held = Cost.objects.select_for_update().get(pk=cost.pk)
    changes = _with_purpose(held.partnership, changes, "purpose", by)
    # Before anything is written, in one order: whoever else spends from either waits here.
    either = {held.source_id, changes["source"].pk if "source" in changes else held.source_id}
    list(FundingSource.objects.select_for_update().filter(pk__in=either).order_by("pk"))
    after = write_seen(held, changes, seen=seen, by=by, because="Changed the cost")
    # What is stored is checked, others' changes in it too; a refusal takes the writing back.
    _check_cost(after)
    return after


def _check_cost(cost: Cost) -> None:
    """Raise Refused, with the source locked: two costs at once cannot both take the last of it."""
    source = FundingSource.objects.select_for_update(of=("self",)).get(pk=cost.source_id)
    if cost.is_published:
        for part, noun in ((source, "source"), (cost.split, "split")):
            if part and not part.is_published:
                raise Refused(f"Publish the {noun} “{part}” first: this cost would tell of it.")
    others = source.costs.exclude(pk=cost.pk).values_list("amount_pence", flat=True)
    why = rules.why_a_reason_is_needed(
        amount=source.amount_pence,
        spent_before=sum(others),
        pence=cost.amount_pence,
        restricted_to=source.restricted_to.name if source.restricted_to else "",
        purpose=cost.purpose.name,
    )
    if why and not cost.reason.strip():
        raise Refused(
            f"{' '.join(why)} Choose another source, or say below why it is charged to this one "
            "all the same: that is published with it."
        )
    if cost.split and cost.on and not rules.is_in_force(cost.on, cost.split.from_on,
                                                        cost.split.to_on):  # fmt: skip
        raise Refused(
            f"“{cost.split}” was not in force on {words.day(cost.on)}. Choose the split of that "
            "day."
        )


def add_benefit(partnership: Partnership, said: dict[str, Any], *, by: User) -> Benefit:
    """Write a benefit from fields of Benefit."""
    return write(Benefit(partnership=partnership, **said), by=by, because="Added the benefit")


def change_benefit(benefit: Benefit, changes: dict[str, Any], *, seen: int, by: User) -> Benefit:
    """Write a benefit; see `history.actions.write_seen` for two people at once."""
    return write_seen(benefit, changes, seen=seen, by=by, because="Changed the benefit")


@transaction.atomic
def add_figure(benefit: Benefit, said: dict[str, Any], *, by: User) -> BenefitFigure:
    """Write what a benefit is at a council in a year; Refused where that is recorded already."""
    Benefit.objects.select_for_update().get(pk=benefit.pk)
    if benefit.figures.filter(council=said["council"], year=said["year"]).exists():
        where = f"{said['council'].short_name} in {rules.year_words(said['year'])}"
        raise Refused(f"There is a figure for {where} already: change that one.")
    return write(BenefitFigure(benefit=benefit, **said), by=by, because="Added a figure")


def change_figure(
    figure: BenefitFigure, changes: dict[str, Any], *, seen: int, by: User
) -> BenefitFigure:
    """Write forecast and actual of one council and year; raises ChangedMeanwhile."""
    return write_seen(figure, changes, seen=seen, by=by, because="Changed a figure")


@transaction.atomic
def put_back_figure(benefit: Benefit, removed: int, *, by: User) -> BenefitFigure:
    """Write again the figure whose removal is history row `removed`; Refused where it cannot be."""
    gone = BenefitFigure.history.filter(
        history_id=removed, history_type="-", benefit=benefit.pk
    ).first()
    if gone is None or benefit.figures.filter(council=gone.council_id, year=gone.year).exists():
        raise Refused("There is nothing to put back.")
    figure: BenefitFigure = gone.instance
    return write(figure, by=by, because="Put back a figure that was removed")
