"""What is a draft or restricted of a review is met only by those whom it is for."""

import re

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from governance.people.rules import Kind
from scrutiny.models import ReportFile, ReviewCycle
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import an_issue
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role
from tests.factories.scrutiny_planted import reviews
from tests.governance.notices.reading import text_of

pytestmark = pytest.mark.django_db
MARK = re.compile(r"Zq[a-z]+(?:-[a-z]+)+")


def mark(*words):
    return f"Zq{'-'.join(words)}"


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        lead, joint, other = a_council("Lead"), a_council("Joint"), a_council("Other")
        partnership = a_partnership(lead, joint)
        issue = an_issue(partnership=partnership)
        yield {
            "planted": reviews(partnership, lead, joint, issue, mark),
            "lead": lead, "joint": joint, "other": other, "partnership": partnership,
        }  # fmt: skip


def met(world, kind="", of="lead"):
    """Return the marks that one kind of person reads on the pages and in the files of reviews."""
    client, found = Client(), set()
    if kind:
        client.force_login(a_person_with_role(kind, world[of]))
    for cycle in ReviewCycle.objects.all():
        for more in ("", "?format=csv"):
            address = reverse("cycles:detail", args=[cycle.pk]) + more
            found |= set(MARK.findall(client.get(address).content.decode()))
    for review in world["planted"]:
        for name in ("detail", "report"):
            address = reverse(f"reviews:{name}", args=[review.slug])
            for more in ("", "?format=csv&table=evidence", "?format=csv&table=journey"):
                found |= set(MARK.findall(client.get(address + more).content.decode()))
    return found


@pytest.mark.parametrize(
    ("kind", "of"),
    [("", ""), (Kind.OFFICER, "other"), (Kind.MEMBER, "other"), (Kind.ADMINISTRATOR, "lead")],
)
def test_who_is_not_entitled_meets_neither_drafts_nor_what_is_withheld(world, kind, of):
    assert met(world, kind, of) == set()


def test_a_member_of_a_council_on_the_task_group_reads_what_is_withheld_and_no_draft(world):
    found = met(world, Kind.MEMBER, "joint")
    assert found
    assert all(text.startswith("Zqwithheld") for text in found)


def test_an_officer_reads_drafts_and_not_what_is_withheld(world):
    found = met(world, Kind.OFFICER)
    assert found
    assert all(text.startswith("Zqdraft") for text in found)


@pytest.mark.parametrize("kind", [Kind.SCRUTINY_OFFICER, Kind.DEMOCRATIC_SERVICES])
def test_who_keeps_the_review_and_democratic_services_read_both(world, kind):
    assert {text.partition("-")[0] for text in met(world, kind)} == {"Zqwithheld", "Zqdraft"}


def test_that_a_paper_is_withheld_and_why_is_public(world):
    page = Client().get(reverse("reviews:detail", args=[world["planted"][1].slug])).text
    assert "paragraph" in page
    assert "confidential" in page.lower()


def test_the_pdf_holds_nothing_that_is_withheld(world):
    file = ReportFile.objects.get(review=world["planted"][1])
    assert MARK.findall(text_of(bytes(file.content))) == []
    assert b"Zqwithheld" not in bytes(file.content)


def test_a_draft_is_the_same_as_nothing_to_a_stranger(world):
    nothing = Client().get(reverse("reviews:detail", args=["no-such-review"]))
    draft = Client().get(reverse("reviews:detail", args=[world["planted"][0].slug]))
    assert (nothing.status_code, draft.status_code) == (404, 404)
    strip = re.compile(r"nonce-[^'\"]+|/scrutiny/reviews/[^\"]*")
    assert strip.sub("", nothing.text) == strip.sub("", draft.text)


def test_every_planted_sentence_is_met_by_those_whom_it_is_for(world):
    """So that a mark nobody could ever meet does not pass for one that is kept."""
    models = apps.get_app_config("scrutiny").get_models()
    rows = [row for model in models if hasattr(model, "history") for row in model.objects.all()]
    planted = {
        text
        for row in rows
        for value in vars(row).values()
        if isinstance(value, str)
        for text in MARK.findall(value)
    }
    assert planted - met(world, Kind.DEMOCRATIC_SERVICES) == set()
