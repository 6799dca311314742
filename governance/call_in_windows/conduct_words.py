"""How a council conducts call-in, in sentences. Pure; what is not known is said to be."""

from collections.abc import Mapping
from typing import Any

from governance.calendar import words
from governance.call_in_windows.conduct_readers import NEXT_MEETING

Facts = list[tuple[str, list[str]]]

CLOCK = {
    "publication": "The count starts from the publication of the notice.",
    "decision": "The count starts from the day of the decision, whenever the notice is published.",
    "minutes": "The count starts from the publication of the minutes, which the notice holds.",
    None: "It is not known what starts the count: it is counted from publication.",
}
ALTERNATIVE = {
    "not_required": "No other decision need be proposed.",
    "required": "The request must propose another decision.",
    "required_not_deferral": (
        "The request must propose another decision, and putting it off is not one."
    ),
    None: "It is not known whether another decision must be proposed.",
}
LAPSE = {
    "takes_effect": "If it is not heard in time, the decision takes effect.",
    "waits": "If it is not heard in time, the decision still waits for the hearing.",
    None: "It is not known what becomes of a decision that is not heard in time.",
}
ELIGIBLE = {
    "all_decisions": "Every decision that is published can be called in.",
    "all_executive": "Every executive decision can be called in.",
    "key_only": "Only key decisions can be called in.",
    "not_officer_non_key": (
        "Executive decisions can be called in, except an officer's that is not key."
    ),
    "not_officer": "Executive decisions of members can be called in; officers' cannot.",
    None: (
        "It is not known whether some decisions are left out: every executive decision is taken "
        "to be open to call-in."
    ),
}
JOINT = {
    "each": "What a joint body decides can be called in at each council, under its own rule.",
    "affected": "What a joint body decides can be called in here only if it affects this council.",
    "none": "What a joint body decides cannot be called in here.",
    None: (
        "It is not known whether a joint body's decisions can be called in: they are taken to be, "
        "at each council."
    ),
}


def facts(conduct: Any) -> Facts:
    """Return each topic with its sentences, in the order in which a member would ask."""
    return [
        ("Who may call in", _who(conduct)),
        ("What can be called in", [ELIGIBLE[conduct.eligible], *_left_out(conduct)]),
        ("When the count starts", [CLOCK[conduct.clock_start]]),
        ("What a request must say", [*_grounds(conduct), ALTERNATIVE[conduct.alternative]]),
        ("Who checks a request", [_validators(conduct), WITHDRAWABLE[conduct.withdrawable]]),
        ("The hearing", [_hearing(conduct), LAPSE[conduct.if_not_heard], _who_hears(conduct)]),
        ("Being sent back", _sent_back(conduct)),
        ("Urgent decisions", [_urgency(conduct)]),
        ("Joint bodies", [JOINT[conduct.joint]]),
    ]


def _who(conduct: Any) -> list[str]:
    if conduct.signatories is None:
        return ["It is not known who may call in."]
    first, *others = [way.in_words() for way in conduct.signatories]
    said = [f"{words.sentence_case(first)}."]
    return said + [f"Or {way}." for way in others]


def _left_out(conduct: Any) -> list[str]:
    kinds = {"recommendations": "A recommendation to council", "notes": "What is only noted"}
    said = []
    for name, kind in kinds.items():
        can = "can" if getattr(conduct, name) else "cannot"
        said.append(f"{kind} {can} be called in.")
    if conduct.repeat_after_months:
        months = words.counted(conduct.repeat_after_months, "month")
        said.append(f"The same decision cannot be called in again within {months}.")
    return said


def _grounds(conduct: Any) -> list[str]:
    said = []
    if conduct.grounds is None:
        said.append("It is not known whether the grounds are limited.")
    else:
        must = "One of these grounds must be chosen" if conduct.ground_required else "Grounds"
        said.append(f"{must}: {'; '.join(ground.in_words() for ground in conduct.grounds)}.")
    return [*said, REASONS[conduct.reasons_required]]


WITHDRAWABLE: Mapping[bool | None, str] = {
    True: "Members who signed may withdraw it again.",
    False: "What was requested cannot be withdrawn.",
    None: "It is not known whether members who signed may withdraw it again.",
}
REASONS: Mapping[bool | None, str] = {
    True: "The reasons must be given.",
    False: "Reasons need not be given.",
    None: "It is not known whether reasons must be given.",
}


def _validators(conduct: Any) -> str:
    if conduct.validators is None:
        return "It is not known who checks a request."
    verb = "checks" if len(conduct.validators) == 1 else "check"
    return f"{words.sentence_case(words.listed(conduct.validators))} {verb} a request."


def _hearing(conduct: Any) -> str:
    if conduct.hearing_within is None:
        return "It is not known within what time it must be heard."
    if conduct.hearing_within == NEXT_MEETING:
        return "It is heard at the committee's next available meeting."
    return f"It must be heard within {conduct.hearing_within.in_words()}."


def _who_hears(conduct: Any) -> str:
    known = {
        True: "Members who signed may sit on the hearing.",
        False: "Members who signed may not sit on the hearing.",
        None: "It is not known whether members who signed may sit on the hearing.",
    }
    return known[conduct.signatories_may_hear]


def _sent_back(conduct: Any) -> list[str]:
    said = ["It is not known how soon it must be reconsidered."]
    if conduct.reconsider_within:
        within = conduct.reconsider_within.in_words()
        said = [f"A decision that is sent back must be reconsidered within {within}."]
    match conduct.reconsiderations:
        case None:
            said.append("It is not known how often a decision can be sent back.")
        case 1:
            said.append("A decision can be sent back once only.")
        case number:
            said.append(f"A decision can be sent back at most {words.counted(number, 'time')}.")
    return said


def _urgency(conduct: Any) -> str:
    if conduct.urgency is None:
        return "It is not known who may exempt an urgent decision."
    return str(conduct.urgency.in_words())
