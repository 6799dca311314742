"""The drawings that stand beside words. Each must read in black and white."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Shape:
    drawing: SafeString
    colour: str


def _shape(drawing: str, colour: str) -> Shape:
    # The drawings are ours, below; nothing that anybody typed is ever part of one.
    return Shape(mark_safe(drawing), colour)  # noqa: S308


SHAPES = {
    "good": _shape('<circle cx="8" cy="8" r="6"/>', "good"),
    "warn": _shape('<path d="M8 1.5 15 14H1z"/>', "warn"),
    "bad": _shape('<path d="M8 .8 15.2 8 8 15.2.8 8z"/>', "bad"),
    "done": _shape('<path d="M2 8.5 6.2 13 14 3.5" fill="none" stroke-width="3"/>', "done"),
    "idle": _shape('<circle cx="8" cy="8" r="5.5" fill="none" stroke-width="2"/>', "idle"),
    "open": _shape(
        '<circle cx="8" cy="8" r="6" fill="none" stroke-width="2"/>'
        '<path d="M8 2a6 6 0 0 1 0 12z" stroke="none"/>',
        "warn",
    ),
    "frozen": _shape('<path d="M3 2h3.5v12H3zM9.5 2H13v12H9.5z"/>', "warn"),
    "closed": _shape('<path d="M2.5 2.5h11v11h-11z"/>', "idle"),
    "half": _shape(
        '<path d="M3 3h10v10H3z" fill="none" stroke-width="2"/><path d="M3 3h5v10H3z"/>', "idle"
    ),
    "noted": _shape('<path d="M3 8h10" fill="none" stroke-width="2.5"/>', "idle"),
}
