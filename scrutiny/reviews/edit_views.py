"""Beginning a review, describing it, its next step, and publishing it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from governance.councils.models import Council
from governance.errors import Refused
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability
from roadmap.editing import answered, changes_of, first_of
from scrutiny.reviews import actions, permissions
from scrutiny.reviews.finding import crumbs_of, editable
from scrutiny.reviews.forms import MoveForm, ReviewForm
from scrutiny.reviews.models import Review
from scrutiny.reviews.states import NEXT, State

SAYS = {
    State.SCOPED: "The scope is agreed",
    State.GATHERING: "Gather evidence",
    State.REPORTING: "Write the report",
    State.REPORTED: "The report is agreed: it stands as it is, and its PDF is made",
    State.MONITORING: "Watch what comes of it",
    State.CLOSED: "Close it: nothing of it is watched any more",
    State.STOPPED: "Stop it",
    State.PROPOSED: "Take it up again",
}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Propose a review; it is a draft until it is published."""
    if not permissions.can_begin(request.user):
        raise PermissionDenied("Only scrutiny officers begin reviews.")
    return answered(
        request,
        ReviewForm(request.POST or None, councils=councils_kept(request)),
        lambda form: actions.begin(changes_of(form)[0], by=signed_in(request)),
        to=lambda review: reverse("reviews:detail", args=[review.slug]),
        said="Begun, as a draft. Its page says what the next step needs.",
        shown={
            "heading": "Begin a review", "press": "Begin the review",
            "back": reverse("reviews:index"), "crumbs": crumbs_of(),
        },
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Topic, councils, task group, scope and days."""
    review = editable(request, slug)
    first, councils = first_of(review, ReviewForm), councils_kept(request, review.lead_council_id)
    form = ReviewForm(request.POST or None, initial=first, councils=councils)

    def save(form: ReviewForm) -> Any:
        said, seen = changes_of(form)
        return actions.change(review, said, seen=seen, by=signed_in(request))

    shown = around(review, "Change the review")
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """The next step, or a step back."""
    review = editable(request, slug)
    steps = NEXT[State(review.state)]
    form = MoveForm(request.POST or None, steps=steps, today=timezone.localdate())
    form.fields["to"].choices = [(step.value, SAYS[step]) for step in steps]  # type: ignore[attr-defined]

    def save(form: MoveForm) -> Any:
        said = form.cleaned_data
        return actions.move(
            review, State(said["to"]), on=said.get("on"), because=said["because"],
            by=signed_in(request),
        )  # fmt: skip

    lead = f"It is “{review.get_state_display()}” now."
    shown = around(review, "What becomes of the review") | {"lead": lead}
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Let everybody read the review."""
    review = editable(request, slug)
    try:
        actions.publish(review, by=signed_in(request))
    except Refused as why:
        messages.warning(request, str(why))
    else:
        messages.success(request, "Published. Everybody can read it now.")
    return redirect("reviews:detail", slug=review.slug)


def around(review: Review, heading: str) -> dict[str, Any]:
    """Return what pages/form.html shows around a form about a review."""
    return {
        "heading": heading,
        "caption": review.title,
        "back": reverse("reviews:detail", args=[review.slug]),
        "theme": review.partnership or review.lead_council,
        "crumbs": crumbs_of(review),
    }


def councils_kept(request: HttpRequest, more: int | None = None) -> Any:
    """Return the councils whose reviews the visitor keeps, and the one of id `more`."""
    seats = seats_of(request.user)
    own = Q(pk__in=seats.councils(Ability.EDIT_SCRUTINY)) | Q(pk=more)
    own |= Q(memberships__partnership__in=seats.partnerships(Ability.EDIT_SCRUTINY))
    return Council.objects.visible_to(request.user).filter(own).distinct()
