"""Telling subscribers of a publication: noted with it, queued after it, each of them once."""

from datetime import datetime

import structlog
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Q

from governance.decisions.models import Decision
from governance.messages.models import Message
from governance.messages.outbox import queue
from governance.notices.facts import decisions_of
from governance.notices.models import Notice, NoticeVersion
from governance.notices.states import State
from governance.subscriptions import letters
from governance.subscriptions.models import Subscription, SubscriptionQuerySet, Telling
from governance.subscriptions.rules import names_ward, wards_in
from governance.subscriptions.tokens import end_address

log = structlog.get_logger(__name__)
A_BATCH = 200
WITHDRAWN = 0


def note(notice: Notice, number: int, at: datetime) -> None:
    """Note, in the transaction that publishes, that subscribers are to be told of version `number`.

    0 is its withdrawal. A worker tells them within seconds. Publishing asks the queue for nothing
    more than the PDF: with the queue away, each question would keep whoever publishes waiting.
    """
    Telling.objects.get_or_create(notice=notice, number=number, defaults={"at": at})


def tell(pk: int, now: datetime) -> int:
    """Queue a message for every confirmed subscription that a publication concerns.

    Returns how many were queued now. Done again, or by two at once, nobody is told twice: the key
    of each message is single. A correction or withdrawal that came meanwhile tells for itself.
    """
    row = Telling.objects.select_related("notice__council", "notice__meeting__body").get(pk=pk)
    if row.done_at:
        return 0
    version = row.notice.versions.filter(number=row.number).first()
    queued, last = 0, 0
    # What a withdrawn notice published is told to nobody any more.
    is_told = row.number == WITHDRAWN or row.notice.state != State.WITHDRAWN
    while is_told:
        with transaction.atomic():
            found = list(_concerned(row, version).filter(pk__gt=last).order_by("pk")[:A_BATCH])
            queued += sum(_write(row, version, one, now) for one in found)
        if len(found) < A_BATCH:
            break
        last = found[-1].pk
    Telling.objects.filter(pk=pk, done_at=None).update(done_at=now)
    return queued


def _write(
    row: Telling, version: NoticeVersion | None, subscription: Subscription, now: datetime
) -> bool:
    subject, letter = letters.of_notice(row.notice, version, subscription)
    message = queue(
        key=f"subscription {subscription.pk} notice {row.notice_id} {row.number}",
        kind=Message.Kind.NOTICE, to=subscription.email, subject=subject, letter=letter, at=now,
        unsubscribe=end_address(subscription),
    )  # fmt: skip
    return message is not None


def _concerned(row: Telling, version: NoticeVersion | None) -> SubscriptionQuerySet:
    """Return the subscriptions, confirmed by then, that a publication is about."""
    notice = row.notice
    councils = {notice.council_id}
    if notice.meeting:
        councils |= set(notice.meeting.body.councils.values_list("council", flat=True))
    about = Q(council__in=councils, ward="") | Q(issue__in=_issues(notice))
    newest = version or notice.versions.order_by("-number").first()
    texts = wards_in(newest.snapshot) if newest else []
    held = Subscription.objects.confirmed_by(row.at)
    wards = held.filter(council__in=councils).exclude(ward="").values_list("ward", flat=True)
    named = [ward for ward in set(wards) if names_ward(texts, ward)]
    about |= Q(council__in=councils, ward__in=named)
    return held.filter(about).select_related("council", "issue")


def _issues(notice: Notice) -> set[int]:
    """Return the issues of what a notice tells of that anybody may read."""
    stranger = AnonymousUser()
    decisions = Decision.objects.visible_to(stranger).filter(
        pk__in=[decision.pk for decision in decisions_of(notice)]
    )
    found = set(decisions.values_list("issue", flat=True))
    if notice.called_in:
        called = Decision.objects.visible_to(stranger).filter(
            pk=notice.called_in.window.decision_id
        )
        found |= set(called.values_list("issue", flat=True))
    planned = notice.entry.issue_id if notice.entry else None
    return {pk for pk in (*found, planned) if pk}
