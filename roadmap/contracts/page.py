"""What the page of one contract shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from governance.calendar import words
from governance.decisions.models import Decision
from governance.duties.models import Duty
from governance.duties.page import rows as duty_rows
from governance.duties.page import with_sources
from governance.notices.page import published_notices_of
from governance.people.permissions import Visitor
from roadmap.contracts.access import reads_money
from roadmap.contracts.duties import lead_of
from roadmap.contracts.models import Contract, Licence
from roadmap.contracts.standing import Standing, standing_of


@dataclass(frozen=True)
class Count:
    """A licence with what its count says: how many are over or left, in shape and words."""

    licence: Licence

    @property
    def status(self) -> tuple[str, str]:
        held, used = self.licence.held, self.licence.used
        if used is None:
            return "idle", "Not counted"
        if used > held:
            return "bad", f"{used - held} more in use than held"
        return ("good", "All in use") if used == held else ("good", f"{held - used} not in use")


def of(contract: Contract, user: Visitor, today: date) -> dict[str, Any]:
    """Return the context of the page: only what `user` may read of linked records is in it."""
    standing = standing_of(contract, today, lead_of(contract.system))
    duties = Duty.objects.visible_to(user).filter(of_contract__contract=contract)
    return {
        "contract": contract,
        "system": contract.system,
        "standing": standing,
        "verdict": verdict(standing),
        "covered": [row.council for row in contract.covered.select_related("council").order_by(
            "council__short_name"
        )],
        "extensions": list(contract.extensions.all()),
        "licences": [Count(row) for row in contract.licences.all()],
        "reads_money": reads_money(user, contract),
        "approved": _decision(contract.approved_by_id, user),
        "decided": _decision(contract.replaced_by_id, user),
        "duties": duty_rows(with_sources(duties), today),
    }  # fmt: skip


def _decision(pk: int | None, user: Visitor) -> tuple[Decision, str] | None:
    """Return a decision that `user` may see, and the address of the notice that published it."""
    found = Decision.objects.visible_to(user).filter(pk=pk or 0).select_related("item").first()
    if found is None:
        return None
    notice = published_notices_of([found]).get(found.pk)
    where = reverse("notices:detail", args=[notice.council.slug, notice.slug]) if notice else ""
    return found, where


def verdict(standing: Standing) -> dict[str, str]:
    """Return the one sentence of the page, with its shape and what more there is to say."""
    shape, said = standing.status
    dates = standing.dates
    more = ""
    if standing.is_gone and dates.term_end:
        say = f"Ended on {words.day(dates.term_end)}"
    elif standing.decide_by:
        say = f"Decide what follows by {words.day(standing.decide_by)}"
        if standing.decide_by < standing.today:
            say = f"What follows should have been decided by {words.day(standing.decide_by)}"
            shape = "bad"
    elif dates.act_by:
        say = f"{words.sentence_case(dates.act)} by {words.day(dates.act_by)}"
    else:
        say = "No date can be worked out"
        more = "Record the last day of the initial term."
    if dates.act_by and dates.act not in say.lower():
        more = f"{words.sentence_case(dates.act)} by {words.day(dates.act_by)}."
    return {"shape": shape, "words": said, "say": say, "more": more}
