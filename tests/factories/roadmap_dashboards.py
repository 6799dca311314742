"""Dashboards that were kept."""

from datetime import date

from django.utils import timezone

from roadmap.models import Dashboard, DashboardFile
from tests.factories.people import made


def a_dashboard(partnership, **fields):
    usual = {
        "title": "ICT roadmap, 2024/25 quarter 1", "first": date(2024, 4, 1),
        "last": date(2024, 6, 30), "facts": {"told": "Nothing"}, "facts_sha256": "a" * 64,
        "kept_at": timezone.now(),
    }  # fmt: skip
    return made(Dashboard(partnership=partnership, **usual | fields))


def one_of_each(partnership, _council):
    kept = a_dashboard(partnership)
    DashboardFile.objects.create(dashboard=kept, content=b"%PDF", size=4, sha256="a" * 64)
