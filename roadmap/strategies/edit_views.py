"""Beginning a strategy, describing and publishing its versions, and recording who adopted them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.issues.models import Issue
from governance.people.permissions import signed_in
from roadmap.editing import answered, changes_of, first_of, only_editors
from roadmap.partnerships.finding import partnership_of
from roadmap.strategies import actions
from roadmap.strategies.facts import content_of
from roadmap.strategies.finding import crumbs_of, own, strategy_of, version_of
from roadmap.strategies.forms import AdoptionForm, StrategyForm, VersionForm
from roadmap.strategies.models import Adoption, StrategyVersion
from roadmap.strategies.rules import missing


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, partnership: str) -> HttpResponse:
    """Begin a strategy with a first draft version."""
    whole = partnership_of(request, partnership)
    only_editors(request, whole)
    issues = Issue.objects.visible_to(request.user).filter(partnership=whole).order_by("title")
    back = reverse("strategies:index", args=[whole.slug])
    return answered(
        request,
        StrategyForm(request.POST or None, issues=issues),
        lambda form: actions.begin(
            whole, changes_of(form)[0], label="First draft", by=signed_in(request)
        ),
        to=lambda strategy: reverse("strategies:parts", args=[*own(strategy), 1, "sections"]),
        said="Begun. Now write its sections.",
        shown={
            "heading": "Begin a strategy",
            "press": "Begin the strategy",
            "back": back,
            "theme": whole,
            "crumbs": [("Strategies", back)],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """Title, and the matter under which the councils decide it."""
    strategy = strategy_of(request, partnership, slug)
    only_editors(request, strategy.partnership)
    issues = Issue.objects.visible_to(request.user).filter(partnership=strategy.partnership)
    first = first_of(strategy, StrategyForm)
    form = StrategyForm(request.POST or None, initial=first, issues=issues.order_by("title"))

    def save(form: StrategyForm) -> Any:
        said, seen = changes_of(form)
        return actions.change(strategy, said, seen=seen, by=signed_in(request))

    address = reverse("strategies:detail", args=own(strategy))
    shown = {"heading": "Change the strategy", "caption": strategy.title, "back": address,
             "theme": strategy.partnership, "crumbs": crumbs_of(strategy)}  # fmt: skip
    return answered(request, form, save, to=lambda _: address, shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """What a draft version says of itself."""
    version = _version(request, partnership, slug, number)
    form = VersionForm(request.POST or None, initial=first_of(version, VersionForm))

    def save(form: VersionForm) -> Any:
        said, seen = changes_of(form)
        return actions.describe(version, said, seen=seen, by=signed_in(request))

    shown = _around(version, f"Describe version {version.number}")
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """Say what publishing does and what is missing, and publish."""
    version = _version(request, partnership, slug, number, whole=True)
    address = reverse("strategies:version", args=own(version))
    refused = ""
    if request.method == "POST":
        try:
            actions.publish(version, at=timezone.now(), by=signed_in(request))
        except Refused as why:
            refused = str(why)
        else:
            messages.success(request, f"Published. Version {version.number} is the one that counts")
            return redirect(address)
    context = _around(version, f"Publish version {version.number}") | {
        "strategy": version.strategy,
        "version": version,
        "missing": missing(content_of(version)),
        "refused": refused,
        "has_errors": bool(refused),
    }
    status = 422 if refused else 200
    return render(request, "roadmap/strategies/publish.html", context, status=status)


@require_POST
def begin_next(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """Begin the next version as a copy of the newest."""
    strategy = strategy_of(request, partnership, slug)
    only_editors(request, strategy.partnership)
    try:
        begun = actions.begin_next(strategy, by=signed_in(request))
    except Refused as why:
        messages.warning(request, str(why))
        return redirect("strategies:detail", *own(strategy))
    messages.success(request, f"Version {begun.number} is begun, as a copy. Change what differs.")
    return redirect("strategies:version", *own(begun.strategy), begun.number)


@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """Record that a council adopted a version."""
    version = _version(request, partnership, slug, number)
    form = AdoptionForm(request.POST or None, **_choices(request, version))

    def save(form: AdoptionForm) -> Any:
        said, names, _ = form.said()
        return actions.adopt(version, said, names[0], by=signed_in(request))

    shown = _around(version, "Record that a council adopted it")
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def adoption(
    request: HttpRequest, partnership: str, slug: str, number: int, pk: int
) -> HttpResponse:
    """Change by which decision a council adopted a version, and what it replaced."""
    version = _version(request, partnership, slug, number)
    held = _adoption(request, version, pk)
    names = ("decision", "on", "note", "is_illustrative")
    first: dict[str, Any] = {name: getattr(held, name) for name in names}
    first |= {"council": held.council_id, "seen": revision_of(held)}
    first["replaced"] = "\n".join(sorted(row.name for row in held.replaced.all()))
    first["replaced_seen"] = first["replaced"]
    form = AdoptionForm(request.POST or None, initial=first, **_choices(request, version))
    # One line is one council's: another council's adoption is a line of its own.
    form.fields["council"].disabled = True

    def save(form: AdoptionForm) -> Any:
        said, names, seen = form.said()
        return actions.change_adoption(held, said, names, seen=seen, by=signed_in(request))

    shown = _around(version, f"How {held.council.short_name} adopted it") | {
        "further": reverse("strategies:take_back", args=[*own(version), pk]),
        "further_words": "Take it away: it was recorded by mistake",
    }
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(
    request: HttpRequest, partnership: str, slug: str, number: int, pk: int
) -> HttpResponse:
    """Ask before an adoption is taken away, and take it away."""
    version = _version(request, partnership, slug, number)
    held = _adoption(request, version, pk)
    shown = _around(version, f"Take away that {held.council.short_name} adopted it")
    if request.method == "POST":
        actions.take_back_adoption(held, by=signed_in(request))
        messages.success(request, "Taken away. Its history stays.")
        return redirect(shown["back"])
    return render(request, "roadmap/strategies/take_back.html", shown | {"adoption": held})


def _adoption(request: HttpRequest, version: StrategyVersion, pk: int) -> Adoption:
    found = Adoption.objects.visible_to(request.user).select_related("council", "version__strategy")
    return get_object_or_404(found.prefetch_related("replaced"), version=version, pk=pk)


def _choices(request: HttpRequest, version: StrategyVersion) -> dict[str, Any]:
    whole, issue = version.strategy.partnership, version.strategy.issue
    councils = Council.objects.visible_to(request.user).filter(memberships__partnership=whole)
    decisions = Decision.objects.visible_to(request.user).filter(issue=issue)
    decisions = decisions if issue else decisions.none()
    decisions = decisions.select_related("council", "item__meeting__body").prefetch_related(
        "item__meeting__body__councils"
    )
    return {
        "councils": councils.distinct().order_by("short_name"),
        "decisions": decisions.order_by("made_on", "pk"),
    }


def _version(
    request: HttpRequest, partnership: str, slug: str, number: int, *, whole: bool = False
) -> StrategyVersion:
    version = version_of(request, partnership, slug, number, whole=whole)
    only_editors(request, version.strategy.partnership)
    return version


def _around(version: StrategyVersion, heading: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "caption": f"{version.strategy.title}, version {version.number}",
        "back": reverse("strategies:version", args=own(version)),
        "theme": version.strategy.partnership,
        "crumbs": crumbs_of(version),
    }
