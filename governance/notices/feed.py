"""The Atom feed of notices: one entry a notice, under its lasting address, made from its snapshot.

What an entry says does not depend on the clock, so that it changes only when the notice does.
"""

import hashlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from governance.calendar import words
from governance.calendar.local_time import in_london
from governance.called_in.requests import asked_of
from governance.councils.models import Council
from governance.notices.kinds.registry import heading, present
from governance.notices.models import Notice, NoticeVersion
from governance.notices.standing import windows_by_notice
from governance.notices.states import State

ENTRIES = 50


@login_not_required
@require_safe
def feed(request: HttpRequest, council: str = "") -> HttpResponse:
    """The newest notices of one council or of all, the same for everybody; with an ETag."""
    # A feed is passed on: whoever asks, it holds what the public may read.
    stranger = AnonymousUser()
    notices = Notice.objects.visible_to(stranger).select_related("council")
    title = "Notices"
    if council:
        found = get_object_or_404(Council.objects.visible_to(stranger), slug=council)
        notices, title = notices.filter(council=found), f"Notices of {found.name}"
    newest = list(notices.order_by("-published_at", "-pk")[:ENTRIES])
    content = _atom(title, request.path, newest, _versions(newest))
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    answer = HttpResponse(content, content_type="application/atom+xml; charset=utf-8")
    answer["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _versions(notices: list[Notice]) -> dict[int, NoticeVersion]:
    """Return the newest version of each notice; those withdrawn have no text to tell."""
    rows = NoticeVersion.objects.visible_to(AnonymousUser()).filter(notice__in=notices)
    newest = rows.order_by("notice", "-number").distinct("notice")
    return {version.notice_id: version for version in newest}


def _atom(
    title: str, path: str, notices: list[Notice], versions: dict[int, NoticeVersion]
) -> bytes:
    address = settings.SITE_URL + path
    atom = Atom1Feed(
        title=title, link=settings.SITE_URL + reverse("notices:index"), description=title,
        language="en-GB", feed_url=address, feed_guid=address,
    )  # fmt: skip
    frozen = _frozen(notices)
    for notice in notices:
        version = versions.get(notice.pk)
        if notice.published_at and (version or notice.withdrawn_at):
            atom.add_item(**_entry(notice, version, frozen.get(notice.pk, [])))
    text: str = atom.writeString("utf-8")
    return text.encode()


def _frozen(notices: list[Notice]) -> dict[int, list[datetime]]:
    """Return, by notice, the moments at which call-ins of its decisions were requested.

    They are facts of the record, not of the clock: the entry changes when one comes about.
    """
    found: dict[int, list[datetime]] = {}
    for notice, windows in windows_by_notice(notices).items():
        before = [asked_of(window) for window in windows]
        called = [getattr(window, "called_in", None) for window in windows]
        waiting = [one.waiting_since for one in before if one and one.waiting_since]
        found[notice] = sorted([*waiting, *(one.received_at for one in called if one)])
    return found


def _entry(notice: Notice, version: NoticeVersion | None, frozen: list[datetime]) -> dict[str, Any]:
    page = settings.SITE_URL + reverse("notices:detail", args=[notice.council.slug, notice.slug])
    facts: dict[str, Any] = {
        "link": page,
        "unique_id": page,
        "pubdate": _local(notice.published_at),
    }
    facts |= {"author_name": notice.council.name, "categories": [notice.get_kind_display()]}
    if version is None or notice.state == State.WITHDRAWN:
        at = notice.withdrawn_at
        said = f"Withdrawn{f' on {words.day(at)}' if at else ''}. {notice.withdrawn_reason}"
        return facts | {
            "title": notice.title,
            "description": said.strip(),
            "updateddate": _local(at),
        }
    return facts | {
        "title": heading(version.snapshot),
        "description": _said(version, frozen),
        "updateddate": _local(max([version.published_at, *frozen])),
    }


def _local(at: datetime | None) -> datetime | None:
    return in_london(at) if at else None


def _said(version: NoticeVersion, frozen: list[datetime]) -> str:
    """Return when it was published, why it was corrected, and when call-in closes or was asked."""
    notice = present(version.snapshot)
    said = [f"{notice['kind']}. Published {notice['published']}."]
    if reason := notice["correction"].get("reason"):
        said.append(f"Corrected: {reason}")
    for closing in notice.get("closings", []):
        where = f" at {closing['council']}" if closing["council"] else ""
        said.append(f"Call-in{where} closes: {closing['ends']}.")
    said += [f"A call-in was requested on {words.day(at)}." for at in frozen]
    return " ".join(said)
