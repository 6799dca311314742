"""The three notices of a key decision to come: what they want, say, and count."""

from datetime import date, datetime, timedelta

import pytest

from governance.calendar.local_time import LONDON
from governance.errors import Refused
from governance.notices import actions
from governance.notices.actions import Incomplete
from governance.notices.desk import desk_of
from governance.notices.kinds.registry import gaps_of, present
from governance.notices.page import rows
from governance.notices.pdf import notice_html
from tests.factories.councils import a_council
from tests.factories.forward_plan import AGREED, TOLD, an_entry
from tests.factories.meetings import a_body
from tests.factories.notices import PUBLISHED_AT, a_notice_of_entry, publish
from tests.factories.people import a_person, an_appointment, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db


def a_notice(kind="key_decision", **fields):
    council = a_council()
    body = a_body(council)
    for name, capacity in (("Ann Ace", "member"), ("Bob Base", "chair"), ("Cid Case", "reserve")):
        an_appointment(a_person(name), council, body=body, capacity=capacity)
    gone = a_person("Dee Dace")
    an_appointment(gone, council, body=body, to_on=date(2022, 1, 1))
    return a_notice_of_entry(an_entry(council, body=body, **fields), kind)


def test_a_complete_entry_wants_nothing():
    assert gaps_of(a_notice(), PUBLISHED_AT) == []


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"matter": ""}, "The matter"),
        ({"planned_from": None}, "When"),
        ({"documents": ""}, "Documents to be submitted"),
        ({"copies_from": ""}, "Where copies can be had"),
        ({"how_to_ask": ""}, "How to ask for other documents"),
        ({"key_test": ""}, "What makes it key"),
        ({"private_answer": ""}, "Whether part of it is private"),
        ({"contact": ""}, "Who to contact"),
    ],
)
def test_each_part_of_regulation_9_is_asked_for(fields, heading):
    assert gaps_of(a_notice(**fields), PUBLISHED_AT) == [heading]


def test_a_body_without_recorded_members_is_asked_for_them():
    notice = a_notice_of_entry(an_entry())
    assert gaps_of(notice, PUBLISHED_AT) == ["Who will decide"]


def test_a_person_is_named():
    notice = a_notice_of_entry(an_entry(maker="member", body=None))
    assert gaps_of(notice, PUBLISHED_AT) == ["Who will decide"]


def test_a_notice_that_lacks_a_part_is_published_only_with_a_reason():
    notice = a_notice(documents="")
    with nothing_written(), pytest.raises(Incomplete):
        publish(notice)
    version = publish(notice, gaps_reason="The report is not begun.")
    assert version.snapshot["gaps"]["missing"] == ["Documents to be submitted"]


def test_the_members_on_the_day_are_listed_the_chair_first_without_reserves():
    snapshot = publish(a_notice()).snapshot
    assert snapshot["entry"]["members"] == ["Bob Base", "Ann Ace"]


def test_the_decision_may_be_taken_28_clear_days_after_the_notice():
    version = publish(a_notice())
    dates = version.snapshot["dates"]
    # 14 April and 13 May are the ends; 28 whole days lie between.
    assert dates["earliest"] == "2023-05-13"
    assert dates["trace"][-1]["why"] == "First day the decision may be made"
    assert version.windows.count() == 0


def test_a_correction_that_keeps_counts_from_the_version_before():
    notice = a_notice()
    publish(notice)
    later = actions.correct(
        notice, by=the_clerk(), at=PUBLISHED_AT + timedelta(days=5), reason="A name",
        clock="keeps",
    )  # fmt: skip
    assert later.snapshot["dates"]["earliest"] == "2023-05-13"
    assert later.snapshot["correction"]["clock"].startswith("The 28 clear days run on")


def test_a_material_change_starts_the_28_days_again():
    notice = a_notice()
    publish(notice)
    later = actions.correct(
        notice, by=the_clerk(), at=PUBLISHED_AT + timedelta(days=5), reason="The sum doubled",
        clock="restarts",
    )  # fmt: skip
    assert later.snapshot["dates"]["earliest"] == "2023-05-18"
    again = actions.correct(
        notice, by=the_clerk(), at=PUBLISHED_AT + timedelta(days=9), reason="A name",
        clock="keeps",
    )  # fmt: skip
    assert again.snapshot["dates"]["earliest"] == "2023-05-18"


def test_the_correction_must_say_what_becomes_of_the_28_days():
    notice = a_notice()
    publish(notice)
    with nothing_written(), pytest.raises(Refused, match="does to the 28 clear days"):
        actions.correct(notice, by=the_clerk(), at=PUBLISHED_AT, reason="A name", clock="extends")


