"""Withdrawing: the address stays and says why, the text is gone, the window stops."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from governance.called_in.actions import call_in
from governance.errors import Refused
from governance.models import CallInWindow, Decision, Notice, NoticeVersion
from governance.notices import actions, withdrawal
from governance.notices.tasks import render_missing_pdfs
from tests.factories.councils import a_council_with_a_rule
from tests.factories.notices import (
    PUBLISHED_AT,
    a_file_of,
    a_notice,
    a_notice_of_meeting,
    a_published_notice,
    publish,
)
from tests.factories.people import a_person_with_role, a_user, the_clerk
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
SECRET = "The supplier's unpublished price"
WHY = "It named a supplier's price."
# Monday 17 April 2023, while its window is open.
WITHDRAWN_AT = PUBLISHED_AT + timedelta(days=3)


def withdraw(notice, **options):
    said = {"reason": WHY, "title": "Cabinet, 12 April 2023"} | options
    return withdrawal.withdraw(
        notice, by=said.pop("by", None) or the_clerk(), at=WITHDRAWN_AT, **said
    )


@pytest.fixture
def world():
    council = a_council_with_a_rule("Boston")
    notice = a_published_notice(council, reasons=SECRET)
    clerk = a_person_with_role("democratic_services", council)
    return SimpleNamespace(council=council, notice=notice, clerk=clerk)


def address(name, notice, *more):
    return reverse(f"notices:{name}", args=[notice.council.slug, notice.slug, *more])


# --- The rule -----------------------------------------------------------------------------------


def test_a_withdrawn_notice_says_when_and_why(world):
    notice = withdraw(world.notice, reason=f" {WHY} ")
    assert (notice.state, notice.withdrawn_at, notice.withdrawn_reason) == (
        "withdrawn", WITHDRAWN_AT, WHY,
    )  # fmt: skip


def test_history_has_the_person_and_the_reason(world):
    somebody = a_user()
    newest = withdraw(world.notice, by=somebody).history.latest()
    assert (newest.history_user, newest.history_change_reason) == (somebody, f"Withdrawn: {WHY}")


def test_what_was_published_stays_in_the_database(world):
    before = NoticeVersion.objects.get(notice=world.notice)
    withdraw(world.notice)
    after = NoticeVersion.objects.get(pk=before.pk)
    assert (after.snapshot, after.sha256) == (before.snapshot, before.sha256)
    assert CallInWindow.objects.filter(version=after).exists()


def test_its_decisions_are_made_and_no_longer_published(world):
    withdraw(world.notice)
    assert Decision.objects.get().state == "made"


def test_its_window_is_open_no_more(world):
    assert list(Notice.objects.open_at(WITHDRAWN_AT)) == [world.notice]
    withdraw(world.notice)
    assert list(Notice.objects.open_at(WITHDRAWN_AT)) == []


def test_nothing_is_called_in_after_it_was_withdrawn(world):
    withdraw(world.notice)
    said = {"requested_by": "Five members", "ground": "Not consulted", "alternative": ""}
    with pytest.raises(Refused, match="The notice was withdrawn on Monday 17 April 2023"):
        call_in(
            CallInWindow.objects.get(), received_at=WITHDRAWN_AT, said=said, by=the_clerk(),
            at=WITHDRAWN_AT,
        )  # fmt: skip


def test_what_was_decided_is_published_again_with_a_window_of_its_own(world):
    withdraw(world.notice)
    again = a_notice_of_meeting(world.notice.meeting)
    version = publish(again, at=WITHDRAWN_AT)
    assert version.windows.get().deadline_on.isoformat() == "2023-04-24"
    assert Decision.objects.get().state == "published"
    assert [one["deadline"] for one in version.snapshot["decisions"][0]["windows"]] == [
        "2023-04-24"
    ]


def test_the_sweep_makes_no_pdf_of_it(world):
    withdraw(world.notice)
    assert render_missing_pdfs() == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"reason": " "}, "Say why it is withdrawn"),
        ({"title": " "}, "Say what readers are told was withdrawn"),
        ({"seen": 2}, "published version 1"),
    ],
)
def test_withdraw_refuses_in_a_sentence_and_writes_nothing(world, options, sentence):
    with nothing_written(), pytest.raises(Refused, match=sentence):
        withdraw(world.notice, **options)


def test_a_draft_is_not_withdrawn():
    notice = a_notice()
    with nothing_written(), pytest.raises(Refused, match="This notice is a draft"):
        withdraw(notice)


def test_the_second_of_two_people_is_told_that_it_was_withdrawn(world):
    withdraw(world.notice)
    with nothing_written(), pytest.raises(Refused, match="already withdrawn at Monday 17 April"):
        withdraw(world.notice)


def test_a_withdrawn_notice_is_neither_corrected_nor_published(world):
    notice = withdraw(world.notice)
    with nothing_written(), pytest.raises(Refused, match="cannot become"):
        actions.correct(notice, by=the_clerk(), at=WITHDRAWN_AT, reason="A name", clock="keeps")
    with nothing_written(), pytest.raises(Refused, match="This notice was withdrawn"):
        publish(notice)


# --- What readers see ---------------------------------------------------------------------------


@pytest.fixture
def gone(world):
    a_file_of(world.notice.versions.get())
    world.notice = withdraw(world.notice)
    return world


@pytest.mark.parametrize("who", ["", "clerk"])
@pytest.mark.parametrize("name", ["detail", "version"])
def test_its_address_answers_with_a_tombstone_and_none_of_its_text(client, gone, who, name):
    if who:
        client.force_login(gone.clerk)
    more = [1] if name == "version" else []
    answer = client.get(address(name, gone.notice, *more))
    assert answer.status_code == 200
    said = text_of(parsed(answer.text))
    assert SECRET not in said
    for part in ("Cabinet, 12 April 2023", "Boston Council", WHY, "17 April 2023, 10.05am"):
        assert part in said
    assert "The call-in window stopped when this notice was withdrawn" in said


@pytest.mark.parametrize("name", ["pdf", "data", "pdf_link"])
def test_the_files_of_it_are_gone_and_say_so(client, gone, name):
    answer = client.get(address(name, gone.notice, 1))
    assert answer.status_code == 410
    assert answer.text.startswith("This notice was withdrawn on Monday 17 April 2023.")


@pytest.mark.parametrize("where", ["/notices/", "/notices/?format=csv", "/"])
def test_lists_name_it_as_withdrawn_and_tell_nothing_else(client, gone, where):
    answer = client.get(where)
    assert "Withdrawn" in answer.text
    assert SECRET not in answer.text


def test_the_meeting_shows_what_it_may_without_the_notice(client, gone):
    answer = client.get(reverse("meetings:detail", args=[gone.notice.meeting_id]))
    assert answer.status_code == 200
    assert SECRET not in answer.text
    assert gone.notice.slug not in answer.text


def test_the_tombstone_leads_to_the_notice_published_instead(client, gone):
    again = a_notice_of_meeting(gone.notice.meeting)
    publish(again, at=WITHDRAWN_AT)
    assert address("detail", again) in client.get(address("detail", gone.notice)).text


# --- The page that does it ----------------------------------------------------------------------


def test_the_page_says_what_will_happen_before_it_does(client, world):
    client.force_login(world.clerk)
    with time_machine.travel(WITHDRAWN_AT, tick=False):
        said = text_of(parsed(client.get(address("withdraw", world.notice)).text))
    assert "It would have closed on Friday 21 April 2023" in said
    assert "made and not published" in said
    world.notice.refresh_from_db()
    assert world.notice.state == "published"


def test_pressing_the_button_withdraws_it(client, world):
    client.force_login(world.clerk)
    posted = {"seen": 1, "reason": WHY, "title": "Cabinet"}
    answer = client.post(address("withdraw", world.notice), posted, follow=True)
    assert "Withdrawn. Its address says when and why" in answer.text
    world.notice.refresh_from_db()
    assert (world.notice.state, world.notice.title) == ("withdrawn", "Cabinet")


def test_without_a_reason_it_asks_for_one_and_keeps_the_rest(client, world):
    client.force_login(world.clerk)
    posted = {"seen": 1, "reason": "", "title": "Kept as typed"}
    answer = client.post(address("withdraw", world.notice), posted)
    assert answer.status_code == 422
    assert "Say why. The reason takes the place of the notice." in answer.text
    assert "Kept as typed" in answer.text


def test_pressed_twice_it_says_so(client, gone):
    client.force_login(gone.clerk)
    posted = {"seen": 1, "reason": WHY, "title": "Cabinet"}
    with nothing_written():
        answer = client.post(address("withdraw", gone.notice), posted, follow=True)
    assert "already withdrawn. Nothing was changed" in answer.text


@pytest.mark.parametrize("kind", ["officer", "member", "administrator"])
def test_others_of_the_council_may_not(client, world, kind):
    client.force_login(a_person_with_role(kind, world.council))
    with nothing_written():
        answer = client.post(address("withdraw", world.notice), {"reason": WHY, "title": "x"})
    assert answer.status_code == 403


def test_a_stranger_is_sent_to_sign_in(client, world):
    answer = client.post(address("withdraw", world.notice), {"reason": WHY, "title": "x"})
    assert answer.status_code == 302
    assert "/sign-in" in answer["Location"] or "login" in answer["Location"]
