"""Load the example partnerships. Run it as often as you like: it adds only what is missing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo import load_meetings, load_people
from demo.loading import Loading, load_folder

LOADERS = {
    "account": load_people.account,
    "body": load_people.body,
    "council": load_people.council,
    "partnership": load_people.partnership,
    "person": load_people.person,
    "issue": load_meetings.issue,
    "live decision": load_meetings.live_decision,
    "meeting": load_meetings.meeting,
}


class Command(BaseCommand):
    help = "Load the example records of examples/ (only what is not there yet)"

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "examples"
        loading = Loading(
            by=load_people.system_person(), today=timezone.localdate(), loaders=dict(LOADERS)
        )
        try:
            made = load_folder(folder, loading)
        except ValueError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(
            f"Example records: {made} added." if made else "Example records: complete."
        )
