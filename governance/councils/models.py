"""Councils, the partnerships they form, and who followed whom."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from governance.history.models import kept

HEX_COLOUR = RegexValidator(
    r"^#[0-9a-f]{6}$", "Enter a colour as # and six digits or letters a to f, like #5a2350."
)


class Themed(models.Model):
    """The colours of a council's or partnership's pages and PDFs. Contrast is checked on saving."""

    brand_colour = models.CharField(max_length=7, default="#17405f", validators=[HEX_COLOUR])
    link_colour = models.CharField(max_length=7, default="#17598c", validators=[HEX_COLOUR])
    surface_colour = models.CharField(max_length=7, default="#eef3f7", validators=[HEX_COLOUR])
    border_colour = models.CharField(max_length=7, default="#9db9cd", validators=[HEX_COLOUR])

    class Meta:
        abstract = True


class CouncilQuerySet(models.QuerySet["Council"]):
    def visible_to(self, user: object) -> "CouncilQuerySet":
        """Everybody may know which councils there are."""
        return self


class Council(Themed):
    """A sovereign council, for as long as it exists in law."""

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=80, help_text="As used in tables: Boston")
    slug = models.SlugField(max_length=80, unique=True)
    gss_code = models.CharField("GSS code", max_length=9, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    contact_name = models.CharField(max_length=200, default="Democratic services")
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_address = models.TextField(blank=True)
    office_closes = models.TimeField(null=True, blank=True)

    objects = CouncilQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="council_valid_to_is_not_before_valid_from",
                condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="council_gss_code_is_nine_characters_or_unknown",
                condition=Q(gss_code="") | Q(gss_code__regex=r"^[EW]\d{8}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def part_of(self) -> str:
        """The partnership that pages name below the council's own name; the oldest of several."""
        first = self.memberships.select_related("partnership").order_by("pk").first()
        return first.partnership.name if first else ""


class Succession(models.Model):
    """One council's functions passing to another, as at a reorganisation."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Council, models.PROTECT, related_name="preceded_by")
    on = models.DateField()

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "successor"], name="one_succession_a_pair"),
            models.CheckConstraint(
                name="council_does_not_succeed_itself", condition=~Q(council=F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council} to {self.successor}"


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def visible_to(self, user: object) -> "PartnershipQuerySet":
        """Everybody may know which partnerships there are."""
        return self


class Partnership(Themed):
    """Councils that run their ICT together."""

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    delivery_partner = models.CharField(
        max_length=200, blank=True, help_text="For example a company the councils own together"
    )

    objects = PartnershipQuerySet.as_manager()
    history = kept()

    # The line below its name on a page, where the page knows its members.
    part_of = ""

    def __str__(self) -> str:
        return self.name


class Constituent(models.Model):
    """A council's membership of a partnership, over time."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="constituents")
    council = models.ForeignKey(Council, models.PROTECT, related_name="memberships")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "council"], name="one_membership_a_council_and_partnership"
            ),
            models.CheckConstraint(
                name="membership_does_not_end_before_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council} in {self.partnership}"
