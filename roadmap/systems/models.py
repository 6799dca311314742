"""What the councils' systems are for, which there are, and which council runs which."""

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.people.permissions import Visitor
from roadmap.publication import PublishedQuerySet, drafts_of


class FunctionQuerySet(models.QuerySet["Function"]):
    def visible_to(self, user: Visitor) -> "FunctionQuerySet":
        """Everybody may know what the councils need systems for."""
        return self


class Function(models.Model):
    """A job that every council needs a system for: finance, telephony, online forms."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="functions"
    )
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField("place in the register", default=1)
    lead_months = models.PositiveSmallIntegerField(
        "months to procure a joint replacement", default=6
    )
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = FunctionQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="one_function_a_name"),
            models.CheckConstraint(name="function_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="function_is_procured_within_ten_years", condition=Q(lead_months__lte=120)
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "position", "id"], name="function_in_order"),
        ]

    def __str__(self) -> str:
        return self.name


class System(models.Model):
    """Software or a service that one council runs, or several."""

    class Kind(models.TextChoices):
        CENTRAL = "central", "Centralised: audited by ICT"
        BUSINESS = "business", "Business system: audited by the service that runs it"

    class Hosting(models.TextChoices):
        OWN = "own", "On the councils’ own servers"
        HOSTED = "hosted", "Hosted by a supplier"
        CLOUD = "cloud", "In the cloud, as a service"

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="systems"
    )
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    kind = models.CharField("centralised or business", max_length=8, choices=Kind, blank=True)
    hosting = models.CharField(max_length=6, choices=Hosting, blank=True)
    supported_until = models.DateField(null=True, blank=True)
    owner = models.CharField("owner, as a post", max_length=200, blank=True)
    recent_investment = models.TextField("why it is left out of removal", blank=True)
    source = models.TextField("where the facts come from", blank=True)
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = PublishedQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="system_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="system_kind_is_known", condition=Q(kind__in=["", "central", "business"])
            ),
            models.CheckConstraint(
                name="system_hosting_is_known",
                condition=Q(hosting__in=["", "own", "hosted", "cloud"]),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "name", "id"], name="system_by_name"),
        ]

    def __str__(self) -> str:
        return self.name


class LinkQuerySet(models.QuerySet["SystemUse"]):
    def visible_to(self, user: Visitor) -> "LinkQuerySet":
        """Those of the systems that `user` may see."""
        drafts = drafts_of(user, "system__partnership")
        return self.filter(Q(system__is_published=True) | drafts)


class SystemUse(models.Model):
    """One council runs this system for one function."""

    system = models.ForeignKey(System, models.PROTECT, related_name="uses")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="systems_used")
    function = models.ForeignKey(Function, models.PROTECT, related_name="uses")
    since = models.DateField("in use since", null=True, blank=True)

    objects = LinkQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system", "council", "function"], name="one_use_a_system_council_and_job"
            ),
        ]
        indexes = [models.Index(fields=["function", "council"], name="use_by_function")]

    def __str__(self) -> str:
        return f"{self.council.short_name}: {self.function}"
