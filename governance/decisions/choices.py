"""The answers a decision's record may give: each is chosen, and blank until somebody has."""

from django.db.models import TextChoices


class Maker(TextChoices):
    BODY = "body", "A body at a meeting"
    MEMBER = "member", "An individual member"
    OFFICER = "officer", "An officer under delegation"


class Regime(TextChoices):
    EXECUTIVE = "2012", "Executive decision (SI 2012/2089)"
    OTHER = "2014", "Other decision (SI 2014/2095)"


class Answer(TextChoices):
    """Chosen, never left blank: blank means that nobody has answered yet."""

    NONE = "none", "None"
    SOME = "some", "Some"


class YesNo(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"


class KeyTest(TextChoices):
    MONEY = "money", "Significant spending or savings for the service's budget"
    WARDS = "wards", "Significant effects on communities in two or more wards"


class KeyRoute(TextChoices):
    """How the public was told of a key decision beforehand (regulations 9, 10 and 11)."""

    NOTICE = "notice", "A notice published at least 28 clear days before"
    EXCEPTION = "exception", "General exception: a notice of at least 5 clear days"
    URGENCY = "urgency", "Special urgency, with the agreement the law asks for"


class NoCallIn(TextChoices):
    """Why a decision is not open to call-in."""

    RECOMMENDATION = "recommends", "It recommends to the full council, and decides nothing"
    NOTE = "notes", "It notes, and decides nothing"
    NOT_EXECUTIVE = "other", "It is not a decision of the executive"
    URGENT = "urgent", "It is urgent: delay would harm the council's or the public's interest"
    RECONSIDERED = "again", "It was called in before and has been reconsidered"
    RULE = "rule", "The council's rule leaves it out for another reason"


class WhyRecorded(TextChoices):
    """Which limb of regulation 7(2) of SI 2014/2095 asks for an officer's record."""

    EXPRESS = "express", "A body authorised this decision expressly"
    PERMISSION = "permission", "It grants a permission or licence"
    RIGHTS = "rights", "It affects the rights of an individual"
    MONEY = "money", "It awards a contract or spends so much that it matters to the council"


class Reconsidered(TextChoices):
    CONFIRMED = "confirmed", "Confirmed as it was"
    MODIFIED = "modified", "Confirmed with changes"
    RESCINDED = "rescinded", "Rescinded"


class Verb(TextChoices):
    """What a limb does."""

    APPROVE = "approve", "Approve"
    AGREE = "agree", "Agree"
    NOTE = "note", "Note"
    DELEGATE = "delegate", "Delegate"
    RECOMMEND = "recommend", "Recommend"
    REFUSE = "refuse", "Refuse"
    DEFER = "defer", "Defer"
