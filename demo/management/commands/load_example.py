"""Load the example partnerships. Run it as often as you like: it adds only what is missing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from records.folder import load


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
        made = load(folder, because="Loaded from the example records")
        self.stdout.write(
            f"Example records: {made} added." if made else "Example records: complete."
        )
