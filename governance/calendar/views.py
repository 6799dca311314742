"""The days that are not worked: bank holidays, and the closures of each council."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.calendar import actions, words
from governance.calendar.bank_holidays import known_days, runs_out_on, warning
from governance.calendar.forms import BankHolidayForm, ClosureForm, TakeBackForm
from governance.calendar.models import BankHoliday, LocalClosure
from governance.call_in_windows.permissions import can_configure, councils_configured_by
from governance.councils.models import Council
from governance.errors import Refused
from governance.pages.download import as_csv
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def bank_holidays(request: HttpRequest) -> HttpResponse:
    """Every bank holiday that is known, with the form to enter one that was proclaimed late."""
    may_add = bool(councils_configured_by(request.user))
    if not (may_add or seats_of(request.user).councils(Ability.PUBLISH_NOTICES)):
        raise PermissionDenied("The calendar is for administrators and democratic services.")
    late = {row.day: row for row in BankHoliday.objects.visible_to(request.user)}
    days: list[date] = sorted([*known_days(), *(day for day in late if day not in known_days())])
    rows: list[dict[str, Any]] = [
        {"day": day, "name": late[day].name if day in late else known_days()[day],
         "late": late.get(day)}
        for day in days
    ]  # fmt: skip
    if request.GET.get("format") == "csv":
        said: Any = ([r["day"].isoformat(), r["name"], _source(r["late"])] for r in rows)
        return as_csv("bank-holidays.csv", ["Date", "Name", "Where from"], said)
    form = BankHolidayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not may_add:
        raise PermissionDenied("Only administrators enter bank holidays.")
    if request.method == "POST" and form.is_valid():
        try:
            flags = actions.add_bank_holiday(
                by=signed_in(request), at=timezone.now(), **form.cleaned_data
            )
        except Refused as refused:
            form.add_error("day", str(refused))
        else:
            return _entered(request, form.cleaned_data["day"], len(flags), "bank_holidays")
    today = timezone.localdate()
    context = {
        "ahead": [row for row in rows if row["day"] >= today],
        "past": [row for row in reversed(rows) if row["day"] < today],
        "form": form,
        "may_add": may_add,
        "runs_out_on": runs_out_on(),
        "warning": warning(today),
        "crumbs": _crumbs() if may_add else [("Worklist", reverse("notices:worklist"))],
    }
    status = 422 if form.errors else 200
    return render(request, "governance/calendar/bank_holidays.html", context, status=status)


def _source(late: BankHoliday | None) -> str:
    return late.source if late else "The holidays library"


@require_http_methods(METHODS)
def closures(request: HttpRequest, slug: str) -> HttpResponse:
    """The days on which one council's offices are closed, with the form to enter another."""
    council = _configurable(request, slug)
    days = LocalClosure.objects.visible_to(request.user).filter(council=council)
    days = days.order_by("-day")
    if request.GET.get("format") == "csv":
        said: Any = ([row.day.isoformat(), row.reason] for row in days)
        return as_csv(f"closures-{council.slug}.csv", ["Date", "Reason"], said)
    form = ClosureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            flags = actions.add_closure(
                council, by=signed_in(request), at=timezone.now(), **form.cleaned_data
            )
        except Refused as refused:
            form.add_error("day", str(refused))
        else:
            day = form.cleaned_data["day"]
            return _entered(request, day, len(flags), "closures", council.slug)
    context = {
        "council": council, "days": days, "form": form, "theme": council, "crumbs": _crumbs(),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "governance/calendar/closures.html", context, status=status)


@require_http_methods(METHODS)
def take_back_bank_holiday(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a bank holiday that was entered by mistake."""
    if not councils_configured_by(request.user):
        raise PermissionDenied("Only administrators take back bank holidays.")
    holiday = get_object_or_404(BankHoliday.objects.visible_to(request.user), pk=pk)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.remove_bank_holiday(
            holiday, by=signed_in(request), at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, f"{words.day(holiday.day)} is taken back")
        return redirect("calendar:bank_holidays")
    shown = {"day": holiday.day, "name": holiday.name, "back": reverse("calendar:bank_holidays")}
    return _take_back_page(request, form, shown)


@require_http_methods(METHODS)
def take_back_closure(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take back a day on which the offices are not closed after all."""
    council = _configurable(request, slug)
    days = LocalClosure.objects.visible_to(request.user).filter(council=council)
    closure = get_object_or_404(days, pk=pk)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.remove_closure(
            closure, by=signed_in(request), at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, f"{words.day(closure.day)} is taken back")
        return redirect("calendar:closures", slug=slug)
    back = reverse("calendar:closures", args=[slug])
    shown = {"day": closure.day, "name": closure.reason, "back": back, "theme": council}
    return _take_back_page(request, form, shown)


def _take_back_page(request: HttpRequest, form: forms.Form, shown: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "crumbs": _crumbs(), **shown}
    status = 422 if form.errors else 200
    return render(request, "governance/calendar/take_back.html", context, status=status)


def _configurable(request: HttpRequest, slug: str) -> Council:
    council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    if not can_configure(request.user, council.pk):
        raise PermissionDenied(f"Only administrators of {council.name} change its calendar.")
    return council


def _entered(request: HttpRequest, day: date, flags: int, where: str, *args: str) -> HttpResponse:
    said = f"{words.day(day)} is entered"
    if flags:
        verb = "needs" if flags == 1 else "need"
        said = f"{said}. {words.counted(flags, 'window')} {verb} a decision; none was moved"
    messages.success(request, said)
    return redirect(f"calendar:{where}", *args)


def _crumbs() -> list[tuple[str, str]]:
    return [("Administration", reverse("rules:administration"))]
