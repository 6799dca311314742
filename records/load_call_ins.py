"""Loaders of who hears call-ins, who sits where, and a call-in that members are signing."""

from governance.calendar.local_time import local_day
from governance.call_in_windows.models import CallInWindow
from governance.models import Council, User
from records.load_people import body_of
from records.loading import Loading, Row, find, known, moment
from scrutiny.call_ins import actions
from scrutiny.call_ins.models import CallIn, CouncilMember, HearingBody


def hearing_body(loading: Loading, row: Row) -> None:
    """A scrutiny body that hears the call-ins of a council."""
    council = find(Council, slug=row.pop("council"))
    body = body_of(council, row.pop("body"))
    if not known(HearingBody, council=council, body=body):
        loading.make(HearingBody(council=council, body=body, **row))


def council_member(loading: Loading, row: Row) -> None:
    """A member's political group, and whether they are co-opted."""
    council, user = find(Council, slug=row.pop("council")), find(User, email=row.pop("email"))
    if not known(CouncilMember, council=council, user=user):
        loading.make(CouncilMember(council=council, user=user, **row))


def gathering_call_in(loading: Loading, row: Row) -> None:
    """A call-in of the newest live decision under `notice`, signed by some and not yet by enough.

    Begun once for each decision, while its window is open and none was begun since.
    """
    council, stem = find(Council, slug=row.pop("council")), row.pop("notice")
    signatures, begun = row.pop("signatures"), moment(row.pop("begun"), row.pop("begun_time"))
    windows = CallInWindow.objects.filter(
        council=council, version__notice__slug__regex=rf"^{stem}-\d{{4}}-\d\d-\d\d$",
        published_on__lte=local_day(begun), closes_at__gt=begun,
    )  # fmt: skip
    window = windows.order_by("-published_on", "-version__number").first()
    if window is None or CallIn.objects.filter(decision=window.decision, council=council).exists():
        return
    by = find(User, email=row.pop("begun_by"))
    illustrative = row.pop("is_illustrative")
    call_in = actions.begin(window, row, by=by, at=begun, is_illustrative=illustrative)
    for one in signatures:
        at = moment(one["on_day"], one["at"])
        member = find(User, email=one["email"])
        actions.sign(call_in, read=actions.text_of(call_in), by=member, at=at)
        loading.made += 1
