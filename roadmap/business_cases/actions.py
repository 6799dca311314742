"""Writing business cases, their options, and the stage they have reached."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import remove, write, write_seen
from governance.history.ordering import next_place
from governance.people.models import User
from roadmap.business_cases.models import BusinessCase, CaseItem, Option
from roadmap.business_cases.rules import Choice, missing
from roadmap.business_cases.states import WITH_A_CHOICE, State, check_move
from roadmap.items.models import Item


@transaction.atomic
def add(
    partnership: Partnership, said: dict[str, Any], items: list[Item], *, by: User
) -> BusinessCase:
    """Begin a business case from fields of BusinessCase, about these items of the roadmap."""
    case = BusinessCase(partnership=partnership, **said)
    write(case, by=by, because="Began the business case")
    _link(case, items, set(), by)
    return case


@transaction.atomic
def change(
    case: BusinessCase, changes: dict[str, Any], items: tuple[list[Item], set[int]], *,
    seen: int, by: User,
) -> BusinessCase:  # fmt: skip
    """Write what is said of a case; raises Refused, or ChangedMeanwhile.

    `items` are those wanted and the ids of those that were shown as its own: what others linked
    meanwhile stays, and what they took away is not linked again.
    What the stage of a case wants cannot be taken away from it; what it lacked before, it may lack.
    """
    held = BusinessCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    before = missing(choice_of(held))
    after = write_seen(held, changes, seen=seen, by=by, because="Changed the business case")
    _check_complete(after, before)
    _link(after, *items, by)
    return after


def _link(case: BusinessCase, items: list[Item], shown: set[int], by: User) -> None:
    held = {link.item_id: link for link in case.case_items.all()}
    wanted = {item.pk: item for item in items}
    for pk in sorted((shown - wanted.keys()) & held.keys()):
        remove(held[pk], by=by, because="The case is not about it")
    for pk in sorted(wanted.keys() - shown - held.keys()):
        link = CaseItem(business_case=case, item=wanted[pk])
        write(link, by=by, because="The case is about it")


@transaction.atomic
def move(case: BusinessCase, to: State, *, because: str, by: User) -> BusinessCase:
    """Take a case to another stage; raises Refused, saying everything that is missing."""
    held = BusinessCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    check_move(State(held.stage), to)
    held.stage = to
    _check_complete(held)
    return write(held, by=by, because=because)


def choice_of(case: BusinessCase) -> Choice:
    """Return what has been chosen in a case, for `rules.missing`."""
    options = list(case.options.all())
    return Choice(
        options=len(options),
        recommended=sum(option.is_recommended for option in options),
        do_nothing=case.do_nothing,
        has_nothing_option=any(option.is_do_nothing for option in options),
        has_decider=bool(case.body_id or case.decided_by),
    )


def _check_complete(case: BusinessCase, before: Sequence[str] = ()) -> None:
    """Raise Refused where the stage of the case wants what it has not, and lacked not before."""
    found = [one for one in missing(choice_of(case)) if one not in before]
    if State(case.stage) in WITH_A_CHOICE and found:
        raise Refused(f"“{State(case.stage).label}” wants more first. {' '.join(found)}")


@transaction.atomic
def add_option(case: BusinessCase, said: dict[str, Any], *, by: User) -> Option:
    """Write an option, the last of its case; Refused where another is recommended already."""
    BusinessCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    _one_of_its_kind(case, said, 0)
    option = Option(business_case=case, position=next_place(case.options.all()), **said)
    return write(option, by=by, because="Added an option")


@transaction.atomic
def change_option(option: Option, changes: dict[str, Any], *, seen: int, by: User) -> Option:
    """Write an option; raises Refused or ChangedMeanwhile."""
    case = BusinessCase.objects.select_for_update(of=("self",)).get(pk=option.business_case_id)
    _one_of_its_kind(case, changes, option.pk)
    before = missing(choice_of(case))
    after = write_seen(option, changes, seen=seen, by=by, because="Changed an option")
    _check_complete(case, before)
    return after


@transaction.atomic
def recommend(option: Option, *, by: User) -> Option:
    """Recommend this option in place of any other of its case."""
    case = BusinessCase.objects.select_for_update(of=("self",)).get(pk=option.business_case_id)
    because = f"“{option.name}” is recommended"
    for other in case.options.filter(is_recommended=True).exclude(pk=option.pk):
        other.is_recommended = False
        write(other, by=by, because=because)
    option = case.options.get(pk=option.pk)
    option.is_recommended = True
    return write(option, by=by, because=because)


def check_option_may_go(option: Option) -> None:
    """Raise Refused where the stage of the case rests on this option."""
    case = option.business_case
    if State(case.stage) in WITH_A_CHOICE and (option.is_recommended or option.is_do_nothing):
        what = "recommended" if option.is_recommended else "doing nothing"
        raise Refused(f"“{option.name}” is {what}, and this stage rests on it: change that first.")


def _one_of_its_kind(case: BusinessCase, said: dict[str, Any], but: int) -> None:
    for field, what in (("is_recommended", "recommended"), ("is_do_nothing", "doing nothing")):
        other = case.options.filter(**{field: True}).exclude(pk=but).first()
        if said.get(field) and other:
            raise Refused(f"“{other.name}” is {what} already, and only one option can be.")
