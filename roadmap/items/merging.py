"""What becomes of a row that two people changed at once. Pure: values in, decisions out.

A form posts every field that it shows. What its writer changed are those that differ from what the
writer saw; what others changed are those that differ between then and now.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Merge:
    """`own` is to be written, `theirs` is kept; `clashing` both changed, to different values.

    Exactly one of them names each field that differs between what was seen, what is and what was
    typed, but for a field to which both gave the same value, where nothing is left to be done.
    """

    own: dict[str, Any] = field(default_factory=dict)
    clashing: dict[str, Any] = field(default_factory=dict)
    theirs: list[str] = field(default_factory=list)


def merged(
    seen: Mapping[str, Any] | None, now: Mapping[str, Any], typed: Mapping[str, Any]
) -> Merge:
    """Return what to write of `typed` (field: value), given what was `seen` and what is `now`.

    `seen` is None where nobody knows what the writer saw: then whatever differs clashes.
    """
    found = Merge()
    for name, value in typed.items():
        mine = seen is None or value != seen[name]
        others = seen is None or now[name] != seen[name]
        if value == now[name]:
            if others and not mine:
                found.theirs.append(name)
        elif mine and others:
            found.clashing[name] = value
        elif mine:
            found.own[name] = value
        else:
            found.theirs.append(name)
    return found
