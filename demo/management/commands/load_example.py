"""Load the example partnerships. Run it as often as you like: it adds only what is missing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
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

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--folder",
            type=Path,
            default=Path(settings.BASE_DIR) / "examples",
            help="Read the YAML files of another folder",
        )

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        try:
            with transaction.atomic():
                by = load_people.system_person()
                loading = Loading(by=by, today=timezone.localdate(), loaders=dict(LOADERS))
                made = load_folder(folder, loading)
        except ValueError as problem:
            raise CommandError(f"{problem} Nothing was loaded.") from problem
        self.stdout.write(
            f"Example records: {made} added." if made else "Example records: complete."
        )
