"""What the database refuses of the duties to look again at exemptions."""

from governance.models import Duty, ExemptionDuty
from tests.factories.decisions import a_duty


def with_a_duty_of_its_own(rows):
    return {"duty": a_duty(rows[Duty].council)}


CHANGED = {"exemption_duty_kind_is_known": (ExemptionDuty, [{"kind": "rumour"}])}
COPIED = {
    "one_exemption_duty_a_record_and_day": (ExemptionDuty, [with_a_duty_of_its_own]),
}
