"""Sets a scene that a journey begins with: `python -m tests.journeys.scenes corrected`.

Runs as a process of its own with the application's settings, through the same actions as the pages.
"""

import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import django
import pikepdf

# Councils with their bodies and people, and the accounts: all that is there before any record is.
BEFORE_RECORDS = ("1?-*.yaml", "8?-*.yaml")

OWED = "Report back on the shared service desk"
OFFERS, PRICES = "Offers for the shared service desk", "Prices of four suppliers"


def main(scene: str) -> None:
    django.setup()
    scenes = {"empty": empty, "complete": complete, "corrected": corrected, "morning": morning}
    scenes |= {"asked": asked}
    scenes[scene]()


def empty() -> None:
    """Tables, councils and accounts."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        for pattern in BEFORE_RECORDS:
            for file in Path("examples").glob(pattern):
                shutil.copy(file, folder)
        call_command("load_example", folder=Path(folder))


def complete() -> None:
    """The Boston draft with everything answered, so that it can be published at once."""
    from governance.decisions import actions
    from governance.history.actions import revision_of

    by, notice = _by(), _notice()
    decision = notice.meeting.items.get(minute_number=62).decisions.get()
    answers = {
        "reasons": "The peer review of 2022 called for one approach.",
        "alternatives_answer": "none",
        "classification": "public",
        "key_answer": "no",
        "call_in_answer": "yes",
    }
    seen = revision_of(decision)
    actions.record(decision, answers, seen=seen, by=by, because="Completed for a journey")


def corrected() -> None:
    """Published in April 2023 and corrected since; its window then needs a decision."""
    from django.utils import timezone

    from governance.notices import actions

    complete()
    by, then = _by(), datetime(2023, 4, 14, 9, 5, tzinfo=UTC)
    actions.publish(_notice(), by=by, at=timezone.now(), published_at=then)
    reason = "A name was misspelt."
    actions.correct(_notice(), by=by, at=timezone.now(), reason=reason, clock="keeps")
    days_entered_late(by)
    all_that_has_a_page(by)


def all_that_has_a_page(by) -> None:
    """At Boston: a decision called in, a notice withdrawn, a meeting partly in private."""
    from django.utils import timezone

    from governance.models import Notice, PrivateMeeting
    from governance.notices.withdrawal import withdraw
    from governance.private_meetings.actions import record_representation
    from records.folder import load

    load(Path(__file__).parent / "records", because="Loaded for a journey")
    wrong = Notice.objects.get(council__slug="boston", slug__startswith="meeting-room-screens")
    why = "It was put out in the name of another officer (illustrative)."
    withdraw(wrong, by=by, at=timezone.now(), reason=why, title=wrong.title)
    private = PrivateMeeting.objects.get(meeting__body__lead_council__slug="boston")
    said = {
        "received_on": timezone.localdate(),
        "received_from": "A resident (illustrative)",
        "said": "Residents pay for it.",
        "response": "The prices are told once a supplier is chosen.",
    }
    record_representation(private, said, seen=0, by=by)
    _restricted_paper(private.meeting, by)
    _declared(private.meeting, by)


def _restricted_paper(meeting, by) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from governance.meetings.actions import attach
    from governance.meetings.agenda_actions import add_item
    from governance.models import AgendaItem

    exempt = {"classification": "exempt", "exempt_paragraphs": [3]}
    exempt |= {"public_interest_reason": "Offers are being compared."}
    kind, part = AgendaItem.Kind.BUSINESS, AgendaItem.Part.PRIVATE
    item = add_item(meeting, {"title": OFFERS, "kind": kind, "part": part} | exempt, by=by)
    with pikepdf.new() as paper, BytesIO() as written:
        paper.add_blank_page()
        paper.save(written)
        file = SimpleUploadedFile("offers.pdf", written.getvalue(), "application/pdf")
    attach(item, file, {"title": PRICES, "kind": "report"} | exempt, by=by)


def _declared(meeting, by) -> None:
    from governance.minutes.actions import add_attendance, add_declaration

    there = {"name": "Illustrative", "style": "Councillor", "capacity": "member"}
    who = add_attendance(meeting, there | {"presence": "present"}, by=by).person
    add_declaration(meeting, {"person": who, "kind": "other", "interest": "A lease"}, by=by)


def days_entered_late(by) -> None:
    """A closure that would have moved the window of the notice, and a bank holiday to come."""
    from django.utils import timezone

    from governance.calendar.actions import add_bank_holiday, add_closure

    day, reason = date(2023, 4, 18), "Offices flooded (illustrative)"
    add_closure(_notice().council, day, reason=reason, by=by, at=timezone.now())
    said = {"name": "Day of thanksgiving (illustrative)", "source": "Illustrative"}
    add_bank_holiday(date(2028, 7, 12), by=by, at=timezone.now(), **said)


def morning() -> None:
    """Boston promised something for today, and the morning's reminders are asked for."""
    from django.utils import timezone

    from governance.history.actions import write
    from governance.models import Duty
    from governance.tasks import remind

    council = _notice().council
    duty = Duty(council=council, kind="report_back", title=OWED, due_on=timezone.localdate())
    write(duty, by=_by(), because="Made for a journey")
    remind.delay()


def asked() -> None:
    """East Lindsey's live decision is part of a matter, and another decision of it is in draft."""
    from django.utils import timezone

    from governance.history.actions import write
    from governance.models import Decision, Issue, Notice, Resolution

    by, because = _by(), "Made for a journey"
    issue = Issue(title="The shared service desk (illustrative)", slug="shared-service-desk")
    write(issue, by=by, because=because)
    first = Decision.objects.get(title__startswith="Longer opening hours")
    first.issue = issue
    write(first, by=by, because=because)
    same = {"maker": "member", "made_by": first.made_by, "council": first.council, "issue": issue}
    answers = {
        "reasons": "The cost is known now.", "alternatives_answer": "none",
        "conflicts_answer": "none", "dispensations_answer": "none", "classification": "public",
        "key_answer": "no", "call_in_answer": "no", "no_call_in_ground": "again",
        "no_call_in_reason": "It was called in and has been reconsidered.", "contact": "The desk",
        "title": "The service desk, once more", "made_on": timezone.localdate(),
        "is_illustrative": True,
    }  # fmt: skip
    again = write(Decision(**same, **answers), by=by, because=because)
    limb = Resolution(decision=again, number=1, verb="approve", text="the longer hours")
    write(limb, by=by, because=because)
    notice = Notice(
        council=first.council, kind="decision", decision=again, slug="service-desk-again",
        title=again.title,
    )  # fmt: skip
    write(notice, by=by, because=because)


def _by():
    from governance.people.models import User

    return User.objects.get(email="democratic.boston@example.org")


def _notice():
    from governance.notices.models import Notice

    found = Notice.objects.select_related("council", "meeting__body")
    return found.get(council__slug="boston", slug="cabinet-2023-04-12")


if __name__ == "__main__":
    main(sys.argv[1])
