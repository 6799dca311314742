"""House rules, asked of the source itself. Each failure names the places that break the rule."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
APPS = ("config", "demo", "governance", "records", "roadmap", "scrutiny")
MODULES = [
    path
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
# The doors through which rows are written: the history's own writer, and what is not governed.
WRITERS = {
    "governance/history/actions.py": "the writer itself",
    "governance/people/models.py": "django-allauth saves accounts through the model",
    "governance/meetings/actions.py": "keeps an uploaded file; the row goes through write",
    "governance/messages/actions.py": "a message is no part of the record",
    "governance/messages/delivery.py": "a message is no part of the record",
    "governance/messages/outbox.py": "a message is no part of the record",
    "governance/reminders/actions.py": "how somebody wants mail is no part of the record",
    "governance/reminders/morning.py": "a reminder is no part of the record",
    "governance/notices/actions.py": "a frozen version is no governed row; nothing changes it",
    "governance/notices/tasks.py": "a PDF is no governed row; nothing ever changes it",
    "governance/subscriptions/actions.py": "an address is erased, which no history may prevent",
    "governance/subscriptions/telling.py": "what is still to be told is a to-do of the machine",
    "roadmap/dashboards/tasks.py": "a PDF is no governed row; nothing ever changes it",
    "roadmap/items/drafts.py": "what somebody half typed is no part of the record",
    "roadmap/saved_views/actions.py": "a bookmark is no part of the record",
    "roadmap/spreadsheets/actions.py": "a file being imported is no part of the record",
    "roadmap/strategies/tasks.py": "a PDF is no governed row; nothing ever changes it",
    "scrutiny/reviews/tasks.py": "a PDF is no governed row; nothing ever changes it",
    "records/load_people.py": "the first account of all is written by itself",
}
ROW_WRITES = {"save", "create", "update", "delete"}
BULK_WRITES = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
PURE = {"rules.py", "states.py", "standing.py", "strip.py", "presentation.py", "changes.py"}
EXPLAINED = {"rules.py", "actions.py", "permissions.py", "statutory_dates.py"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def name_of(path):
    return str(path.relative_to(ROOT))


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path, *kinds):
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]


def lines_of(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_no_module_is_over_350_lines():
    assert [name_of(path) for path in MODULES if len(lines_of(path)) > 350] == []


def test_no_function_is_over_40_lines():
    assert [
        f"{name_of(path)}: {function.name}"
        for path in MODULES
        for function in nodes(path, *FUNCTIONS)
        if function.end_lineno - function.lineno >= 40
    ] == []


def test_half_of_the_modules_have_at_most_eighty_lines():
    sizes = sorted(len(lines_of(path)) for path in MODULES if path.name != "__init__.py")
    assert sizes[len(sizes) // 2] <= 80


def test_views_read_only_what_the_visitor_may_see():
    found = []
    for path in (path for path in MODULES if "views" in path.name):
        attributes = nodes(path, ast.Attribute)
        scoped = {id(a.value) for a in attributes if a.attr == "visible_to"}
        found += [
            f"{name_of(path)}:{a.lineno}"
            for a in attributes
            if a.attr == "objects" and id(a) not in scoped
        ]
    assert found == [], "use .objects.visible_to(request.user)"


def test_rows_are_written_through_the_one_writer():
    assert [
        f"{name_of(path)}:{call.lineno}"
        for path in MODULES
        if name_of(path) not in WRITERS
        for call in nodes(path, ast.Call)
        if isinstance(call.func, ast.Attribute) and _writes_rows(call.func)
    ] == [], "write through governance.history.actions"


def _writes_rows(call):
    """Dictionaries have update and pikepdf has save: rows are reached through objects."""
    through_a_manager = ".objects" in ast.unparse(call.value)
    return call.attr in BULK_WRITES or (call.attr in ROW_WRITES and through_a_manager)


def test_index_modules_hold_imports_and_nothing_else():
    allowed = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign, ast.AnnAssign)
    indexes = [
        path
        for app in ("governance", "roadmap", "scrutiny")
        for name in ("models.py", "tasks.py", "urls.py")
        if (path := ROOT / app / name).exists()
    ]
    assert len(indexes) >= 5
    for path in indexes:
        assert all(isinstance(node, allowed) for node in tree_of(path).body), name_of(path)


def test_an_import_inside_a_function_says_why():
    assert [
        f"{name_of(path)}:{statement.lineno}"
        for path in MODULES
        for function in nodes(path, *FUNCTIONS)
        for statement in ast.walk(function)
        if isinstance(statement, ast.Import | ast.ImportFrom)
        and not lines_of(path)[statement.lineno - 2].strip().startswith("#")
    ] == []


def test_what_is_pure_never_reads_the_clock():
    """Rules, states and presentation are told what time it is."""
    clock = re.compile(r"\.(now|today|localdate|utcnow)\(\)")
    pure = [path for path in MODULES if path.name in PURE]
    assert [name_of(path) for path in pure if clock.search("\n".join(lines_of(path)))] == []


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "helpers", "common", "services", "signals", "misc"}
    assert [name_of(path) for path in MODULES if path.stem in drawers] == []


def test_public_functions_of_rules_actions_and_permissions_say_what_they_do():
    assert [
        f"{name_of(path)}: {statement.name}"
        for path in MODULES
        if path.name in EXPLAINED
        for statement in tree_of(path).body
        if isinstance(statement, ast.FunctionDef)
        and not statement.name.startswith("_")
        and not ast.get_docstring(statement)
    ] == []


def test_migrations_import_none_of_our_code():
    assert [
        f"{path}: {statement.module}"
        for path in ROOT.glob("*/migrations/0*.py")
        for statement in nodes(path, ast.ImportFrom)
        if (statement.module or "").split(".")[0] in APPS
    ] == []
