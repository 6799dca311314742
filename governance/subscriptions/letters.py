"""What subscribers are written; of a notice only what it published to everybody."""

from django.urls import reverse

from governance.calendar import words
from governance.messages.letters import Letter, Line
from governance.notices.kinds.registry import heading
from governance.notices.models import Notice, NoticeVersion
from governance.subscriptions.models import Subscription
from governance.subscriptions.tokens import confirm_address, manage_address


def confirmation(subscription: Subscription) -> tuple[str, Letter]:
    """Return the subject and letter that ask whoever owns an address whether they meant it."""
    paragraphs = (
        f"Somebody asked that this address be told by e-mail about {subscription.topic}.",
        "If it was you, open this page and confirm.",
        "If it was not, do nothing: the address is erased after seven days.",
    )
    link = Line("Confirm that you want these e-mails", confirm_address(subscription))
    return "Confirm your e-mail updates", Letter(paragraphs, links=(link,))


def already(subscription: Subscription) -> tuple[str, Letter]:
    """Return what is written to an address that follows it already, and asked again."""
    paragraphs = (f"You asked to be told about {subscription.topic}. You are told already.",)
    link = Line("See and end what you follow", manage_address(subscription.email))
    return "Your e-mail updates", Letter(paragraphs, links=(link,))


def of_notice(
    notice: Notice, version: NoticeVersion | None, subscription: Subscription
) -> tuple[str, Letter]:
    """Return what a subscriber is told of a publication, a correction or a withdrawal (None)."""
    council = notice.council.name
    if version is None:
        name, on = notice.title, notice.withdrawn_at
        subject = f"Withdrawn: {name}"
        when = f" on {words.day(on)}" if on else ""
        paragraphs = [f"{council} withdrew a notice{when}: {name}.", notice.withdrawn_reason]
    else:
        name = heading(version.snapshot)
        kind = words.uncapitalised(notice.get_kind_display())
        corrected = bool(version.reason)
        subject = f"{'Corrected' if corrected else 'Published'}: {name}"
        verb = "corrected" if corrected else "published"
        paragraphs = [f"{council} {verb} a {kind} on {words.day(version.recorded_at)}: {name}."]
        if corrected:
            paragraphs.append(f"What was corrected: {version.reason}")
    page = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    links = (
        Line("Read it", page),
        Line("See and end what you follow", manage_address(subscription.email)),
    )
    closing = (f"You are told because you follow {subscription.topic}.",)
    return subject, Letter(tuple(paragraphs), links=links, closing=closing)
