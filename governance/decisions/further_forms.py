"""The rest of a decision's record: what it is about, how the public was told, and who agreed."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from governance.councils.models import Council
from governance.decisions.choices import KeyRoute, Reconsidered, WhyRecorded
from governance.decisions.forms import PartForm
from governance.decisions.models import Decision, Resolution
from governance.issues.models import Issue
from governance.notices.models import Notice
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.money import PoundsField
from governance.pages.sentences import PlainSentences

Kind = Notice.Kind
OF_ROUTE = {
    "notice": Kind.KEY_DECISION,
    "exception": Kind.GENERAL_EXCEPTION,
    "urgency": Kind.SPECIAL_URGENCY,
}
TOLD = [Kind.KEY_DECISION, Kind.GENERAL_EXCEPTION, Kind.SPECIAL_URGENCY]


def _line(label: str, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=200, required=False, **options)


class AboutForm(PartForm):
    heading = "What it is about, and for whom"
    because = "Recorded what the decision is about"

    title = forms.CharField(label="Title", max_length=300)
    issue = forms.ModelChoiceField(
        Issue.objects.order_by("title"), label="Issue", required=False, empty_label="None",
        help_text="The matter that other councils decide as well",
    )  # fmt: skip
    presented_by = _line("Presented by")
    portfolio_holder = _line("Portfolio holder")
    lead_officer = _line("Lead officer")
    consulted = forms.CharField(
        label="Who was consulted", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    wards = forms.CharField(label="Wards affected", max_length=300, required=False)
    value_pence = PoundsField(
        label="Likely spending or saving, in pounds", required=False,
        help_text="It is compared with the sum from which the council treats a decision as key",
    )  # fmt: skip
    replaces = forms.CharField(
        label="What it replaces", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class AffectedForm(PartForm):
    heading = "Which councils it affects"
    because = "Recorded which councils the decision affects"
    lead = (
        "Some councils’ rules let a joint body’s decision be called in only where it affects them. "
        "Choose none to leave it open: it then counts as affecting each."
    )

    councils = forms.ModelMultipleChoiceField(
        Council.objects.none(), label="Councils of the body", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    @classmethod
    def not_of_the_record(cls) -> set[str]:
        return super().not_of_the_record() | {"councils"}

    def offer(self, decision: Decision) -> None:
        of_body = Council.objects.filter(pk=decision.council_id)
        if decision.item:
            body = decision.item.meeting.body
            of_body = Council.objects.filter(pk__in=body.councils.values("council"))
        self.fields["councils"].queryset = of_body.order_by("name")  # type: ignore[attr-defined]

    def first(self, decision: Decision) -> dict[str, Any]:
        return {"councils": [row.council_id for row in decision.affected.all()]}


class KeyNoticeForm(PartForm):
    heading = "Notice of the key decision"
    because = "Recorded how the public was told of the key decision"
    key_route = forms.ChoiceField(
        label="How was the public told beforehand?", choices=KeyRoute, widget=forms.RadioSelect,
        required=False, help_text="Regulations 9, 10 and 11 of SI 2012/2089",
    )  # fmt: skip
    key_route_reason = forms.CharField(
        label="If not 28 clear days: why could they not be given? This is printed",
        required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    key_notice = forms.ModelChoiceField(
        Notice.objects.none(), label="Which notice told it?", required=False,
        empty_label="It was published elsewhere, or there was none",
    )  # fmt: skip

    def offer(self, decision: Decision) -> None:
        self._is_key = decision.key_answer == Decision.YesNo.YES
        held = Notice.objects.filter(council=decision.council, kind__in=TOLD)
        field = self.fields["key_notice"]
        field.queryset = held.exclude(published_at=None).order_by("-published_at")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        route = data.get("key_route")
        if route and not self._is_key:
            self.add_error("key_route", "This is not recorded as a key decision: say that first.")
        if self._is_key and not route:
            self.add_error("key_route", "Choose how the public was told beforehand.")
        late = route in (KeyRoute.EXCEPTION, KeyRoute.URGENCY)
        if late and not data.get("key_route_reason"):
            self.add_error("key_route_reason", "Write why 28 clear days could not be given.")
        if not late:
            data["key_route_reason"] = ""
        if not route:
            data["key_notice"] = None
        told = data.get("key_notice")
        wanted = OF_ROUTE.get(str(route))
        if told and wanted and told.kind != wanted:
            kind = wanted.label.lower()
            self.add_error("key_notice", f"Choose a {kind}, or none: that is another kind.")
        return data


class DelegationForm(PartForm):
    heading = "Why an officer’s decision is recorded"
    because = "Recorded under what authority the officer decided"

    why_recorded = forms.ChoiceField(
        label="Why is it recorded?", choices=WhyRecorded, widget=forms.RadioSelect, required=False,
        help_text="Regulation 7(2) of SI 2014/2095, where it is not an executive decision",
    )  # fmt: skip
    under = forms.ModelChoiceField(
        Resolution.objects.none(), label="Under which delegation was it made?", required=False,
        empty_label="A standing delegation, or one not recorded here",
    )  # fmt: skip
    consulted = forms.CharField(
        label="Who was consulted", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="As the delegation asks: for example the Leader",
    )  # fmt: skip

    def offer(self, decision: Decision) -> None:
        self._must_say = decision.maker == "officer" and decision.regime != "2012"
        self._is_officer = decision.maker == "officer"
        limbs = Resolution.objects.filter(verb="delegate", decision__council=decision.council)
        limbs = limbs.exclude(decision=decision).select_related("decision")
        self.fields["under"].queryset = limbs.order_by("-decision__made_on", "number")  # type: ignore[attr-defined]
        self.fields["under"].label_from_instance = _delegation  # type: ignore[attr-defined]

    def clean_why_recorded(self) -> str:
        why: str = self.cleaned_data["why_recorded"]
        if self._must_say and not why:
            raise forms.ValidationError("Choose why it is recorded.")
        return why if self._is_officer else ""


class AgainForm(PartForm):
    heading = "A decision taken again"
    because = "Recorded which decision this one reconsiders"

    reconsiders = forms.ModelChoiceField(
        Decision.objects.none(), label="Which decision does it reconsider?", required=False,
        empty_label="None: it is decided for the first time",
        help_text="Decisions of this council that a call-in referred",
    )  # fmt: skip
    reconsidered_as = forms.ChoiceField(
        label="What became of that decision?", choices=Reconsidered, widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip

    def offer(self, decision: Decision) -> None:
        referred = Decision.objects.filter(
            council=decision.council, windows__called_in__outcome__in=["referred", "council"]
        ).exclude(pk=decision.pk)
        free = referred.filter(reconsidered_by=None) | referred.filter(reconsidered_by=decision)
        self.fields["reconsiders"].queryset = free.distinct().order_by("-made_on")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reconsiders") and not data.get("reconsidered_as"):
            self.add_error("reconsidered_as", "Choose what became of that decision.")
        if not data.get("reconsiders"):
            data["reconsidered_as"] = ""
        return data


class SpecialUrgencyForm(PartForm):
    heading = "Agreement to special urgency"
    because = "Recorded who agreed to special urgency"
    purpose = "key"
    lead = (
        "Regulation 11 of SI 2012/2089: the chair of the scrutiny committee; if there is none or "
        "they cannot act, the chair of the council; failing them, the vice-chair."
    )
    rows_seen = forms.IntegerField(widget=forms.HiddenInput)


class NoCallInUrgencyForm(SpecialUrgencyForm):
    heading = "Agreement to leave it out of call-in"
    because = "Recorded who agreed to leave it out of call-in"
    purpose = "call_in"
    lead = "The office-holders whom the council’s constitution names. They are printed."


class AgreementForm(PlainSentences, forms.Form):
    """An office-holder who agreed, and when."""

    id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Name", max_length=200)
    office = forms.CharField(
        label="Office", max_length=200, help_text="For example: Chair of the scrutiny committee"
    )
    agreed_on = DayMonthYearField(label="Agreed on which day?", called="Day")
    agreed_time = TimeField(label="At what time?", help_text="For example 10am")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("agreed_on") and data.get("agreed_time"):
            local = datetime.combine(data["agreed_on"], data["agreed_time"])
            data["agreed_at"] = timezone.make_aware(local)
            if data["agreed_at"] > timezone.now():
                self.add_error("agreed_on", "That is still to come: record it once they agreed.")
        return data


def _delegation(limb: Resolution) -> str:
    return f"{limb.decision.title}, limb {limb.number}: {limb.delegated_to}"
