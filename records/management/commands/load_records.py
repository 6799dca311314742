"""Load councils, people, rules and meetings from YAML files; only what is not there yet."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from records.folder import load


class Command(BaseCommand):
    help = "Load the YAML files of a folder (examples/README.md says what they may hold)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--because", required=True, help="The reason that the history shows")

    def handle(self, *_args: Any, folder: Path, because: str, **_options: Any) -> None:
        made = load(folder, because=because)
        self.stdout.write(f"Records: {made} added." if made else "Records: nothing to add.")
