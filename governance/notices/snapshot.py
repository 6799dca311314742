"""What a notice fixes when it is published, and its fingerprint.

Around what its kind publishes: whose it is, when and where, and what it says of itself. All of it
is an allow-list: a field added to a record later cannot leak.
"""

import hashlib
import json
from typing import Any

from governance.notices.kinds.registry import kind_of
from governance.notices.models import Notice
from governance.notices.publication import Publication

SCHEMA = "concordat notice 1"
OF_A_COUNCIL = (
    *("name", "short_name", "brand_colour", "link_colour", "surface_colour"),
    *("contact_name", "contact_email", "contact_phone"),
)


def fingerprint(snapshot: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) of the snapshot as `canonical` bytes."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def canonical(snapshot: dict[str, Any]) -> bytes:
    """Return the one byte form of a snapshot: UTF-8 JSON, sorted keys, no spaces."""
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def snapshot_of(notice: Notice, publication: Publication) -> dict[str, Any]:
    """Return the public facts of `notice`, published so, as plain JSON values."""
    council = notice.council
    return {
        "schema": SCHEMA,
        "address": publication.address,
        "code": notice.kind,
        "kind": notice.get_kind_display(),
        "title": notice.title,
        "illustrative": notice.is_illustrative,
        "version": publication.number,
        "published_at": publication.published_at.isoformat(),
        "correction": publication.correction,
        "gaps": publication.gaps,
        "council": {name: getattr(council, name) for name in OF_A_COUNCIL},
        "part_of": council.part_of,
    } | kind_of(notice).facts(notice, publication)
