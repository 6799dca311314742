"""docs/rules.md says where each rule is kept. It may name only what exists."""

import re
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
FUNCTIONS = sorted(set(re.findall(r"`((?:governance|roadmap|scrutiny)(?:\.\w+)+)`", DOCUMENT)))
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", DOCUMENT)))


def found(name):
    """The module is the longest part of a dotted name that can be a file; the rest is in it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        if (ROOT / "/".join(parts[:length])).with_suffix(".py").exists():
            return reduce(getattr, parts[length:], import_module(".".join(parts[:length])))
    return None


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_named_in_the_document_exists(name):
    assert callable(found(name))


@pytest.mark.parametrize(("path", "name"), TESTS)
def test_test_named_in_the_document_exists(path, name):
    assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_every_row_names_a_function_and_a_test():
    rows = [line for line in DOCUMENT.splitlines() if line.startswith("| ") and "`" in line]
    assert all(re.search(r"`\w+(\.\w+)+` \| `tests/", row) for row in rows)
