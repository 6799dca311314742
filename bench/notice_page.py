"""Queries and server time of the pages most often read, with the example data.

Through Django's test client: what the server does for a page, without network or browser.
"""

import statistics
import time
from typing import TYPE_CHECKING

from bench._example import example_data, publish_boston

if TYPE_CHECKING:
    from django.test import Client

RUNS = 30
BOSTON = "/notices/boston/cabinet-2023-04-12/"
CLERK = "democratic.boston@example.org"


def main() -> None:
    with example_data():
        # Models can be imported only after the set-up above.
        from django.test import Client

        from governance.models import User

        stranger, clerk = Client(), Client()
        clerk.force_login(User.objects.get(email=CLERK))
        _measure("publish desk", clerk, f"{BOSTON}publish/")
        publish_boston()
        _measure("notice page", stranger, BOSTON)
        _measure("notice page, signed in", clerk, BOSTON)
        _measure("home", stranger, "/")
        _measure("list of notices", stranger, "/notices/")


def _measure(name: str, client: "Client", address: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(3):
        assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
        asked = len(queries)
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - started)
    middle = statistics.median(times) * 1000
    print(f"{name:<24} {asked:3} queries  {middle:6.1f} ms")


if __name__ == "__main__":
    main()
