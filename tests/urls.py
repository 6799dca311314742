"""Every address the site has, each with an example, for tests that must look at all of them."""

from django.conf import settings
from django.core import signing
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from governance.messages.letters import Letter
from governance.messages.outbox import queue
from governance.models import (
    AgendaItem,
    CalledIn,
    CallInWindow,
    Decision,
    Document,
    Duty,
    ForwardPlanEntry,
    Meeting,
    Message,
    Notice,
    PrivateMeeting,
    User,
)
from roadmap.models import (
    Benefit,
    BusinessCase,
    Cost,
    Extension,
    Function,
    Item,
    Service,
    StrategyVersion,
    System,
)
from scrutiny.models import CallIn, Recommendation, Review, ReviewCycle

PARTNERSHIP = "south-east-lincolnshire"
STRATEGY = "digital-strategy-and-ict-roadmap"

# Who looks: the part of the demo account's e-mail address, and its name in reports.
PEOPLE = {
    "public": "",
    "member": "member.boston@example.org",
    "officer": "officer.boston@example.org",
    "democratic services": "democratic.boston@example.org",
    "partnership officer": "partnership@example.org",
    "scrutiny officer": "scrutiny.south-holland@example.org",
    "administrator": "administrator@example.org",
    "another council": "democratic.east-lindsey@example.org",
}


OF_A_PRIVATE_MEETING = ("desk", "edit", "urgency", "represent")
OF_A_DUTY = ("finish", "acknowledge", "hand_over", "reminders")
OF_AN_ENTRY = ("edit", "exception", "urgency")


def all_names(patterns=None, prefix=""):
    """Return the name of every address the resolver knows."""
    names = set()
    for entry in patterns or get_resolver().url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            names |= all_names(entry.url_patterns, space)
        elif isinstance(entry, URLPattern):
            names.add(f"{prefix}{entry.name}")
    return names


def a_message_of_the_example():
    """Return the newest message to Boston's officer, which is put there where there is none."""
    to = User.objects.get(email="officer.boston@example.org")
    if not (found := Message.objects.filter(user=to).last()):
        found = queue(
            key="example", kind="digest", to=to, subject="Your duties: 1 due today",
            letter=Letter(("One duty is due.",)), at=timezone.now(),
        )  # fmt: skip
    return found