def test_the_desk_warns_of_a_planned_day_that_is_too_soon():
    desk = desk_of(a_notice(planned_from=date(2023, 5, 12)), PUBLISHED_AT)
    warning = next(line.check for line in desk.lines if line.check.level == "warning")
    assert "may be taken from Saturday 13 May 2023 at the earliest" in warning.says
    assert "use the general exception" in warning.says
    assert desk.missing == []


def test_a_planned_day_in_time_is_not_warned_of():
    desk = desk_of(a_notice(planned_from=date(2023, 5, 13)), PUBLISHED_AT)
    assert [line for line in desk.lines if line.check.level == "warning"] == []


def test_a_notice_published_too_late_says_so_on_page_and_paper():
    version = publish(a_notice(planned_from=date(2023, 5, 12)))
    assert "too soon" in present(version.snapshot)["late"]
    assert "too soon" in notice_html(version.snapshot)


def test_the_first_publication_is_noted_on_the_entry():
    notice = a_notice()
    publish(notice)
    notice.entry.refresh_from_db()
    assert notice.entry.published_at == PUBLISHED_AT


# --- Regulations 10 and 11 ----------------------------------------------------------------------


def test_the_general_exception_says_who_was_told_and_why_and_counts_five_clear_days():
    snapshot = publish(a_notice("general_exception", **TOLD)).snapshot
    assert snapshot["exception"] == {
        "reason": TOLD["exception_reason"],
        "told": TOLD["told"],
        "told_on": "2023-04-13",
    }
    # Friday 14 April, then five whole working days, then Monday 24 April.
    assert snapshot["dates"]["earliest"] == "2023-04-24"


def test_the_general_exception_wants_the_chair_told_and_the_reasons():
    gaps = gaps_of(a_notice("general_exception"), PUBLISHED_AT)
    assert gaps == ["Who was told in writing, and when", "Why 28 clear days are impracticable"]


def test_nobody_is_told_after_the_notice_of_it():
    notice = a_notice("general_exception", **TOLD | {"told_on": date(2023, 4, 15)})
    with nothing_written(), pytest.raises(Refused, match="told on Saturday 15 April 2023"):
        publish(notice)


def test_special_urgency_says_who_agreed_in_which_office_when_and_why():
    snapshot = publish(a_notice("special_urgency", **AGREED)).snapshot
    assert snapshot["urgency"] == {
        "reason": AGREED["urgency_reason"],
        "agreed_by": "Councillor Eve Earl",
        "office": "Chair of the relevant overview and scrutiny committee",
        "why_that_office": "",
        "agreed_at": "2023-04-13T08:00:00+00:00",
    }
    assert "dates" not in snapshot


def test_special_urgency_wants_the_agreement_and_the_reasons():
    gaps = gaps_of(a_notice("special_urgency"), PUBLISHED_AT)
    assert gaps == ["Who agreed that it is urgent", "Why it cannot reasonably be deferred"]


def test_another_office_than_the_scrutiny_chair_says_why():
    fields = AGREED | {"agreed_office": "authority_chair"}
    assert gaps_of(a_notice("special_urgency", **fields), PUBLISHED_AT) == ["Why that office"]


def test_the_three_kinds_tell_nothing_that_is_another_kinds():
    both = TOLD | AGREED
    plain = str(publish(a_notice(**both)).snapshot)
    assert TOLD["exception_reason"] not in plain
    assert AGREED["urgency_reason"] not in plain
    told = str(publish(a_notice("general_exception", **both)).snapshot)
    assert AGREED["urgency_reason"] not in told


def test_private_reasons_are_told_with_the_paragraph():
    private = {
        "private_answer": "yes", "private_paragraphs": [3], "private_reasons": "Prices.",
    }  # fmt: skip
    facts = dict(present(publish(a_notice(**private)).snapshot)["facts"])
    assert facts["To be private"] == "Paragraph 3, financial or business affairs. Prices."


@pytest.mark.parametrize("kind", ["key_decision", "general_exception", "special_urgency"])
def test_every_kind_has_a_printed_form(kind):
    html = notice_html(publish(a_notice(kind, **TOLD, **AGREED)).snapshot)
    assert "The decision may be taken" in html
    assert "Bob Base and Ann Ace" in html


def test_the_verdict_turns_on_the_first_day():
    notice = a_notice()
    publish(notice)
    notice.refresh_from_db()
    before = rows([notice], datetime(2023, 5, 12, 12, tzinfo=LONDON))[0]["verdict"]
    on = rows([notice], datetime(2023, 5, 13, 0, tzinfo=LONDON))[0]["verdict"]
    assert (before.state, on.state) == ("Decision to come", "May be taken")
    assert not before.is_open
