"""A new version of a call-in rule: in words, shown first, and touching nothing stored."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from governance.call_in_windows.rule_actions import Draft, Superseded, add_version
from governance.call_in_windows.rule_reading import answers_of, conduct_of, terms_of, ways_of
from governance.errors import Refused
from governance.models import CallInRule, CallInWindow
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_council_with_a_rule, a_rule, a_rule_set
from tests.factories.notices import a_published_notice
from tests.factories.people import a_person_with_role
from tests.factories.unchanged import nothing_written
from tests.governance.call_in_windows.test_conduct import FULL
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
THREE = {"unit": "working_days", "count": 3}
FROM = date(2027, 4, 1)
BECAUSE = "Council amended its constitution"


@pytest.fixture
def council():
    return a_council_with_a_rule("Barton")


@pytest.fixture
def administrator(council):
    return a_person_with_role("administrator", council)


@pytest.fixture
def admin(client, administrator):
    client.force_login(administrator)
    return client


def a_draft(**changes):
    usual = {
        "terms": THREE, "conduct": {}, "from_on": FROM, "to_on": None, "source": "Constitution",
    }  # fmt: skip
    return Draft(**usual | changes)


def add(council, by, based_on=1, on=date(2026, 11, 23), **changes):
    said = {"by": by, "because": BECAUSE, "based_on": based_on, "on": on}
    return add_version(council, a_draft(**changes), **said)


def test_a_new_version_ends_the_one_before_the_day_before_it_begins(council, administrator):
    made = add(council, administrator)
    before = CallInRule.objects.get(version=1)
    assert (made.version, before.to_on) == (2, date(2027, 3, 31))
    assert before.history.latest().history_change_reason == f"Ended by version 2: {BECAUSE}"


def test_a_version_that_had_ended_already_keeps_its_last_day(administrator):
    council = a_council()
    a_rule(council, to_on=date(2026, 12, 31))
    add(council, administrator)
    assert CallInRule.objects.get(council=council, version=1).to_on == date(2026, 12, 31)


def test_the_first_version_needs_no_first_day(administrator):
    assert add(a_council(), administrator, based_on=0, from_on=None).version == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"from_on": None}, "Enter the day from which it is in force"),
        ({"to_on": date(2027, 3, 1)}, "It cannot end before it begins, on Thursday 1 April 2027."),
        ({"terms": {"unit": "weeks"}}, 'The "unit" must be'),
        ({"conduct": {"joint": "perhaps"}}, 'The "joint" must be'),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(council, administrator, changes, sentence):
    with nothing_written(), pytest.raises(Refused, match=sentence):
        add(council, administrator, **changes)


def test_a_version_begins_after_the_one_in_force_before_it(council, administrator):
    add(council, administrator)
    with pytest.raises(Refused, match="Version 2 begins on Thursday 1 April 2027"):
        add(council, administrator, based_on=2, on=FROM)


def test_a_version_that_has_not_begun_gives_way_to_one_that_begins_no_later(council, administrator):
    mistaken = add(council, administrator)
    made = add(council, administrator, based_on=2, from_on=date(2027, 3, 1))
    kept = CallInRule.objects.filter(council=council).order_by("version")
    assert [(rule.version, rule.to_on) for rule in kept] == [(1, date(2027, 2, 28)), (3, None)]
    assert made.version == 3
    gone = CallInRule.history.filter(id=mistaken.pk).latest()
    assert gone.history_change_reason == f"Replaced before it began, by version 3: {BECAUSE}"


def test_a_later_version_follows_one_that_has_not_begun(council, administrator):
    add(council, administrator)
    add(council, administrator, based_on=2, from_on=date(2028, 4, 1))
    assert CallInRule.objects.get(council=council, version=2).to_on == date(2028, 3, 31)


def test_of_two_people_the_second_is_told_who_was_first(council, administrator):
    add(council, administrator)
    with nothing_written(), pytest.raises(Superseded, match=f"{administrator} entered version 2"):
        add(council, administrator, based_on=1, from_on=date(2028, 1, 1))


def test_changing_a_rule_leaves_stored_windows_as_they_were(council, administrator, client):
    """Rows, the snapshot and the page: nothing of what was published changes."""
    notice = a_published_notice(council)
    address = f"/notices/{council.slug}/{notice.slug}/"
    rows, snapshot = list(CallInWindow.objects.values()), notice.versions.get().snapshot
    page = text_of(parsed(client.get(address).text))
    add(council, administrator, from_on=date(2023, 4, 1))
    assert list(CallInWindow.objects.values()) == rows
    assert notice.versions.get().snapshot == snapshot
    assert text_of(parsed(client.get(address).text)) == page


# --- Between the form and what is stored ----------------------------------------------------------

TERMS = {
    "unit": "calendar_days", "count": 5, "count_first_day": True, "deemed": "next_working_day",
    "office_closes": "17:00", "roll": "next_working_day", "cut_off": "16:00",
}  # fmt: skip


def test_every_answer_survives_the_form():
    answers = answers_of(TERMS, FULL)
    assert terms_of(answers) == TERMS
    assert conduct_of(answers, ways_of(FULL)) == FULL | {
        "signatories": FULL["signatories"], "notes": False,
    }  # fmt: skip


def test_a_fixed_weekday_and_the_next_meeting_survive_the_form():
    terms = {"unit": "fixed_weekday", "weekday": "tuesday", "cut_off": "17:00"}
    conduct = {"hearing_within": "next_meeting"}
    answers = answers_of(terms | {"cut_off": "17:00"}, conduct)
    assert terms_of(answers) == terms
    assert conduct_of(answers, []) == conduct


# --- The page -------------------------------------------------------------------------------------


def address(council):
    return f"/call-in-rules/{council.slug}/new/"


def filled(client, council, start="", **changes):
    """Return what the page posts, begun from the version before or from a named rule."""
    html = client.get(f"{address(council)}{start}").text
    usual = {
        "from_on_day": "1", "from_on_month": "April", "from_on_year": "2027", "because": BECAUSE,
        "source": "Constitution, part 4",
    }  # fmt: skip
    return posted(html, **usual | changes)


def test_the_form_begins_with_the_version_before(admin, council):
    data = filled(admin, council)
    assert (data["unit"], data["count"], data["based_on"]) == ("working_days", "5", "1")


def test_the_form_may_begin_with_the_rule_of_a_real_council(admin, council):
    found = a_rule_set({"unit": "fixed_weekday", "weekday": "tuesday"}, conduct=FULL)
    data = filled(admin, council, f"?from={found.slug}")
    assert (data["unit"], data["weekday"], data["clock_start"]) == (
        *("fixed_weekday", "tuesday", "decision"),
    )
    assert data["way-TOTAL_FORMS"] == "7"
    assert admin.get(f"{address(council)}?from=nobody").status_code == 404


def test_checking_shows_what_a_notice_published_today_would_give_and_saves_nothing(admin, council):
    data = filled(admin, council, count="3")
    with nothing_written():
        answer = admin.post(address(council), data)
    said = text_of(parsed(answer.text))
    assert answer.status_code == 200
    assert "Published today, call-in would close" in said
    assert "Three working days after the day of publication." in said


def test_what_was_shown_is_saved(admin, council, administrator):
    checked = admin.post(address(council), filled(admin, council, count="3"))
    answer = admin.post(address(council), posted(checked.text) | {"save": "yes"})
    assert answer["Location"] == f"/call-in-rules/{council.slug}/"
    made = CallInRule.objects.get(version=2)
    assert (made.terms, made.from_on) == (THREE, FROM)
    history = made.history.get()
    assert (history.history_user, history.history_change_reason) == (administrator, BECAUSE)


def test_what_was_changed_since_is_shown_again_before_it_is_saved(admin, council):
    checked = admin.post(address(council), filled(admin, council, count="3"))
    with nothing_written():
        answer = admin.post(address(council), posted(checked.text, count="4") | {"save": "yes"})
    assert "Four working days" in text_of(parsed(answer.text))


def test_a_way_to_call_in_is_told_in_boxes(admin, council):
    changes = {"way-0-members": ["non_executive"], "way-0-number": "5", "way-0-cross_party": "on"}
    answer = admin.post(address(council), filled(admin, council, **changes))
    said = text_of(parsed(answer.text))
    assert "Any 5 councillors outside the executive, from more than one political group." in said


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"count": ""}, "Enter how many days the window is open, such as 5."),
        ({"unit": "fixed_weekday", "count": ""}, "Choose the day of the week on which call-in"),
        ({"weekday": "tuesday"}, "Days are counted, so choose no day of the week."),
        ({"unit": "clear_working_days", "count_first_day": "on"}, "Clear days leave out the day"),
        ({"from_on_day": "", "from_on_month": "", "from_on_year": ""}, "Enter the day from which"),
        ({"because": ""}, "Say why there is a new version."),
        ({"source": ""}, "Enter where the rule is written."),
        ({"hearing_unit": "working_days"}, "Enter how many, such as 15."),
        ({"ground_required": "yes"}, "Enter the grounds, one of which must be chosen."),
        ({"way-0-number": "5"}, "Choose who may sign."),
        (
            {"way-0-members": ["public"], "way-0-fraction": "1/3"},
            "Only members of the scrutiny committee can be counted as a fraction of it.",
        ),
        ({"grounds": "x" * 301}, 'The "text" must be words, at most 300 characters'),
    ],
)
def test_every_fault_is_a_sentence_and_what_was_typed_is_kept(admin, council, changes, sentence):
    data = filled(admin, council, who="Whoever asks", **changes)
    with nothing_written():
        answer = admin.post(address(council), data)
    assert answer.status_code == 422
    assert any(sentence in said for said in errors_on(answer.text)), errors_on(answer.text)
    assert "Whoever asks" in answer.text


def test_of_two_people_in_the_browser_the_second_keeps_what_was_typed(
    admin, council, administrator
):
    checked = admin.post(address(council), filled(admin, council, who="Whoever asks"))
    add(council, administrator, from_on=date(2027, 1, 1))
    answer = admin.post(address(council), posted(checked.text) | {"save": "yes"})
    assert answer.status_code == 409
    assert "entered version 2 while you were writing" in text_of(parsed(answer.text))
    assert "Whoever asks" in answer.text
    again = admin.post(address(council), posted(answer.text))
    saved = admin.post(address(council), posted(again.text) | {"save": "yes"})
    assert saved.status_code == 302
    assert CallInRule.objects.get(version=3).who == "Whoever asks"


def test_windows_counted_since_its_first_day_are_told_to_keep_theirs(admin, council):
    today = timezone.localdate()
    a_published_notice(council, at=timezone.now(), made_on=today)
    day = today - timedelta(days=1)
    on = {
        "from_on_day": str(day.day),
        "from_on_month": str(day.month),
        "from_on_year": str(day.year),
    }
    said = text_of(parsed(admin.post(address(council), filled(admin, council, **on)).text))
    assert "1 window opened since" in said


def test_others_are_refused_in_words(client, council):
    for kind, of in (("democratic_services", council), ("administrator", a_council())):
        client.force_login(a_person_with_role(kind, of))
        assert client.get(address(council)).status_code == 403
