"""What the database refuses of subscriptions and of what is still to be told."""

from governance.models import Issue, Subscription, Telling

CHANGED = {
    "subscription_is_to_a_council_or_an_issue": (
        Subscription, [{"council": None}, lambda rows: {"issue": rows[Issue]}],
    ),
}  # fmt: skip
COPIED = {
    "one_subscription_an_address_and_topic": (Subscription, [{"confirmed_at": None}]),
    "one_telling_a_notice_and_version": (Telling, [{"done_at": None}]),
}
