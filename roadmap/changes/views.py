"""What changed on the roadmap since a day that the reader chooses."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.calendar.local_time import LONDON
from governance.pages.download import as_csv
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from roadmap.changes.reading import ItemChanges, since
from roadmap.items import filters
from roadmap.items.models import Item, Rollout
from roadmap.partnerships.finding import councils_of, partnership_of

ITEMS_A_PAGE = 25
USUAL = 28
NEAR = ((7, "a week ago"), (28, "four weeks ago"), (91, "three months ago"))
COLUMNS = ["Item", "What", "Change", "Was", "Is now"]


class SinceForm(PlainSentences, forms.Form):
    since = DayMonthYearField(label="Changed since the beginning of", required=False, called="Day")


@login_not_required
@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """Items with what changed of each since a day, as a page or as CSV."""
    partnership = partnership_of(request, slug)
    councils, today = councils_of(partnership), timezone.localdate()
    form, day = _day(request, today)
    every = Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)
    asked = filters.read(request.GET, councils)
    rollouts = filters.apply(asked, every).select_related("council")
    items = Item.objects.visible_to(request.user).filter(partnership=partnership)
    if asked:
        items = items.filter(pk__in=rollouts.order_by().values("item"))
    moment = datetime.combine(day, time.min, tzinfo=LONDON)
    ordered = items.order_by("position", "pk")
    told, moved = since(moment, request.user, ordered, rollouts, all_=not asked)
    if request.GET.get("format") == "csv":
        return as_csv("roadmap-changes.csv", COLUMNS, _cells(told))
    page = Paginator(told, ITEMS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [(partnership.short_name, reverse("partnerships:hub", args=[slug]))],
        "form": form,
        "day": day,
        "told": moved,
        "page": page,
        "filter": asked,
        "choices": filters.choices(partnership, every, asked),
        "said": filters.in_words(asked, councils),
        "near": [(words, _boxes(today - timedelta(days=days))) for days, words in NEAR],
        "query": asked.query(),
        "asked": asked.query(**_boxes(day)),
        "today": today,
    }
    status = 422 if form.errors else 200
    return render(request, "roadmap/changes/changes.html", context, status=status)


def _day(request: HttpRequest, today: date) -> tuple[SinceForm, date]:
    """Return the form and the day asked for; four weeks ago where none, or no sound one, was."""
    usual = today - timedelta(days=USUAL)
    if not any(request.GET.get(f"since_{part}") for part in ("day", "month", "year")):
        return SinceForm(initial={"since": usual}), usual
    form = SinceForm(request.GET)
    day: date | None = form.cleaned_data["since"] if form.is_valid() else None
    if day and day > today:
        form.add_error("since", "That day is still to come. Choose one in the past.")
        day = None
    return form, day or usual


def _boxes(day: date) -> dict[str, Any]:
    return {"since_day": day.day, "since_month": day.month, "since_year": day.year}


def _cells(told: list[ItemChanges]) -> list[list[object]]:
    cells: list[list[object]] = []
    for one in told:
        title = one.item.title
        if one.is_new:
            cells.append([title, "The item", "New on the roadmap", "", ""])
        for row in one.rows:
            if row.is_new or row.is_gone:
                cells.append([title, row.name, "New" if row.is_new else "Removed", "", ""])
            cells += [[title, row.name, d.words, d.was, d.now] for d in row.differences]
    return cells
