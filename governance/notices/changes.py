"""What would change in a notice if it were corrected now. Pure: it compares two snapshots."""

from typing import Any

# What every version has of its own, and what a correction says of itself.
OF_THE_VERSION = {
    "schema",
    "address",
    "version",
    "published_at",
    "correction",
    "gaps",
    "windows",
    "dates",
}


def changes_since(published: dict[str, Any], current: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return (where, was, is) for each fact that differs, in the order of the notice."""
    return list(_differences("", published, current))


def _differences(where: str, was: Any, now: Any) -> Any:
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*was, *now]):
            if key not in OF_THE_VERSION:
                yield from _differences(
                    _join(where, _name(key)), was.get(key, ""), now.get(key, "")
                )
    elif isinstance(was, list) and isinstance(now, list):
        for number in range(max(len(was), len(now))):
            old = was[number] if number < len(was) else ""
            new = now[number] if number < len(now) else ""
            yield from _differences(f"{where} {number + 1}", old, new)
    elif was != now:
        yield where, _words(was), _words(now)


def _join(where: str, name: str) -> str:
    return f"{where}, {name}" if where else name[:1].upper() + name[1:]


def _name(key: str) -> str:
    return (
        key.removesuffix("s").replace("_", " ")
        if key in {"items", "decisions", "resolutions"}
        else key.replace("_", " ")
    )


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{_name(key)}: {item}" for key, item in value.items() if item)
    return "Nothing" if value in (None, "", []) else str(value)
