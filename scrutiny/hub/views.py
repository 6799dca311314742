"""Where scrutiny begins: what is due, and the way to reviews, recommendations and call-ins."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.calendar import words
from governance.duties import page as duties
from governance.duties.models import Duty
from scrutiny.call_ins import page as call_ins
from scrutiny.call_ins.models import CallIn
from scrutiny.reviews import tables as reviews
from scrutiny.reviews.models import Review

KINDS = (Duty.Kind.REVIEW, Duty.Kind.RESPONSE, Duty.Kind.CALL_IN)
MOST_SHOWN = 8
NOTHING_ASKED = dict.fromkeys(("council", "partnership", "state"), "")


@login_not_required
@require_safe
def hub(request: HttpRequest) -> HttpResponse:
    """What scrutiny waits for, the overdue first; the newest call-ins; the reviews."""
    now, user = timezone.now(), request.user
    today = timezone.localdate(now)
    waiting = Duty.objects.visible_to(user).waiting(today).filter(kind__in=KINDS)
    late = waiting.filter(due_on__lt=today).count()
    soonest = duties.with_sources(waiting).order_by("due_on", "pk")[:MOST_SHOWN]
    asked = CallIn.objects.visible_to(user).exclude(requested_at=None)
    newest = call_ins.with_all(asked).order_by("-requested_at", "-pk")[:MOST_SHOWN]
    found = reviews.filtered(Review.objects.visible_to(user), NOTHING_ASKED)[:MOST_SHOWN]
    context = {
        "late": late,
        "late_says": _says(late),
        "duties": duties.rows(soonest, today),
        "call_ins": call_ins.rows(newest, now),
        "reviews": reviews.rows(found, today),
    }
    return render(request, "scrutiny/hub/hub.html", context)


def _says(late: int) -> str:
    one, several = "answer, review or call-in", "answers, reviews or call-ins"
    return f"{words.counted(late, one, several)} {'is' if late == 1 else 'are'} overdue"
