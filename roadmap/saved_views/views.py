"""One's own views of a roadmap: the list, saving one, letting one go."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from governance.errors import Refused
from governance.pages.sentences import PlainSentences
from governance.people.permissions import signed_in
from roadmap.items import filters
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.saved_views import actions
from roadmap.saved_views.models import PAGES, SavedView
from roadmap.saved_views.rules import kept_query

ADDRESSES = {
    "table": "items:table", "timeline": "timelines:timeline", "board": "timelines:board",
    "changes": "changes:changes",
}  # fmt: skip
# What each page asks for beside the filter.
MORE = {"timeline": ("by",), "changes": ("since_day", "since_month", "since_year")}


class NameForm(PlainSentences, forms.Form):
    name = forms.CharField(label="Name of the view", max_length=80)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, slug: str) -> HttpResponse:
    """List one's views; `page` and a filter in the address offer to save that one."""
    partnership, by = partnership_of(request, slug), signed_in(request)
    page = request.GET.get("page", "")
    page = page if page in PAGES else ""
    asked = filters.read(request.GET, councils_of(partnership))
    query = kept_query(request.GET.dict(), (*filters.NAMES, *MORE.get(page, ())))
    said = filters.in_words(asked, councils_of(partnership))
    form = NameForm(request.POST or None, initial={"name": said[:80]})
    if request.method == "POST" and page and form.is_valid():
        try:
            actions.save(partnership, name=form.cleaned_data["name"], page=page, query=query, by=by)
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, f"Saved as “{form.cleaned_data['name']}”.")
            return redirect("saved_views:mine", slug=slug)
    found = SavedView.objects.visible_to(by).filter(partnership=partnership).order_by("name")
    context = {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [("ICT roadmap", reverse("items:table", args=[slug]))],
        "rows": [(view, reverse(ADDRESSES[view.page], args=[slug])) for view in found],
        "saving": PAGES.get(page, ""),
        "said": said,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "roadmap/saved_views/mine.html", context, status=status)


@require_POST
def let_go(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove one of one's own views."""
    found = SavedView.objects.visible_to(signed_in(request)).filter(partnership__slug=slug)
    view = get_object_or_404(found, pk=pk)
    actions.let_go(view)
    messages.success(request, f"“{view.name}” was let go.")
    return redirect("saved_views:mine", slug=slug)
