"""Run as a program: two last signers of a call-in at the same moment, round after round.

Prints as JSON, for each round, what each was told and what the database holds afterwards.
"""

import json
import sys
import time
from datetime import timedelta
from itertools import count
from threading import Barrier, Thread

import django

django.setup()

from django.db import connection  # noqa: E402 (the models need the set-up above)
from django.utils import timezone  # noqa: E402

from governance.errors import Refused  # noqa: E402
from scrutiny.call_ins import actions  # noqa: E402
from scrutiny.call_ins.models import CallIn  # noqa: E402
from tests.factories import councils, decisions, notices, people  # noqa: E402
from tests.factories.people import a_person_with_role  # noqa: E402
from tests.factories.scrutiny_call_ins import (  # noqa: E402
    a_council_that_calls_in,
    an_open_window,
)

TWO = {"signatories": [{"members": ["non_executive"], "number": 2}]}
SAID = {"grounds": "", "reasons": "The costs were not considered.", "alternative": ""}


def main(rounds, call_ins):
    """`call_ins`: one that both sign, or two of the same decision, each with its own signer."""
    # Other programs of this folder have made records from number 1 on.
    for factory in (councils, decisions, notices, people):
        factory._numbers = count(time.time_ns() // 1000)
    told = [_round(number, call_ins) for number in range(rounds)]
    sys.stdout.write(json.dumps(told) + "\n")


def _round(number, call_ins):
    council = a_council_that_calls_in(TWO, name=f"At once {call_ins} {number}")
    window = an_open_window(council, timezone.now() - timedelta(minutes=5))
    first, *last = [a_person_with_role("member", council) for _ in range(3)]
    begun = [
        actions.begin(window, SAID | {"alternative": f"{one}"}, by=first, at=timezone.now())
        for one in range(call_ins)
    ]
    for call_in in begun:
        actions.sign(call_in, read=actions.text_of(call_in), by=first, at=timezone.now())
    together, told = Barrier(2), []
    threads = [
        Thread(target=_sign, args=(begun[which % call_ins].pk, by, together, told))
        for which, by in enumerate(last)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = CallIn.objects.filter(council=council)
    return {
        "told": told,
        "requests": held.filter(state="requested").count(),
        "signatures": [one.signatures.standing().count() for one in held.order_by("pk")],
    }


def _sign(pk, by, together, told):
    call_in = CallIn.objects.get(pk=pk)
    read = actions.text_of(call_in)
    together.wait()
    try:
        told.append(actions.sign(call_in, read=read, by=by, at=timezone.now()).state)
    except Refused as refusal:
        told.append(str(refusal))
    except Exception as fault:  # noqa: BLE001 (whatever it is, the test shall show it)
        told.append(repr(fault))
    finally:
        connection.close()


main(int(sys.argv[1]), int(sys.argv[2]))
