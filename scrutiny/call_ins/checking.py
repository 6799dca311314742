"""The tests that the officer who checks a request goes through, each with its result. Pure.

Each is computed as far as the record goes; what it cannot say is left to the officer, and so is the
last word on every one of them. The tests are those of the constitutions that were found.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.standing import closing_words
from scrutiny.call_ins.rules import Answer, Need, enough


@dataclass(frozen=True)
class Test:
    """One test: what is asked, its computed result (None: left to the officer), and why."""

    code: str
    asked: str
    result: bool | None
    says: str

    __test__ = False  # pytest would take it for a test of ours


@dataclass(frozen=True)
class Answered:
    """A test as the officer answered it; `reason` says why it differs from what was computed."""

    code: str
    asked: str
    computed: bool | None
    says: str
    answer: bool
    reason: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values; `Answered(**stored)` reads them back."""
        return asdict(self)


@dataclass(frozen=True)
class Request:
    """What is known of a request when it is checked.

    closes: the moment its window closes and its last day. signers: name and what the rule says of
    each today. exempt: why the decision is not open to call-in. earlier: the days on which it, or
    the decision that it reconsiders, was called in before.
    """

    requested_at: datetime
    closes: tuple[datetime, date]
    needs: Sequence[Need]
    signers: Sequence[tuple[str, Answer]]
    grounds: Sequence[str]
    reasons: str
    alternative: str
    exempt: str = ""
    earlier: Sequence[date] = ()
    is_same: bool = False
    again_from: date | None = None


def tests_of(request: Request, conduct: Conduct) -> list[Test]:
    """Return every test of the council's rule, in the order in which an officer would ask."""
    return [
        _in_time(request),
        *_enough(request, conduct),
        _eligible(request),
        *_grounds(request, conduct),
        *_alternative(request, conduct),
        _open_to_call_in(request),
        *_not_before(request, conduct),
    ]


def _in_time(request: Request) -> Test:
    closes_at, last = request.closes
    made = f"Requested on {words.moment(request.requested_at)}"
    says = f"{made}; call-in closes {closing_words(closes_at, last)}."
    return Test("in_time", "Was it made in time?", request.requested_at < closes_at, says)


def _enough(request: Request, conduct: Conduct) -> list[Test]:
    met = enough(request.needs)
    asked = "Have enough members signed?"
    if met is None:
        unknown = any(need.more is None for need in request.needs)
        says = " ".join(f"{words.sentence_case(n.words)}: {n.says}" for n in request.needs)
        return [Test("enough", asked, None if unknown else False, says)]
    found = [Test("enough", asked, True, f"{words.sentence_case(met.words)}: {met.says}")]
    if met.is_cross_party:
        says = " ".join(met.left_open) or "They are from more than one political group."
        is_so = None if met.left_open else True
        asked = "Are they from more than one political group?"
        found.append(Test("cross_party", asked, is_so, says))
    return found


def _eligible(request: Request) -> Test:
    refused = [f"{name}: {answer.why}" for name, answer in request.signers if not answer.may]
    left_open = [f"{name}: {said}" for name, answer in request.signers for said in answer.left_open]
    asked = "May each of them sign?"
    if refused:
        return Test("eligible", asked, False, " ".join(refused))
    if left_open:
        return Test("eligible", asked, None, " ".join(left_open))
    names = words.listed(name for name, _ in request.signers) or "Nobody"
    return Test("eligible", asked, True, f"{names}: nothing in the record speaks against it.")


def _grounds(request: Request, conduct: Conduct) -> list[Test]:
    found = []
    if conduct.grounds is not None:
        given = bool(request.grounds)
        says = f"{'; '.join(request.grounds)}." if given else "None was chosen."
        must = conduct.ground_required
        result = True if given else {True: False, False: True, None: None}[must]
        found.append(Test("ground", "Is a ground of the rule given?", result, says))
    for ground in conduct.grounds or ():
        if ground.agreed_by and ground.text in request.grounds:
            asked = f"Has {words.uncapitalised(ground.agreed_by)} agreed that the ground applies?"
            found.append(Test(f"agreed-{len(found)}", asked, None, f"{ground.text}."))
    if conduct.reasons_required:
        says = "They are given." if request.reasons else "None are given."
        found.append(Test("reasons", "Are reasons given?", bool(request.reasons), says))
    return found


def _alternative(request: Request, conduct: Conduct) -> list[Test]:
    if conduct.alternative not in ("required", "required_not_deferral"):
        return []
    given = bool(request.alternative)
    says = request.alternative if given else "None is proposed."
    found = [Test("alternative", "Is another decision proposed?", given, says)]
    if given and conduct.alternative == "required_not_deferral":
        asked = "Is it more than putting the decision off?"
        found.append(Test("not_deferral", asked, None, "The rule says that a deferral is none."))
    return found


def _open_to_call_in(request: Request) -> Test:
    says = request.exempt or "It was published as open to call-in."
    asked = "Is the decision open to call-in, and not exempt as urgent?"
    return Test("open", asked, not request.exempt, says)


def _not_before(request: Request, conduct: Conduct) -> list[Test]:
    days = words.listed(words.day(on) for on in request.earlier)
    says = f"Called in on {days}." if request.is_same else "It was not called in before."
    found = [Test("once", "Is it called in for the first time?", not request.is_same, says)]
    if conduct.repeat_after_months:
        months = words.counted(conduct.repeat_after_months, "month")
        free = request.again_from is None or local_day(request.requested_at) >= request.again_from
        says = f"It was not called in within the {months} before."
        if request.again_from:
            says = f"It was called in on {days}: again from {words.day(request.again_from)}."
        found.append(Test("repeat", f"Have {months} passed since the last time?", free, says))
    return found
