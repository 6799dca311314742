"""Run as a program: publish one notice from eight threads at the same moment.

Each has its own connection. Prints as JSON what each was told: "published", a refusal, a fault.
"""

import json
import sys
from threading import Barrier, Thread

import django

django.setup()

from django.db import connection  # noqa: E402 (the models need the set-up above)
from django.utils import timezone  # noqa: E402

from governance.errors import Refused  # noqa: E402
from governance.models import Notice, User  # noqa: E402
from governance.notices import actions  # noqa: E402

THREADS = 8


def main(slug):
    together, told = Barrier(THREADS), []
    threads = [Thread(target=_publish, args=(slug, together, told)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write(json.dumps(told) + "\n")


def _publish(slug, together, told):
    notice = Notice.objects.select_related("council").get(slug=slug)
    by = User.objects.get(is_system=True)
    together.wait()
    try:
        actions.publish(notice, by=by, at=timezone.now())
        told.append("published")
    except Refused as refusal:
        told.append(str(refusal))
    except Exception as fault:  # noqa: BLE001 (whatever it is, the test shall show it)
        told.append(repr(fault))
    finally:
        connection.close()


main(sys.argv[1])
