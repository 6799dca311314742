"""Choosing the table of volumes to import."""

from roadmap.spreadsheets.forms import TableForm
from roadmap.volumes.rules import COLUMNS, NEEDED


class FileForm(TableForm):
    columns, needed = COLUMNS, NEEDED
