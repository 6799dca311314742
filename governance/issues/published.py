"""What the newest version of a notice says each of its decisions did."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models.fields.json import KeyTransform

from governance.decisions.choices import Verb
from governance.decisions.models import Decision
from governance.decisions.states import State
from governance.notices.models import Notice, NoticeVersion

CODES = {verb.label: verb.value for verb in Verb}


def verbs_published(notices: Sequence[Notice]) -> dict[int, list[str]]:
    """Return the verbs of each published decision by its id; two queries however many notices.

    A snapshot holds no ids: its decisions stand in the order in which they were published. Where
    more or fewer are recorded by now, nothing is said of that notice, and the record speaks.
    """
    newest = (
        NoticeVersion.objects.filter(notice__in=notices)
        .order_by("notice", "-number")
        .distinct("notice")
        .annotate(decided=KeyTransform("decisions", "snapshot"))
        .values_list("notice_id", "decided")
    )
    facts: dict[int, list[dict[str, Any]]] = dict(newest)
    together = _of_meetings([n.meeting_id for n in notices if n.meeting_id])
    found: dict[int, list[str]] = {}
    for notice in notices:
        ids = [notice.decision_id] if notice.decision_id else together[notice.meeting_id or 0]
        decided = facts.get(notice.pk) or []
        if len(ids) == len(decided):
            for pk, fact in zip(ids, decided, strict=True):
                found[pk or 0] = [CODES[limb["verb"]] for limb in fact["resolutions"]]
    return found


def _of_meetings(meetings: list[int]) -> dict[int, list[int]]:
    """Return the ids of the published decisions of each meeting, in the order of a notice."""
    rows = Decision.objects.filter(item__meeting__in=meetings, state=State.PUBLISHED)
    found: dict[int, list[int]] = defaultdict(list)
    for meeting, pk in rows.order_by("item__position", "pk").values_list("item__meeting", "pk"):
        found[meeting].append(pk)
    return found
