"""What a minute says by itself, from what else was recorded. Pure."""

from collections.abc import Sequence
from datetime import date

from governance.calendar import words

NONE = "There was none."


def apologies_said(names: Sequence[str], *, none: bool) -> str:
    """Return the minute of apologies from (name and council) texts; "" where nobody has said."""
    if names:
        return f"Apologies for absence were given on behalf of {words.listed(names)}."
    return "There were no apologies for absence." if none else ""


def declarations_said(declared: Sequence[str], *, none: bool) -> str:
    """Return the minute of declarations, one paragraph each; "" where nobody has said."""
    if declared:
        return "\n\n".join(declared)
    return "No interests were declared." if none else ""


def agreed_said(held_on: date, *, private: bool, amendment: str = "") -> str:
    """Return the minute by which a meeting agrees the minutes of the one held on `held_on`."""
    noun = "Part II minutes" if private else "minutes"
    subject = f", subject to this: {amendment.rstrip('. ')}" if amendment else ""
    return (
        f"The {noun} of the meeting held on {words.plain_day(held_on)} were agreed as a correct "
        f"record{subject}, for the chair to sign."
    )


def excluded_said(motion: str) -> str:
    """Return the minute by which the press and public were excluded."""
    return f"It was resolved:\n\n{motion.strip()}" if motion.strip() else ""
