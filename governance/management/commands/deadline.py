"""`manage.py deadline`: what a date comes out as, and why. It needs no database."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from governance.errors import Refused
from governance.management.deadline_answers import KINDS, Options, answer

NONSENSE = 2


class Command(BaseCommand):
    """Print a deadline with its day-by-day count; what makes no sense is a sentence and exit 2."""

    help = (
        "Work out a deadline and show how it was counted. "
        f"Kinds: {', '.join(KINDS)}. Dates and times are local (Europe/London)."
    )
    # The answer depends on the calendar alone, so it must come even while the site is broken.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Everything is read as text: the answering code refuses nonsense in its own words."""
        parser.add_argument("kind", nargs="?", help="the kind of deadline")
        parser.add_argument(
            "when", nargs="?", help="DATE, or DATETHH:MM for call_in", metavar="date"
        )
        parser.add_argument("--rule", help="call_in: the council's rule, as JSON")
        parser.add_argument("--count", help="public_questions: how many clear days")
        parser.add_argument("--stage", help="private_meeting_notice: 28 or 5")
        parser.add_argument("--clear-days", help="count clear days as working or calendar days")
        parser.add_argument("--json", action="store_true", help="answer in JSON")

    def handle(self, *_: Any, **options: Any) -> None:
        """Answer on standard output, or refuse on standard error."""
        asked = Options(
            **{name: options[name] for name in ("rule", "count", "stage", "clear_days")}
        )
        try:
            found = answer(options["kind"], options["when"], asked)
        except Refused as refusal:
            self.stderr.write(str(refusal))
            sys.exit(NONSENSE)
        if options["json"]:
            self.stdout.write(json.dumps(found.as_json, indent=2, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(found.lines))
