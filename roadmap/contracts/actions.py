"""Entering and changing contracts, and recording what was decided to follow them.

Whatever may move a date brings the contract's duties in step in the same transaction.
"""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from governance.decisions.models import Decision
from governance.duties import actions as duties
from governance.errors import Refused
from governance.history.actions import remove, write, write_seen
from governance.history.ordering import next_place, put_back, take_out
from governance.people.models import User
from roadmap.contracts.duties import DECIDE, keep_duties, lead_of
from roadmap.contracts.models import Contract, CoveredCouncil, Extension, Licence
from roadmap.contracts.standing import standing_of
from roadmap.systems.models import System

MOST_PARTS = 20


@transaction.atomic
def add(
    system: System, said: dict[str, Any], *, covers: set[int], by: User, today: date
) -> Contract:  # fmt: skip
    """Enter a contract for `system` from fields of Contract; `covers` are ids of other councils."""
    contract = write(Contract(system=system, **said), by=by, because="Entered a contract")
    _cover(contract, covers, set(), by=by)
    keep_duties(contract, by=by, today=today)
    return contract


@transaction.atomic
def change(
    contract: Contract, said: dict[str, Any], *, covers: tuple[set[int], set[int]], seen: int,
    by: User, today: date,
) -> Contract:  # fmt: skip
    """Change fields (see `history.actions.write_seen`) and the councils that it covers.

    `covers` are the ids wanted and those that were shown: what others added meanwhile stays.
    Raises ChangedMeanwhile, or Refused where it contradicts what others changed meanwhile.
    """
    try:
        with transaction.atomic():
            contract = write_seen(contract, said, seen=seen, by=by, because="Changed a contract")
    except IntegrityError:
        raise Refused(
            "Somebody else changed this contract while you were writing, and the two do not fit "
            "together. Open it again to see what was saved; what you typed is still here."
        ) from None
    _cover(contract, *covers, by=by)
    keep_duties(contract, by=by, today=today)
    return contract


def _cover(contract: Contract, wanted: set[int], shown: set[int], *, by: User) -> None:
    held = {row.council_id: row for row in contract.covered.select_for_update()}
    for council in sorted(wanted - shown - held.keys()):
        joined = CoveredCouncil(contract=contract, council_id=council)
        write(joined, by=by, because="Covered by the contract")
    for council in sorted((shown - wanted) & held.keys()):
        remove(held[council], by=by, because="No longer covered by the contract")


@transaction.atomic
def decide(contract: Contract, decision: Decision, *, by: User, today: date) -> Contract:
    """Record which decision says what follows the contract's next end; its duty is then done.

    Raises Refused where the contract has no end that could be decided about.
    """
    contract = Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    standing = standing_of(contract, today, lead_of(contract.system))
    end = standing.dates.can_end_on or standing.dates.term_end
    if end is None or standing.is_gone:
        raise Refused("This contract has no end ahead. Record its dates first.")
    said = f"Decided: {decision.public_title}"  # the duty is read by everybody
    contract.replaced_by, contract.decided_for = decision, end
    write(contract, by=by, because=said)
    for link in contract.duty_links.filter(purpose=DECIDE, duty__done_on=None):
        on = min(decision.made_on or today, today)
        duties.finish(link.duty, done_on=on, how=said, by=by, today=today)
    keep_duties(contract, by=by, today=today)
    return contract


# --- Extensions and licences ----------------------------------------------------------------------


@transaction.atomic
def add_extension(contract: Contract, said: dict[str, Any], *, by: User, today: date) -> Extension:
    """Add an extension that the contract offers, after those it has. Raises Refused at twenty."""
    place = _next_place(contract, "extensions")
    row = Extension(contract=contract, position=place, **said)
    write(row, by=by, because="Entered an extension")
    keep_duties(contract, by=by, today=today)
    return row


@transaction.atomic
def change_extension(
    row: Extension, said: dict[str, Any], seen: int, *, by: User, today: date
) -> Extension:  # fmt: skip
    """Change an extension, or record that it was taken up. Raises ChangedMeanwhile."""
    row = write_seen(row, said, seen=seen, by=by, because="Changed an extension")
    keep_duties(row.contract, by=by, today=today)
    return row


@transaction.atomic
def remove_extension(row: Extension, *, by: User, today: date) -> int:
    """Remove an extension; return the number of the history row that can put it back."""
    contract = row.contract
    gone = take_out(row, by=by, because="Removed an extension")
    keep_duties(contract, by=by, today=today)
    return gone


@transaction.atomic
def put_extension_back(contract: Contract, removed: int, *, by: User, today: date) -> Extension:
    """Put back the extension whose removal is history row `removed`."""
    because = "Put back an extension that was removed"
    row = put_back(contract.extensions.all(), removed, by=by, because=because)
    keep_duties(contract, by=by, today=today)
    return row


@transaction.atomic
def extensions_moved(contract: Contract, *, by: User, today: date) -> None:
    """Bring duties in step after the order changed in which extensions can be had."""
    keep_duties(contract, by=by, today=today)


@transaction.atomic
def add_licence(contract: Contract, said: dict[str, Any], *, by: User) -> Licence:
    """Add a count of licences, after those the contract has. Raises Refused at twenty."""
    row = Licence(contract=contract, position=_next_place(contract, "licences"), **said)
    return write(row, by=by, because="Entered a count of licences")


def change_licence(row: Licence, said: dict[str, Any], seen: int, *, by: User) -> Licence:
    """Change a count of licences. Raises ChangedMeanwhile."""
    return write_seen(row, said, seen=seen, by=by, because="Changed a count of licences")


def _next_place(contract: Contract, parts: str) -> int:
    Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    rows = getattr(contract, parts).all()
    if rows.count() >= MOST_PARTS:
        raise Refused(f"A contract has at most {MOST_PARTS} of these. Remove one first.")
    return next_place(rows)