def examples():
    """Return name -> address, for every name; the records are those of the example."""
    draft = Notice.objects.get(slug="cabinet-2023-04-12")
    live = Notice.objects.get(council__slug="east-lindsey", state="published", kind="decision")
    meeting = Meeting.objects.get(body__lead_council__slug="boston")
    item = AgendaItem.objects.get(meeting=meeting, minute_number=62)
    decision = Decision.objects.get(item=item)
    issue = decision.issue
    considered = issue.considerations.get(body=meeting.body)
    window = CallInWindow.objects.filter(version__notice=live).latest("pk")
    body = [meeting.body.lead_council.slug, meeting.body.slug]
    published = [live.council.slug, live.slug]
    mine = [draft.council.slug, draft.slug]
    duty, message = Duty.objects.filter(done_on=None).earliest("pk"), a_message_of_the_example()
    found = {
        "notices:detail": published,
        "notices:version": [*published, 1],
        "notices:pdf": [*published, 1],
        "notices:data": [*published, 1],
        "notices:pdf_link": [*published, 1],
        "notices:feed_of_council": ["boston"],
        "notices:publish": mine,
        "notices:preview": mine,
        "notices:correct": mine,
        "notices:withdraw": mine,
        "notices:new_of_meeting": [meeting.pk],
        "notices:new_of_decision": [live.decision_id],
        "notices:new_at_item": [item.pk],
        "private_meetings:new": [meeting.pk],
        "private_meetings:represented": [_private(), 0],
        "private_meetings:begin": [_private(), "private_meeting"],
        "notices:new_of_call_in": [0, "call_in_received"],
        **{f"private_meetings:{name}": [_private()] for name in OF_A_PRIVATE_MEETING},
        **{f"forward_plan:{name}": [_entry()] for name in OF_AN_ENTRY},
        "meetings:detail": [meeting.pk],
        "meetings:edit": [meeting.pk],
        "meetings:edit_item": [item.pk],
        "meetings:attach": [item.pk],
        "meetings:standing": [meeting.pk],
        "meetings:agenda": [meeting.pk],
        "meetings:agenda_item": [item.pk],
        "meetings:calendar": [meeting.pk],
        "minutes:desk": [meeting.pk],
        "minutes:publish": [meeting.pk, "minutes"],
        "minutes:attendance": [meeting.pk],
        "minutes:attendance_row": [meeting.attendances.first().pk],
        "minutes:declarations": [meeting.pk],
        "minutes:declaration": [0],
        "minutes:questions": [item.pk],
        "minutes:question": [item.questions.first().pk],
        "bodies:detail": body,
        "bodies:edit": body,
        "bodies:members": body,
        "bodies:member": [*body, meeting.body.appointments.first().pk],
        "bodies:councils": body,
        "bodies:seats": [*body, meeting.body.councils.first().pk],
        "meetings:document": [_document(item)],
        "decisions:edit": [decision.pk, "reasons"],
        "decisions:marks": [decision.pk],
        "called_in:record": [window.pk],
        "called_in:end": [_call_in(window)],
        "duties:detail": [Duty.objects.earliest("pk").pk],
        **{f"duties:{name}": [duty.pk] for name in OF_A_DUTY},
        **{f"messages:{name}": [message.pk] for name in ("detail", "try_again")},
        "reminders:end": [signing.dumps(0, salt="nobody")],
        "demo:mail": [1],
        **{f"issues:{name}": [issue.slug] for name in ("detail", "data", "edit", "consider")},
        "issues:change_consideration": [issue.slug, considered.pk],
        "issues:remove_consideration": [issue.slug, considered.pk],
        "history:history": ["decision", decision.pk],
        "calendar:closures": ["boston"],
        "calendar:take_back_bank_holiday": [0],
        "calendar:take_back_closure": ["boston", 0],
        "key_decisions:new": ["boston"],
        "rules:council": ["boston"],
        "rules:new": ["boston"],
        "window_flags:decide": published,
        "rules:set": ["gloucestershire"],
        "theme": ["council", "boston"],
        "partnerships:hub": [PARTNERSHIP],
        **strategies(),
        "dashboards:live": [PARTNERSHIP],
        **{f"dashboards:{name}": [PARTNERSHIP, 0] for name in ("kept", "pdf", "pdf_link")},
        **_systems(),
        **items(),
        **views_of_roadmaps(),
        **money(),
        **recommendations(),
        **reviews(),
        **call_ins(live),
        **{f"subscriptions:{name}": ["none"] for name in ("confirm", "manage", "end")},
        "account_reset_password_from_key": ["1", "set-password"],
    }
    return {name: reverse(name, args=found.get(name, [])) for name in all_names()}


def recommendations():
    """Return the arguments of the addresses of recommendations: the first of the example."""
    one = Recommendation.objects.order_by("review__title", "position").first()
    council = "east-lindsey"
    at = [one.pk, council] if one else [0, council]
    review = one.review.slug if one else "none"
    answer = one.responses.filter(council__slug=council).first() if one else None
    progress = one.progress.filter(council__slug=council).first() if one else None
    return {
        **{f"recommendations:{name}": [review] for name in ("matrix", "edit")},
        "recommendations:change": [review, at[0]],
        "recommendations:answers": [review, council],
        **{f"recommendations:{name}": at for name in ("detail", "report", "propose", "decide")},
        "recommendations:answer": [*at, answer.pk if answer else 0],
        "recommendations:correct": [*at, progress.pk if progress else 0],
        "monitoring:live": ["south-holland", "joint-panel"],
        **{f"monitoring:{name}": [0] for name in ("kept", "pdf", "pdf_link")},
    }


