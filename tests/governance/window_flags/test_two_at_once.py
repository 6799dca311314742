"""Two people decide about the same windows in the same moment: one does, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier

import pytest
from django.db import connection

from governance.calendar.actions import add_bank_holiday
from governance.calendar.local_time import LONDON
from governance.models import WindowFlag
from governance.window_flags import actions
from tests.factories.councils import a_council_with_a_rule
from tests.factories.everything import really_committed
from tests.factories.notices import a_published_notice
from tests.factories.people import a_person_with_role

NOW = datetime(2023, 4, 17, 9, tzinfo=LONDON)


@pytest.fixture
def flagged(django_db_setup, django_db_blocker):
    with really_committed(django_db_blocker):
        council = a_council_with_a_rule("Barton")
        notice = a_published_notice(council)
        clerks = [a_person_with_role("democratic_services", council) for _ in range(2)]
        add_bank_holiday(
            date(2023, 4, 19), name="Proclaimed", source="Gazette", by=clerks[0], at=NOW
        )
        yield notice, clerks


def test_of_two_who_decide_at_once_one_does_and_the_other_is_told_who(flagged):
    notice, clerks = flagged
    seen = actions.revisions_of(list(actions.waiting_of(notice)))
    together = Barrier(2)

    def press(clerk):
        try:
            together.wait(timeout=20)
            actions.decide(notice, moves=True, by=clerk, at=NOW, reason=f"{clerk}", seen=seen)
        except actions.DecidedAlready as told:
            return str(told)
        else:
            return "decided"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, clerks))
    assert sorted(answer == "decided" for answer in answers) == [False, True]
    told = next(answer for answer in answers if answer != "decided")
    first = clerks[answers.index("decided")]
    assert told.startswith(f"{first} already decided at")
    assert notice.versions.count() == 2
    assert WindowFlag.objects.get().reason == str(first)
