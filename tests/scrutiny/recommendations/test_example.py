"""What the sources of 2023 tell of the four recommendations, as the example holds it."""

from io import StringIO

import pytest
from django.core.management import call_command

from governance.models import Duty
from scrutiny.models import Recommendation, Response

pytestmark = pytest.mark.django_db
GRID = "/scrutiny/reviews/digital-strategy-and-ict-roadmap/recommendations/"


def answers_at(council, **facts):
    rows = Response.objects.filter(council__slug=council, **facts).order_by("recommendation")
    return [row.answer for row in rows]


def test_three_councils_answered_differently(example):
    assert answers_at("east-lindsey", settles=True) == ["accepted"] * 4
    assert answers_at("boston", settles=True) == ["noted"] * 4
    assert answers_at("south-holland", settles=False) == ["added"] * 4
    assert answers_at("south-holland", settles=True) == []


def test_south_hollands_cabinet_has_its_answers_outstanding(example, client):
    html = client.get(GRID).content.decode()
    assert "4 of 12 answers are still to come" in html
    assert "No answer of South Holland is recorded; it was due by the end of Friday 5 May" in html
    assert "one may have been given" in html


def test_the_panel_added_one_of_its_own(example):
    row = Recommendation.objects.exclude(added_by=None).get()
    assert (row.number, row.asks_for_answer) == ("2", False)


def test_each_councils_duty_follows_its_answers(example):
    rows = Duty.objects.filter(kind="response").order_by("council__slug")
    assert [(row.council.slug, str(row.due_on), str(row.done_on)) for row in rows] == [
        ("boston", "2023-06-11", "2023-04-12"),
        ("east-lindsey", "2023-05-21", "2023-03-22"),
        ("south-holland", "2023-05-05", "None"),
    ]


def test_the_matters_history_tells_each_answer(example, client):
    html = client.get("/issues/digital-strategy-and-ict-roadmap/").content.decode()
    for said in ("accepted (recommendations 1, 2, 3 and 4)", "findings noted (recommendations"):
        assert said in html


def test_loading_again_changes_nothing(example):
    before = Response.history.count()
    call_command("load_example", stdout=StringIO())
    assert Response.history.count() == before
