"""Sending through GOV.UK Notify: one template there, whose subject and body are ours."""

from typing import Any

import requests
from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from governance.messages.letters import Letter, address_of, in_notify_words
from governance.messages.models import Message
from governance.messages.rules import Ending
from governance.messages.transport import HandOver, NotSentError

# Notify answers these to a message that it will never take.
FOR_GOOD = (400, 413)
NEVER_REACHED = (requests.ConnectTimeout, requests.exceptions.SSLError)


class Notify:
    """The service of NOTIFY_API_KEY. It can be asked what it took, so no copy too many is sent."""

    def __init__(self) -> None:
        self._client = NotificationsAPIClient(
            settings.NOTIFY_API_KEY,
            base_url=settings.NOTIFY_URL,
            timeout=settings.EMAIL_TIMEOUT,
        )

    def send(self, message: Message, hand_over: HandOver) -> str:
        reference = reference_of(message)
        if message.doubts and (taken := self._taken(reference)):
            return taken
        if not hand_over():
            raise NotSentError(Ending.NOT_SENT, "Somebody else sends it.")
        try:
            answer = self._client.send_email_notification(
                email_address=message.to,
                template_id=settings.NOTIFY_TEMPLATE_ID,
                personalisation={
                    "subject": message.subject,
                    "body": in_notify_words(Letter.from_json(message.letter)),
                },
                reference=reference,
                one_click_unsubscribe_url=(
                    address_of(message.unsubscribe) if message.unsubscribe else None
                ),
            )
        except APIError as error:
            ending = _ending_of(error)
            raise NotSentError(
                ending, f"GOV.UK Notify: {error}", is_blocked=ending is not Ending.REFUSED
            ) from error
        return str(answer["id"])

    def close(self) -> None:
        self._client.request_session.close()

    def _taken(self, reference: str) -> str:
        """Return what Notify called a message that it took before we knew; blank if it did not."""
        try:
            found: dict[str, Any] = self._client.get_all_notifications(reference=reference)
        except APIError as error:
            raise NotSentError(
                Ending.NOT_SENT, f"GOV.UK Notify could not say whether it has it: {error}"
            ) from error
        return str(found["notifications"][0]["id"]) if found["notifications"] else ""


def reference_of(message: Message) -> str:
    """Return the name by which Notify knows a message of ours."""
    return f"concordat-message-{message.pk}"


def _ending_of(error: APIError) -> Ending:
    if error.response is not None:
        return Ending.REFUSED if error.status_code in FOR_GOOD else Ending.NOT_SENT
    cause = error.__cause__
    unreached = isinstance(cause, NEVER_REACHED) or "NewConnectionError" in repr(cause)
    return Ending.NOT_SENT if unreached else Ending.IN_DOUBT
