"""Recording where a report goes, when it came, and what the body did; the matter's history follows.

A consideration that a receipt made is the receipt's own: it says the same as the receipt, changes
with it and goes with it. One that somebody else recorded is only linked, and left as it is.
"""

from typing import Any

from django.db import transaction
from django.db.models import Q

from governance.errors import Refused
from governance.history.actions import remove, revision_of, write, write_seen
from governance.issues import actions as issues
from governance.issues.models import Consideration
from governance.people.models import User
from scrutiny.reviews.followers import AFTER_RECEIPT
from scrutiny.reviews.models import Receipt, Review

OWN = (Consideration.Role.SCRUTINISE, Consideration.Role.NOTE)
# The reason that the history of a consideration begins with where a receipt made it.
MADE = "Recorded with where a report of scrutiny goes"
SCRUTINISES = ("committee", "task_group")
LONGEST = Receipt._meta.get_field("outcome").max_length or 300


@transaction.atomic
def send(review: Review, said: dict[str, Any], *, by: User) -> Receipt:
    """Record a body to which the report goes, or went. Raises Refused."""
    Review.objects.select_for_update().get(pk=review.pk)
    receipt = Receipt(review=review, **said)
    _check(receipt)
    write(receipt, by=by, because="Recorded where the report goes")
    _follow(receipt, by)
    return receipt


@transaction.atomic
def record(receipt: Receipt, changes: dict[str, Any], *, seen: int, by: User) -> Receipt:
    """Write when a body received the report and what it did. Raises Refused, ChangedMeanwhile."""
    Review.objects.select_for_update().get(pk=receipt.review_id)
    names = ("body", "council", "asks_for_answer", "received_on", "outcome")
    wanted = {name: getattr(receipt, name) for name in names}
    _check(Receipt(pk=receipt.pk, review=receipt.review, **wanted | {
        name: value for name, value in changes.items() if name in wanted
    }))  # fmt: skip
    because = "Recorded what the body did with the report"
    changed = write_seen(receipt, changes, seen=seen, by=by, because=because)
    _follow(changed, by)
    return changed


@transaction.atomic
def take_back(receipt: Receipt, *, because: str, by: User) -> None:
    """Take away a receipt that was recorded by mistake; its history stays."""
    review, own = receipt.review, receipt.consideration
    remove(receipt, by=by, because=because)
    if own and _is_own(own) and own.item_id is None and not own.receipts.exists():
        remove(own, by=by, because=because)
    for follow in AFTER_RECEIPT:
        follow(review, by)


def keep_all(review: Review, *, by: User) -> None:
    """Bring every receipt's place in the matter's history in step; inside a transaction."""
    for receipt in review.receipts.select_related("body", "council").order_by("pk"):
        receipt.review = review
        _keep_in_history(receipt, by)


def _check(receipt: Receipt) -> None:
    if receipt.is_received and not receipt.review.edition:
        raise Refused(
            "The report is not agreed yet, so nobody has received it. Enter the day for which it "
            "is planned, and record the receipt when the review has reported."
        )
    others = Receipt.objects.filter(review=receipt.review, council=receipt.council)
    others = others.exclude(pk=receipt.pk)
    if others.filter(body=receipt.body).exists():
        raise Refused(f"{receipt.body.name} is in the list already: change that line.")
    if receipt.asks_for_answer and (other := others.filter(asks_for_answer=True).first()):
        raise Refused(
            f"The answer of {receipt.council.short_name} is due from when {other.body.name} "
            "received the report. A council answers once: change that line first."
        )


def _follow(receipt: Receipt, by: User) -> None:
    _keep_in_history(receipt, by)
    for follow in AFTER_RECEIPT:
        follow(receipt.review, by)


def _keep_in_history(receipt: Receipt, by: User) -> None:
    """Link the receipt with the consideration that it is, made or brought in step."""
    issue = receipt.review.issue
    if issue is None or not receipt.review.is_published:
        return
    on = receipt.received_on or (None if receipt.outcome else receipt.planned_on)
    held = receipt.consideration
    same = Consideration.objects.filter(
        Q(council=None) | Q(council=receipt.council), issue=issue, body=receipt.body, on=on
    )
    found = same.filter(pk=held.pk).first() if held else None
    # Where it only received the report, before where it also decided.
    found = found or min(same, key=lambda one: (one.role not in OWN, one.pk), default=None)
    if found is None and held and held.issue_id == issue.pk and _is_own(held):
        found = held
    if found is None:
        found = issues.consider(issue, _facts(receipt, None, on), by=by, because=MADE)
    elif _is_own(found):
        facts = _facts(receipt, found, on)
        issues.change_consideration(found, facts, seen=revision_of(found), by=by)
    _link(receipt, found, by)


def _is_own(found: Consideration) -> bool:
    """Did a receipt make this consideration, rather than somebody who recorded it?"""
    if found.role not in OWN:
        return False
    first = found.history.order_by("history_id").first()
    return first is not None and first.history_change_reason == MADE


def _facts(receipt: Receipt, known: Consideration | None, on: Any) -> dict[str, Any]:
    body = receipt.body
    title = f"the report “{receipt.review.title}”"
    outcome = receipt.outcome or (known.outcome if known and known.on == on else "")
    if not outcome:
        outcome = f"{'Received' if receipt.is_received else 'Planned to receive'} {title}"
    joint = body.councils.count() > 1
    if known:
        council, role = known.council, known.role
    else:
        council = receipt.council if joint else None
        scrutinises = body.regime in SCRUTINISES
        role = Consideration.Role.SCRUTINISE if scrutinises else Consideration.Role.NOTE
    return {
        "body": body, "council": council, "on": on, "role": role, "outcome": outcome[:LONGEST],
        "is_illustrative": receipt.is_illustrative or bool(known and known.is_illustrative),
    }  # fmt: skip


def _link(receipt: Receipt, found: Consideration, by: User) -> None:
    before = receipt.consideration
    if before is not None and before.pk == found.pk:
        return
    receipt.consideration = found
    write(receipt, by=by, because="Linked with its place in the history of the matter")
    if before and _is_own(before) and before.item_id is None and not before.receipts.exists():
        remove(before, by=by, because="Its date was changed, to one that is recorded already")
