"""Views that somebody comes back to are their own."""

import pytest

from governance.errors import Refused
from roadmap.saved_views import actions
from roadmap.saved_views.actions import save
from roadmap.saved_views.models import SavedView
from roadmap.saved_views.rules import kept_query
from tests.factories.councils import a_partnership
from tests.factories.people import a_user
from tests.factories.roadmap_tables import a_saved_view


def test_only_what_belongs_to_the_view_is_kept_of_an_address():
    asked = {"council": "boston", "page": "2", "q": "a b\x00", "format": "csv", "theme": ""}
    assert kept_query(asked, ("council", "theme", "q")) == "council=boston&q=a+b"


def test_a_query_that_is_too_long_is_not_kept():
    assert kept_query({"q": "x" * 1001}, ("q",)) == ""


@pytest.mark.django_db
def test_saving_under_a_name_again_takes_its_place():
    partnership, user = a_partnership(), a_user()
    for page in ("table", "timeline"):
        save(partnership, name="Late", page=page, query="status=red", by=user)
    assert [view.page for view in SavedView.objects.visible_to(user)] == ["timeline"]


@pytest.mark.django_db
def test_nobody_sees_another_persons_views():
    view = a_saved_view(a_partnership())
    assert not SavedView.objects.visible_to(a_user()).exists()
    assert SavedView.objects.visible_to(view.user).get() == view


@pytest.mark.django_db
def test_there_is_an_end_to_views(monkeypatch):
    monkeypatch.setattr(actions, "MOST", 1)
    partnership, user = a_partnership(), a_user()
    save(partnership, name="One", page="table", query="", by=user)
    with pytest.raises(Refused, match="Let go of one first"):
        save(partnership, name="Two", page="table", query="", by=user)
