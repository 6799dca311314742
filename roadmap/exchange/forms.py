"""Choosing the table to import."""

from roadmap.exchange.rules import NAMES, NEEDED
from roadmap.spreadsheets.forms import TableForm


class FileForm(TableForm):
    columns, needed = NAMES, NEEDED
