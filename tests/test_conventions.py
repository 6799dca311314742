"""House rules, asked of the source itself."""

import ast
import re
from pathlib import Path

import pytest

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
    "governance/notices/actions.py": "a frozen version is no governed row; nothing ever changes it",
    "governance/notices/tasks.py": "a PDF is no governed row; nothing ever changes it",
    "records/load_people.py": "the first account of all is written by itself",
}
WRITES = {"save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create"}


def name_of(path):
    return str(path.relative_to(ROOT))


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    long = [f.name for f in functions(tree_of(path)) if f.end_lineno - f.lineno >= 40]
    assert (lines <= 350, long) == (True, [])


def test_half_of_the_modules_have_at_most_eighty_lines():
    sizes = sorted(len(p.read_text().splitlines()) for p in MODULES if p.name != "__init__.py")
    assert sizes[len(sizes) // 2] <= 80


@pytest.mark.parametrize("path", [p for p in MODULES if "views" in p.name], ids=name_of)
def test_views_read_only_what_the_visitor_may_see(path):
    attributes = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.Attribute)]
    scoped = {id(a.value) for a in attributes if a.attr == "visible_to"}
    bare = [a.lineno for a in attributes if a.attr == "objects" and id(a) not in scoped]
    assert not bare, f"use .objects.visible_to(request.user) on lines {bare}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_rows_are_written_through_the_one_writer(path):
    if name_of(path) in WRITERS:
        return
    calls = [
        node.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and _looks_like_rows(node.func)
    ]
    assert not calls, f"write through governance.history.actions on lines {calls}"


def _looks_like_rows(call):
    """Dictionaries have update and pikepdf has save: rows are reached through objects."""
    text = ast.unparse(call.value)
    return ".objects" in text or call.attr in {"bulk_create", "bulk_update", "get_or_create"}


@pytest.mark.parametrize("app", [app for app in APPS if app != "config"])
def test_index_modules_hold_imports_and_nothing_else(app):
    for name in ("models.py", "tasks.py", "urls.py"):
        path = ROOT / app / name
        if path.exists() and app == "governance":
            allowed = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign, ast.AnnAssign)
            assert all(isinstance(node, allowed) for node in tree_of(path).body), path


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_an_import_inside_a_function_says_why(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    silent = [
        node.lineno
        for function in functions(tree_of(path))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not lines[node.lineno - 2].strip().startswith("#")
    ]
    assert not silent


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_domain_code_never_reads_the_clock_by_itself(path):
    """Rules, actions and states are told what time it is."""
    if path.name not in {"rules.py", "states.py", "standing.py", "strip.py", "presentation.py"}:
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\.(now|today|localdate|utcnow)\(\)", text)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_a_drawer_for_everything(path):
    assert path.stem not in {"utils", "helpers", "common", "services", "signals", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_functions_of_rules_actions_and_permissions_say_what_they_do(path):
    if path.name not in {"rules.py", "actions.py", "permissions.py", "statutory_dates.py"}:
        return
    mute = [
        f.name
        for f in tree_of(path).body
        if isinstance(f, ast.FunctionDef)
        and not f.name.startswith("_")
        and not ast.get_docstring(f)
    ]
    assert not mute


def test_migrations_import_none_of_our_code():
    for path in ROOT.glob("*/migrations/0*.py"):
        roots = {
            (node.module or "").split(".")[0]
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ImportFrom)
        }
        assert not roots & set(APPS), path


def test_every_function_that_the_table_of_rules_names_is_there():
    table = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", table))
    assert named
    missing = [name for name in named if not (ROOT / name).exists()]
    assert not missing