def call_ins(live):
    """Return the arguments of every address of call-ins: those of the one that is being signed."""
    call_in = CallIn.objects.get(decision=live.decision_id)
    decided = [live.decision_id, live.council.slug]
    alone = ("detail", "text", "sign", "take_back", "hand_in", "stop")
    checking = ("check", "hearing", "outcome")
    return {
        **{f"call_ins:{name}": [call_in.pk] for name in (*alone, *checking)},
        **{f"call_ins:{name}": decided for name in ("begin", "of_decision")},
        **{f"call_ins:{name}": [live.council.slug] for name in ("members", "bodies")},
        "call_ins:member": [live.council.slug, call_in.begun_by_id],
    }


def items():
    """Return the arguments of every address of the roadmap's items: those of one with all parts."""
    item = Item.objects.get(slug="aligned-telephony")
    row = item.rollouts.get(council__slug="boston")
    of_gates = Item.objects.get(slug="online-forms-on-goss")
    theme = item.partnership.roadmap_themes.first()
    own = [PARTNERSHIP, item.slug]
    parts = {
        "rollout": [*own, row.pk],
        "milestone": [*own, item.milestones.first().pk],
        "need": [*own, item.dependencies.first().pk],
        "gate": [PARTNERSHIP, of_gates.slug, of_gates.gates.first().pk],
        "theme": [PARTNERSHIP, theme.pk],
    }
    lists = ("item", "change", "rollouts", "milestones", "needs", "gates")
    rows = ("row", "undo", "draft", "presence", "history")
    return {
        **{f"items:{name}": [PARTNERSHIP] for name in ("table", "themes", "new")},
        **{f"items:{name}": own for name in lists},
        **{f"items:{name}": [PARTNERSHIP, row.pk] for name in rows},
        **{f"items:{name}": found for name, found in parts.items()},
    }


def views_of_roadmaps():
    """Return the arguments of the ways to look at a roadmap, and to change it as a table."""
    alone = (
        *("timelines:timeline", "timelines:board", "changes:changes", "bulk:several"),
        *("exchange:choose", "exchange:preview", "saved_views:mine"),
    )
    return {
        **{name: [PARTNERSHIP] for name in alone},
        "exchange:export": [PARTNERSHIP, "csv"],
        **{name: [PARTNERSHIP, 0] for name in ("bulk:done", "bulk:undo", "saved_views:let_go")},
    }


def strategies():
    """Return the arguments of every address of strategies: those of the version that counts."""
    version = StrategyVersion.objects.get(strategy__slug=STRATEGY, state="published")
    one, own = [PARTNERSHIP, STRATEGY], [PARTNERSHIP, STRATEGY, version.number]
    ordered = version.lists.get()
    adoption = version.adoptions.order_by("pk").first()
    reading = ("version", "glossary", "changed", "pdf", "pdf_link")
    writing = ("describe", "publish", "adopt")
    return {
        **{f"strategies:{name}": [PARTNERSHIP] for name in ("index", "new")},
        **{f"strategies:{name}": one for name in ("detail", "edit", "begin_next")},
        **{f"strategies:{name}": own for name in reading + writing},
        **{f"strategies:{name}": [*own, adoption.pk] for name in ("adoption", "take_back")},
        "strategies:parts": [*own, "sections"],
        "strategies:part": [*own, "sections", version.sections.first().pk],
        "strategies:entries": [*own, ordered.pk],
        "strategies:entry": [*own, ordered.pk, ordered.entries.first().pk],
    }


def reviews():
    """Return the arguments of every address of scrutiny's reviews: those of the one loaded."""
    review = Review.objects.get(slug=STRATEGY)
    receipt = review.receipts.get(body__slug="executive-board")
    own = [review.slug]
    of_one = ("detail", "report", "pdf", "pdf_link", "edit", "move", "publish", "send")
    return {
        **{f"reviews:{name}": own for name in of_one},
        **{f"reviews:{name}": [*own, receipt.pk] for name in ("receive", "take_back")},
        **cycles(),
        "reviews:paper": [*own, review.evidence.first().public_id],
        "reviews:parts": [*own, "witnesses"],
        "reviews:part": [*own, "witnesses", review.witnesses.first().pk],
    }


