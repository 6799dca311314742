"""What is no part of the record: files being imported, saved views."""

from roadmap.models import PendingImport, SavedView
from tests.factories.people import a_user


def a_pending_import(partnership, user=None, **fields):
    usual = {"kind": "roadmap", "name": "roadmap.csv", "table": {"headings": [], "lines": []}}
    found = PendingImport(user=user or a_user(), partnership=partnership, **usual | fields)
    found.save()
    return found


def a_saved_view(partnership, user=None, **fields):
    usual = {"name": "Boston, at risk", "page": "table", "query": "council=boston&status=amber"}
    found = SavedView(user=user or a_user(), partnership=partnership, **usual | fields)
    found.save()
    return found


def one_of_each(partnership, _council):
    a_pending_import(partnership)
    a_saved_view(partnership)
