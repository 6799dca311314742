"""Loading a folder of records, for the two commands that do so."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from records import (
    load_call_ins,
    load_items,
    load_meetings,
    load_money,
    load_people,
    load_plans,
    load_recommendations,
    load_reviews,
    load_strategies,
    load_systems,
    load_transactions,
)
from records.loading import Loading, load_folder

LOADERS = {
    "account": load_people.account,
    "benefit": load_money.benefit,
    "body": load_people.body,
    "business case": load_money.business_case,
    "consideration": load_meetings.consideration,
    "cost": load_money.cost,
    "cost split": load_money.cost_split,
    "council": load_people.council,
    "council member": load_call_ins.council_member,
    "funding source": load_money.funding_source,
    "partnership": load_people.partnership,
    "person": load_people.person,
    "gathering call-in": load_call_ins.gathering_call_in,
    "hearing body": load_call_ins.hearing_body,
    "issue": load_meetings.issue,
    "live decision": load_meetings.live_decision,
    "meeting": load_meetings.meeting,
    "plan entry": load_plans.plan_entry,
    "private meeting": load_plans.private_meeting,
    "review": load_reviews.review,
    "review cycle": load_reviews.cycle,
    "roadmap item": load_items.item,
    "roadmap themes": load_items.themes,
    "recommendations": load_recommendations.recommendations,
    "rule set": load_people.rule_set,
    "strategy": load_strategies.strategy,
    "services": load_transactions.services,
    "system": load_systems.system,
    "system functions": load_systems.functions,
}


def load(folder: Path, *, because: str) -> int:
    """Load every record of `folder` that was never loaded before, all of them or none.

    `because` is the reason their history shows. Returns how many rows were written. Raises
    CommandError with a sentence that names the file and the record.
    """
    if not folder.is_dir():
        raise CommandError(f"There is no folder {folder}.")
    try:
        with transaction.atomic():
            by, today = load_people.system_person(), timezone.localdate()
            loading = Loading(by=by, today=today, because=because, loaders=dict(LOADERS))
            return load_folder(folder, loading)
    except ValueError as problem:
        raise CommandError(f"{problem} Nothing was loaded.") from problem
