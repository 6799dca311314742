"""What the example records must say, because the five sources say it."""

import re
from datetime import date, time
from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from governance.call_in_windows.actions import count_for
from governance.councils.rules import check_theme
from governance.models import (
    AgendaItem,
    Appointment,
    Attendance,
    Body,
    CallInRule,
    CallInWindow,
    Council,
    Decision,
    Duty,
    Meeting,
    Notice,
    Partnership,
    Person,
    Question,
    User,
)
from governance.people.rules import Kind


def meeting_of(council, held_on):
    return Meeting.objects.get(body__lead_council__slug=council, held_on=held_on)


def limbs_of(decision):
    return list(decision.resolutions.order_by("number"))


def decision_of(meeting):
    return Decision.objects.get(item__meeting=meeting)


class Loaded(TestCase):
    """The examples are loaded once for all the tests of a class; none of them changes anything."""

    @classmethod
    def setUpTestData(cls):
        call_command("load_example", stdout=StringIO())


class TestCouncils(Loaded):
    def test_the_councils_and_who_shares_with_whom(self):
        assert set(Council.objects.values_list("name", "gss_code")) == {
            ("Boston Borough Council", "E07000136"),
            ("East Lindsey District Council", "E07000137"),
            ("South Holland District Council", "E07000140"),
            ("Stevenage Borough Council", "E07000243"),
            ("East Herts District Council", "E07000242"),
            ("Council not named in source", ""),
        }
        shared = {
            one.slug: [part.council.slug for part in one.constituents.order_by("id")]
            for one in Partnership.objects.all()
        }
        assert shared == {
            "south-east-lincolnshire": ["boston", "east-lindsey", "south-holland"],
            "stevenage-east-herts": ["stevenage", "east-herts"],
        }

    def test_every_theme_can_be_read(self):
        for one in [*Council.objects.all(), *Partnership.objects.all()]:
            assert check_theme(one.brand_colour, one.link_colour, one.surface_colour) == [], one

    def test_a_call_in_rule_that_nothing_bears_out_is_illustrative(self):
        borne_out = CallInRule.objects.filter(is_illustrative=False)
        assert {rule.council.slug for rule in borne_out} == {"boston", "stevenage"}
        assert CallInRule.objects.count() == Council.objects.count()

    def test_the_rules_give_the_deadlines_their_sources_print(self):
        for slug, published, deadline in (
            ("boston", date(2023, 4, 14), date(2023, 4, 21)),
            ("stevenage", date(2019, 5, 14), date(2019, 5, 21)),
        ):
            _, window = count_for(Council.objects.get(slug=slug), published, published)
            assert window.deadline == deadline

    def test_the_joint_committee_and_its_seats(self):
        body = Body.objects.get(slug="joint-ict-committee")
        assert (body.regime, body.lead_council.slug) == ("executive", "stevenage")
        assert body.partnership.slug == "stevenage-east-herts"
        seats = body.councils.order_by("id").values_list("council__slug", "seats")
        assert list(seats) == [("stevenage", 3), ("east-herts", 3)]
        places = Appointment.objects.filter(body=body).order_by("id")
        assert list(places.values_list("person__name", "capacity", "council__slug")) == [
            ("Loraine Rossati", "chair", "stevenage"),
            ("Richard Henry", "member", "stevenage"),
            ("Jeannette Thomas", "member", "stevenage"),
            ("Joseph Dumont", "vice_chair", "east-herts"),
            ("Ben Crystall", "member", "east-herts"),
            ("Vicky Glover-Ward", "member", "east-herts"),
        ]

    def test_nobody_named_in_a_source_has_an_account(self):
        assert Person.objects.exists()
        assert not Person.objects.exclude(user=None).exists()

    def test_a_demo_account_carries_the_name_of_its_role_and_of_nobody(self):
        people = set(Person.objects.values_list("name", flat=True))
        accounts = User.objects.filter(is_system=False)
        assert accounts.exists()
        for account in accounts:
            (role,) = account.roles.all()
            scope = role.council or role.partnership
            # A council has several members: the others are numbered.
            name = rf"{role.get_kind_display()}( \d)?, {re.escape(scope.short_name)}"
            assert re.fullmatch(name, account.name.removesuffix(" Councils Partnership"))
            assert account.name not in people
            assert account.email.endswith("@example.org")
            assert not account.has_usable_password()

    def test_hertfordshire_has_its_accounts(self):
        held = User.objects.filter(roles__council__slug__in=["stevenage", "east-herts"])
        assert set(held.values_list("roles__kind", "roles__council__slug")) == {
            (Kind.DEMOCRATIC_SERVICES, "stevenage"),
            (Kind.MEMBER, "stevenage"),
            (Kind.MEMBER, "east-herts"),
        }


