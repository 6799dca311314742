"""Who signs in, what they may do for whom, and the people whom records name."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower

from governance.history.models import kept
from governance.people.rules import Kind


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account. It signs in by e-mail; what it may do follows from its roles alone."""

    # When somebody last signed in is not part of the record of governance.
    last_login = None

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(
        default=False, help_text="Stands for background work; never signs in"
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()
    history = kept(excluded_fields=["password"])

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_email")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Without an action's person and reason, the account was changed by its own holder.

        django-allauth and Django's hashers save accounts themselves: a new password or its hash.
        """
        if not hasattr(self, "_history_user"):
            self._history_user = self if self.pk else None
            self._change_reason = "Changed by the account's holder"
        with transaction.atomic():  # the row and its history row commit together or not at all
            super().save(*args, **kwargs)


class RoleQuerySet(models.QuerySet["Role"]):
    def current(self, on: date) -> Self:
        return self.filter(Q(to_on=None) | Q(to_on__gte=on), from_on__lte=on)


class Role(models.Model):
    """What a person may do for one council or one partnership, from a date, to a date."""

    LABELS = {
        Kind.MEMBER: "Member",
        Kind.OFFICER: "Officer",
        Kind.PARTNERSHIP_OFFICER: "Partnership officer",
        Kind.DEMOCRATIC_SERVICES: "Democratic services",
        Kind.SCRUTINY_OFFICER: "Scrutiny officer",
        Kind.ADMINISTRATOR: "Administrator",
    }

    user = models.ForeignKey(User, models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20, choices=[(k.value, v) for k, v in LABELS.items()])
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, null=True, blank=True, related_name="roles"
    )
    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, null=True, blank=True, related_name="roles"
    )
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="role_is_for_one_council_or_one_partnership",
                condition=Q(council=None, partnership__isnull=False)
                | Q(council__isnull=False, partnership=None),
            ),
            models.CheckConstraint(
                name="role_kind_is_known", condition=Q(kind__in=[kind.value for kind in Kind])
            ),
            models.CheckConstraint(
                name="role_does_not_end_before_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.council or self.partnership}"


class Person(models.Model):
    """Somebody named in a record, with or without an account."""

    name = models.CharField(max_length=200)
    style = models.CharField(max_length=40, blank=True, help_text="As printed before: Councillor")
    honours = models.CharField(max_length=40, blank=True, help_text="As printed after: BEM")
    user = models.OneToOneField(User, models.PROTECT, null=True, blank=True, related_name="person")

    history = kept()

    def __str__(self) -> str:
        return " ".join(part for part in (self.style, self.name, self.honours) if part)

    @property
    def name_and_honours(self) -> str:
        return f"{self.name} {self.honours}".strip()


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def on(self, day: date) -> Self:
        """Those held on `day`, chair first; an appointment without dates is held on any day."""
        held = self.filter(Q(from_on=None) | Q(from_on__lte=day), Q(to_on=None) | Q(to_on__gte=day))
        return held.select_related("person", "council").order_by("council", "capacity", "pk")


class Appointment(models.Model):
    """A person's place on a body, or in a post, over time and on behalf of a council."""

    class Capacity(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice_chair", "Vice-chair"
        MEMBER = "member", "Member"
        RESERVE = "reserve", "Reserve"
        PORTFOLIO_HOLDER = "portfolio_holder", "Portfolio holder"
        OFFICER = "officer", "Officer"

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    body = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    post = models.CharField(max_length=200, blank=True)
    capacity = models.CharField(max_length=20, choices=Capacity)
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="appointments")
    portfolio = models.CharField(max_length=200, blank=True)
    from_on = models.DateField(null=True, blank=True, help_text="Blank: not known")
    to_on = models.DateField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_is_to_a_body_or_a_post",
                condition=Q(body__isnull=False) | ~Q(post=""),
            ),
            models.CheckConstraint(
                name="appointment_capacity_is_known",
                condition=Q(
                    capacity__in=[
                        "chair",
                        "vice_chair",
                        "member",
                        "reserve",
                        "portfolio_holder",
                        "officer",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="appointment_does_not_end_before_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_capacity_display()}, {self.body or self.post}"
