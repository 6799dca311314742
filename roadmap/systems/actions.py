"""Entering and changing systems, what they are for, and who runs them."""

from datetime import date
from typing import Any

from django.db import transaction

from governance.councils.models import Council, Partnership
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.history.ordering import next_place, put_back, take_out
from governance.people.models import User
from roadmap.contracts.duties import keep_duties_of
from roadmap.systems.models import Function, System, SystemUse

MOST_FUNCTIONS = 60


@transaction.atomic
def add(
    partnership: Partnership, said: dict[str, Any], *, councils: list[Council], function: Function,
    by: User,
) -> System:  # fmt: skip
    """Enter a system from fields of System, run by these councils for one function."""
    system = write(System(partnership=partnership, **said), by=by, because="Entered a system")
    for council in councils:
        use = SystemUse(system=system, council=council, function=function)
        write(use, by=by, because="Entered who runs the system")
    return system


@transaction.atomic
def change(system: System, said: dict[str, Any], *, seen: int, by: User, today: date) -> System:
    """Change fields of a system; see `history.actions.write_seen`. Raises ChangedMeanwhile.

    Its owner holds the duties of its contracts, and what is left out of removal has fewer.
    """
    system = write_seen(system, said, seen=seen, by=by, because="Changed a system")
    keep_duties_of(System.objects.filter(pk=system.pk), by=by, today=today)
    return system


@transaction.atomic
def add_use(system: System, said: dict[str, Any], *, by: User, today: date) -> SystemUse:
    """Record that a council runs `system` for a function. Raises Refused where that is known.

    What a system is for says how long replacing it takes, and so when its contracts are decided.
    """
    System.objects.select_for_update().get(pk=system.pk)
    known = {name: said[name] for name in ("council", "function")}
    if system.uses.filter(**known).exists():
        raise Refused(f"It is recorded already that {said['council'].short_name} runs it for that.")
    use = write(SystemUse(system=system, **said), by=by, because="Entered who runs the system")
    keep_duties_of(System.objects.filter(pk=system.pk), by=by, today=today)
    return use


@transaction.atomic
def remove_use(use: SystemUse, *, by: User, today: date) -> int:
    """Remove who runs a system; return the number of the history row that can put it back."""
    system = use.system_id
    gone = take_out(use, by=by, because="Removed a use of a system")
    keep_duties_of(System.objects.filter(pk=system), by=by, today=today)
    return gone


@transaction.atomic
def put_use_back(system: System, removed: int, *, by: User, today: date) -> SystemUse:
    """Put back the use whose removal is history row `removed`. Raises Refused as `put_back`."""
    because = "Put back a use of a system that was removed"
    use = put_back(system.uses.all(), removed, by=by, because=because)
    keep_duties_of(System.objects.filter(pk=system.pk), by=by, today=today)
    return use


@transaction.atomic
def add_function(partnership: Partnership, said: dict[str, Any], *, by: User) -> Function:
    """Add a function at the end of the partnership's list. Raises Refused for a name it has."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    functions = partnership.functions.all()
    _check_name(partnership, said["name"], 0)
    if functions.count() >= MOST_FUNCTIONS:
        raise Refused(f"A partnership has at most {MOST_FUNCTIONS} functions.")
    place = next_place(functions)
    function = Function(partnership=partnership, position=place, **said)
    return write(function, by=by, because="Entered a function")


@transaction.atomic
def change_function(
    function: Function, said: dict[str, Any], seen: int, *, by: User, today: date
) -> Function:  # fmt: skip
    """Change a function's name, or its lead time and with it the duties that follow from it.

    Raises ChangedMeanwhile, and Refused for a name that another has.
    """
    Partnership.objects.select_for_update().get(pk=function.partnership_id)
    _check_name(function.partnership, said["name"], function.pk)
    function = write_seen(function, said, seen=seen, by=by, because="Changed a function")
    keep_duties_of(System.objects.filter(uses__function=function).distinct(), by=by, today=today)
    return function


def _check_name(partnership: Partnership, name: str, own: int) -> None:
    if partnership.functions.filter(name=name).exclude(pk=own).exists():
        raise Refused(f"There is a function called “{name}” already.")
