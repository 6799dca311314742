"""Who sees what: every model and role, at one's own council, elsewhere and in a joint body."""

import re
import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone

from governance.models import (
    AgendaItem,
    Decision,
    Document,
    Meeting,
    Notice,
    NoticeVersion,
    User,
)
from governance.people.rules import Kind
from tests.factories.councils import a_council_with_a_rule, a_partnership
from tests.factories.decisions import a_complete_decision, a_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import (
    CONFIDENTIAL,
    EXEMPT,
    a_body,
    a_document,
    a_meeting,
    an_item,
)
from tests.factories.notices import a_notice_of_meeting, publish
from tests.factories.people import a_person_with_role, a_user, made

pytestmark = pytest.mark.django_db

# What each record is called: where it is, and what it is.
NAME = {
    Meeting: lambda meeting: meeting.place,
    AgendaItem: lambda item: item.title,
    Document: lambda document: document.title,
    Decision: lambda decision: decision.title,
    Notice: lambda notice: notice.title,
    NoticeVersion: lambda version: version.notice.title,
}
PUBLIC = {
    Meeting: {"held"},
    AgendaItem: {"held", "held, exempt"},
    Document: {"open"},
    Decision: {"published"},
    Notice: {"published"},
    NoticeVersion: {"published"},
}
RESTRICTED = {
    Document: {"exempt", "confidential", "unset"},
    Decision: {"published, exempt", "published, confidential"},
}
DRAFTS = {
    Meeting: {"draft"},
    AgendaItem: {"draft"},
    Document: {"draft, open"},
    Decision: {"draft", "draft, unset"},
    Notice: {"draft"},
}
RESTRICTED_DRAFTS = {Document: {"draft, exempt"}, Decision: {"draft, exempt"}}


def together(*tables):
    return {model: set().union(*(table.get(model, set()) for table in tables)) for model in NAME}


OFFICERS = together(PUBLIC, DRAFTS)
# role: what it sees at its own council, and in a joint body that its council belongs to.
SEES = {
    "public": (PUBLIC, PUBLIC),
    Kind.MEMBER: (together(PUBLIC, RESTRICTED), together(PUBLIC, RESTRICTED)),
    Kind.OFFICER: (OFFICERS, OFFICERS),
    Kind.SCRUTINY_OFFICER: (OFFICERS, OFFICERS),
    Kind.PARTNERSHIP_OFFICER: (PUBLIC, OFFICERS),
    Kind.DEMOCRATIC_SERVICES: (
        together(PUBLIC, RESTRICTED, DRAFTS, RESTRICTED_DRAFTS),
        together(PUBLIC, RESTRICTED, DRAFTS, RESTRICTED_DRAFTS),
    ),
    Kind.ADMINISTRATOR: (PUBLIC, PUBLIC),
}


def test_the_table_names_every_role():
    assert set(SEES) == {"public", *Kind}


def records_of(body, place):
    """Make one of everything that somebody may or may not see at `body`."""
    draft = a_meeting(body, state="draft", place=f"{place}: draft")
    item = an_item(draft, title=f"{place}: draft")
    a_document(item, title=f"{place}: draft, open")
    a_document(item, title=f"{place}: draft, exempt", **EXEMPT)
    a_decision(item, title=f"{place}: draft", classification="public")
    a_decision(item, title=f"{place}: draft, unset")
    a_decision(item, title=f"{place}: draft, exempt", **EXEMPT)
    made_notice = a_notice_of_meeting(draft)
    made_notice.title = f"{place}: draft"
    made(made_notice)

    held = a_meeting(body, place=f"{place}: held", starts_at="18:00")
    item = an_item(held, title=f"{place}: held")
    an_item(held, title=f"{place}: held, exempt", **EXEMPT)
    a_document(item, title=f"{place}: open")
    a_document(item, title=f"{place}: exempt", **EXEMPT)
    a_document(item, title=f"{place}: confidential", **CONFIDENTIAL)
    a_document(item, title=f"{place}: unset", classification="")
    a_complete_decision(item, title=f"{place}: published")
    a_complete_decision(item, title=f"{place}: published, exempt", **EXEMPT)
    a_complete_decision(item, title=f"{place}: published, confidential", **CONFIDENTIAL)
    notice = a_notice_of_meeting(held)
    notice.title = f"{place}: published"
    made(notice)
    publish(notice)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        own, other, partner = (a_council_with_a_rule(name) for name in ("Own", "Other", "Partner"))
        partnership = a_partnership(own, partner)
        records_of(a_body(own), "own")
        records_of(a_body(other), "other")
        # Served by the partner: a joint body is not one's own merely by being its lead.
        records_of(a_body(partner, own, partnership=partnership), "joint")
        yield SimpleNamespace(own=own, other=other, partnership=partnership)