class TestLincolnshire(Loaded):
    def test_boston_numbers_its_minutes_on_and_says_when_nothing_arose(self):
        items = meeting_of("boston", date(2023, 4, 12)).items.order_by("position")
        assert [item.minute_number for item in items] == list(range(56, 63))
        assert [item.minute_number for item in items if item.is_nil] == [58, 59, 60, 61]
        assert [item.minute_number for item in items if item.is_standing] == [60, 61]

    def test_bostons_marks_are_kept_though_nothing_explains_them(self):
        meeting = meeting_of("boston", date(2023, 4, 12))
        assert list(meeting.items.exclude(mark="").values_list("minute_number", "mark")) == [
            (60, "*")
        ]
        approved, noted = limbs_of(decision_of(meeting))
        assert (approved.verb, approved.mark, noted.verb) == ("approve", "**", "note")

    def test_bostons_notice_is_a_draft_and_every_other_of_a_meeting_is_marked(self):
        drafts = Notice.objects.filter(kind="meeting", is_illustrative=False)
        assert [(n.council.slug, n.state) for n in drafts] == [("boston", "draft")]

    def test_one_matter_is_followed_through_three_bodies(self):
        made = Decision.objects.filter(issue__slug="digital-strategy-and-ict-roadmap")
        assert list(made.order_by("made_on").values_list("council__slug", "made_on", "state")) == [
            ("south-holland", date(2023, 3, 6), "published"),
            ("south-holland", date(2023, 3, 21), "published"),
            ("east-lindsey", date(2023, 3, 22), "published"),
            ("boston", date(2023, 4, 12), "made"),
        ]

    def test_the_panel_agrees_two_actions_that_cannot_be_called_in(self):
        decision = decision_of(meeting_of("south-holland", date(2023, 3, 6)))
        assert (decision.regime, decision.call_in_answer) == ("2014", "no")
        assert "not yet carried out" in decision.no_call_in_reason
        assert [limb.verb for limb in limbs_of(decision)] == ["note", "agree"]

    def test_the_panels_minute_holds_four_recommendations_and_its_appendices(self):
        item = meeting_of("south-holland", date(2023, 3, 6)).items.get()
        for words in ("1. ", "2. ", "3. ", "4. ", "Appendix A", "Appendix C", "Appendix D"):
            assert words in item.minute
        assert not item.documents.exists()

    def test_an_item_that_its_source_does_not_number_has_no_number(self):
        unnumbered = Meeting.objects.filter(has_numbers=False).values_list("held_on", flat=True)
        assert sorted(unnumbered) == [date(2022, 5, 1), date(2023, 3, 6)]

    def test_the_panels_questions_and_undertakings(self):
        asked = Question.objects.filter(item__meeting=meeting_of("south-holland", date(2023, 3, 6)))
        assert asked.count() == 11
        promised = " ".join(asked.exclude(undertaking="").values_list("undertaking", flat=True))
        assert asked.exclude(undertaking="").count() == 3
        for words in ("which routes are used", "residents, staff and members", "telephony"):
            assert words in promised

    def test_east_lindsey_gives_reasons_and_the_option_it_did_not_take(self):
        meeting = meeting_of("east-lindsey", date(2023, 3, 22))
        assert meeting.items.get().minute_number == 87
        decision = decision_of(meeting)
        assert "one strategy" in decision.reasons
        assert decision.alternatives.startswith("Do nothing: ")
        assert decision.presented_by.startswith("Portfolio Holder for Community Safety")
        assert [limb.verb for limb in limbs_of(decision)] == ["approve", "note"]
        # Neither is in the source.
        assert (decision.key_answer, decision.call_in_answer) == ("", "")


class TestUnnamedCouncil(Loaded):
    def test_nine_limbs_and_their_verbs(self):
        programme = Decision.objects.get(issue__slug="ict-improvement-programme")
        limbs = limbs_of(programme)
        assert [limb.verb for limb in limbs] == [
            *("note", "note", "approve", "note", "note", "note", "note"),
            *("delegate", "agree"),
        ]
        assert (limbs[7].delegated_to, limbs[7].in_consultation_with) == (
            "Director of Finance",
            "the Leader",
        )
        assert (limbs[8].due_from, limbs[8].due_on) == (date(2022, 10, 1), date(2022, 12, 31))

    def test_a_date_that_no_source_gives_is_marked(self):
        decision = Decision.objects.get(issue__slug="ict-improvement-programme")
        meeting = decision.item.meeting
        assert meeting.is_illustrative
        assert decision.is_illustrative
        assert "gives no date; spring 2022 is inferred" in meeting.record_note
        assert not CallInWindow.objects.filter(decision=decision).exists()

    def test_only_it_and_the_cabinet_of_south_holland_are_illustrative_meetings(self):
        made_up = Meeting.objects.filter(is_illustrative=True, private_parts=None)
        councils = made_up.values_list("body__lead_council__slug", flat=True)
        assert sorted(councils) == ["council-not-named", "south-holland"]


