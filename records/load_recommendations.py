"""Loaders of what scrutiny recommended, what each council answered, and what came of it."""

from typing import Any

from governance.models import Council
from records.load_people import body_of
from records.loading import Loading, Row, find, known
from scrutiny.models import Closing, Progress, Recommendation, Response, Review
from scrutiny.recommendations.duties import keep_duties


def recommendations(loading: Loading, row: Row) -> None:
    """The recommendations of a review, each known by its number and the body that added it.

    `answers` are those that each meeting gave to several of them; `progress` and `closings` stand
    with each recommendation.
    """
    review = find(Review, slug=row.pop("review"))
    made = {}
    for place, said in enumerate(row.pop("list"), start=1):
        one = _recommendation(loading, review, place, said)
        made[one.number, one.added_by_id is not None] = one
    for said in row.pop("answers", []):
        _answers(loading, made, said)
    keep_duties(review, by=loading.by)


def _recommendation(loading: Loading, of: Review, place: int, said: Row) -> Recommendation:
    if added := said.pop("added_by", None):
        said["added_by"] = body_of(find(Council, slug=added["council"]), added["body"])
    own = {"review": of, "number": said["number"], "added_by": said.get("added_by")}
    progress, closings = said.pop("progress", []), said.pop("closings", [])
    if known(Recommendation, **own):
        return find(Recommendation, **own)
    made = loading.make(Recommendation(review=of, position=place, **said))
    for one in progress:
        loading.make(Progress(recommendation=made, **_dated(one)))
    for one in closings:
        loading.make(Closing(recommendation=made, **_dated(one)))
    return made


def _dated(row: Row) -> Row:
    council = find(Council, slug=row.pop("council"))
    if slug := row.pop("body", None):
        row["body"] = body_of(council, slug)
    on = row.pop("date")
    return row | {"council": council, "on": on}


def _answers(loading: Loading, made: dict[Any, Recommendation], said: Row) -> None:
    council = find(Council, slug=said.pop("council"))
    if slug := said.pop("body", None):
        said["body"] = body_of(council, slug)
    said["answered_on"] = said.pop("date")
    for number in said.pop("to"):
        one = made[number, False]
        settles = said.get("settles", True)
        if not known(Response, recommendation=one, council=council, settles=settles):
            loading.make(Response(recommendation=one, council=council, **said))