def user_with(kind, world, **dates):
    if kind == "public":
        return AnonymousUser()
    of = world.partnership if kind == Kind.PARTNERSHIP_OFFICER else world.own
    return a_person_with_role(kind, of, **dates)


def seen_by(model, user):
    rows = model.objects.visible_to(user)
    return sorted(NAME[model](row) for row in rows)


def expected(model, own, joint):
    places = {"own": own, "joint": joint, "other": PUBLIC}
    return sorted(f"{place}: {what}" for place, table in places.items() for what in table[model])


@pytest.mark.parametrize("model", NAME, ids=lambda m: m.__name__)
@pytest.mark.parametrize("kind", SEES)
def test_each_role_sees_what_it_may_and_no_more(world, kind, model):
    assert seen_by(model, user_with(kind, world)) == expected(model, *SEES[kind])


@pytest.mark.parametrize("model", NAME, ids=lambda m: m.__name__)
@pytest.mark.parametrize("kind", Kind)
def test_a_role_that_has_ended_or_not_begun_sees_what_the_public_sees(world, kind, model):
    day = timedelta(days=1)
    today = timezone.localdate()
    for dates in ({"to_on": today - day}, {"from_on": today + day}):
        assert seen_by(model, user_with(kind, world, **dates)) == expected(model, PUBLIC, PUBLIC)


def test_a_role_counts_on_its_first_and_on_its_last_day(world):
    today = timezone.localdate()
    user = user_with(Kind.OFFICER, world, from_on=today, to_on=today)
    assert "own: draft" in seen_by(Meeting, user)


def test_an_account_that_was_closed_sees_what_the_public_sees(world):
    user = user_with(Kind.DEMOCRATIC_SERVICES, world)
    user.is_active = False
    user.save()
    closed = User.objects.get(pk=user.pk)
    assert seen_by(Document, closed) == expected(Document, PUBLIC, PUBLIC)


def test_an_account_without_a_role_sees_what_the_public_sees(world):
    assert seen_by(Decision, a_user()) == expected(Decision, PUBLIC, PUBLIC)


def without_token(page):
    """Signing out is a form on every page; its token is another each time."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", page)


@pytest.mark.parametrize("kind", [k for k in SEES if k != Kind.DEMOCRATIC_SERVICES])
def test_a_document_one_may_not_read_is_answered_as_one_that_does_not_exist(world, client, kind):
    user = user_with(kind, world)
    if user.is_authenticated:
        client.force_login(user)
    hidden = Document.objects.get(title="other: exempt").public_id
    none = uuid.uuid4()
    answers = [
        client.get(reverse("meetings:document", args=[public_id])) for public_id in (hidden, none)
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    bodies = [a.text.replace(str(i), "ID") for a, i in zip(answers, (hidden, none), strict=True)]
    assert without_token(bodies[0]) == without_token(bodies[1])


@pytest.mark.parametrize("model", [Meeting, Notice, Decision], ids=lambda m: m.__name__)
def test_a_draft_is_answered_to_a_stranger_as_what_does_not_exist(world, client, model):
    draft = next(row for row in model.objects.all() if NAME[model](row) == "own: draft")
    address, none = {
        Meeting: lambda: [reverse("meetings:detail", args=[n]) for n in (draft.pk, 999_999)],
        Notice: lambda: [
            reverse("notices:detail", args=[draft.council.slug, slug])
            for slug in (draft.slug, "none")
        ],
        Decision: lambda: [
            reverse("decisions:edit", args=[n, "reasons"]) for n in (draft.pk, 999_999)
        ],
    }[model]()
    if model is Decision:  # written only by people who sign in
        client.force_login(a_user())
    first, second = client.get(address), client.get(none)
    assert (first.status_code, second.status_code) == (404, 404)
    assert without_token(first.text) == without_token(second.text)
