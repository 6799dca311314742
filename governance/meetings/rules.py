"""How items are numbered, and the motion to exclude the press and public. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from governance.calendar import words

# Local Government Act 1972, Schedule 12A Part 1 (England), in short.
PARAGRAPHS = {
    1: "relating to an individual",
    2: "likely to reveal the identity of an individual",
    3: "financial or business affairs",
    4: "labour relations consultations or negotiations",
    5: "legal professional privilege",
    6: "a notice, order or direction the council proposes to give",
    7: "prevention, investigation or prosecution of crime",
}
_CITED = re.compile(r"paragraph(?:s|\(s\))?\s+(\d(?:[\d\s,&–-]|\bto\b|\band\b)*)", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)")


@dataclass(frozen=True)
class Restricted:
    """A Part II item for the motion: its number, and under what it is withheld.

    `paragraphs` are those of Schedule 12A, of the item and of its papers; `confidential` says that
    a government department or a court forbids disclosure. With neither, nobody has said yet.
    """

    number: str
    paragraphs: tuple[int, ...] = ()
    confidential: bool = False


def listed_numbers(numbers: Iterable[int]) -> str:
    """Return "3", "1 and 3" or "1 to 7": runs of three or more are shortened."""
    found = sorted(set(numbers))
    runs: list[list[int]] = []
    for number in found:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [
        piece
        for run in runs
        for piece in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    return words.listed(said)


def in_paragraphs(numbers: Iterable[int]) -> str:
    """Return "paragraph 3" or "paragraphs 1 and 3"."""
    found = sorted(set(numbers))
    return f"paragraph{'' if len(found) == 1 else 's'} {listed_numbers(found)}"


def is_blanket(paragraphs: Iterable[int]) -> bool:
    """Does this cite all seven paragraphs, which says nothing of why anything is exempt?"""
    return set(paragraphs) >= set(PARAGRAPHS)


def placeholder(paragraphs: Sequence[int]) -> str:
    """Return what stands in place of a restricted paper, in the words that councils print."""
    return (
        f"By virtue of {in_paragraphs(paragraphs)} of Part 1 of Schedule 12A of the Local "
        "Government Act 1972 this document is restricted."
    )


def paragraphs_cited(text: str) -> set[int]:
    """Return the paragraphs of Schedule 12A that a motion names: "Paragraphs 1 - 7" are seven."""
    found: set[int] = set()
    for cited in _CITED.findall(text):
        for first, last in _RANGE.findall(cited):
            found |= set(range(int(first), int(last) + 1))
        found |= {int(number) for number in re.findall(r"\d+", cited)}
    return found & set(PARAGRAPHS)


def exclusion_motion(regime: str, items: Sequence[Restricted]) -> str:
    """Return the motion that excludes the press and public for `items`, with their paragraphs.

    `regime` is the body's: "executive" cites regulation 4(2) of SI 2012/2089, all others section
    100A(4) of the Local Government Act 1972. Items about which nobody has said under what they are
    withheld are left out; "" when there is nothing to exclude for. The public interest test is
    that of Schedule 12A, paragraph 10; for confidential information there is none.
    """
    exempt = [item for item in items if item.paragraphs]
    confidential = [item for item in items if item.confidential]
    motions = []
    if exempt:
        motions += [_exempt(regime, exempt), PUBLIC_INTEREST]
    if confidential:
        motions.append(_confidential(regime, confidential))
    if len(motions) < 2:
        return "".join(motions)
    return "\n\n".join(f"{number}. {motion}" for number, motion in enumerate(motions, start=1))


PUBLIC_INTEREST = (
    "That, having considered for each of them why it is to be taken in private, members find that "
    "in all the circumstances the public interest in maintaining the exemption outweighs the "
    "public interest in disclosing the information."
)


def _exempt(regime: str, items: Sequence[Restricted]) -> str:
    law = (
        "regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access "
        "to Information) (England) Regulations 2012"
        if regime == "executive"
        else "section 100A(4) of the Local Government Act 1972"
    )
    sets = {item.paragraphs for item in items}
    numbers = [item.number for item in items]
    if len(sets) == 1:
        grounds = f"exempt information as described in {_described(next(iter(sets)))}"
        return (
            f"That under {law} the press and public be excluded from the meeting for "
            f"{_items(numbers)}, as {grounds} of Part 1 of Schedule 12A of the Local Government "
            "Act 1972 is likely to be disclosed."
        )
    each = "; ".join(f"item {item.number}, {_described(item.paragraphs)}" for item in items)
    return (
        f"That under {law} the press and public be excluded from the meeting for the following "
        "items, as exempt information as described in these paragraphs of Part 1 of Schedule 12A "
        f"of the Local Government Act 1972 is likely to be disclosed: {each}."
    )


def _confidential(regime: str, items: Sequence[Restricted]) -> str:
    law = (
        "regulation 4(2)(a) of the Local Authorities (Executive Arrangements) (Meetings and Access "
        "to Information) (England) Regulations 2012"
        if regime == "executive"
        else "section 100A(2) of the Local Government Act 1972"
    )
    numbers = _items([item.number for item in items])
    return (
        f"That under {law} the press and public must be excluded from the meeting for {numbers}, "
        "as confidential information would otherwise be disclosed."
    )


def _described(paragraphs: Sequence[int]) -> str:
    grounds = "; ".join(PARAGRAPHS[number] for number in paragraphs)
    return f"{in_paragraphs(paragraphs)} ({grounds})"


def _items(numbers: Sequence[str]) -> str:
    return f"item{'' if len(numbers) == 1 else 's'} {words.listed(numbers)}"


def motion_warning(number: str, motion: str, items: Sequence[Restricted]) -> str:
    """Return what is wrong with the motion printed at item `number`; "" when nothing is.

    It must name the paragraphs of the restricted papers, no fewer and no more. Source: Local
    Government Act 1972, section 100A(5): the description is in terms of Schedule 12A.
    """
    wanted = {paragraph for item in items for paragraph in item.paragraphs}
    cited = paragraphs_cited(motion)
    if not motion or cited == wanted:
        return ""
    every = {item.paragraphs for item in items if item.paragraphs}
    if not wanted:
        papers = "no restricted paper cites any"
    elif len(every) == 1:
        papers = f"every restricted paper cites {in_paragraphs(wanted)}"
    else:
        papers = f"the restricted papers cite {in_paragraphs(wanted)}"
    motion_cites = in_paragraphs(cited) if cited else "no paragraph"
    return f"The motion at item {number} cites {motion_cites}; {papers}."


def labels(printed: Sequence[str]) -> list[str]:
    """Return each item's number: as printed where that was typed, else its place on the agenda."""
    return [typed or str(place) for place, typed in enumerate(printed, start=1)]
