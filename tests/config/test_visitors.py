"""What somebody signed in was shown is kept nowhere; what is public is kept for a while."""

import pytest
from django.urls import reverse

from governance.people.rules import Kind
from tests.factories.councils import a_council, a_council_with_a_rule
from tests.factories.meetings import EXEMPT, a_body, a_document, a_meeting, an_item
from tests.factories.notices import a_file_of, a_published_notice
from tests.factories.people import a_person_with_role, a_user

pytestmark = pytest.mark.django_db
PRIVATE = "private, no-store"


def public_addresses():
    """Return the PDF and the data of a published version, and a style sheet."""
    notice = a_published_notice(a_council_with_a_rule())
    a_file_of(notice.versions.get())
    version = [notice.council.slug, notice.slug, 1]
    return [
        reverse("notices:pdf", args=version),
        reverse("notices:data", args=version),
        reverse("theme", args=["council", notice.council.slug]),
    ]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/notices/", 200),
        ("/notices/?format=csv", 200),
        ("/meetings/", 200),
        ("/account/password/set/", 200),
        ("/nowhere/", 404),
    ],
)
def test_what_somebody_signed_in_was_shown_is_kept_nowhere(client, address, status):
    client.force_login(a_user())
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (status, PRIVATE)


@pytest.mark.parametrize("address", ["/", "/notices/", "/meetings/"])
def test_pages_for_strangers_are_not_called_private(client, address):
    assert not client.get(address).has_header("Cache-Control")


def test_a_restricted_paper_is_kept_nowhere(client):
    council = a_council()
    paper = a_document(an_item(a_meeting(a_body(council))), **EXEMPT)
    client.force_login(a_person_with_role(Kind.MEMBER, council))
    answer = client.get(reverse("meetings:document", args=[paper.public_id]))
    assert b"".join(answer.streaming_content)
    assert (answer.status_code, answer["Cache-Control"]) == (200, PRIVATE)


@pytest.mark.parametrize("signed_in", [False, True])
def test_what_is_the_same_for_everybody_may_be_kept_and_asked_about(client, signed_in):
    if signed_in:
        client.force_login(a_user())
    for address in public_addresses():
        first = client.get(address)
        assert first["Cache-Control"].startswith(("public", "max-age=86400, public"))
        assert "immutable" not in first["Cache-Control"]
        again = client.get(address, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Cache-Control"] == first["Cache-Control"]
        other = client.get(address, headers={"if-none-match": '"of another version"'})
        assert (other.status_code, other.content) == (200, first.content)


def test_signing_out_is_kept_nowhere(client):
    client.force_login(a_user())
    answer = client.post("/account/logout/")
    assert (answer.status_code, answer["Cache-Control"]) == (302, PRIVATE)
