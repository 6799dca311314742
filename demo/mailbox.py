"""Reading the mail that the demo sent, which went to nobody."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings

MOST = 50


@dataclass(frozen=True)
class Mail:
    number: int
    to: str
    subject: str
    sent_at: datetime | None
    text: str


def folder() -> Path:
    return Path(settings.DATA_DIR) / "mail"


def newest() -> list[Mail]:
    """Return the newest mails, the newest first."""
    files = sorted(folder().glob("*.eml"), reverse=True)[:MOST]
    return [_read(file) for file in files]


def mail(number: int) -> Mail | None:
    """Return one mail by its number; None where there is none."""
    file = folder() / f"{number}.eml"
    return _read(file) if file.exists() else None


def _read(file: Path) -> Mail:
    found: EmailMessage = message_from_bytes(file.read_bytes(), policy=policy.default)
    text = found.get_body(("plain",))
    return Mail(
        number=int(file.stem),
        to=str(found["To"]),
        subject=str(found["Subject"]),
        sent_at=parsedate_to_datetime(found["Date"]) if found["Date"] else None,
        text=str(text.get_content()) if text else "",
    )
