"""Keeping the table of a chosen file until it is imported or left."""

from django.db import transaction

from governance.councils.models import Partnership
from governance.people.models import User
from roadmap.spreadsheets.models import PendingImport
from roadmap.spreadsheets.reading import Sheet


@transaction.atomic
def keep(sheet: Sheet, *, kind: str, name: str, partnership: Partnership, by: User) -> None:
    """Keep a table that `by` chose, from a file called `name`, in place of the one before."""
    PendingImport.objects.filter(user=by, partnership=partnership, kind=kind).delete()
    lines = [[line.number, line.cells] for line in sheet.lines]
    table = {"headings": sheet.headings, "lines": lines}
    PendingImport(user=by, partnership=partnership, kind=kind, name=name[:200], table=table).save()


def forget(pending: PendingImport) -> None:
    """Let go of a table that was imported or left."""
    pending.delete()
