"""What the database refuses of saved views and of files being imported."""

from roadmap.models import PendingImport, SavedView

CHANGED = {
    "pending_import_kind_is_known": (PendingImport, [{"kind": "recipe"}]),
    "saved_view_page_is_known": (SavedView, [{"page": "cellar"}]),
    "saved_view_has_a_name": (SavedView, [{"name": ""}]),
}
COPIED = {
    "one_pending_import_a_person_and_kind": (PendingImport, [{}]),
    "one_saved_view_a_person_and_name": (SavedView, [{}]),
}
