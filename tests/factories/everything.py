"""One row of every governed and every frozen model, and data that several tests share."""

from contextlib import contextmanager
from datetime import date
from unittest import mock

from django.apps import apps
from django.db import connection, transaction
from simple_history.models import registered_models

from governance.models import (
    AffectedCouncil,
    AgendaDuty,
    ExemptionDuty,
    LocalClosure,
    MailChoice,
    Message,
    NoticeFile,
    NoticeVersion,
    Reminder,
    Subscription,
    Succession,
    Telling,
)
from governance.notices import actions
from roadmap.models import DashboardFile, PendingImport, RowDraft, SavedView, StrategyFile
from scrutiny.models import MonitoringFile, ReportFile
from tests.factories import (
    roadmap_dashboards,
    roadmap_items,
    roadmap_money,
    roadmap_strategies,
    roadmap_systems,
    roadmap_tables,
    roadmap_transactions,
    scrutiny_call_ins,
    scrutiny_cycles,
    scrutiny_recommendations,
    scrutiny_reviews,
)
from tests.factories.councils import a_council, a_partnership, a_rule, a_rule_set
from tests.factories.decisions import (
    a_consideration,
    a_duty,
    a_key_threshold,
    an_agreement,
    an_issue,
)
from tests.factories.forward_plan import a_private_meeting, a_representation, an_entry
from tests.factories.meetings import (
    a_declaration,
    a_document,
    a_meeting,
    a_question,
    an_attendance,
    some_minutes,
)
from tests.factories.messages import a_mail_choice, a_reminder
from tests.factories.notices import a_call_in, a_file_of, a_published_notice
from tests.factories.people import a_person, a_person_with_role, an_appointment, made
from tests.factories.subscriptions import a_subscription
from tests.factories.window_flags import a_bank_holiday, a_flag

GOVERNED = sorted(
    (m for m in apps.get_models() if any(m is known for known in registered_models.values())),
    key=lambda model: model._meta.label,
)
FROZEN_ONLY = [
    *(DashboardFile, MonitoringFile, NoticeFile, NoticeVersion, ReportFile, StrategyFile)
]
# What is no part of the record of governance, each saying why in its own docstring.
UNGOVERNED: list[type] = [
    *(MailChoice, Message, PendingImport, Reminder, RowDraft, SavedView, Subscription, Telling)
]
ALL = [*GOVERNED, *FROZEN_ONLY, *UNGOVERNED]
# Each makes, of a partnership and a council in it, a row of every model of one feature.
MORE: list = [
    roadmap_dashboards.one_of_each,
    roadmap_items.one_of_each,
    roadmap_systems.one_of_each,
    roadmap_transactions.one_of_each,
    roadmap_strategies.one_of_each,
    roadmap_money.one_of_each,
    roadmap_tables.one_of_each,
    scrutiny_reviews.one_of_each,
    scrutiny_cycles.one_of_each,
    scrutiny_call_ins.one_of_each,
    scrutiny_recommendations.one_of_each,
]


def one_of_each():
    """Return model -> a row of it, for every governed model and every frozen one."""
    council = a_council()
    a_rule(council, from_on=date(2000, 1, 1), to_on=date(2030, 12, 31))
    later = a_meeting(held_on=date(2023, 6, 7))
    notice = a_published_notice(council)
    item = notice.meeting.items.get()
    an_attendance(notice.meeting, person=a_person(), post="", capacity="chair")
    a_question(item)
    a_declaration(notice.meeting, a_person())
    some_minutes(notice.meeting, agreed_at=later, signed_by="The Chair")
    a_document(item)
    issue = an_issue(partnership=a_partnership(council))
    a_consideration(issue, item=item)
    decision = item.decisions.get()
    an_agreement(decision)
    duty = a_duty(council, resolution=decision.resolutions.get())
    a_reminder(duty)
    a_mail_choice()
    a_subscription(council)
    a_key_threshold(council)
    a_call_in(decision.windows.get())
    a_flag(decision.windows.get())
    a_bank_holiday()
    a_rule_set()
    made(AffectedCouncil(decision=decision, council=council))
    an_appointment(a_person(), council)
    a_person_with_role("officer", council)
    made(LocalClosure(council=council, day=date(2023, 12, 28), reason="Offices closed"))
    made(Succession(council=council, successor=a_council(), on=date(2028, 4, 1)))
    an_entry(council)
    a_representation(a_private_meeting(notice.meeting))
    a_file_of(notice.versions.get())
    made(AgendaDuty(meeting=later, duty=duty))
    an_exemption = {"kind": "item", "record": item.pk, "review_on": date(2024, 4, 12)}
    made(ExemptionDuty(duty=duty, **an_exemption))
    for more in MORE:
        more(issue.partnership, council)
    return {model: model._default_manager.latest("pk") for model in ALL}


@contextmanager
def for_a_module(blocker):
    """Let a module-scoped fixture make records that are gone after its tests."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def really_committed(blocker):
    """Let a module-scoped fixture commit records, and remove them past their guards afterwards."""
    with blocker.unblock(), mock.patch.object(actions, "queue_pdf"):
        try:
            yield
        finally:
            _wipe()


def _wipe():
    ours = ("governance", "roadmap", "scrutiny")
    models = [model for app in ours for model in apps.get_app_config(app).get_models()]
    tables = [f'"{model._meta.db_table}"' for model in models]
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
