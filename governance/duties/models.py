"""What somebody must do by a day, and where that was promised."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from governance.decisions.models import Decision
from governance.duties.holders import Roles, shares_of
from governance.duties.kinds import ENDED_BY_THE_CLOCK, USUAL_ROLE
from governance.duties.sources import REGISTERED
from governance.history.models import kept
from governance.meetings.models import AgendaItem
from governance.people.models import Role, User
from governance.people.permissions import Visitor
from governance.people.rules import Kind as RoleKind


class DutyQuerySet(models.QuerySet["Duty"]):
    def visible_to(self, user: Visitor) -> Self:
        """Those promised in a record that `user` may read; a promise made in private stays there.

        One that another app's record made follows that record (see `sources`).
        An undertaking follows its item: its text is open when the item is, or to those who may
        read the meeting's restricted papers.
        """
        found = self
        for source in REGISTERED:
            elsewhere = Q(**{f"{source.relation}__isnull": True})
            found = found.filter(elsewhere | Q(**{f"{source.relation}__in": source.visible(user)}))
        return found.filter(
            Q(resolution=None, question=None)
            | Q(resolution__decision__in=Decision.objects.visible_to(user))
            | Q(question__item__in=AgendaItem.objects.readable_by(user))
        )

    def waiting(self, today: date) -> Self:
        """Those that somebody still has to do: not done, and not over by the clock alone."""
        return self.filter(done_on=None).exclude(kind__in=ENDED_BY_THE_CLOCK, due_on__lt=today)

    def held_by(self, user: User, roles: Roles) -> Self:
        """Those that fall to `user` by the roles of the day: named for them, or for nobody else."""
        mine = Q(pk__in=())
        for share in shares_of(user.pk, roles):
            usual = [kind for kind in share.kinds if USUAL_ROLE[kind] is share.role]
            theirs = Q(holder_role=share.role) | Q(holder_role="", kind__in=usual)
            theirs &= Q(council=share.council, kind__in=share.kinds)
            # Whoever was named and lost the role counts as nobody, before any sweep says so.
            named = ~Q(assigned_to__in=share.others) if share.if_unnamed else Q(assigned_to=user)
            mine |= theirs & named
        return self.filter(mine)


class Duty(models.Model):
    """Something due by a date, held by a post of a council or of a partnership."""

    class Kind(models.TextChoices):
        REPORT_BACK = "report_back", "Report back"
        UNDERTAKING = "undertaking", "Undertaking"
        EXEMPTION_REVIEW = "exemption", "Look again at an exemption"
        REVIEW = "review", "Review"
        PHASE_GATE = "gate", "Decide before the next phase"
        CONTRACT = "contract", "Act on a contract"
        RECHECK = "recheck", "Check data again"
        RESPONSE = "response", "Answer scrutiny"
        AGENDA = "agenda", "Publish an agenda"
        CALL_IN = "call_in", "Deal with a call-in"
        CLOSING = "closing", "Call-in closes"

    class RepeatFrom(models.TextChoices):
        DUE = "due", "The day it was due"
        DONE = "done", "The day it was done"

    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=300)
    holder = models.CharField(max_length=200, blank=True, help_text="The post that must do it")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="duties")
    resolution = models.ForeignKey(
        "governance.Resolution", models.PROTECT, null=True, blank=True, related_name="duties"
    )
    question = models.ForeignKey(
        "governance.Question", models.PROTECT, null=True, blank=True, related_name="duties"
    )
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="duties"
    )
    due_from = models.DateField(null=True, blank=True, help_text="The first day it may be done on")
    due_on = models.DateField(help_text="The last day")
    done_on = models.DateField(null=True, blank=True)
    done_note = models.TextField("how it was done", blank=True)
    is_illustrative = models.BooleanField(default=False)
    holder_role = models.CharField(
        "whose accounts are reminded", max_length=20, blank=True,
        choices=[(kind.value, label) for kind, label in Role.LABELS.items()],
        help_text="Blank: the role that usually holds duties of its kind",
    )  # fmt: skip
    assigned_to = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="duties",
        help_text="Blank: everybody who holds the role",
    )  # fmt: skip
    lead_days = ArrayField(
        models.PositiveSmallIntegerField(), null=True, blank=True, size=8,
        verbose_name="reminders, in days before it is due",
        help_text="Blank: as usual for its kind",
    )  # fmt: skip
    acknowledged_until = models.DateField(
        null=True, blank=True, help_text="No reminder goes out before this day"
    )
    repeat_months = models.PositiveSmallIntegerField(
        "repeats every so many months", null=True, blank=True
    )
    repeat_from = models.CharField("counted from", max_length=4, choices=RepeatFrom, blank=True)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by",
        help_text="The occurrence before this one",
    )  # fmt: skip

    objects = DutyQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "duties"
        constraints = [
            models.CheckConstraint(
                name="duty_kind_is_known",
                condition=Q(
                    kind__in=[
                        *("report_back", "undertaking", "exemption", "review"),
                        *("gate", "contract", "recheck"),
                        *("response", "agenda", "call_in", "closing"),
                    ]
                ),
            ),
            models.CheckConstraint(
                name="duty_is_due_from_a_day_before_it_is_due",
                condition=Q(due_from=None) | Q(due_on__gte=F("due_from")),
            ),
            models.CheckConstraint(
                name="duty_done_says_how",
                condition=Q(done_on=None, done_note="")
                | Q(done_on__isnull=False) & ~Q(done_note=""),
            ),
            models.CheckConstraint(
                name="duty_comes_from_one_record",
                condition=Q(resolution=None) | Q(question=None),
            ),
            models.CheckConstraint(
                name="duty_holder_role_is_known",
                condition=Q(holder_role__in=["", *(kind.value for kind in RoleKind)]),
            ),
            models.CheckConstraint(
                name="duty_repeats_from_a_day_every_so_many_months",
                condition=Q(repeat_months=None, repeat_from="")
                | Q(
                    repeat_months__isnull=False,
                    repeat_months__range=(1, 120),
                    repeat_from__in=["due", "done"],
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="duty_soonest_first"),
            models.Index(
                fields=["id"], include=["due_on"], name="duty_not_done", condition=Q(done_on=None)
            ),
        ]

    def __str__(self) -> str:
        return self.title
