"""May these colours be used? Pure: WCAG 2.2's contrast, and what our pages put on what."""

WHITE = "#ffffff"
# The design system's colour of secondary text, the palest that stands on a tinted surface.
SECONDARY_TEXT = "#484949"

# WCAG 1.4.3 for text, 1.4.11 for bars and borders.
FOR_TEXT = 4.5
FOR_SHAPES = 3.0


def luminance(colour: str) -> float:
    """Return the relative luminance of "#5a2350": 0 for black, 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def check_theme(brand: str, link: str, surface: str) -> list[str]:
    """Return what is wrong with these colours, a sentence each; nothing when they may be used."""
    pairs = (
        ("White text on the brand colour", WHITE, brand, FOR_TEXT, "a darker brand colour"),
        ("The brand colour beside the surface", brand, surface, FOR_SHAPES, "a paler surface"),
        ("Links on white", link, WHITE, FOR_TEXT, "a darker link colour"),
        (
            "Links on the surface colour",
            link,
            surface,
            FOR_TEXT,
            "a darker link colour or a paler surface",
        ),
        ("Notes on the surface colour", SECONDARY_TEXT, surface, FOR_TEXT, "a paler surface"),
    )
    return [
        f"{what}: the contrast is {_shown(contrast(one, other))} to 1 and must be at least "
        f"{needed:g} to 1. Choose {instead}."
        for what, one, other, needed, instead in pairs
        if contrast(one, other) < needed
    ]


def _shown(ratio: float) -> str:
    """Cut off rather than round: 4.46 is not shown as 4.5, which would be enough."""
    return f"{int(ratio * 10) / 10:g}"
