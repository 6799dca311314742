"""What printed documents need beyond the pages' own tags."""

import re

from django import template

register = template.Library()


@register.filter
def paragraph_list(text: str) -> list[str]:
    """Return the paragraphs of plain text: what blank lines divide."""
    return [part for part in re.split(r"\n\s*\n", text.strip()) if part]
