"""The sentences of call-in that several rules share. Pure."""

from governance.calendar import words

# Why a member is none of those from whom a way of the rule takes signatures.
NOT_THEIRS = {
    "councillors": "The rule counts councillors, and you are co-opted.",
    "non_executive": "The rule counts councillors outside the executive, and you are co-opted.",
    "committee_members": (
        "The rule counts members of the scrutiny committee, and you are not recorded as one."
    ),
    "committee_chair": (
        "The rule counts the chair of the scrutiny committee, and you are not recorded as its "
        "chair."
    ),
    "co_optees": "The rule counts co-opted members, and you are not recorded as one.",
}


def how_many(number: int) -> str:
    """Return "1 signature", "5 signatures" or "no signatures yet"."""
    return words.counted(number, "signature") if number else "no signatures yet"


def article(more: int) -> str:
    """Return how a sentence goes on about one among those still needed."""
    return "and it must be" if more == 1 else "one of them"
