"""What somebody has typed in a row and not saved: kept for them alone, and offered again."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from governance.people.models import User
from governance.people.permissions import Visitor
from roadmap.items.models import Rollout

# Nobody comes back to what they left so long ago; keeping it would only tell what they once typed.
KEPT_FOR = timedelta(days=60)
LONGEST = 4000


class RowDraftQuerySet(models.QuerySet["RowDraft"]):
    def visible_to(self, user: Visitor) -> Self:
        """One's own, of rows that one may still see; never anybody else's."""
        if not isinstance(user, User):
            return self.none()
        return self.filter(user=user, rollout__in=Rollout.objects.visible_to(user))


class RowDraft(models.Model):
    """The half-typed form of one person for one row, as its fields were posted.

    Not governed: it is no record of the council but somebody's unsaved text, which only that
    person ever sees and which is deleted once they save or discard it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="row_drafts")
    rollout = models.ForeignKey(Rollout, models.CASCADE, related_name="drafts")
    # Posted name: what was typed there, however wrong.
    typed = models.JSONField(default=dict)
    # The revision that the form was opened on: merging starts from there.
    seen = models.BigIntegerField()
    kept_at = models.DateTimeField()

    objects = RowDraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "rollout"], name="one_draft_a_person_and_row")
        ]

    def __str__(self) -> str:
        return f"Draft of {self.user}: {self.rollout}"


def typed_of(posted: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Return what was typed under these posted names, as PostgreSQL can keep it."""
    return {
        name: str(posted[name]).replace("\x00", "")[:LONGEST] for name in names if name in posted
    }


@transaction.atomic
def keep(rollout: Rollout, user: User, typed: Mapping[str, str], seen: int) -> datetime | None:
    """Keep what `user` typed in the row so far, in place of what was kept before; return when.

    None, and nothing is kept, where the user has saved the row since: a request that was slow on
    its way would bring back what is no draft any more.
    """
    saved = rollout.history.filter(history_id__gt=seen, history_user=user)
    if saved.exists():
        return None
    now = timezone.now()
    RowDraft.objects.filter(user=user, kept_at__lt=now - KEPT_FOR).delete()
    RowDraft.objects.update_or_create(
        user=user, rollout=rollout, defaults={"typed": dict(typed), "seen": seen, "kept_at": now}
    )
    return now


def discard(rollout: Rollout, user: User) -> None:
    """Forget what `user` typed in the row."""
    RowDraft.objects.filter(user=user, rollout=rollout).delete()


def draft_of(rollout: Rollout, user: User) -> RowDraft | None:
    """Return what `user` typed in the row and has not saved."""
    return RowDraft.objects.filter(user=user, rollout=rollout).first()


def how_many(user: Visitor) -> int:
    """Return how many drafts `user` has; one query, none for a stranger."""
    return RowDraft.objects.visible_to(user).count() if isinstance(user, User) else 0
