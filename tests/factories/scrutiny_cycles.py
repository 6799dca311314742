"""Reviews that come round, and the times that they do."""

from datetime import date

from governance.models import Duty
from scrutiny.models import Occurrence, ReviewCycle
from tests.factories.councils import a_council
from tests.factories.decisions import a_duty, an_issue
from tests.factories.people import made


def a_cycle(council=None, **fields):
    """Return a published cycle: in depth every two years from 2025, a light touch between."""
    usual = {
        "title": "Digital strategy", "months": 24, "first_due": date(2025, 3, 31),
        "light_months": 12, "light_from": date(2024, 3, 31), "is_published": True,
        "holder": "Scrutiny officer", "source": "Recommendation 1",
    }  # fmt: skip
    if "strategy" not in fields:
        fields.setdefault("issue", an_issue())
    return made(ReviewCycle(council=council or a_council(), **usual | fields))


def an_occurrence(cycle, planned_on=date(2025, 3, 31), **fields):
    if "duty" not in fields:
        fields["duty"] = a_duty(cycle.council, kind="review", due_on=planned_on)
    usual = {"kind": "in_depth", "due_on": planned_on}
    return made(Occurrence(cycle=cycle, planned_on=planned_on, **usual | fields))


def one_of_each(partnership, council):
    """Make a row of every model of the feature."""
    duty = Duty.objects.latest("pk")
    an_occurrence(a_cycle(council, partnership=partnership), duty=duty)
