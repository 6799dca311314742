"""What the database refuses of dashboards."""

from datetime import date

from roadmap.models import Dashboard, DashboardFile

CHANGED = {}
# A frozen row is never changed, so a copy is what breaks each.
COPIED = {
    "dashboard_has_a_title": (Dashboard, [{"title": ""}]),
    "dashboard_period_does_not_end_before_it_begins": (Dashboard, [{"last": date(2020, 1, 1)}]),
    "dashboard_hash_is_sha256": (Dashboard, [{"facts_sha256": "X" * 64}]),
    "dashboard_file_hash_is_sha256": (
        DashboardFile,
        [{"sha256": "X" * 64}],
    ),
}
