"""What a message says, once, from which its text, its HTML and Notify's words are all made."""

from dataclasses import asdict, dataclass, replace
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string

_inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=True)
# What Notify's own markup would read as a heading, a list, a link or a gap to be filled.
MARKS = str.maketrans(dict.fromkeys("#*[]()^", " "))


@dataclass(frozen=True)
class Line:
    """One thing told: its words, where it is to be read, and what is to be known beside it."""

    text: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Letter:
    """The words of a message: paragraphs, sections of lines, links, and paragraphs to close with.

    Addresses are paths of this site, such as "/duties/7/". `ending` is what the unsubscribe address
    does. Whoever composes it puts in nothing that its reader may not read.
    """

    paragraphs: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()
    links: tuple[Line, ...] = ()
    ending: str = "End these e-mails"

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values; `from_json` reads it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Letter":
        sections = tuple(
            Section(one["heading"], tuple(Line(**line) for line in one["lines"]))
            for one in stored.get("sections", ())
        )
        return cls(
            tuple(stored.get("paragraphs", ())),
            sections,
            tuple(stored.get("closing", ())),
            tuple(Line(**line) for line in stored.get("links", ())),
            stored.get("ending", cls.ending),
        )

    def with_whole_addresses(self) -> "Letter":
        """Return it as it is read away from this site."""

        def whole(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(
                replace(line, address=address_of(line.address)) if line.address else line
                for line in lines
            )

        sections = tuple(replace(one, lines=whole(one.lines)) for one in self.sections)
        return replace(self, sections=sections, links=whole(self.links))


def address_of(path: str) -> str:
    """Return the whole address of a path of this site; what is one already stays."""
    return settings.SITE_URL + path if path.startswith("/") else path


def in_text(letter: Letter, unsubscribe: str = "") -> str:
    """Return the letter as plain text."""
    letter = letter.with_whole_addresses()
    parts = [*letter.paragraphs]
    for section in letter.sections:
        parts.append(f"{section.heading.upper()}\n{'-' * len(section.heading)}")
        parts += [_in_lines(line, "- ") for line in section.lines]
    parts += [_in_lines(line, "") for line in letter.links]
    parts += letter.closing
    if unsubscribe:
        parts.append(f"{letter.ending}: {address_of(unsubscribe)}")
    return "\n\n".join(parts) + "\n"


def _in_lines(line: Line, start: str) -> str:
    said = [f"{start}{line.text}", line.note, line.address]
    return f"\n{' ' * len(start)}".join(one for one in said if one)


def in_html(letter: Letter, subject: str, unsubscribe: str = "") -> str:
    """Return the letter as one column of HTML with its styles in the elements."""
    context = {
        "letter": letter.with_whole_addresses(),
        "subject": subject,
        "unsubscribe": address_of(unsubscribe) if unsubscribe else "",
        "site": settings.SITE_URL,
    }
    return _inliner.inline(render_to_string("mail/letter.html", context))


def in_notify_words(letter: Letter) -> str:
    """Return the letter in the markup of GOV.UK Notify; what people typed cannot be markup."""
    letter = letter.with_whole_addresses()
    parts = [one.translate(MARKS) for one in letter.paragraphs]
    for section in letter.sections:
        parts.append(f"## {section.heading.translate(MARKS)}")
        parts += [_in_lines(_unmarked(line), "") for line in section.lines]
    parts += [_in_lines(_unmarked(line), "") for line in letter.links]
    return "\n\n".join([*parts, *(one.translate(MARKS) for one in letter.closing)])


def _unmarked(line: Line) -> Line:
    return Line(line.text.translate(MARKS), line.address, line.note.translate(MARKS))
