"""The parts of a decision's record by the name in their address, and the rows that some have."""

from typing import Any

from django import forms

from governance.calendar.local_time import in_london
from governance.decisions import actions
from governance.decisions.forms import (
    AlternativesForm,
    CallInForm,
    ClassificationForm,
    ConflictsForm,
    ContactForm,
    KeyForm,
    LimbForm,
    PartForm,
    ReasonsForm,
    ResolutionForm,
)
from governance.decisions.further_forms import (
    AboutForm,
    AffectedForm,
    AgainForm,
    AgreementForm,
    DelegationForm,
    KeyNoticeForm,
    NoCallInUrgencyForm,
    SpecialUrgencyForm,
)
from governance.decisions.models import Decision
from governance.history.actions import revision_of
from governance.people.models import User
from governance.urgency.models import Agreement

PARTS: dict[str, type[PartForm]] = {
    "resolution": ResolutionForm,
    "reasons": ReasonsForm,
    "alternatives": AlternativesForm,
    "conflicts": ConflictsForm,
    "classification": ClassificationForm,
    "about": AboutForm,
    "affected": AffectedForm,
    "delegation": DelegationForm,
    "key": KeyForm,
    "key-notice": KeyNoticeForm,
    "special-urgency": SpecialUrgencyForm,
    "call-in": CallInForm,
    "urgency": NoCallInUrgencyForm,
    "again": AgainForm,
    "contact": ContactForm,
}


class RowSet(forms.BaseFormSet):  # type: ignore[type-arg]  # not subscriptable when it runs
    """Rows below a part's form; `noun` names one."""

    noun = "Row"

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = f"Remove this {self.noun.lower()}"


class Limbs(RowSet):
    noun = "Limb"


class Agreements(RowSet):
    noun = "Agreement"


def _set_of(form: type[forms.Form], rows: type[RowSet]) -> Any:
    return forms.formset_factory(form, formset=rows, can_delete=True, can_delete_extra=False)


LIMB_FIELDS = (
    *("id", "verb", "text", "mark", "footnote", "due_from", "due_on"),
    *("delegated_to", "in_consultation_with", "recommended_to"),
)


def rows_class(part: str) -> Any:
    """Return the formset below the form of `part`, or None where it has no rows."""
    if part == "resolution":
        return _set_of(LimbForm, Limbs)
    if issubclass(PARTS[part], SpecialUrgencyForm):
        return _set_of(AgreementForm, Agreements)
    return None


def rows_of(decision: Decision, part: str) -> list[dict[str, Any]]:
    """Return the rows of `part` as they are stored."""
    if part == "resolution":
        return list(decision.resolutions.order_by("number").values(*LIMB_FIELDS))
    return [
        {
            "id": held.pk,
            "name": held.name,
            "office": held.office,
            "agreed_on": in_london(held.agreed_at).date(),
            "agreed_time": in_london(held.agreed_at).time(),
        }
        for held in _agreements(decision, part).order_by("agreed_at", "pk")
    ]


def first_of(decision: Decision, part: str) -> dict[str, Any]:
    """Return what the form of `part` shows first, and the revisions it was read at."""
    form_class = PARTS[part]
    names = [name for name in form_class.base_fields if name not in form_class.not_of_the_record()]
    first = {name: getattr(decision, name) for name in names} | {"seen": revision_of(decision)}
    if "limbs_seen" in form_class.base_fields:
        first["limbs_seen"] = actions.limbs_revision(decision)
    if "rows_seen" in form_class.base_fields:
        first["rows_seen"] = actions.agreements_revision(decision)
    return first | form_class().first(decision)


def save(
    decision: Decision, part: str, form: PartForm, rows: list[dict[str, Any]] | None, *, by: User
) -> None:
    """Write one part of the record; raises ChangedMeanwhile or LimbsChanged, writing nothing."""
    because, seen = form.because, form.cleaned_data["seen"]
    if isinstance(form, AffectedForm):
        chosen = form.cleaned_data["councils"]
        actions.record_affected(decision, chosen, by=by, because=because)
    elif rows is None:
        actions.record(decision, form.changes(), seen=seen, by=by, because=because)
    elif isinstance(form, SpecialUrgencyForm):
        actions.record_agreements(
            decision, form.purpose, rows, seen=form.cleaned_data["rows_seen"], by=by,
            because=because,
        )  # fmt: skip
    else:
        actions.record_resolution(
            decision, form.changes(), rows, seen=seen, limbs_seen=form.cleaned_data["limbs_seen"],
            by=by, because=because,
        )  # fmt: skip


def _agreements(decision: Decision, part: str) -> Any:
    purpose = PARTS[part].purpose  # type: ignore[attr-defined]
    return Agreement.objects.filter(decision=decision, purpose=purpose)
