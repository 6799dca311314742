"""What is restricted stays restricted everywhere: every address, every file, every kind of person.

A sentence of its own is planted in each text of a restricted item, paper, decision and of what
hangs on them, and in the reasons of their changes. Then every address that the site has is fetched
as each kind of person, and each sentence may stand only where the table of policy allows it.
"""

import io
import re
from types import SimpleNamespace

import pikepdf
import pytest
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch

from governance.decisions.parts import PARTS
from governance.duties.actions import keep_report_back
from governance.history.actions import write
from governance.meetings import actions as meeting_actions
from governance.models import CallInWindow, Decision, Duty, Message, Notice
from governance.notices import drafting
from governance.notices.begin import begin
from governance.notices.tasks import render_notice_pdf
from governance.people.rules import MAY, Ability, Kind
from roadmap.models import Dashboard
from scrutiny.models import ReviewCycle
from tests.factories import (
    roadmap_planted,
    scrutiny_call_ins_planted,
    scrutiny_planted,
    scrutiny_recommendations_planted,
)
from tests.factories.councils import a_council_with_a_rule, a_partnership
from tests.factories.decisions import (
    COMPLETE,
    a_complete_decision,
    a_consideration,
    a_decision,
    a_limb,
    an_agreement,
    an_issue,
)
from tests.factories.everything import GOVERNED, for_a_module
from tests.factories.forward_plan import a_private_meeting, a_representation, an_entry
from tests.factories.meetings import (
    EXEMPT,
    HELD_ON,
    a_body,
    a_declaration,
    a_file,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
)
from tests.factories.messages import a_message, a_reminder
from tests.factories.notices import (
    a_call_in,
    a_notice_of_call_in,
    a_notice_of_meeting,
    a_notice_of_one,
    publish,
)
from tests.factories.people import (
    a_person,
    a_person_with_role,
    an_appointment,
    the_clerk,
)
from tests.factories.roadmap_dashboards import a_dashboard
from tests.factories.window_flags import a_flag
from tests.governance.notices.reading import text_of
from tests.roadmap.planted import (
    arguments_of_systems,
    arguments_of_transactions,
    histories_of_systems,
    plant_systems,
)
from tests.urls import OF_A_DUTY, OF_A_PRIVATE_MEETING, OF_AN_ENTRY, all_names

pytestmark = pytest.mark.django_db
MARK = re.compile(r"Zq[a-z]+(?:-[a-z]+)+")


def mark(*words):
    """Return a sentence that stands nowhere else: "Zqrestricted-decision-reasons"."""
    return f"Zq{'-'.join(words)}"