class TestJointCommittee(Loaded):
    def test_when_where_and_who(self):
        meeting = meeting_of("stevenage", date(2023, 10, 2))
        assert (meeting.starts_at, meeting.ended_at) == (time(18), time(18, 32))
        assert meeting.place.startswith("Council Chamber, Daneshill House")
        there = Attendance.objects.filter(meeting=meeting).order_by("position")
        assert list(there.values_list("person__name", "capacity", "presence", "council__slug")) == [
            ("Loraine Rossati", "chair", "present", "stevenage"),
            ("Jeannette Thomas", "member", "present", "stevenage"),
            ("Joseph Dumont", "vice_chair", "present", "east-herts"),
            ("Ben Crystall", "member", "present", "east-herts"),
            ("Richard Henry", "member", "apologies", "stevenage"),
            ("Vicky Glover-Ward", "member", "apologies", "east-herts"),
        ]

    def test_three_options_and_five_limbs(self):
        decision = Decision.objects.get(issue__slug="shared-ict-service-resourcing")
        for number in (1, 2, 3):
            assert f"Option {number}, " in decision.item.minute
        limbs = limbs_of(decision)
        assert [limb.verb for limb in limbs] == ["recommend", "note", "note", "recommend", "agree"]
        assert limbs[1].due_on == date(2026, 4, 1)
        assert limbs[3].recommended_to

    def test_the_december_meeting_is_still_to_be_held(self):
        meeting = meeting_of("stevenage", date(2023, 12, 12))
        assert (meeting.state, meeting.ended_at) == ("called", None)
        assert "01438 242703" in meeting.contact
        assert not meeting.attendances.exists()
        items = meeting.items.order_by("position").values_list("printed_number", "part", "pages")
        assert list(items) == [
            ("1", "1", ""),
            ("2", "1", "3–6"),
            ("3", "1", ""),
            ("4", "1", ""),
            ("5", "2", "7–8"),
            ("6", "2", "9–24"),
            ("7", "2", "25–38"),
            ("8", "2", ""),
        ]

    def test_restricted_items_are_exempt_under_paragraph_three_and_say_why(self):
        exempt = AgendaItem.objects.filter(classification="exempt")
        held = exempt.order_by("meeting__held_on", "position")
        assert list(held.values_list("meeting__held_on", "printed_number")) == [
            (date(2023, 10, 2), "6"),
            (date(2023, 10, 2), "7"),
            (date(2023, 12, 12), "5"),
            (date(2023, 12, 12), "6"),
            (date(2023, 12, 12), "7"),
        ]
        for item in exempt:
            assert item.part == "2"
            assert item.exempt_paragraphs == [3]
            assert "do not print" in item.public_interest_reason or (
                "does not print" in item.public_interest_reason
            )

    def test_the_agenda_and_minutes_are_published_on_a_day_that_is_marked_as_made_up(self):
        put_out = Notice.objects.filter(kind__in=["agenda", "minutes"], is_illustrative=True)
        assert set(put_out.values_list("slug", "state")) == {
            ("joint-panel-2023-03-06-minutes", "published"),
            ("cabinet-2022-05-01-minutes", "published"),
            ("joint-ict-committee-2023-10-02-minutes", "published"),
            ("joint-ict-committee-2023-12-12-agenda", "published"),
        }
        for notice in put_out:
            assert "made up" in notice.meeting.record_note

    def test_what_was_done_in_private_is_summed_up_for_the_public_as_the_source_prints_it(self):
        items = meeting_of("stevenage", date(2023, 10, 2)).items.filter(classification="exempt")
        minutes, dashboard = items.order_by("position").values_list("public_summary", flat=True)
        assert "29 June 2023" in minutes
        assert "undertook to investigate" in dashboard

    def test_an_undertaking_without_a_day_makes_no_duty(self):
        assert not Duty.objects.exclude(question=None).exists()

    def test_private_business_not_known_yet_is_public_to_nobody(self):
        item = meeting_of("stevenage", date(2023, 12, 12)).items.get(printed_number="8")
        assert item.classification == ""
