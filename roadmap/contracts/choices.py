"""What may be chosen of a contract, in the words that pages use."""

from django.db.models import TextChoices


class Renewal(TextChoices):
    NONE = "none", "It ends: there is no renewal"
    TACIT = "tacit", "It rolls on unless notice is given"
    EXPRESS = "express", "It ends unless renewal is asked for"


class Unit(TextChoices):
    DAYS = "days", "calendar days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "calendar months"


class SupplierKind(TextChoices):
    """The Transparency Code asks for the small and the voluntary, with their number."""

    SME = "sme", "Small or medium-sized enterprise"
    VCSE = "vcse", "Voluntary, community or social enterprise"
    NEITHER = "neither", "Neither"


class Procurement(TextChoices):
    TENDER = "tender", "Published invitation to tender"
    QUOTES = "quotes", "Invitation to quote"
    FRAMEWORK = "framework", "Call-off from a framework"
    DIRECT = "direct", "Direct award"
