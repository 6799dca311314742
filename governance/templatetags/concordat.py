"""Words and components that every template may use without loading anything."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django import template
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from governance.calendar import words
from governance.pages.problems import problems_of
from governance.pages.shapes import SHAPES
from governance.pages.text import paragraphs_of
from governance.pages.theme import address_of

register = template.Library()


@register.simple_tag
def icon(shape: str) -> SafeString:
    """Draw a shape that words beside it repeat; screen readers pass over it."""
    return format_html(
        '<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>',
        SHAPES[shape].drawing,
    )


@register.simple_tag
def status(shape: str, words: object, strong: bool = False) -> SafeString:
    """{% status "open" "Open for call-in" strong=True %}; see governance.pages.shapes."""
    return format_html(
        '<span class="app-status app-status--{}{}">{}<span>{}</span></span>',
        SHAPES[shape].colour,
        " app-status--strong" if strong else "",
        icon(shape),
        words,
    )


@register.simple_block_tag
def verdict(content: str, shape: str, words: object, say: object) -> str:
    """{% verdict "open" "Open for call-in" "Closes ..." %}...{% endverdict %}, once a page."""
    return render_to_string(
        "components/verdict.html", {"content": content, "shape": shape, "words": words, "say": say}
    )


@register.simple_block_tag
def details(content: str, summary: object, opened: bool = False) -> str:
    """{% details "Rule and calendar used" %}...{% enddetails %}"""
    return render_to_string(
        "components/details.html", {"content": content, "summary": summary, "opened": opened}
    )


@register.simple_block_tag
def aside(content: str, anchor: str, heading: object, printed: bool = False) -> str:
    """{% aside "this-notice" "This notice" %}...{% endaside %}, inside <div class="app-aside">."""
    return render_to_string(
        "components/aside.html",
        {"content": content, "anchor": anchor, "heading": heading, "printed": printed},
    )


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm | Iterable[BaseForm] | str | None) -> dict[str, Any]:
    """{% error_summary form other_form %}: every error, linked to its first input."""
    return {"problems": problems_of(*forms)}


@register.simple_tag
def theme_address(theme: object) -> str:
    """Return where the colours of this council or partnership are served; "" for neither."""
    return address_of(theme)


# --- Dates and counts. A value that is not there is shown as nothing. ---------------------------


@register.filter
def pounds(pence: int | None) -> str:
    """Return "£46,000" of a sum in pence."""
    return "" if pence is None else words.pounds(pence)


@register.filter
def day(when: date | datetime | None) -> str:
    """Friday 21 April 2023"""
    return words.day(when) if when else ""


@register.filter
def plain_day(when: date | datetime | None) -> str:
    """21 April 2023"""
    return words.plain_day(when) if when else ""


@register.filter
def short_day(when: date | datetime | None) -> str:
    """Fri 21 Apr 2023"""
    return words.short_day(when) if when else ""


@register.filter
def day_and_month(when: date | datetime | None) -> str:
    """Friday 21 April"""
    return words.day_and_month(when) if when else ""


@register.filter
def clock(when: time | datetime | None) -> str:
    """6.50pm"""
    # Not "if when": midnight is a time like any other.
    return words.clock(when) if isinstance(when, (time, datetime)) else ""


@register.filter
def moment(when: datetime | None) -> str:
    """Friday 14 April 2023, 10.05am"""
    return words.moment(when) if when else ""


@register.filter
def listed(things: Iterable[object] | None) -> str:
    """Join with commas and a last "and"."""
    return words.listed(str(thing) for thing in things or ())


@register.filter
def pluralise(number: int, name: str) -> str:
    """{{ n|pluralise:"working day" }}, {{ n|pluralise:"body,bodies" }}: "1 body", "2 bodies"."""
    singular, _, plural = name.partition(",")
    return words.counted(number, singular, plural or None)


# --- Text ---------------------------------------------------------------------------------------


@register.filter(is_safe=False)
def paragraphs(text: str | None) -> SafeString:
    """Show plain text as paragraphs. Markup in it is shown as the characters somebody typed."""
    # dir="auto": text that begins in Arabic or Hebrew reads from the right.
    return format_html_join(
        "\n",
        '<p class="govuk-body" dir="auto">{}</p>',
        ((_with_breaks(paragraph),) for paragraph in paragraphs_of(text or "")),
    )


def _with_breaks(lines: list[str]) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))


@register.filter
def as_lines(value: object) -> list[object]:
    """Give a list as it is and anything else as a list of one."""
    return list(value) if isinstance(value, (list, tuple)) else [value]


@register.filter
def invalid(attributes: Mapping[str, object]) -> bool:
    """Do these attributes of an input say that it holds an error?"""
    return attributes.get("aria-invalid") == "true"