# Which marks a person may meet anywhere, by what the mark begins with.
POLICY = {
    "Zqrestricted": {Ability.READ_RESTRICTED},
    "Zqdraft": {Ability.READ_DRAFTS},
    # Who keeps a review reads the papers that they were given for it.
    "Zqwithheld": {Ability.READ_RESTRICTED, Ability.EDIT_SCRUTINY},
    # Until a call-in is requested only those who may sign it know of it.
    "Zqgathering": {Ability.SIGN_CALL_IN},
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        yield planted()


def planted():
    lead, joint, other = (a_council_with_a_rule(name) for name in ("Lead", "Joint", "Other"))
    partnership = a_partnership(lead, joint)
    body = a_body(lead, joint, partnership=partnership)
    member = an_appointment(a_person(), lead, body=body)
    meeting = a_meeting(body)
    seen = an_attendance(meeting)
    issue = an_issue(partnership=partnership)
    a_public_decision = a_complete_decision(an_item(meeting), issue=issue)
    item, question, document = restricted_item(meeting)
    decision = restricted_decision(item, issue)
    # Restricted though the item that it was made at is public.
    aside = restricted_decision(an_item(meeting), issue, name="aside")
    of_one = begun_alone(lead)
    alone = restricted_decision(None, issue, name="alone", decision=of_one.decision)
    draft = a_draft(lead, issue)
    notice = a_notice_of_meeting(meeting)
    for one in (notice, of_one):
        publish(one)
    window = decision.windows.get(council=lead)
    called = a_call_in(
        window,
        ground=mark("restricted", "call", "in", "ground"),
        alternative=mark("restricted", "call", "in", "alternative"),
        requested_by=mark("restricted", "call", "in", "names"),
    )
    consideration = a_consideration(issue, item=item)
    declaration = a_declaration(
        meeting, member.person, item=item,
        interest=mark("restricted", "declaration", "interest"),
        dispensation=mark("restricted", "declaration", "dispensation"), dispensation_by="Clerk",
    )  # fmt: skip
    flag = a_flag(window, cause="A day was proclaimed late.")
    entry, private = drafts_of_plans(lead, meeting)
    systems = plant_systems(partnership, lead, mark)
    published_papers(meeting)
    a_dashboard(partnership)
    strategies = roadmap_planted.strategies(partnership, lead, issue, decision, mark)
    items = roadmap_planted.items(partnership, lead, body, mark)
    money = roadmap_planted.money(partnership, lead, issue, decision, mark)
    recommended = scrutiny_recommendations_planted.recommendations(partnership, lead, mark)
    reviews = scrutiny_planted.reviews(partnership, lead, joint, issue, mark)
    asked = scrutiny_call_ins_planted.call_ins(aside, a_public_decision, lead, mark)
    publish(a_notice_of_call_in(called))
    a_message_of_every_duty()
    for version in [v for n in Notice.objects.all() for v in n.versions.all()]:
        render_notice_pdf(version_id=version.pk)
    return SimpleNamespace(**locals())


def restricted_item(meeting):
    said = {
        name: mark("restricted", "item", name.replace("_", "-"))
        for name in ("minute", "footnote", "public_interest_reason")
    }
    item = an_item(meeting, **EXEMPT | said, part="2")
    question = a_question(
        item,
        **{
            name: mark("restricted", "question", name.replace("_", "-"))
            for name in ("asked_by", "question", "answered_by", "answer", "undertaking")
        },
    )
    details = {"title": mark("restricted", "paper", "title"), "kind": "report"}
    details |= EXEMPT | {"public_interest_reason": mark("restricted", "paper", "reason")}
    file = a_file(
        paper(mark("restricted", "paper", "text")), f"{mark('restricted', 'paper', 'name')}.pdf"
    )
    document = meeting_actions.attach(item, file, details, by=the_clerk())
    write(item, by=the_clerk(), because=mark("restricted", "item", "because"))
    return item, question, document


def paper(text):
    """Return a PDF with `text` in what it says of itself."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = text
        pdf.save(out)
    return out.getvalue()


def begun_alone(council):
    """Return the draft notice of a decision, begun before anybody said who may read it."""
    said = {"title": mark("restricted", "alone", "title"), "made_by": "Director of Finance"}
    said |= {"maker": "officer", "made_on": HELD_ON}
    return drafting.begin_decision(council, said, by=the_clerk())


def restricted_decision(item, issue, name="decision", decision=None):
    kind = name
    texts = (
        *("title", "preamble", "presented_by", "replaces", "reasons", "alternatives", "conflicts"),
        *("dispensations", "wards", "contact", "lead_officer", "portfolio_holder", "consulted"),
        "public_interest_reason",
    )
    said = {name: mark("restricted", kind, name.replace("_", "-")) for name in texts}
    answers = dict.fromkeys(
        ["alternatives_answer", "conflicts_answer", "dispensations_answer"], "some"
    )
    facts = {"issue": issue} | COMPLETE | EXEMPT | answers | said
    if decision is None:
        decision = a_decision(item, **facts)
    for field, value in facts.items():
        setattr(decision, field, value)
    write(decision, by=the_clerk(), because=mark("restricted", kind, "recorded"))
    limb = a_limb(
        decision,
        text=mark("restricted", kind, "limb"),
        footnote=mark("restricted", kind, "limb", "footnote"),
        mark="*",
        verb="delegate",
        delegated_to=mark("restricted", kind, "limb", "to"),
        due_on="2023-12-31",
    )
    limb.refresh_from_db()
    duty = keep_report_back(limb, holder=mark("restricted", kind, "duty", "holder"), by=the_clerk())
    duty.done_on, duty.done_note = limb.due_on, mark("restricted", kind, "duty", "note")
    write(duty, by=the_clerk(), because=mark("restricted", kind, "duty", "because"))
    an_agreement(decision)
    write(decision, by=the_clerk(), because=mark("restricted", kind, "because"))
    return decision


def a_draft(council, issue):
    """Return a public decision that nobody has published, and its draft notice."""
    notice = a_notice_of_one(council, issue=issue, reasons=mark("draft", "reasons"))
    decision = notice.decision
    decision.title = mark("draft", "title")
    write(decision, by=the_clerk(), because=mark("draft", "because"))
    return decision


def drafts_of_plans(council, meeting):
    """Return an entry of the forward plan and a private meeting that nobody has published."""
    entry = an_entry(
        council, private_answer="no", title=mark("draft", "entry", "title"),
        **{n: mark("draft", "entry", n) for n in ("matter", "documents", "wards")},
    )  # fmt: skip
    private = a_private_meeting(
        meeting,
        **{n: mark("draft", "private", n) for n in ("matters", "reasons")},
    )
    said = a_representation(
        private,
        **{n: mark("draft", "representation", n) for n in ("said", "response")},
    )
    assert said.pk
    return entry, private


def a_message_of_every_duty():
    """A digest such as somebody got who may read everything: its text stays theirs."""
    said = {"paragraphs": [mark("restricted", "message")], "sections": []}
    message = a_message(letter=said)
    for duty in Duty.objects.all():
        a_reminder(duty, message.user, message=message)


def published_papers(meeting):
    """Publish the agenda and the minutes of the meeting as well, as papers of their own."""
    for kind in (Notice.Kind.AGENDA, Notice.Kind.MINUTES):
        publish(begin(meeting, kind, by=the_clerk()), gaps_reason="Made for a test.")


def arguments(world):
    """Return the arguments of every address that has some, by name: the planted records."""
    meeting, item = world.meeting, world.item
    messages = [[pk] for pk in Message.objects.values_list("pk", flat=True)]
    body = [meeting.body.lead_council.slug, meeting.body.slug]
    notices = [[n.council.slug, n.slug] for n in Notice.objects.all()]
    versions = [[n.council.slug, n.slug, 1] for n in Notice.objects.exclude(published_at=None)]
    histories = [
        *(["decision", pk] for pk in Decision.objects.values_list("pk", flat=True)),
        *(["item", pk] for pk in meeting.items.values_list("pk", flat=True)),
        *(["notice", pk] for pk in Notice.objects.values_list("pk", flat=True)),
        *(["duty", pk] for pk in Duty.objects.values_list("pk", flat=True)),
        *(["meeting", meeting.pk], ["issue", world.issue.pk], ["call-in", world.called.pk]),
        *histories_of_systems(),
        *(["roadmap-item", item.pk] for item in world.items),
        *(["rollout", row.pk] for item in world.items for row in item.rollouts.all()),
        *roadmap_planted.histories(world.strategies, world.money),
        *scrutiny_recommendations_planted.histories(),
        *scrutiny_call_ins_planted.histories_of_call_ins(world.asked),
        *(["review", review.pk] for review in world.reviews),
        *(["review-cycle", pk] for pk in ReviewCycle.objects.values_list("pk", flat=True)),
    ]
    decisions = list(Decision.objects.values_list("pk", flat=True))
    dashboards = [[d.partnership.slug, d.pk] for d in Dashboard.objects.all()]
    return {
        **arguments_of_systems(),
        "dashboards:live": [[world.issue.partnership.slug]],
        **{f"dashboards:{n}": dashboards for n in ("kept", "pdf", "pdf_link")},
        **arguments_of_transactions(),
        "partnerships:hub": [[world.issue.partnership.slug]],
        **roadmap_planted.told_of_strategies(world.strategies),
        **roadmap_planted.told_of_items(world.items),
        **roadmap_planted.told_of_views(world.items[0].partnership.slug),
        **roadmap_planted.told_of_money(world.money),
        **scrutiny_recommendations_planted.told_of_recommendations(world.recommended),
        **scrutiny_planted.told_of_reviews(world.reviews),
        **scrutiny_call_ins_planted.arguments_of_call_ins(world.asked),
        **dict.fromkeys(["notices:version", "notices:pdf", "notices:data"], versions),
        "notices:pdf_link": versions,
        **{f"notices:{n}": notices for n in ("detail", "publish", "preview", "correct")},
        "notices:withdraw": notices,
        **{f"meetings:{n}": [[meeting.pk]] for n in ("detail", "edit", "standing", "agenda")},
        "meetings:calendar": [[meeting.pk]],
        **{f"meetings:{n}": [[item.pk]] for n in ("edit_item", "attach", "agenda_item")},
        "meetings:document": [[world.document.public_id]],
        **{f"minutes:{n}": [[meeting.pk]] for n in ("desk", "attendance", "declarations")},
        "minutes:publish": [[meeting.pk, "minutes"]],
        "minutes:attendance_row": [[world.seen.pk]],
        "minutes:declaration": [[world.declaration.pk]],
        "minutes:questions": [[item.pk]],
        "minutes:question": [[world.question.pk]],
        **{f"bodies:{n}": [body] for n in ("detail", "edit", "members", "councils")},
        "bodies:member": [[*body, world.member.pk]],
        "bodies:seats": [[*body, meeting.body.councils.first().pk]],
        "decisions:edit": [[pk, part] for pk in decisions for part in PARTS],
        "decisions:marks": [[pk] for pk in decisions],
        "called_in:record": [[pk] for pk in CallInWindow.objects.values_list("pk", flat=True)],
        "called_in:end": [[world.called.pk]],
        "duties:detail": [[pk] for pk in Duty.objects.values_list("pk", flat=True)],
        **{
            f"duties:{name}": [[pk] for pk in Duty.objects.values_list("pk", flat=True)]
            for name in OF_A_DUTY
        },
        **{f"messages:{name}": messages for name in ("detail", "try_again")},
        "reminders:end": [["nobody"]],
        "demo:mail": [[1]],
        **{f"issues:{n}": [[world.issue.slug]] for n in ("detail", "data", "edit", "consider")},
        "issues:change_consideration": [[world.issue.slug, world.consideration.pk]],
        "issues:remove_consideration": [[world.issue.slug, world.consideration.pk]],
        "history:history": histories,
        **{f"forward_plan:{n}": [[world.entry.pk]] for n in OF_AN_ENTRY},
        **{f"private_meetings:{n}": [[world.private.pk]] for n in OF_A_PRIVATE_MEETING},
        "private_meetings:new": [[meeting.pk]],
        "private_meetings:begin": [[world.private.pk, "private_meeting"]],
        "private_meetings:represented": [
            [world.private.pk, said.pk] for said in world.private.representations.all()
        ],
        "notices:new_of_meeting": [[meeting.pk]],
        "notices:new_of_decision": [[world.alone.pk]],
        "notices:new_at_item": [[pk] for pk in meeting.items.values_list("pk", flat=True)],
        "notices:new_of_call_in": [[world.called.pk, "call_in_outcome"]],
        "window_flags:decide": notices,
        "notices:feed_of_council": [[world.lead.slug]],
        "calendar:closures": [[world.lead.slug]],
        "calendar:take_back_bank_holiday": [[0]],
        "calendar:take_back_closure": [[world.lead.slug, 0]],
        "key_decisions:new": [[world.lead.slug]],
        "rules:new": [[world.lead.slug]],
        "rules:council": [[world.lead.slug]],
        "rules:set": [["none"]],
        "theme": [["council", world.lead.slug]],
        **{f"subscriptions:{n}": [["none"]] for n in ("confirm", "manage", "end")},
        "account_reset_password_from_key": [["1", "set-password"]],
    }


@pytest.fixture(scope="module")
def everywhere(world):
    """Every address there is, by the name of its pattern; one without arguments is itself."""
    known = arguments(world)
    return {name: [reverse(name, args=a) for a in known.get(name, [[]])] for name in all_names()}


@pytest.mark.parametrize("name", sorted(all_names()))
def test_every_address_is_looked_at(world, name):
    """A pattern that needs arguments and has none in `arguments` fails here."""
    try:
        assert [reverse(name, args=a) for a in arguments(world).get(name, [[]])]
    except NoReverseMatch as missing:
        pytest.fail(f"Say in tests/test_restricted.py which records {name} tells of: {missing}")


# --- Who meets what -----------------------------------------------------------------------------

AT_THE_BODY = ("lead", "joint")
PEOPLE = {
    "stranger": None,
    **{
        f"{kind} of the council": (kind, "lead")
        for kind in Kind
        if kind != Kind.PARTNERSHIP_OFFICER
    },
    "partnership officer": (Kind.PARTNERSHIP_OFFICER, "partnership"),
    "member of the other council": (Kind.MEMBER, "joint"),
    "democratic services of the other council": (Kind.DEMOCRATIC_SERVICES, "joint"),
    "member elsewhere": (Kind.MEMBER, "other"),
    "democratic services elsewhere": (Kind.DEMOCRATIC_SERVICES, "other"),
}


def allowed(person, beginning):
    """Return whether the policy lets this person meet the marks with this beginning."""
    if PEOPLE[person] is None:
        return False
    kind, where = PEOPLE[person]
    if where == "other":
        return False
    return not POLICY[beginning].isdisjoint(MAY[kind])


def signed_in_as(client, world, person):
    client.raise_request_exception = False
    if PEOPLE[person]:
        kind, where = PEOPLE[person]
        client.force_login(a_person_with_role(kind, getattr(world, where)))
    return client


def met(client, everywhere):
    """Return mark -> the first address at which it stood, over every address there is."""
    found = {}
    for name, places in everywhere.items():
        for place in places:
            variants = [place, f"{place}?format=csv"] if name in WITH_CSV else [place]
            for one in variants:
                if name.startswith(("account_logout", "demo:")):
                    continue
                for text in set(MARK.findall(said_at(client, one))):
                    found.setdefault(text, one)
    return found


# Lists that can be downloaded; a list that cannot answers the same page again.
WITH_CSV = {
    name
    for name in all_names()
    if name.endswith(
        (":index", ":detail", ":special_urgency", ":glossary", ":register", ":matrix", ":table")
    )
    or name in {"funding:costs", "funding:benefits", "funding:split"}
}


def said_at(client, address):
    """Return everything a response says: headers, text, and what its files hold."""
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    said = [str(response.headers), response.get("Location", "")]
    if response.get("Content-Type") == "application/pdf" and response.status_code == 200:
        with pikepdf.open(io.BytesIO(body)) as pdf:
            said += [str(value) for value in pdf.docinfo.values()]
            said += [a.get_file().read_bytes().decode() for a in pdf.attachments.values()]
        return " ".join([*said, text_of(body)])
    return " ".join([*said, body.decode("utf-8", "replace")])


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_meets_what_the_policy_keeps_from_them(client, world, everywhere, person):
    found = met(signed_in_as(client, world, person), everywhere)
    leaks = {
        text: place for text, place in found.items() if not allowed(person, text.partition("-")[0])
    }
    assert leaks == {}


def test_every_planted_sentence_is_met_by_those_whom_the_policy_lets(client, world, everywhere):
    """So that a mark nobody could ever meet does not pass for one that is kept."""
    clerk = signed_in_as(client, world, "democratic_services of the council")
    found = met(clerk, everywhere)
    # What members sign is known to them alone until it is requested.
    of_call_ins = {name: at for name, at in everywhere.items() if name.startswith("call_ins:")}
    found |= met(signed_in_as(client, world, "member of the council"), of_call_ins)
    hidden = {text for text in planted_marks() if text not in found}
    assert hidden == NEVER_SHOWN


# The name a file was uploaded under is not kept at all.
NEVER_SHOWN = {mark("restricted", "paper", "name")}


def planted_marks():
    """Return every mark in the text of this module's own records, and the one that is not kept."""
    found = set(NEVER_SHOWN)
    for model in GOVERNED:
        for row in model._default_manager.all():
            found |= {m for v in vars(row).values() if isinstance(v, str) for m in MARK.findall(v)}
    return found
