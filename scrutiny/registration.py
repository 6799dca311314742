"""What the records of this app make known to governance, which may not import them."""

from types import ModuleType

from scrutiny.call_ins import registration as call_ins
from scrutiny.cycles import registration as cycles
from scrutiny.recommendations import registration as recommendations
from scrutiny.reviews import registration as reviews

FEATURES: tuple[ModuleType, ...] = (reviews, cycles, recommendations, call_ins)


def register_all() -> None:
    """Register the kinds of record that have a history, and those that make duties."""
    for feature in FEATURES:
        feature.register_all()
