"""The colours of one council's or partnership's pages: six custom properties, and nothing else."""

import hashlib
import re

from django.urls import NoReverseMatch, reverse

from governance.councils.models import Council, Partnership, Themed

_HEX_COLOUR = re.compile(r"#[0-9a-f]{6}")


def css_of(theme: Themed) -> str:
    """Return the style sheet. What is not a colour is left out, whatever the record holds."""
    properties = {
        "brand-colour": theme.brand_colour,
        "link-colour": theme.link_colour,
        "link-hover-colour": "#0b0c0c",
        "surface-background-colour": theme.surface_colour,
        "surface-border-colour": theme.border_colour,
        "template-background-colour": theme.surface_colour,
    }
    lines = [
        f"  --govuk-{name}: {colour};"
        for name, colour in properties.items()
        if _HEX_COLOUR.fullmatch(colour)
    ]
    return "\n".join([":root {", *lines, "}", ""])


def fingerprint(css: str) -> str:
    """Return what changes when the colours do, so that browsers may keep a style sheet."""
    return hashlib.sha256(css.encode()).hexdigest()[:16]


def address_of(theme: object) -> str:
    """Return where `theme` is served; "" for a page that belongs to no one council."""
    if not isinstance(theme, (Council, Partnership)):
        return ""
    try:
        kind = "council" if isinstance(theme, Council) else "partnership"
        address = reverse("theme", args=[kind, theme.slug])
    except NoReverseMatch:
        return ""
    return f"{address}?v={fingerprint(css_of(theme))}"
