"""A stored window that would have been counted otherwise, had a day been known not to be worked."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.notices.states import State as NoticeState
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from governance.window_flags.states import State

DECIDED = Q(state__in=["kept", "moved"])


class WindowFlagQuerySet(models.QuerySet["WindowFlag"]):
    def visible_to(self, user: Visitor) -> Self:
        """Who publishes the notices of the council whose notice opened the window."""
        return self.of(seats_of(user).councils(Ability.PUBLISH_NOTICES))

    def of(self, councils: Iterable[int]) -> Self:
        return self.filter(window__version__notice__council__in=set(councils))

    def waiting(self) -> Self:
        """Those to be decided; a notice that was withdrawn has no window left to decide about."""
        found = self.filter(state=State.WAITING)
        return found.exclude(window__version__notice__state=NoticeState.WITHDRAWN)


class WindowFlag(models.Model):
    """What a stored window is, and what it would be; the window itself stays until a person says.

    `counted` is the count as it would be, as call_in_windows.rules.Window.
    """

    window = models.ForeignKey("governance.CallInWindow", models.PROTECT, related_name="flags")
    cause = models.TextField(help_text="Which day was found not to be worked, and why")
    counted = models.JSONField(help_text="The window as it would be, day by day")
    raised_at = models.DateTimeField()
    was_open = models.BooleanField(
        help_text="Whether call-in was still possible when it was raised"
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.TextField(blank=True, help_text="Why it was decided so")
    decided_by = models.ForeignKey(
        "governance.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    # The version of the notice that says so.
    version = models.ForeignKey(
        "governance.NoticeVersion", models.PROTECT, null=True, blank=True, related_name="flags"
    )

    objects = WindowFlagQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="flag_is_decided_by_somebody_with_a_reason_in_a_version",
                condition=Q(
                    state="waiting", reason="", decided_by=None, decided_at=None, version=None
                )
                | Q(state="taken_back", decided_by__isnull=False, decided_at__isnull=False,
                    version=None) & ~Q(reason="")
                | DECIDED & Q(decided_by__isnull=False, decided_at__isnull=False,
                    version__isnull=False) & ~Q(reason=""),
            ),
            models.CheckConstraint(name="flag_names_its_cause", condition=~Q(cause="")),
            models.UniqueConstraint(
                fields=["window"], condition=Q(state="waiting"), name="one_waiting_flag_a_window"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.window}: {self.cause}"
