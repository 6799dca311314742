"""Editing a decision's record: who may, page or part of a page, faults, and two people at once."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.decisions.parts import PARTS
from governance.history.actions import write
from governance.models import Decision, Duty
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_council_with_a_rule
from tests.factories.decisions import a_complete_decision, a_decision, a_limb
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.notices import a_notice_of_meeting, publish
from tests.factories.people import a_person_with_role, a_user, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council = a_council_with_a_rule("Boston")
        meeting = a_meeting(a_body(council))
        item = an_item(meeting)
        yield SimpleNamespace(
            council=council,
            item=item,
            decision=a_complete_decision(item, title="Networks"),
            notice=a_notice_of_meeting(meeting),
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


@pytest.fixture
def decision(world):
    return Decision.objects.get(pk=world.decision.pk)


def address(decision, part="reasons"):
    return reverse("decisions:edit", args=[decision.pk, part])


def save(client, where, *, headers=None, **changes):
    data = posted(client.get(where).text, **changes)
    return client.post(where, data, headers=headers)


# --- Who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("part", ["reasons", "marks"])
def test_only_democratic_services_write_a_decision(client, world, kind, part):
    if kind == Kind.PARTNERSHIP_OFFICER:
        return
    client.force_login(a_person_with_role(kind, world.council))
    status = client.get(address(world.decision, part)).status_code
    sees = {Kind.OFFICER, Kind.SCRUTINY_OFFICER}
    assert status == (200 if kind == Kind.DEMOCRATIC_SERVICES else 403 if kind in sees else 404)


def test_those_of_another_council_find_nothing(client, world):
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, a_council()))
    assert client.get(address(world.decision)).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, world):
    assert client.get(address(world.decision))["Location"].startswith("/account/login/")


def test_an_unknown_part_is_not_found(clerk, decision):
    assert clerk.get(address(decision, "poem")).status_code == 404


def test_a_refusal_to_write_writes_nothing(client, world):
    client.force_login(a_person_with_role(Kind.OFFICER, world.council))
    with nothing_written():
        assert client.post(address(world.decision), {"reasons": "Mine"}).status_code == 403


# --- Page and part of a page --------------------------------------------------------------------


@pytest.mark.parametrize("part", [*PARTS, "marks"])
def test_each_part_is_a_page_and_with_a_script_a_list_item(clerk, decision, part):
    page = clerk.get(address(decision, part))
    inline = clerk.get(address(decision, part), headers=HTMX)
    assert "<h1" in page.text
    assert "<h1" not in inline.text
    assert inline.text.lstrip().startswith("<li")
    assert "HX-Request" in inline["Vary"]


@pytest.mark.parametrize("part", [part for part in PARTS if part != "resolution"])
def test_saving_a_part_as_it_stands_changes_nothing(clerk, decision, part):
    with nothing_written():
        assert save(clerk, address(decision, part)).status_code == 302


def test_saving_stores_the_answer_with_who_and_why_and_returns_to_the_line(clerk, world, decision):
    answer = save(clerk, address(decision), reasons="Because.")
    assert answer["Location"] == (
        reverse("notices:publish", args=[world.council.slug, world.notice.slug])
        + f"#reasons-{decision.pk}"
    )
    decision.refresh_from_db()
    newest = decision.history.latest()
    assert decision.reasons == "Because."
    assert (newest.history_user, newest.history_change_reason) == (
        world.clerk,
        "Recorded the reasons",
    )


def test_saving_inline_answers_with_the_line_and_the_verdict(clerk, decision):
    answer = save(clerk, address(decision), headers=HTMX, reasons="Because.")
    assert answer.status_code == 200
    assert f'<li id="reasons-{decision.pk}"' in answer.text
    assert "Because." in answer.text
    assert 'id="desk-verdict" hx-swap-oob="true"' in answer.text
    assert "Saved." in answer.text


@pytest.mark.parametrize("part", ["reasons", "marks"])
def test_cancelling_inline_brings_the_line_back(clerk, decision, part):
    answer = clerk.get(address(decision, part) + "?line", headers=HTMX)
    assert answer.text.lstrip().startswith("<li")
    assert "<form" not in answer.text


def test_after_publication_saving_returns_to_the_correction(clerk, world, decision):
    publish(world.notice)
    answer = save(clerk, address(decision), reasons="Corrected.")
    assert answer["Location"].startswith(
        reverse("notices:correct", args=[world.council.slug, world.notice.slug])
    )
    inline = save(clerk, address(decision), headers=HTMX, reasons="Corrected again.")
    assert "desk-verdict" not in inline.text


def test_a_decision_without_a_notice_returns_to_the_worklist(clerk, world):
    alone = a_decision(council=world.council)
    answer = save(clerk, address(alone), reasons="Because.")
    assert answer["Location"] == reverse("notices:worklist")
    assert save(clerk, address(alone), headers=HTMX, reasons="Other.").status_code == 200


# --- Faults -------------------------------------------------------------------------------------


def test_a_fault_is_answered_with_422_and_keeps_what_was_typed(clerk, decision):
    typed = {"alternatives_answer": "some", "alternatives": ""}
    with nothing_written():
        answer = save(clerk, address(decision, "alternatives"), **typed)
    assert answer.status_code == 422
    assert errors_on(answer.text) == ["Write what was rejected, and why."]
    assert posted(answer.text)["alternatives_answer"] == "some"


def test_a_text_that_is_too_long_is_kept_to_be_cut(clerk, decision):
    answer = save(clerk, address(decision, "contact"), contact="é" * 301)
    assert answer.status_code == 422
    assert posted(answer.text)["contact"] == "é" * 301


@pytest.mark.parametrize("words", ["<b>bold</b>", "مرحبا", "👩‍💻 e\u0301", "a" * 200, "{{ x }}"])
def test_any_text_is_kept_and_shown_as_it_was_typed(clerk, decision, words):
    save(clerk, address(decision), reasons=words)
    decision.refresh_from_db()
    assert decision.reasons == words
    assert posted(clerk.get(address(decision)).text)["reasons"] == words


def test_a_form_without_its_revision_overwrites_nothing(clerk, decision):
    with nothing_written():
        answer = clerk.post(address(decision), {"reasons": "Mine"})
    assert answer.status_code == 422


# --- Two people at once -------------------------------------------------------------------------


def somebody_else_writes(decision, **fields):
    other = Decision.objects.get(pk=decision.pk)
    for name, value in fields.items():
        setattr(other, name, value)
    write(other, by=a_user("Bob Clerk"), because="Meanwhile")


def test_a_conflict_shows_both_and_saving_again_puts_yours_in_place(clerk, decision):
    opened = posted(clerk.get(address(decision)).text, reasons="Mine.")
    somebody_else_writes(decision, reasons="Theirs.")
    with nothing_written():
        answer = clerk.post(address(decision), opened)
    assert answer.status_code == 409
    assert "Bob Clerk changed this while you were writing" in answer.text
    assert "Theirs." in answer.text
    again = posted(answer.text)
    assert again["reasons"] == "Mine."
    assert clerk.post(address(decision), again).status_code == 302
    decision.refresh_from_db()
    assert decision.reasons == "Mine."


def test_different_fields_of_one_part_both_keep_their_writers_words(clerk, decision):
    where = address(decision, "conflicts")
    opened = posted(clerk.get(where).text, dispensations_answer="some", dispensations="To speak")
    somebody_else_writes(decision, conflicts_answer="some", conflicts="A share")
    assert clerk.post(where, opened).status_code == 302
    decision.refresh_from_db()
    assert (decision.conflicts, decision.dispensations) == ("A share", "To speak")


def test_a_change_elsewhere_in_the_record_is_no_conflict(clerk, decision):
    opened = posted(clerk.get(address(decision)).text, reasons="Mine.")
    somebody_else_writes(decision, contact="Bob")
    assert clerk.post(address(decision), opened).status_code == 302


# --- Limbs --------------------------------------------------------------------------------------


def limbs_of(decision):
    return list(decision.resolutions.order_by("number").values_list("number", "text"))


@pytest.fixture
def three(decision):
    for number, words in [(2, "the roadmap"), (3, "the budget")]:
        a_limb(decision, number, text=words)
    return decision


def test_a_limb_is_added_with_the_next_number(clerk, decision):
    where = address(decision, "resolution")
    longer = posted(press(clerk, where, "add").text, **{"limbs-1-text": "the roadmap"})
    clerk.post(where, longer)
    assert limbs_of(decision) == [(1, "the Digital Strategy"), (2, "the roadmap")]


def test_a_limb_that_is_removed_closes_the_gap_and_keeps_its_history(clerk, three):
    first = three.resolutions.get(number=1)
    kept = three.resolutions.get(number=2)
    save(clerk, address(three, "resolution"), **{"limbs-0-DELETE": "on"})
    assert limbs_of(three) == [(1, "the roadmap"), (2, "the budget")]
    assert three.resolutions.get(number=1) == kept
    assert type(first).history.filter(id=first.pk).latest().history_type == "-"


def test_limbs_change_places_without_two_ever_having_one_number(clerk, three):
    where = address(three, "resolution")
    opened = posted(clerk.get(where).text)
    keys = ["id", "text", "verb"]
    swapped = {
        f"limbs-{new}-{key}": opened[f"limbs-{old}-{key}"]
        for new, old in [(0, 2), (2, 0)]
        for key in keys
    }
    before = dict(three.resolutions.values_list("text", "pk"))
    assert clerk.post(where, opened | swapped).status_code == 302
    assert limbs_of(three) == [(1, "the budget"), (2, "the roadmap"), (3, "the Digital Strategy")]
    assert dict(three.resolutions.values_list("text", "pk")) == before


def test_saving_limbs_as_they_stand_writes_nothing(clerk, three):
    with nothing_written():
        assert save(clerk, address(three, "resolution")).status_code == 302


def test_a_fault_in_one_limb_keeps_them_all(clerk, three):
    with nothing_written():
        answer = save(
            clerk,
            address(three, "resolution"),
            **{"limbs-0-text": "", "limbs-1-text": "typed", "limbs-2-verb": "delegate"},
        )
    assert answer.status_code == 422
    assert errors_on(answer.text) == [
        "Write what follows the verb, or tick “Remove this limb”.",
        "Name the post to which it is delegated.",
    ]
    assert posted(answer.text)["limbs-1-text"] == "typed"


def test_limbs_that_somebody_else_changed_are_not_overwritten_unseen(clerk, three):
    where = address(three, "resolution")
    opened = posted(clerk.get(where).text, **{"limbs-1-text": "my roadmap"})
    theirs = three.resolutions.get(number=3)
    theirs.text = "their budget"
    write(theirs, by=the_clerk(), because="Meanwhile")
    with nothing_written():
        answer = clerk.post(where, opened)
    assert answer.status_code == 409
    assert "The limbs were changed by somebody else" in answer.text
    again = posted(answer.text)
    assert again["limbs-1-text"] == "my roadmap"
    assert clerk.post(where, again).status_code == 302
    assert [words for _, words in limbs_of(three)] == [
        "the Digital Strategy",
        "my roadmap",
        "the budget",
    ]


def test_a_limb_of_another_decision_is_not_taken_over(clerk, world, decision):
    foreign = a_complete_decision(world.item).resolutions.get()
    where = address(decision, "resolution")
    opened = posted(clerk.get(where).text)
    clerk.post(where, opened | {"limbs-0-id": str(foreign.pk), "limbs-0-text": "mine now"})
    foreign.refresh_from_db()
    assert foreign.text == "the Digital Strategy"


# --- Marks --------------------------------------------------------------------------------------


@pytest.fixture
def marked(decision):
    limb = decision.resolutions.get()
    limb.mark = "**"
    write(limb, by=the_clerk(), because="As printed")
    decision.item.mark = "*"
    write(decision.item, by=the_clerk(), because="As printed")
    return decision


def marks_address(decision):
    return reverse("decisions:marks", args=[decision.pk])


def fields(marked, **values):
    """Return what is posted about the minute's and the limb's mark."""
    keys = {"minute": f"minute_{marked.item.pk}", "limb": f"limb_{marked.resolutions.get().pk}"}
    named = {}
    for name, value in values.items():
        what, _, where = name.partition("_")
        named[f"{what}_{keys[where]}"] = value
    return named


def test_marks_of_items_and_limbs_are_asked_about_in_printed_order(clerk, marked):
    data = posted(clerk.get(marks_address(marked)).text)
    marks = [value for name, value in data.items() if name.startswith("mark_")]
    assert marks == ["*", "**"]


def test_two_people_at_the_marks_never_write_on_the_wrong_one(clerk, marked):
    opened = posted(clerk.get(marks_address(marked)).text)
    save(clerk, marks_address(marked), **fields(marked, mark_minute=""))
    late = opened | fields(marked, footnote_minute="Standing item", footnote_limb="Subject to")
    clerk.post(marks_address(marked), late)
    assert marked.resolutions.get().footnote != "Standing item"


def test_a_mark_that_somebody_else_changed_is_a_conflict_and_nothing_is_written(clerk, marked):
    opened = posted(clerk.get(marks_address(marked)).text)
    save(clerk, marks_address(marked), **fields(marked, footnote_limb="Theirs"))
    answer = clerk.post(marks_address(marked), opened | fields(marked, footnote_limb="Mine"))
    assert (answer.status_code, marked.resolutions.get().footnote) == (409, "Theirs")


def test_an_empty_answer_takes_no_mark_away(clerk, marked):
    assert clerk.post(marks_address(marked), {}).status_code == 422
    assert marked.resolutions.get().mark == "**"


def test_a_mark_is_explained(clerk, marked):
    explained = fields(marked, footnote_limb="Subject to council")
    assert save(clerk, marks_address(marked), **explained).status_code == 302
    assert marked.resolutions.get().footnote == "Subject to council"
    newest = marked.resolutions.get().history.latest()
    assert newest.history_change_reason == "Explained or removed a printed mark"


def test_a_mark_taken_away_takes_its_footnote_along(clerk, marked):
    save(clerk, marks_address(marked), **fields(marked, footnote_limb="Subject to council"))
    save(clerk, marks_address(marked), **fields(marked, mark_limb=""))
    limb = marked.resolutions.get()
    assert (limb.mark, limb.footnote) == ("", "")


def test_explaining_nothing_writes_nothing(clerk, marked):
    with nothing_written():
        save(clerk, marks_address(marked))


def test_a_mark_that_is_too_long_is_a_sentence(clerk, marked):
    answer = save(clerk, marks_address(marked), **fields(marked, mark_minute="*****"))
    assert answer.status_code == 422
    assert "4 characters or fewer" in errors_on(answer.text)[0]


def test_when_the_last_mark_is_explained_the_line_says_so(clerk, marked):
    explained = fields(marked, footnote_minute="Standing item", footnote_limb="See 4")
    answer = save(clerk, marks_address(marked), headers=HTMX, **explained)
    assert "Every mark is explained." in answer.text


def test_the_marks_of_a_decision_made_alone_are_those_of_its_limbs(clerk, world):
    alone = a_decision(council=world.council)
    limb = a_limb(alone, mark="†")
    assert posted(clerk.get(marks_address(alone)).text)[f"mark_limb_{limb.pk}"] == "†"


# --- Rows in another order ----------------------------------------------------------------------


def press(clerk, where, button, **changes):
    data = posted(clerk.get(where).text, **changes) | {"rearrange": button}
    return clerk.post(where, data)


def texts_of(html):
    data = posted(html)
    return [data[f"limbs-{n}-text"] for n in range(int(data["limbs-TOTAL_FORMS"]))]


@pytest.mark.parametrize(
    ("button", "order"),
    [("up-1", "bac"), ("down-0", "bac"), ("down-1", "acb"), ("up-0", "abc"), ("down-2", "abc")],
)
def test_a_limb_moves_before_anything_is_saved(clerk, decision, button, order):
    limbs = dict.fromkeys("abc")
    texts = dict(zip(limbs, texts_of_three(decision), strict=True))
    with nothing_written():
        answer = press(clerk, address(decision, "resolution"), button)
    assert texts_of(answer.text) == [texts[letter] for letter in order]


def texts_of_three(decision):
    while decision.resolutions.count() < 3:
        number = decision.resolutions.count() + 1
        a_limb(decision, number, text=f"thing {number}")
    return list(decision.resolutions.order_by("number").values_list("text", flat=True))


def test_saved_in_the_new_order_each_limb_keeps_its_history(clerk, decision):
    texts = texts_of_three(decision)
    ids = list(decision.resolutions.order_by("number").values_list("pk", flat=True))
    where = address(decision, "resolution")
    moved = posted(press(clerk, where, "up-1").text)
    assert clerk.post(where, moved).status_code == 302
    now = list(decision.resolutions.order_by("number").values_list("pk", "text"))
    assert now == [(ids[1], texts[1]), (ids[0], texts[0]), (ids[2], texts[2])]


def test_another_limb_is_offered_with_everything_typed_still_there(clerk, decision):
    answer = press(clerk, address(decision, "resolution"), "add", **{"limbs-0-text": "half a thou"})
    assert texts_of(answer.text) == ["half a thou", ""]
    assert errors_on(answer.text) == []


@pytest.mark.parametrize("button", ["", "up-x", "down-99", "fly-1", "up--1", "add-0"])
def test_a_forged_press_breaks_nothing(clerk, decision, button):
    with nothing_written():
        assert press(clerk, address(decision, "resolution"), button).status_code == 200


# --- Agreements, report-backs and what hangs on a limb --------------------------------------------

AGREED = {
    "limbs-0-name": "Councillor Example", "limbs-0-office": "Chair of scrutiny",
    "limbs-0-agreed_on_day": "11", "limbs-0-agreed_on_month": "4",
    "limbs-0-agreed_on_year": "2023", "limbs-0-agreed_time": "10am",
}  # fmt: skip


def test_an_agreement_is_stored_under_its_purpose_with_its_local_time(clerk, decision):
    assert save(clerk, address(decision, "urgency"), **AGREED).status_code == 302
    held = decision.agreements.get()
    assert (held.purpose, held.office) == ("call_in", "Chair of scrutiny")
    assert held.agreed_at.isoformat() == "2023-04-11T09:00:00+00:00"


def test_an_agreement_still_to_come_is_refused_with_everything_typed(clerk, decision):
    later = AGREED | {"limbs-0-agreed_on_year": "2099"}
    with nothing_written():
        answer = save(clerk, address(decision, "special-urgency"), **later)
    assert answer.status_code == 422
    assert "still to come" in answer.text
    assert "Chair of scrutiny" in answer.text


def test_a_limb_that_promises_a_report_makes_a_duty_and_takes_it_along(clerk, decision):
    where = address(decision, "resolution")
    quarter = {
        "limbs-0-due_from_day": "1", "limbs-0-due_from_month": "10",
        "limbs-0-due_from_year": "2022", "limbs-0-due_on_day": "31",
        "limbs-0-due_on_month": "12", "limbs-0-due_on_year": "2022",
    }  # fmt: skip
    save(clerk, where, **quarter)
    duty = Duty.objects.get(resolution__decision=decision)
    assert (str(duty.due_from), str(duty.due_on)) == ("2022-10-01", "2022-12-31")
    save(clerk, where, **dict.fromkeys(quarter, ""))
    assert not Duty.objects.filter(resolution__decision=decision).exists()


def test_a_limb_under_which_an_officer_decided_is_not_removed(clerk, world, decision):
    limb = a_limb(decision, 2, verb="delegate", delegated_to="Director of Finance")
    a_decision(
        council=world.council, maker="officer", made_by="Director of Finance", under=limb,
        title="Interim officers",
    )  # fmt: skip
    with nothing_written():
        answer = save(clerk, address(decision, "resolution"), **{"limbs-1-DELETE": "on"})
    assert answer.status_code == 422
    assert "“Interim officers” was decided under limb 2" in answer.text


def test_an_answer_that_asks_for_more_shows_the_whole_checklist_again(clerk, decision):
    where = address(decision, "key")
    changes = {"key_answer": "yes", "key_test": "money"}
    answer = save(clerk, where, headers=HTMX, **changes)
    assert answer["HX-Redirect"].endswith(f"#key-{decision.pk}")


def test_no_longer_key_forgets_how_the_public_was_told(clerk, decision):
    save(clerk, address(decision, "key"), key_answer="yes", key_test="money")
    save(clerk, address(decision, "key-notice"), key_route="exception", key_route_reason="Late")
    save(clerk, address(decision, "key"), key_answer="no")
    decision.refresh_from_db()
    assert (decision.key_route, decision.key_route_reason) == ("", "")


def test_worth_is_typed_in_pounds_and_stored_in_pence(clerk, decision):
    save(clerk, address(decision, "about"), value_pence="£10,580.50")
    decision.refresh_from_db()
    assert decision.value_pence == 1058050
    assert 'value="10,580.50"' in clerk.get(address(decision, "about")).text


def test_an_agreement_is_shown_at_the_local_time_it_was_typed(clerk, decision):
    where = address(decision, "urgency")
    save(clerk, where, **AGREED | {"limbs-0-agreed_time": "10am"})
    shown = posted(clerk.get(where).text)
    assert (shown["limbs-0-agreed_on_day"], shown["limbs-0-agreed_time"]) == ("11", "10am")
    with nothing_written():
        save(clerk, where)


def test_the_councils_that_a_joint_decision_affects_are_asked_for_and_kept(client):
    one, other = a_council_with_a_rule("Stevenage"), a_council_with_a_rule("East Herts")
    meeting = a_meeting(a_body(one, other))
    decision = a_complete_decision(an_item(meeting))
    a_notice_of_meeting(meeting)
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, one))
    where = address(decision, "affected")
    save(client, where, councils=[str(other.pk)])
    assert [row.council for row in decision.affected.all()] == [other]
    save(client, where, councils=[])
    assert not decision.affected.exists()


def test_a_council_that_is_not_of_the_body_cannot_be_affected(clerk, decision):
    elsewhere = a_council()
    with nothing_written():
        answer = save(clerk, address(decision, "affected"), councils=[str(elsewhere.pk)])
    assert answer.status_code == 422
