"""Items of a roadmap, with their rollouts, milestones, dependencies and gates."""

from datetime import date
from itertools import count

from django.utils import timezone

from governance.models import Duty
from roadmap.models import (
    Dependency,
    GateDuty,
    Item,
    Milestone,
    PhaseGate,
    Rollout,
    RowDraft,
    Theme,
)
from tests.factories.councils import a_partnership
from tests.factories.meetings import a_body
from tests.factories.people import made, the_clerk

_numbers = count(1)


def a_theme(partnership=None, **fields):
    number = next(_numbers)
    partnership = partnership or a_partnership()
    usual = {"name": f"Theme {number}", "position": number}
    return made(Theme(partnership=partnership, **usual | fields))


def an_item(partnership=None, **fields):
    """Return a published item; `is_published=False` makes it a draft."""
    number = next(_numbers)
    usual = {
        "title": f"Item {number}", "slug": f"item-{number}", "position": number,
        "is_published": True,
    }  # fmt: skip
    return made(Item(partnership=partnership or a_partnership(), **usual | fields))


def a_rollout(item=None, council=None, **fields):
    """Return a rollout that has not started, planned for the year 2024; of all councils if None."""
    usual = {"planned_start": date(2024, 1, 8), "planned_end": date(2024, 9, 30)}
    return made(Rollout(item=item or an_item(), council=council, **usual | fields))


def a_milestone(item=None, **fields):
    usual = {"title": f"Milestone {next(_numbers)}", "planned_on": date(2024, 6, 28)}
    return made(Milestone(item=item or an_item(), **usual | fields))


def a_dependency(item, needs, **fields):
    return made(Dependency(item=item, needs=needs, **fields))


def a_gate(item=None, body=None, **fields):
    """Return the gate before phase 2, not decided yet."""
    usual = {"due_on": date(2024, 3, 28)}
    return made(PhaseGate(item=item or an_item(), body=body or a_body(), **usual | fields))


def a_draft(rollout, user=None, **fields):
    """Return what somebody typed in a row and did not save."""
    usual = {"typed": {"sentence": "Half a sentence"}, "seen": 1, "kept_at": timezone.now()}
    draft = RowDraft(rollout=rollout, user=user or the_clerk(), **usual | fields)
    draft.save()
    return draft


def one_of_each(partnership, council):
    """Make a row of every model of this feature."""
    body = a_body(council)
    item = an_item(partnership, theme=a_theme(partnership))
    a_rollout(item, phase=2)
    a_draft(a_rollout(item, council, turn=1))
    a_milestone(item)
    a_dependency(item, an_item(partnership))
    gate = a_gate(item, body)
    made(GateDuty(gate=gate, duty=Duty.objects.latest("pk")))
