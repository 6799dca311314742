"""What printed documents need beyond the pages' own tags.

WeasyPrint does not know `dir="auto"`, so the direction of a text is found here, as a browser does.
"""

from unicodedata import bidirectional

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from governance.pages.text import paragraphs_of

register = template.Library()


@register.filter
def direction(text: str) -> str:
    """Return "rtl" where the first letter is Hebrew, Arabic or another read so, else "ltr"."""
    strong = (found for found in map(bidirectional, text) if found in {"L", "R", "AL"})
    return "ltr" if next(strong, "L") == "L" else "rtl"


@register.filter
def printed(text: str) -> SafeString:
    """Return plain text as paragraphs with their line breaks; markup in it is shown as text."""
    between = mark_safe("<br>")
    return format_html_join(
        "\n",
        '<p dir="{}">{}</p>',
        (
            (direction(" ".join(lines)), format_html_join(between, "{}", ((x,) for x in lines)))
            for lines in paragraphs_of(text)
        ),
    )
