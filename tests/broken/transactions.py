"""What the database refuses of services and transactions."""

from datetime import date

from roadmap.transactions.models import Recheck, Service, Transaction

CHANGED = {
    "service_has_a_name": (Service, [{"name": ""}]),
    "service_lgsl_id_has_one_to_four_figures": (Service, [{"lgsl_id": 0}, {"lgsl_id": 10_000}]),
    "service_run_by_is_known": (Service, [{"run_by": "nobody"}]),
    "transaction_online_is_known": (Transaction, [{"online": "soon"}]),
    "transaction_channel_is_known": (Transaction, [{"channel": "crow"}]),
    "transaction_volume_is_one_that_can_be_counted": (Transaction, [{"volume": 1_000_000_001}]),
    "transaction_verified_says_by_whom": (
        Transaction, [{"verified_by": ""}, {"verified_on": None}],
    ),
    "transaction_verified_on_a_day_that_can_be_counted_from": (
        Transaction,
        [{"verified_on": date(1974, 3, 31)}, {"verified_on": date(2201, 1, 1)}],
    ),
    "recheck_is_after_one_month_to_ten_years": (Recheck, [{"months": 0}, {"months": 121}]),
}  # fmt: skip
COPIED = {
    "one_service_a_name": (Service, [{"department": "Another"}]),
    "one_transaction_a_service_and_council": (Transaction, [{"platform": "Another"}]),
}
