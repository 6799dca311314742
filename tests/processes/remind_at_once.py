"""Run as a program: go through the duties from eight threads at the same moment.

Each has its own connection. Prints as JSON how many messages each queued, or its fault.
"""

import json
import sys
from threading import Barrier, Thread

import django

django.setup()

from django.db import connection  # noqa: E402 (the models need the set-up above)
from django.utils import timezone  # noqa: E402

from governance.models import User  # noqa: E402
from governance.reminders.morning import remind  # noqa: E402

THREADS = 8


def main():
    together, told = Barrier(THREADS), []
    threads = [Thread(target=_remind, args=(together, told)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write(json.dumps(told) + "\n")


def _remind(together, told):
    by = User.objects.get(is_system=True)
    together.wait()
    try:
        told.append(remind(timezone.now(), by=by)["messages"])
    except Exception as fault:  # noqa: BLE001 (whatever it is, the test shall show it)
        told.append(repr(fault))
    finally:
        connection.close()


main()
