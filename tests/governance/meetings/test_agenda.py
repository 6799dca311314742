"""Building an agenda on one page, with and without a script."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.notices.begin import begin
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import a_complete_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.notices import publish
from tests.factories.people import a_person_with_role, a_user, made
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council = a_council_with_a_rule("Boston")
        body = a_body(council, numbers_on=True)
        meeting = a_meeting(body, state="draft", held_on=date(2027, 5, 12))
        yield SimpleNamespace(
            council=council,
            body=body,
            meeting=meeting,
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def agenda(meeting):
    return reverse("meetings:agenda", args=[meeting.pk])


def press(client, meeting, do, **headers):
    return client.post(agenda(meeting), {"do": do}, headers=headers)


def titles(meeting):
    return list(meeting.items.order_by("part", "position").values_list("title", flat=True))


def items(meeting, *names, **fields):
    return [an_item(meeting, title=name, minute_number=None, minute="", **fields) for name in names]


def test_the_desk_of_an_agenda_that_is_out_says_when_it_was_published(clerk, world):
    meeting = a_meeting(world.body, state="called", held_on=timezone.localdate() + timedelta(2))
    an_item(meeting)
    assert "is not published" in clerk.get(agenda(meeting)).text
    publish(begin(meeting, "agenda", by=world.clerk), at=timezone.now(), gaps_reason="For a test.")
    said = clerk.get(agenda(meeting)).text
    assert "The agenda was published on" in said
    assert "is not published" not in said


def test_an_item_is_added_at_the_end_of_its_part(clerk, world):
    items(world.meeting, "First")
    items(world.meeting, "Private", part="2", **EXEMPT)
    data = {"title": "Second", "kind": "business", "part": "1", "do": "add"}
    answer = clerk.post(agenda(world.meeting), data)
    assert answer.status_code == 302
    assert titles(world.meeting) == ["First", "Second", "Private"]
    assert world.meeting.items.get(title="Second").classification == "public"


def test_with_a_script_the_list_alone_comes_back_and_is_announced(clerk, world):
    data = {"title": "Budget", "kind": "business", "part": "1", "do": "add"}
    answer = clerk.post(agenda(world.meeting), data, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Added “Budget”." in answer.text
    assert "data-focus" in answer.text


def test_an_item_without_a_title_is_refused_and_what_was_typed_stays(clerk, world):
    data = {"title": "", "kind": "business", "part": "1", "purpose": "To consider", "do": "add"}
    with nothing_written():
        answer = clerk.post(agenda(world.meeting), data)
    assert answer.status_code == 422
    assert errors_on(answer.text) == ["Enter the item’s title."]
    assert "To consider" in answer.text


def test_a_private_item_is_not_public_until_its_paragraphs_are_named(clerk, world):
    data = {"title": "Prices", "kind": "business", "part": "2", "do": "add"}
    clerk.post(agenda(world.meeting), data)
    assert world.meeting.items.get(title="Prices").classification == ""
    assert "nobody has said under which paragraph" in clerk.get(agenda(world.meeting)).text


@pytest.mark.parametrize(
    ("which", "do", "order"),
    [
        (2, "up", ["A", "C", "B"]),
        (0, "down", ["B", "A", "C"]),
        (0, "up", ["A", "B", "C"]),
        (2, "down", ["A", "B", "C"]),
    ],
)
def test_an_item_moves_one_place_and_stops_at_the_ends(clerk, world, which, do, order):
    rows = items(world.meeting, "A", "B", "C")
    press(clerk, world.meeting, f"{do}:{rows[which].pk}")
    assert titles(world.meeting) == order


def test_focus_stays_on_the_button_that_moved_the_row(clerk, world):
    _, second, _ = items(world.meeting, "A", "B", "C")
    answer = press(clerk, world.meeting, f"down:{second.pk}", **{"HX-Request": "true"})
    assert "“B” is now 3 of 3." in answer.text
    # At the end there is no Down any more: focus goes to Up of the same row.
    assert f'value="up:{second.pk}" data-focus' in answer.text


def test_an_item_leaves_its_part_by_its_own_button_only(clerk, world):
    (public,) = items(world.meeting, "Public")
    (private,) = items(world.meeting, "Private", part="2", **EXEMPT)
    with nothing_written():
        answer = press(clerk, world.meeting, f"up:{private.pk}", **{"HX-Request": "true"})
    assert "does not leave its part" in answer.text
    press(clerk, world.meeting, f"part:{public.pk}")
    public.refresh_from_db()
    assert (public.part, public.classification) == ("2", "")


def test_a_removed_item_can_be_put_back(clerk, world):
    first, _ = items(world.meeting, "A", "B")
    answer = press(clerk, world.meeting, f"remove:{first.pk}")
    assert titles(world.meeting) == ["B"]
    page = clerk.get(answer["Location"]).text
    undo = page.split('value="undo:')[1].split('"')[0]
    press(clerk, world.meeting, f"undo:{undo}")
    assert titles(world.meeting) == ["A", "B"]


def test_what_was_removed_elsewhere_is_not_put_back_here(clerk, world):
    other = a_meeting(world.body, held_on=date(2027, 6, 1))
    (gone,) = items(other, "Elsewhere")
    press(clerk, other, f"remove:{gone.pk}")
    removal = type(gone).history.filter(id=gone.pk).latest().history_id
    with nothing_written():
        press(clerk, world.meeting, f"undo:{removal}")


def test_an_item_with_a_decision_is_not_removed(clerk, world):
    item = an_item(world.meeting, title="Decided", minute="")
    a_complete_decision(item)
    with nothing_written():
        answer = press(clerk, world.meeting, f"remove:{item.pk}", **{"HX-Request": "true"})
    assert "a decision is recorded under it" in answer.text


def test_standing_items_are_copied_from_the_last_meeting(clerk, world):
    last = a_meeting(world.body, held_on=date(2027, 4, 7))
    items(last, "Apologies", kind="apologies")
    items(last, "Recommendations from scrutiny", is_standing=True)
    items(last, "Digital strategy")
    items(last, "Minutes, 3 March 2027", kind="minutes")
    press(clerk, world.meeting, "standing")
    assert titles(world.meeting) == [
        "Apologies",
        "Recommendations from scrutiny",
        "Minutes, 7 April 2027",
    ]
    assert world.meeting.items.get(kind="minutes").minutes_of == last


def test_minutes_are_numbered_on_from_the_last_of_the_body(clerk, world):
    last = a_meeting(world.body, held_on=date(2027, 4, 7))
    an_item(last, minute_number=55)
    items(world.meeting, "A", "B")
    press(clerk, world.meeting, "number")
    numbers = world.meeting.items.order_by("position").values_list("minute_number", flat=True)
    assert list(numbers) == [56, 57]


def test_numbering_again_after_a_move_gives_each_minute_its_new_number(clerk, world):
    first, second = items(world.meeting, "A", "B")
    press(clerk, world.meeting, "number")
    press(clerk, world.meeting, f"down:{first.pk}")
    press(clerk, world.meeting, "number")
    first.refresh_from_db(), second.refresh_from_db()
    assert first.minute_number == second.minute_number + 1


def test_two_items_of_one_number_are_told_of_and_numbered_by_their_places(clerk, world):
    items(world.meeting, "A", "B", printed_number="1")
    assert "Two items have the number 1." in clerk.get(agenda(world.meeting)).text
    press(clerk, world.meeting, "places")
    assert "Two items have the number" not in clerk.get(agenda(world.meeting)).text


def test_an_item_is_changed_in_its_place(clerk, world):
    (item,) = items(world.meeting, "Networks")
    where = reverse("meetings:agenda_item", args=[item.pk])
    form = posted(clerk.get(where).text, pages="3–6", report_by="The Director")
    answer = clerk.post(where, form, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "pages 3–6" in answer.text
    item.refresh_from_db()
    assert item.report_by == "The Director"


def test_an_urgent_item_names_the_reason_and_who_accepted_it(clerk, world):
    (item,) = items(world.meeting, "Networks")
    where = reverse("meetings:agenda_item", args=[item.pk])
    form = posted(clerk.get(where).text, is_urgent="yes", urgent_because="A tender.")
    answer = clerk.post(where, form)
    assert errors_on(answer.text) == ["Name who accepted the item as urgent."]


def test_two_people_changing_one_item_are_shown_both(clerk, world):
    (item,) = items(world.meeting, "Networks")
    where = reverse("meetings:agenda_item", args=[item.pk])
    form = posted(clerk.get(where).text, pages="3–6")
    item.pages = "9"
    made(item)
    answer = clerk.post(where, form)
    assert answer.status_code == 409
    assert "3–6" in answer.text


def test_the_motion_is_rewritten_with_one_press(clerk, world):
    (motion,) = items(
        world.meeting, "Exclusion", kind="exclusion", motion="Under paragraphs 1 to 7."
    )
    items(world.meeting, "Prices", part="2", **EXEMPT)
    page = clerk.get(agenda(world.meeting)).text
    assert "The motion at item 1 cites paragraphs 1 to 7; every restricted paper cites" in page
    assert "Use paragraph 3 in the motion" in page
    press(clerk, world.meeting, f"motion:{motion.pk}")
    motion.refresh_from_db()
    assert "paragraph 3 (financial or business affairs)" in motion.motion
    assert "The motion at item 1" not in clerk.get(agenda(world.meeting)).text


def test_only_democratic_services_of_the_serving_council_build_the_agenda(client, world):
    client.force_login(a_person_with_role(Kind.OFFICER, world.council))
    assert client.get(agenda(world.meeting)).status_code == 403
    client.force_login(a_user())
    assert client.get(agenda(world.meeting)).status_code == 404
