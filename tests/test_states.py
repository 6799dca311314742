"""Every table of moves is whole, and the diagrams in docs/states show the same moves."""

from importlib import import_module
from itertools import product
from pathlib import Path

import pytest

from governance.errors import Refused

ROOT = Path(__file__).parent.parent
MACHINES = sorted(
    str(path.relative_to(ROOT).with_suffix("")).replace("/", ".")
    for app in ("governance", "roadmap", "scrutiny")
    for path in (ROOT / app).rglob("states.py")
)


@pytest.mark.parametrize("name", MACHINES)
def test_every_state_has_its_moves_and_every_move_leads_to_a_state(name):
    machine = import_module(name)
    assert set(machine.NEXT) == set(machine.State)
    assert {new for moves in machine.NEXT.values() for new in moves} <= set(machine.State)


@pytest.mark.parametrize("name", MACHINES)
def test_check_move_allows_what_the_table_says_and_nothing_else(name):
    machine = import_module(name)
    for old, new in product(machine.State, machine.State):
        if new in machine.NEXT[old]:
            machine.check_move(old, new)
        else:
            with pytest.raises(Refused, match="cannot become"):
                machine.check_move(old, new)


@pytest.mark.parametrize("name", MACHINES)
def test_the_diagram_shows_the_table(name):
    noun = name.split(".")[1]
    drawn = (ROOT / "docs" / "states" / f"{noun}.md").read_text(encoding="utf-8")
    assert drawn == diagram(noun, import_module(name)), (
        "The moves changed: write the diagram again with python -m tests.test_states"
    )


def diagram(noun, machine):
    """Return the Markdown page of a machine, made from its table of moves."""
    lines = [f"# States of {noun}", "", "Made from the table of moves; a test keeps it so.", ""]
    lines += ["```mermaid", "stateDiagram-v2"]
    lines += [f"    {state.value} : {state.label}" for state in machine.State]
    lines += [f"    [*] --> {next(iter(machine.State)).value}"]
    for old, moves in machine.NEXT.items():
        lines += [f"    {old.value} --> {new.value}" for new in moves]
    return "\n".join([*lines, "```", ""])


if __name__ == "__main__":
    for each in MACHINES:
        page = ROOT / "docs" / "states" / f"{each.split('.')[1]}.md"
        page.write_text(diagram(each.split(".")[1], import_module(each)), encoding="utf-8")
