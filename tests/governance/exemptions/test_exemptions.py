"""An exemption with a day is looked at again on that day, by a duty that tells nothing of it."""

from datetime import date

import pytest

from governance.duties import actions as duties
from governance.exemptions.actions import keep_all
from governance.exemptions.sweep import keep_duties_of_exemptions
from governance.models import Duty, ExemptionDuty
from governance.people.rules import Kind
from tests.factories.councils import a_council
from tests.factories.decisions import a_decision
from tests.factories.meetings import EXEMPT, a_body, a_document, a_meeting, an_item
from tests.factories.people import a_person_with_role, made, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
REVIEW, LATER = date(2024, 4, 12), date(2025, 4, 12)
LOOKED_AT = EXEMPT | {"exemption_review_on": REVIEW}


@pytest.fixture
def council():
    return a_council("Boston")


@pytest.fixture
def item(council):
    meeting = a_meeting(a_body(council))
    return an_item(meeting, minute_number=7, title="Salaries of named staff", **LOOKED_AT)


def keep():
    return keep_all(by=the_clerk())


def test_an_exempt_item_makes_a_duty_that_names_where_it_stands_and_not_what_it_says(item, council):
    assert keep() == 1
    duty = Duty.objects.get()
    assert (duty.kind, duty.due_on, duty.council, duty.title) == (
        "exemption", REVIEW, council,
        "Look again at the exemption of item 7: Cabinet, 12 April 2023",
    )  # fmt: skip


def test_papers_and_decisions_make_one_each(item, council):
    a_document(item, **LOOKED_AT)
    a_decision(item, **LOOKED_AT)
    a_decision(council=council, **LOOKED_AT)
    assert keep() == 4
    assert Duty.objects.count() == 4
    assert not Duty.objects.filter(title__contains="Salaries").exists()


def test_keeping_again_writes_nothing(item):
    keep()
    with nothing_written():
        keep()


def test_what_is_public_by_then_or_has_no_day_takes_its_duty_along(item):
    keep()
    item.classification, item.exempt_paragraphs, item.exemption_review_on = "public", [], None
    made(item)
    assert keep() == 0
    assert not Duty.objects.exists()


def test_another_day_is_another_duty_and_what_was_done_stays(item):
    keep()
    first = Duty.objects.get()
    duties.finish(first, done_on=REVIEW, how="Still so.", by=the_clerk(), today=LATER)
    item.exemption_review_on = LATER
    made(item)
    keep()
    assert list(Duty.objects.order_by("due_on").values_list("due_on", flat=True)) == [REVIEW, LATER]
    assert Duty.objects.get(pk=first.pk).done_on == REVIEW


def test_only_those_who_may_read_it_see_the_duty(item, council):
    keep()
    entitled = a_person_with_role(Kind.DEMOCRATIC_SERVICES, council)
    elsewhere = a_person_with_role(Kind.DEMOCRATIC_SERVICES, a_council())
    officer = a_person_with_role(Kind.OFFICER, council)
    assert Duty.objects.visible_to(entitled).count() == 1
    assert Duty.objects.visible_to(elsewhere).count() == 0
    assert Duty.objects.visible_to(officer).count() == 0


def test_the_sweep_does_nothing_without_the_system_person(item):
    assert keep_duties_of_exemptions() == 0
    assert not ExemptionDuty.objects.exists()
