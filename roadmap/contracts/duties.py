"""The duties that a contract makes: to decide what follows, and to act, before its next end."""

from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from governance.calendar import words
from governance.duties.actions import keep
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.people.models import User
from roadmap.contracts.models import Contract, ContractDuty
from roadmap.contracts.standing import Standing, standing_of
from roadmap.systems.models import System, SystemUse

USUAL_LEAD_MONTHS = 6
DECIDE, ACT = ContractDuty.Purpose.DECIDE, ContractDuty.Purpose.ACT
LONGEST_TITLE = Duty._meta.get_field("title").max_length or 300


def lead_of(system: System) -> int:
    """Return how many months a joint replacement takes: the longest of what the system is for."""
    of = SystemUse.objects.filter(system=system)
    longest = of.aggregate(longest=Max("function__lead_months"))["longest"]
    return USUAL_LEAD_MONTHS if longest is None else int(longest)


def keep_duties(contract: Contract, *, by: User, today: date) -> None:
    """Bring the contract's duties in step with its dates; call inside the action's transaction.

    A duty that was done stays as it was done. One about an end that is no longer ahead, or that
    was decided, goes. The contract is locked: two who change it never make a duty twice.
    """
    rows = Contract.objects.select_for_update(of=("self",)).select_related("system", "council")
    contract = rows.get(pk=contract.pk)
    standing = standing_of(contract, today, lead_of(contract.system))
    wanted = _wanted(contract, standing)
    links = {
        (link.purpose, link.term_end): link
        for link in ContractDuty.objects.select_for_update(of=("self",))
        .filter(contract=contract)
        .select_related("duty")
    }
    for key, link in links.items():
        if key not in wanted and not link.duty.done_on:
            duty = link.duty
            remove(link, by=by, because="The contract no longer asks for it")
            remove(duty, by=by, because="The contract no longer asks for it")
    for (purpose, term_end), facts in wanted.items():
        known = links.get((purpose, term_end))
        duty = known.duty if known else Duty(kind=Duty.Kind.CONTRACT)
        duty = keep(duty, facts, by=by, because="Follows from the dates of a contract")
        if known is None:
            link = ContractDuty(contract=contract, duty=duty, purpose=purpose, term_end=term_end)
            write(link, by=by, because="Follows from the dates of a contract")


def _wanted(contract: Contract, standing: Standing) -> dict[tuple[str, date], dict[str, Any]]:
    """Return the facts of each duty by its purpose and the end that it is about."""
    dates = standing.dates
    end = dates.can_end_on or dates.term_end
    if end is None or standing.is_gone or dates.act_by is None:
        return {}
    facts = {
        "council": contract.council,
        "holder": contract.system.owner,
        "is_illustrative": contract.is_illustrative,
    }
    name = contract.title
    if contract.system.name not in name:
        name = f"{contract.system.name}: {name}"
    act = words.sentence_case(dates.act)
    found = {(ACT.value, end): facts | {"due_on": dates.act_by, "title": _title(act, name)}}
    if standing.decide_by:
        decide = {"due_on": standing.decide_by, "title": _title("Decide what follows", name)}
        found[DECIDE.value, end] = facts | decide
    return found


def _title(what: str, of: str) -> str:
    said = f"{what}. {of}"
    return said if len(said) <= LONGEST_TITLE else f"{said[: LONGEST_TITLE - 1]}…"


def keep_duties_of(systems: "QuerySet[System]", *, by: User, today: date) -> None:
    """Bring in step the duties of every contract for these systems; inside a transaction."""
    contracts = Contract.objects.filter(system__in=systems).select_related("system", "council")
    for contract in contracts.order_by("pk"):
        keep_duties(contract, by=by, today=today)