def cycles():
    """Return the arguments of every address of cycles: the one that is overdue."""
    cycle = ReviewCycle.objects.order_by("pk").first()
    row = [cycle.pk, cycle.occurrences.earliest("planned_on").planned_on.isoformat()]
    return {
        **{f"cycles:{name}": [cycle.pk] for name in ("detail", "edit")},
        **{f"cycles:{name}": row for name in ("move", "done")},
    }


def _transactions():
    service = Service.objects.get(name="Report a missed bin").pk
    return {
        **{f"transactions:{name}": [PARTNERSHIP] for name in ("matrix", "new", "recheck")},
        "transactions:service": [PARTNERSHIP, service],
        **{f"transactions:{n}": [PARTNERSHIP, service, "boston"] for n in ("edit", "verify")},
        **{f"volumes:{name}": [PARTNERSHIP] for name in ("choose", "preview")},
    }


def _systems():
    system = System.objects.get(name="RingCentral")
    contract = system.contracts.get(council__slug="boston")
    at, one = [PARTNERSHIP, system.pk], [PARTNERSHIP, contract.pk]
    extended = Extension.objects.earliest("pk")
    return {
        **{f"systems:{name}": [PARTNERSHIP] for name in ("register", "new", "functions")},
        "contracts:transparency": [PARTNERSHIP],
        "systems:function": [PARTNERSHIP, Function.objects.earliest("pk").pk],
        **{f"systems:{name}": at for name in ("detail", "edit", "uses")},
        "contracts:new": at,
        **{f"contracts:{n}": one for n in ("detail", "edit", "decide", "extensions", "licences")},
        "contracts:extension": [PARTNERSHIP, extended.contract_id, extended.pk],
        "contracts:licence": [*one, contract.licences.get().pk],
        **_transactions(),
    }


def money():
    """Return the arguments of every address of money and of business cases."""
    cost = Cost.objects.get(title__startswith="SOCITM")
    benefit = Benefit.objects.get(title__startswith="Fewer licences")
    case = BusinessCase.objects.get(title__startswith="One service desk")
    of_all = ("index", "costs", "benefits", "new_cost", "new_source", "new_split", "new_benefit")
    of_a_case = ("detail", "edit", "stage", "options")
    return {
        **{f"funding:{name}": [PARTNERSHIP] for name in of_all},
        **{f"funding:{name}": [PARTNERSHIP, cost.pk] for name in ("cost", "edit_cost")},
        **{f"funding:{name}source": [PARTNERSHIP, cost.source_id] for name in ("", "edit_")},
        **{f"funding:{name}split": [PARTNERSHIP, cost.split_id] for name in ("", "edit_")},
        **{f"funding:{name}benefit": [PARTNERSHIP, benefit.pk] for name in ("", "edit_")},
        "funding:figures": [PARTNERSHIP, benefit.pk],
        "funding:figure": [PARTNERSHIP, benefit.pk, benefit.figures.first().pk],
        **{f"business_cases:{name}": [PARTNERSHIP] for name in ("index", "new")},
        **{f"business_cases:{name}": [PARTNERSHIP, case.pk] for name in of_a_case},
        "business_cases:option": [PARTNERSHIP, case.pk, case.options.first().pk],
    }


def _call_in(window):
    found = CalledIn.objects.filter(window__council=window.council).first()
    return found.pk if found else 0


def _private():
    found = PrivateMeeting.objects.order_by("pk").first()
    return found.pk if found else 0


def _entry():
    found = ForwardPlanEntry.objects.order_by("pk").first()
    return found.pk if found else 0


def _document(item):
    found = Document.objects.filter(item=item).first()
    return found.public_id if found else "00000000-0000-0000-0000-000000000000"


assert settings.MODE == "test"
