"""The parts of how a council conducts call-in: who signs, on what grounds, within what time. Pure.

Each reads itself from parsed JSON, writes itself back, and says itself in words. What the
constitution is not known to say is None, and the words say that it is not known.
"""

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, Self, get_args

from governance.calendar import words
from governance.call_in_windows import conduct_readers as read
from governance.call_in_windows.conduct_readers import Group, PeriodUnit, Readers
from governance.call_in_windows.term_readers import choice, yes_or_no
from governance.errors import Refused

FRACTIONS = {Fraction(1, 2): "half", Fraction(1, 3): "one third", Fraction(1, 4): "a quarter"}
ONE = {
    "councillors": "councillor",
    "non_executive": "councillor outside the executive",
    "committee_members": "member of the scrutiny committee",
    "committee_chair": "chair of the scrutiny committee",
    "co_optees": "co-opted member",
    "public": "member of the public",
}


class Part:
    """What every part does alike; `noun` begins its sentences."""

    noun: str
    readers: Readers
    needs: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, _key: str, value: object) -> Self:
        """Return what parsed JSON describes, or refuse the first fault in a sentence."""
        return cls(**read.parts(cls.noun, value, cls.readers, cls.needs))

    def as_json(self) -> dict[str, Any]:
        """Return what is known as plain JSON values; `from_json` reads it back."""
        return as_json(self)


def as_json(thing: Any) -> dict[str, Any]:
    """Return the fields of a dataclass that say something, as plain JSON values."""
    found = {field.name: getattr(thing, field.name) for field in fields(thing)}
    return {name: _plain(value) for name, value in found.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.as_json() if isinstance(value, Part) else value


@dataclass(frozen=True)
class Period(Part):
    """A time to do something in: `count` of a unit."""

    unit: PeriodUnit
    count: int

    noun = "A period"
    readers = {"unit": choice(get_args(PeriodUnit)), "count": read.positive}
    needs = ("unit", "count")

    def in_words(self) -> str:
        """Return "15 working days"."""
        return words.counted(self.count, self.unit.replace("_", " ").removesuffix("s"))


@dataclass(frozen=True)
class Signatories(Part):
    """One way in which enough people ask for call-in; a rule may offer several.

    members: from whom; number: how many at least; fraction: how much of the committee instead.
    cross_party: from more than one political group. yearly_limit: requests a person may sign.
    matters: the decisions this way is for, if not all.
    """

    members: tuple[Group, ...]
    number: int | None = None
    fraction: str | None = None
    cross_party: bool | None = None
    yearly_limit: int | None = None
    matters: str | None = None

    noun = "A way to call in"
    readers = {
        "members": read.GROUPS,
        "number": read.positive,
        "fraction": read.fraction,
        "cross_party": yes_or_no,
        "yearly_limit": read.positive,
        "matters": read.text,
    }
    needs = ("members",)

    def __post_init__(self) -> None:
        for is_wrong, sentence in self._faults():
            if is_wrong:
                raise Refused(sentence)

    def _faults(self) -> tuple[tuple[bool, str], ...]:
        alone, both = len(self.members) == 1, self.number is not None and self.fraction is not None
        of_committee = self.members == ("committee_members",)
        chair = self.members == ("committee_chair",)
        counted = self.number is not None or self.fraction is not None
        whole = "committee" in self.members
        return (
            (both, "A way to call in needs a number or a fraction of the committee, not both."),
            (
                self.fraction is not None and not of_committee,
                "Only members of the scrutiny committee can be counted as a fraction of it.",
            ),
            (
                whole and (not alone or counted),
                "The committee as a body is one way to call in: it takes no number and no others.",
            ),
            (
                chair and (self.number or 1) > 1,
                "A committee has one chair, so the chair alone is one person.",
            ),
            (
                bool(self.cross_party) and self.number == 1,
                "One person cannot be from more than one political group.",
            ),
        )

    def in_words(self) -> str:
        """Return "5 councillors or co-opted members, from more than one political group"."""
        said = [self._who()]
        if self.cross_party:
            said.append("from more than one political group")
        if self.matters:
            said.append(f"on {self.matters}")
        if self.yearly_limit:
            times = words.counted(self.yearly_limit, "request")
            said.append(f"each signing at most {times} a year")
        return ", ".join(said)

    def _who(self) -> str:
        if self.members == ("committee",):
            return "the scrutiny committee itself"
        if self.members == ("committee_chair",):
            return "the chair of the scrutiny committee alone"
        if self.fraction:
            part = Fraction(self.fraction)
            return f"{FRACTIONS.get(part, self.fraction)} of the scrutiny committee's members"
        several_of = [_plural(name) if self.number != 1 else ONE[name] for name in self.members]
        who = " or ".join(several_of)
        if self.number is None:
            return f"a number, not known, of {who}"
        return f"any one {who}" if self.number == 1 else f"any {self.number} {who}"


def _plural(group: str) -> str:
    first, *rest = ONE[group].split(" ")
    if group == "public":
        return "members of the public"
    if group == "co_optees":
        return "co-opted members"
    return " ".join([f"{first}s", *rest])


@dataclass(frozen=True)
class Ground(Part):
    """A reason for which call-in may be asked; `agreed_by`: who must agree that it applies."""

    text: str
    agreed_by: str | None = None

    noun = "A ground"
    readers = {"text": read.text, "agreed_by": read.text}
    needs = ("text",)

    def in_words(self) -> str:
        """Return the ground, and whose agreement it needs."""
        if self.agreed_by is None:
            return self.text
        return f"{self.text} ({words.uncapitalised(self.agreed_by)} must agree)"


@dataclass(frozen=True)
class Urgency(Part):
    """Who must agree that a decision cannot wait for call-in, and what may follow it.

    agreed_by: the offices; needs: all of them or any one; reviewed_after: whether scrutiny may
    still review the decision once it has been carried out.
    """

    agreed_by: tuple[str, ...]
    needed: str = "all"
    reviewed_after: bool | None = None

    noun = "Urgency"
    readers = {
        "agreed_by": read.several(read.text),
        "needed": choice(("all", "any")),
        "reviewed_after": yes_or_no,
    }
    needs = ("agreed_by",)

    def in_words(self) -> str:
        """Return who must agree, and whether a review may follow, in whole sentences."""
        who = words.listed(self.agreed_by) if self.needed == "all" else " or ".join(self.agreed_by)
        said = f"An urgent decision is exempt if {who} {_verb(self)}."
        if self.reviewed_after is None:
            return said
        can = "can still be reviewed" if self.reviewed_after else "is not reviewed"
        return f"{said} It {can} after it has been carried out."


def _verb(urgency: Urgency) -> str:
    return "agree" if urgency.needed == "all" and len(urgency.agreed_by) > 1 else "agrees"
