"""Does a decision open call-in under a council's rule, and why? Pure."""

from collections.abc import Collection

from governance.call_in_windows.conduct import Conduct

# verb of a limb: where the rule says that it is open, and what such a limb does
NOT_A_DECISION = {"recommend": ("recommendations", "recommends"), "note": ("notes", "notes")}


def opens_call_in(
    verbs: Collection[str],
    conduct: Conduct,
    is_key: bool | None,
    maker: str,
    *,
    is_executive: bool = True,
) -> tuple[bool, str]:
    """Return whether a decision opens call-in, and the sentence that says why.

    verbs: of its limbs; none recorded counts as a decision. is_key: None where nobody has said,
    which leaves nothing out. maker: "body", "member" or "officer". Source: the council's rule; that
    a recommendation or a note is no decision: Local Government Act 2000, section 9F(2)(a).
    """
    for is_left_out, sentence in (
        _only_says(set(verbs), conduct),
        _not_executive(conduct, is_executive=is_executive),
        _not_key(conduct, is_key),
        _of_an_officer(conduct, is_key, maker),
    ):
        if is_left_out:
            return False, sentence
    return True, "The council's rule opens this decision to call-in."


def opens_at(conduct: Conduct, *, is_joint: bool, is_affected: bool | None) -> tuple[bool, str]:
    """Return whether a council's rule opens what a joint body decided, and the sentence why.

    is_affected: None where the record does not say, which leaves no council out.
    """
    if not is_joint:
        return True, ""
    if conduct.joint == "none":
        return False, "The council's rule does not open a joint body's decisions to call-in."
    if conduct.joint == "affected" and is_affected is False:
        return False, "The decision does not affect this council."
    return True, ""


def _only_says(verbs: set[str], conduct: Conduct) -> tuple[bool, str]:
    """Every limb recommends or notes, and the rule opens none of those."""
    closed = [verb for verb in verbs if _is_closed(verb, conduct)]
    if not verbs or len(closed) < len(verbs):
        return False, ""
    does = " and ".join(NOT_A_DECISION[verb][1] for verb in sorted(closed, reverse=True))
    return True, f"The decision only {does}, which the council's rule does not open to call-in."


def _is_closed(verb: str, conduct: Conduct) -> bool:
    return verb in NOT_A_DECISION and not getattr(conduct, NOT_A_DECISION[verb][0])


def _not_executive(conduct: Conduct, *, is_executive: bool) -> tuple[bool, str]:
    says = "The council's rule opens executive decisions only, and this is not one."
    return not is_executive and conduct.eligible != "all_decisions", says


def _not_key(conduct: Conduct, is_key: bool | None) -> tuple[bool, str]:
    says = "The council's rule opens key decisions only, and this is not one."
    return conduct.eligible == "key_only" and is_key is False, says


def _of_an_officer(conduct: Conduct, is_key: bool | None, maker: str) -> tuple[bool, str]:
    if maker != "officer":
        return False, ""
    if conduct.eligible == "not_officer":
        return True, "The council's rule does not open an officer's decision to call-in."
    says = "The council's rule does not open an officer's decision that is not key to call-in."
    return conduct.eligible == "not_officer_non_key" and is_key is False, says
