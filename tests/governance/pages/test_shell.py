"""What stands around every page: for whom, at what cost, and when things are broken."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.test import RequestFactory

from governance.pages import views
from governance.pages.context import Shell
from governance.pages.views import LAST_RESORT
from governance.people.rules import Kind
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, a_user
from tests.governance.pages.markup import by_id, of_class, parsed, text_of


def a_request(path="/", user=None):
    request = RequestFactory().get(path)
    request.user = user or AnonymousUser()
    return request


def a_page(user=None, template="404.html", path="/nowhere", **context):
    return parsed(render(a_request(path, user), template, context).content.decode())


PLACES = [
    *("Open for call-in", "Decisions", "Issues", "Roadmap", "Systems", "Scrutiny", "Forward plan"),
    "Meetings",
]


def menu(tree):
    return [text_of(item) for item in of_class(tree, "govuk-service-navigation__item")]


def test_a_stranger_may_read_and_sign_in_without_a_query(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        tree = a_page()
    assert menu(tree) == [*PLACES, "Sign in"]
    assert not of_class(tree, "app-userbar")


def test_whoever_publishes_has_the_worklist_first_at_one_query(db, django_assert_num_queries):
    user = a_person_with_role(Kind.DEMOCRATIC_SERVICES, a_council("Boston"))
    with django_assert_num_queries(1):
        tree = a_page(user)
    assert menu(tree) == ["Worklist", *PLACES]
    (bar,) = of_class(tree, "app-userbar")
    assert text_of(bar).startswith("Signed in as democratic services, Boston")
    assert [form.get("method") for form in bar.iter("form")] == ["post"]


def test_a_role_for_a_partnership_and_no_role_at_all(db):
    partnership = a_partnership()
    officer = a_person_with_role(Kind.PARTNERSHIP_OFFICER, partnership)
    assert Shell(a_request(user=officer)).signed_in_as == (
        f"partnership officer, {partnership.short_name}"
    )
    assert Shell(a_request(user=a_user("Sam"))).signed_in_as == "Sam, without a current role"


def test_the_section_one_is_in_is_marked():
    tree = a_page(path="/notices/")
    (here,) = of_class(tree, "govuk-service-navigation__item--active")
    assert text_of(here) == "Decisions"
    assert next(here.iter("a")).get("aria-current") == "page"
    (named,) = of_class(a_page(here="meetings:index"), "govuk-service-navigation__item--active")
    assert text_of(named) == "Meetings"


def test_a_page_of_a_council_has_its_name_and_colours(db):
    council = a_council("Boston")
    tree = a_page(theme=council, part_of="The partnership")
    (header,) = of_class(tree, "govuk-generic-header")
    assert text_of(header) == "Boston Council The partnership"
    sheets = [link.get("href") for link in tree.iter("link") if link.get("rel") == "stylesheet"]
    assert sheets[-1].startswith(f"/theme/council/{council.slug}.css?v=")


def test_the_demo_says_that_its_data_are_examples(settings):
    assert not of_class(a_page(), "govuk-phase-banner")
    settings.IS_DEMO = True
    (banner,) = of_class(a_page(), "govuk-phase-banner")
    assert "example data" in text_of(banner)


def test_a_skip_link_and_one_place_for_announcements():
    tree = a_page()
    assert of_class(tree, "govuk-skip-link")[0].get("href") == "#main-content"
    assert by_id(tree, "main-content").tag == "main"
    assert [element.get("id") for element in tree.iter() if element.get("role") == "status"] == [
        "announce"
    ]


def test_a_refusal_shows_the_sentence_of_its_rule():
    response = views.forbidden(a_request(), PermissionDenied("Only Boston may publish it."))
    assert response.status_code == 403
    assert "Only Boston may publish it." in text_of(parsed(response.content.decode()))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (lambda: views.bad_request(RequestFactory().get("/"), ValueError()), 400),
        (lambda: views.csrf_failure(RequestFactory().post("/")), 403),
        (lambda: views.server_error(RequestFactory().get("/")), 500),
    ],
)
def test_pages_about_faults_ask_nothing_of_the_request_or_the_database(answer, status):
    # No database fixture here: a query would fail this test.
    response = answer()
    assert response.status_code == status
    parsed(response.content.decode())


def test_when_even_the_template_fails_there_is_still_a_page(monkeypatch):
    def broken(name):
        raise ValueError(name)

    monkeypatch.setattr(views.loader, "get_template", broken)
    response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert response.content.decode() == LAST_RESORT
    parsed(LAST_RESORT)


def test_nothing_is_found_at_an_address_that_is_not(client, db):
    response = client.get("/no/such/page")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


def test_the_accessibility_statement_is_public(client, db):
    response = client.get("/accessibility/")
    assert response.status_code == 200
    parsed(response.content.decode())
