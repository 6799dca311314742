"""Writing reviews and their parts, and moving them from step to step."""

import hashlib
from datetime import date
from typing import Any, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.text import slugify

from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.history.ordering import next_place
from governance.people.models import User
from scrutiny.reviews import receipt_actions, rules
from scrutiny.reviews.content import held, with_content
from scrutiny.reviews.models import Commission, Finding, LineOfEnquiry, ReportSection, Review
from scrutiny.reviews.papers import Appendix, Evidence
from scrutiny.reviews.states import State, check_move
from scrutiny.reviews.tasks import queue_pdf

PartModel = TypeVar("PartModel", bound=models.Model)
# What the report says; papers stay open, as an exemption may be lifted or found too late.
OF_THE_REPORT = (LineOfEnquiry, ReportSection, Finding)


@transaction.atomic
def begin(said: dict[str, Any], *, by: User) -> Review:
    """Begin a review from fields of Review, under an address made from its title."""
    stem = slugify(said["title"])[:110].strip("-") or "review"
    # "new" is the address of the form that begins one.
    taken = {"new", *Review.objects.filter(slug__startswith=stem).values_list("slug", flat=True)}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    slug = stem if stem not in taken else next(s for s in numbered if s not in taken)
    return write(Review(slug=slug, **said), by=by, because="Began the review")


@transaction.atomic
def change(review: Review, changes: dict[str, Any], *, seen: int, by: User) -> Review:
    """Write what a review says of itself; see `history.actions.write_seen` for two at once."""
    changed = write_seen(review, changes, seen=seen, by=by, because="Changed the review")
    receipt_actions.keep_all(changed, by=by)
    _made_anew(changed)
    return changed


def held_open(review: Review, kind: type[models.Model]) -> Review:
    """Return `review` locked; Refused where its report stands and parts of `kind` are in it.

    Everything that writes a part asks this first, inside a transaction.
    """
    locked = Review.objects.select_for_update().get(pk=review.pk)
    if locked.has_reported and issubclass(kind, OF_THE_REPORT):
        raise Refused(
            "The report stands as it was agreed, so what it says is not changed. To correct it, "
            "move the review back to writing the report and say why."
        )
    return locked


@transaction.atomic
def add(
    review: Review, part: PartModel, among: "models.QuerySet[Any]", *,
    file: "UploadedFile[Any] | None" = None, by: User,
) -> PartModel:  # fmt: skip
    """Write a new part of a review, after the last of those it stands `among`."""
    held_open(review, type(part))
    if isinstance(part, Commission):
        if review.commissions.filter(body=part.body).exists():
            raise Refused(f"{part.body.name} is recorded already as having asked for it.")
    else:
        part.position = next_place(among)  # type: ignore[attr-defined]
    if file is not None and isinstance(part, (Evidence, Appendix)):
        for name, value in _kept(part, file).items():
            setattr(part, name, value)
    write(part, by=by, because=f"Added: {part._meta.verbose_name}")
    _made_anew(review)
    return part


@transaction.atomic
def change_part(
    review: Review, part: PartModel, changes: dict[str, Any], *, seen: int,
    file: "UploadedFile[Any] | None" = None, by: User,
) -> PartModel:  # fmt: skip
    """Write a part of a review, with another file where one is given; raises as `held_open`."""
    held_open(review, type(part))
    if file is not None and isinstance(part, (Evidence, Appendix)):
        changes = changes | _kept(part, file)
    because = f"Changed: {part._meta.verbose_name}"
    changed = write_seen(part, changes, seen=seen, by=by, because=because)
    _made_anew(review)
    return changed


def _kept(paper: Evidence | Appendix, file: "UploadedFile[Any]") -> dict[str, Any]:
    """Keep a checked file under a name that tells nothing of it; return the fields that say so."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    name = paper.file.storage.save(f"scrutiny/{paper.public_id}.pdf", file)
    return {"file": name, "size": file.size or 0, "sha256": digest.hexdigest()}


@transaction.atomic
def move(review: Review, to: State, *, on: date | None = None, because: str, by: User) -> Review:
    """Take a review a step further (or back); `on` is the day that the report was agreed.

    Raises Refused, saying everything that is missing, when the step may not be taken.
    """
    Review.objects.select_for_update().get(pk=review.pk)
    locked: Review = with_content(Review.objects.filter(pk=review.pk)).get()
    old = State(locked.state)
    check_move(old, to)
    if rules.needs_reason(old, to) and not because.strip():
        raise Refused("Say why, in words that can be published.")
    if wanting := rules.missing(to, held(locked)):
        raise Refused(" ".join(wanting))
    if to == State.REPORTED:
        if on is None:
            raise Refused("Say on which day the report was agreed.")
        locked.reported_on, locked.edition = on, locked.edition + 1
    locked.state, locked.state_reason = to, because.strip()
    write(locked, by=by, because=because.strip() or f"{old.label}: now {to.label.lower()}")
    _made_anew(locked)
    return locked


@transaction.atomic
def publish(review: Review, *, by: User) -> Review:
    """Let everybody read a review, and its receipts stand in the history of its matter."""
    locked = Review.objects.select_for_update().get(pk=review.pk)
    if locked.is_published:
        raise Refused("This review is published already.")
    locked.is_published = True
    write(locked, by=by, because="Published")
    receipt_actions.keep_all(locked, by=by)
    return locked


def _made_anew(review: Review) -> None:
    """Ask for the PDF of a report that stands; the same content makes no new one."""
    if review.has_reported:
        transaction.on_commit(lambda: queue_pdf(review.pk))
