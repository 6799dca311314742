"""What somebody must do by a day, and where that was promised."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from governance.decisions.models import Decision
from governance.duties.sources import REGISTERED
from governance.history.models import kept
from governance.meetings.models import AgendaItem
from governance.people.permissions import Visitor


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
        ]
        indexes = [models.Index(fields=["due_on", "id"], name="duty_soonest_first")]

    def __str__(self) -> str:
        return self.title
