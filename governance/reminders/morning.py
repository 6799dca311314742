"""Telling people what is due: found, checked against what each may read, and queued once."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, time

import structlog
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from governance.calendar.local_time import in_london, local_day
from governance.duties.further_actions import take_back
from governance.duties.holders import Post, Roles, is_still_held
from governance.duties.models import Duty
from governance.duties.roles import roles_on
from governance.messages.letters import Letter
from governance.messages.models import Message
from governance.messages.outbox import queue
from governance.people.models import User
from governance.reminders import letters
from governance.reminders.due import Day, Told, told_today
from governance.reminders.models import MailChoice, Reminder
from governance.reminders.unsubscribe import address_for

log = structlog.get_logger(__name__)
AT_ONCE = 5000


def remind(now: datetime, *, by: User) -> Counter[str]:
    """Tell everybody what they are to be told today; return how many messages and reminders.

    Before the hour of REMIND_FROM (seven in the morning), local time, it does nothing. It may run
    at any hour after, any number of times, or several times at once: the database keeps each
    reminder single, and each person's digest of a day. by: in whose name a duty is handed on.
    """
    tally: Counter[str] = Counter()
    if in_london(now).time() < time.fromisoformat(settings.REMIND_FROM):
        return tally
    today = local_day(now)
    roles = roles_on(today)
    tally["handed on"] = hand_on_what_nobody_holds(roles, by=by)
    told = told_today(Day.of(today, roles))
    choices = dict(MailChoice.objects.values_list("user", "style"))
    for user in User.objects.filter(pk__in=told).order_by("pk").iterator():
        wants_each = choices.get(user.pk) == MailChoice.Style.EACH
        tell = _each if wants_each else _digest
        tally += tell(user, told.pop(user.pk), now)
    return tally


def hand_on_what_nobody_holds(roles: Roles, *, by: User) -> int:
    """Give back to the role each duty whose named holder no longer has it; return how many."""
    named = Duty.objects.filter(done_on=None).exclude(assigned_to=None)
    lost = [
        duty
        for duty in named.select_related("assigned_to").iterator()
        if not is_still_held(
            Post(duty.kind, duty.council_id, duty.holder_role, duty.assigned_to_id), roles
        )
    ]
    for duty in lost:
        take_back(duty, by=by)
    return len(lost)


def _readable(user: User, told: Iterable[Told]) -> list[letters.Told]:
    """Return those of the duties that `user` may read now, with what is said of each."""
    wanted = {one.duty: one for one in told}
    ids, found = list(wanted), []
    for start in range(0, len(ids), AT_ONCE):
        duties = Duty.objects.visible_to(user).filter(
            pk__in=ids[start : start + AT_ONCE], done_on=None
        )
        for duty in duties.select_related("council"):
            one = wanted[duty.pk]
            found.append(letters.Told(duty, one.occasion.offset, one.is_watching))
    return found


@transaction.atomic
def _digest(user: User, told: list[Told], now: datetime) -> Counter[str]:
    """One message a person and day: who finds it there already was told today."""
    today = local_day(now)
    key = f"digest {user.pk} {today.isoformat()}"
    if Message.objects.filter(key=key).exists():
        return Counter()
    readable = _readable(user, told)
    if not readable:
        return Counter()
    subject, letter = letters.digest(readable, today)
    message = _queue(key, Message.Kind.DIGEST, user, subject, letter, now)
    if message is None:
        return Counter()
    occasions = {one.duty: str(one.occasion) for one in told}
    told_of = [one.duty.pk for one in readable]
    rows = [
        Reminder(
            duty_id=pk, user=user, occasion=occasions[pk], made_at=now, message=message
        )
        for pk in told_of
    ]  # fmt: skip
    Reminder.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
    return Counter({"messages": 1, "reminders": len(rows)})


def _each(user: User, told: list[Told], now: datetime) -> Counter[str]:
    """A message for each duty and occasion."""
    readable = _readable(user, told)
    ids = [one.duty.pk for one in readable]
    public = Duty.objects.visible_to(AnonymousUser()).filter(pk__in=ids)
    open_to_all = set(public.values_list("pk", flat=True))
    occasions = {one.duty: str(one.occasion) for one in told}
    tally: Counter[str] = Counter()
    for one in readable:
        pk = one.duty.pk
        subject, letter = letters.alone(one, local_day(now), is_public=pk in open_to_all)
        with transaction.atomic():
            key = f"reminder {user.pk} {pk} {occasions[pk]}"
            message = _queue(key, Message.Kind.REMINDER, user, subject, letter, now)
            if message:
                row = {"user": user, "occasion": occasions[pk], "made_at": now, "message": message}
                Reminder.objects.bulk_create([Reminder(duty_id=pk, **row)], ignore_conflicts=True)
                tally += Counter({"messages": 1, "reminders": 1})
    return tally


def _queue(
    key: str, kind: str, user: User, subject: str, letter: Letter, now: datetime
) -> Message | None:
    return queue(
        key=key, kind=kind, to=user, subject=subject, letter=letter, at=now,
        unsubscribe=address_for(user),
    )  # fmt: skip
