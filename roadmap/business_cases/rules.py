"""What a business case must hold before it goes on to a stage that rests on a choice. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """What has been chosen: how many options there are, which are recommended, doing nothing."""

    options: int
    recommended: int
    do_nothing: str  # "", "option" or "rejected"
    has_nothing_option: bool
    has_decider: bool


def missing(choice: Choice) -> list[str]:
    """Return what an outline, full or justification case still lacks, in sentences.

    Source: HM Treasury, Guide to developing the project business case (2018): options with one
    preferred, and doing nothing (business as usual) as the one they are compared with.
    """
    found = []
    if choice.options == 0:
        found.append("Add the options.")
    elif choice.recommended != 1:
        found.append("Say which one option is recommended.")
    if not choice.do_nothing:
        found.append("Say what became of doing nothing: an option, or rejected and why.")
    elif choice.do_nothing == "option" and not choice.has_nothing_option:
        found.append("Mark which option is doing nothing.")
    if not choice.has_decider:
        found.append("Say who decides.")
    return found
