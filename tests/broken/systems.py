"""What the database refuses of systems and their contracts."""

from datetime import date

from roadmap.contracts.models import Contract, ContractDuty, CoveredCouncil, Extension, Licence
from roadmap.systems.models import Function, System, SystemUse
from tests.factories.decisions import a_decision, a_duty

EARLY, LATE = date(2020, 1, 1), date(2031, 1, 1)
CHANGED = {
    "function_has_a_name": (Function, [{"name": ""}]),
    "function_is_procured_within_ten_years": (Function, [{"lead_months": 121}]),
    "system_has_a_name": (System, [{"name": ""}]),
    "system_kind_is_known": (System, [{"kind": "secret"}]),
    "system_hosting_is_known": (System, [{"hosting": "attic"}]),
    "contract_has_a_title": (Contract, [{"title": ""}]),
    "contract_supplier_kind_is_known": (Contract, [{"supplier_kind": "large"}]),
    "contract_procurement_is_known": (Contract, [{"procurement": "lottery"}]),
    "contract_sums_are_nothing_or_more": (
        Contract, [{"value_pence": -1}, {"annual_pence": -1}, {"vat_pence": -1}],
    ),
    "contract_does_not_end_before_it_starts": (Contract, [{"starts_on": LATE, "ends_on": EARLY}]),
    "contract_ends_on_a_day_that_can_be_counted_from": (
        Contract,
        [{"starts_on": None, "ends_on": date(1974, 3, 31)}, {"ends_on": date(2201, 1, 1)}],
    ),
    "contract_renewal_is_known": (Contract, [{"renewal": "always", "roll_months": None}]),
    "contract_that_rolls_on_says_from_when_and_how_far": (
        Contract,
        [{"roll_months": None}, {"roll_months": 0}, {"roll_months": 121}, {"ends_on": None},
         {"renewal": "none"}, {"renewal": "express"}],
    ),
    "contract_notice_has_a_length_and_a_unit": (
        Contract,
        [{"notice_count": None}, {"notice_count": 0}, {"notice_count": 1001},
         {"notice_unit": ""}, {"notice_unit": "moons"}],
    ),
    "contract_is_replaced_within_ten_years": (Contract, [{"lead_months": 121}]),
    "contract_found_without_approval_was_not_approved": (
        Contract, [lambda _: {"is_unapproved": True, "approved_by": a_decision()}],
    ),
    "contract_decided_says_about_which_end": (
        Contract, [{"decided_for": LATE}, lambda _: {"replaced_by": a_decision()}],
    ),
    "extension_is_of_one_month_to_ten_years": (Extension, [{"months": 0}, {"months": 121}]),
    "licence_has_a_name": (Licence, [{"name": ""}]),
    "licences_in_use_were_counted_on_a_day": (
        Licence, [{"used": None}, {"counted_on": None}],
    ),
    "contract_duty_purpose_is_known": (ContractDuty, [{"purpose": "hope"}]),
}  # fmt: skip
COPIED = {
    "one_function_a_name": (Function, [{"position": 99}]),
    "one_use_a_system_council_and_job": (SystemUse, [{"since": EARLY}]),
    "one_cover_a_contract_and_council": (CoveredCouncil, [{"joined_on": EARLY}]),
    "one_extension_a_place": (Extension, [{"months": 6}]),
    "one_licence_a_place": (Licence, [{"name": "Another"}]),
    "one_duty_a_purpose_and_end": (
        ContractDuty, [lambda rows: {"duty": _another_duty(rows)}],
    ),
}  # fmt: skip


def _another_duty(rows):
    return a_duty(rows[Contract].council, kind="contract")
