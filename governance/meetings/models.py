"""Meetings, what was on the agenda, who was there, what was asked, and the papers."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from governance.bodies.models import Body, of_bodies_of
from governance.calendar import words
from governance.history.models import kept
from governance.meetings.classification import Classified, Level
from governance.meetings.states import State
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


class Answer(models.TextChoices):
    """Chosen, never left blank: blank means that nobody has answered yet."""

    NONE = "none", "None"
    SOME = "some", "Some"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: all but drafts. Officers add the drafts of their own council's bodies."""
        public = ~Q(state=State.DRAFT)
        seats = seats_of(user)
        if councils := seats.councils(Ability.READ_DRAFTS):
            public |= of_bodies_of(councils, path="body")
        if partnerships := seats.partnerships(Ability.READ_DRAFTS):
            public |= Q(body__partnership__in=partnerships)
        return self.filter(public)


class Meeting(models.Model):
    """One meeting of a body, in local time; of a past one also what its own agenda printed."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    held_on = models.DateField("date of the meeting")
    starts_at = models.TimeField("began at", null=True, blank=True)
    ended_at = models.TimeField("ended at", null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    state_reason = models.TextField("why, in the words that are published", blank=True)
    adjourned_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="adjourned_from"
    )
    contact = models.TextField(blank=True, help_text="Whom to ask about anything in the notice")
    circulation_note = models.TextField("what was sent to members beforehand", blank=True)
    agenda_out_on = models.DateField("agenda out on", null=True, blank=True)
    short_notice_reason = models.TextField("why it was called at shorter notice", blank=True)
    printed_question_deadline = models.DateField(
        "public question deadline as printed", null=True, blank=True
    )
    apologies_answer = models.CharField(
        "were there apologies?", max_length=4, choices=Answer, blank=True
    )
    declarations_answer = models.CharField(
        "were interests declared?", max_length=4, choices=Answer, blank=True
    )
    has_numbers = models.BooleanField("its items have numbers", default=True)
    record_note = models.TextField("what is not known, or stands in for it", blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = MeetingQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "held_on", "starts_at"],
                name="one_meeting_a_body_and_start",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="meeting_state_is_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(starts_at=None) | Q(ended_at=None) | Q(ended_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="meeting_cancelled_or_adjourned_says_why",
                condition=~Q(state__in=["adjourned", "cancelled"]) | ~Q(state_reason=""),
            ),
            models.CheckConstraint(
                name="meeting_is_adjourned_to_another",
                condition=Q(adjourned_to=None)
                | ~Q(adjourned_to=F("id")) & Q(state__in=["adjourned", "held"]),
            ),
            models.CheckConstraint(
                name="meeting_answers_are_known",
                condition=Q(apologies_answer__in=["", "none", "some"])
                & Q(declarations_answer__in=["", "none", "some"]),
            ),
        ]
        indexes = [models.Index(fields=["-held_on", "-id"], name="meeting_newest_first")]

    def __str__(self) -> str:
        return f"{self.body}, {words.plain_day(self.held_on)}"


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, user: Visitor) -> Self:
        """The items of every meeting `user` may see: that an item exists is never secret."""
        return self.filter(meeting__in=Meeting.objects.visible_to(user))

    def readable_by(self, user: Visitor) -> Self:
        """The items whose text, not only whose title, `user` may read."""
        allowed = Q(classification=Level.PUBLIC)
        if councils := seats_of(user).councils(Ability.READ_RESTRICTED):
            allowed |= of_bodies_of(councils, path="meeting__body")
        return self.visible_to(user).filter(allowed)


class AgendaItem(Classified):
    """A numbered item: its title, what it was for, and the minute that records it."""

    class Part(models.TextChoices):
        PUBLIC = "1", "Part I"
        PRIVATE = "2", "Part II"

    class Kind(models.TextChoices):
        BUSINESS = "business", "Business"
        APOLOGIES = "apologies", "Apologies"
        DECLARATIONS = "declarations", "Declarations of interest"
        OPENING = "opening", "Apologies and declarations of interest"
        MINUTES = "minutes", "Minutes of an earlier meeting"
        QUESTIONS = "questions", "Questions from the public"
        URGENT = "urgent", "Urgent business"
        EXCLUSION = "exclusion", "Exclusion of press and public"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    printed_number = models.CharField(max_length=10, blank=True)
    minute_number = models.PositiveIntegerField(null=True, blank=True)
    title = models.CharField(max_length=300)
    kind = models.CharField("what it is", max_length=12, choices=Kind, default=Kind.BUSINESS)
    purpose = models.TextField(blank=True)
    presented_by = models.CharField(max_length=200, blank=True)
    report_by = models.CharField("report of", max_length=200, blank=True)
    minutes_of = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="minutes_items"
    )
    motion = models.TextField(blank=True)
    urgent_because = models.TextField("why it is urgent", blank=True)
    urgent_accepted_by = models.CharField("accepted as urgent by", max_length=200, blank=True)
    part = models.CharField(max_length=1, choices=Part, default=Part.PUBLIC)
    is_standing = models.BooleanField("standing item", default=False)
    is_nil = models.BooleanField(
        "nothing arose", default=False, help_text="Nothing arose, and the minutes say so"
    )
    mark = models.CharField(max_length=4, blank=True, help_text="A printed mark, such as *")
    footnote = models.TextField(blank=True)
    pages = models.CharField(max_length=40, blank=True)
    minute = models.TextField(blank=True)
    public_summary = models.TextField("summary for the public", blank=True)

    objects = AgendaItemQuerySet.as_manager()
    history = kept()

    class Meta(Classified.Meta):
        constraints = [
            *Classified.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "position"], name="one_item_a_place_on_the_agenda"
            ),
            models.UniqueConstraint(
                fields=["meeting", "minute_number"], name="one_minute_a_number_and_meeting"
            ),
            models.CheckConstraint(
                name="agendaitem_part_is_known", condition=Q(part__in=["1", "2"])
            ),
            models.CheckConstraint(
                name="agendaitem_kind_is_known",
                condition=Q(
                    kind__in=[
                        *("business", "apologies", "declarations", "opening"),
                        *("minutes", "questions", "urgent", "exclusion"),
                    ]
                ),
            ),
            models.CheckConstraint(
                name="agendaitem_urgent_says_why_and_who",
                condition=Q(urgent_because="", urgent_accepted_by="")
                | ~Q(urgent_because="") & ~Q(urgent_accepted_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minute_number or self.printed_number} {self.title}".strip()


class Attendance(models.Model):
    """Somebody present, or whose absence was noted: a person, or an officer by post alone."""

    class Capacity(models.TextChoices):
        CHAIR = "chair", "In the chair"
        VICE_CHAIR = "vice_chair", "Vice-chair"
        MEMBER = "member", "Member"
        OBSERVER = "observer", "Attending"
        OFFICER = "officer", "Officer"

    class Presence(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        "governance.Person", models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    post = models.CharField(max_length=200, blank=True)
    capacity = models.CharField(max_length=10, choices=Capacity)
    presence = models.CharField(max_length=10, choices=Presence, default=Presence.PRESENT)
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, null=True, blank=True, related_name="+"
    )
    substitute_for = models.ForeignKey(
        "governance.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    arrived_at = models.TimeField(null=True, blank=True)
    left_at = models.TimeField(null=True, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="attendance_left_after_it_arrived",
                condition=Q(arrived_at=None) | Q(left_at=None) | Q(left_at__gt=F("arrived_at")),
            ),
            models.CheckConstraint(
                name="attendance_is_no_substitute_for_itself",
                condition=Q(substitute_for=None) | ~Q(substitute_for=F("person")),
            ),
            models.CheckConstraint(
                name="attendance_names_a_person_or_a_post",
                condition=Q(person__isnull=False) | ~Q(post=""),
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_attendance_a_meeting_and_person"
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(capacity="chair", presence="present"),
                name="one_person_in_the_chair",
            ),
            models.CheckConstraint(
                name="attendance_presence_is_known",
                condition=Q(presence__in=["present", "apologies"]),
            ),
            models.CheckConstraint(
                name="attendance_capacity_is_known",
                condition=Q(capacity__in=["chair", "vice_chair", "member", "observer", "officer"]),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.post)


class Question(models.Model):
    """A question put at an item, what was answered, and what was promised."""

    class AskedAs(models.TextChoices):
        MEMBER = "member", "Member of the body"
        OTHER_MEMBER = "other_member", "Another councillor"
        PUBLIC = "public", "Member of the public"
        OFFICER = "officer", "Officer"

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    asked_by = models.CharField(max_length=200, default="A member")
    asked_as = models.CharField("in what capacity", max_length=12, choices=AskedAs, blank=True)
    question = models.TextField()
    answered_by = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)
    undertaking = models.TextField(blank=True)
    undertaking_by = models.CharField("undertaken by", max_length=200, blank=True)
    undertaking_due_on = models.DateField("to be done by", null=True, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="question_capacity_is_known",
                condition=Q(asked_as__in=["", "member", "other_member", "public", "officer"]),
            ),
            models.CheckConstraint(
                name="question_has_an_undertaking_to_be_done",
                condition=~Q(undertaking="") | Q(undertaking_by="", undertaking_due_on=None),
            ),
            models.UniqueConstraint(
                fields=["item", "position"], name="one_question_a_place_at_an_item"
            ),
        ]

    def __str__(self) -> str:
        return self.question[:60]


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public papers of meetings that `user` may see. Own councils' readers add restricted."""
        allowed = Q(classification="public")
        if councils := seats_of(user).councils(Ability.READ_RESTRICTED):
            allowed |= of_bodies_of(councils, path="item__meeting__body")
        return self.filter(allowed, item__meeting__in=Meeting.objects.visible_to(user))


class Document(Classified):
    """A report, appendix or background paper kept with an item, served only after a check."""

    class Kind(models.TextChoices):
        REPORT = "report", "Report"
        APPENDIX = "appendix", "Appendix"
        BACKGROUND = "background", "Background paper"
        PRESENTATION = "presentation", "Presentation"
        MINUTES = "minutes", "Minutes"

    public_id = models.UUIDField(
        "number in its address", default=uuid.uuid4, unique=True, editable=False
    )
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=200)
    file = models.FileField(max_length=200, upload_to="documents/")
    size = models.PositiveIntegerField("size in bytes", help_text="In bytes")
    sha256 = models.CharField("fingerprint of the file (SHA-256)", max_length=64)

    objects = DocumentQuerySet.as_manager()
    history = kept()

    class Meta(Classified.Meta):
        constraints = [
            *Classified.Meta.constraints,
            models.CheckConstraint(
                name="document_kind_is_known",
                condition=Q(
                    kind__in=["report", "appendix", "background", "presentation", "minutes"]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
