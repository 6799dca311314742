"""What a morning's reminders cost with 100,000 duties: time, memory, queries.

Twenty councils, three officers each; the days on which the duties are due are spread over a year.
"""

import resource
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from bench._example import example_data

DUTIES, COUNCILS, OFFICERS = 100_000, 20, 3
# A Thursday: Thursday to Friday are working days.
MORNING = datetime(2026, 11, 19, 8, tzinfo=UTC)


def main() -> None:
    with example_data():
        _make()
        print(f"{'Run':34} {'s':>7} {'MiB':>6} {'queries':>8} {'messages':>9} {'reminders':>10}")
        for name, at in (
            ("The first morning of all", MORNING),
            ("Ten minutes later", MORNING + timedelta(minutes=10)),
            ("The next morning", MORNING + timedelta(days=1)),
        ):
            _line(name, at)


def _line(name: str, at: datetime) -> None:
    # Django is set up only after this module was imported.
    from governance.models import User
    from governance.reminders.morning import remind

    by, started = User.objects.get(is_system=True), time.perf_counter()
    with _counted() as queries:
        told = remind(at, by=by)
    took = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    numbers = f"{queries['all']:>8} {told['messages']:>9} {told['reminders']:>10}"
    print(f"{name:34} {took:>7.1f} {memory:>6.0f} {numbers}", flush=True)


@contextmanager
def _counted() -> Iterator[Counter[str]]:
    from django.db import connection  # set up only after this module was imported

    found: Counter[str] = Counter()

    def count(execute: Any, *arguments: Any) -> Any:
        found["all"] += 1
        return execute(*arguments)

    with connection.execute_wrapper(count):
        yield found


def _make() -> None:
    # Django is set up only after this module was imported.
    from django.db import connection, transaction

    from governance.models import Council, Duty, Role, User

    with transaction.atomic(), connection.cursor() as cursor:
        tables = ("council", "duty", "user", "role")
        for table in tables:  # so many rows at once have no history, and this is no record
            cursor.execute(f"ALTER TABLE governance_{table} DISABLE TRIGGER USER")
        councils = Council.objects.bulk_create(
            Council(name=f"Council {n}", short_name=f"C {n}", slug=f"bench-{n}")
            for n in range(COUNCILS)
        )
        users = User.objects.bulk_create(
            User(email=f"officer{n}@bench.example", name=f"Officer {n}")
            for n in range(COUNCILS * OFFICERS)
        )
        since = MORNING.date() - timedelta(days=400)
        Role.objects.bulk_create(
            Role(user=user, kind="officer", council=councils[n % COUNCILS], from_on=since)
            for n, user in enumerate(users)
        )
        Duty.objects.bulk_create(
            (
                Duty(
                    kind="contract", title=f"Decide what follows contract {n}",
                    council=councils[n % COUNCILS],
                    due_on=MORNING.date() + timedelta(days=n * 7 % 365 - 60),
                )
                for n in range(DUTIES)
            ),
            batch_size=5000,
        )  # fmt: skip
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE governance_{table} ENABLE TRIGGER USER")


if __name__ == "__main__":
    main()
