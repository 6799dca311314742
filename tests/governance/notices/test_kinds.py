"""Every kind of notice: registered, and deciding about each field of each record it reads."""

import pytest

from governance.models import Notice
from governance.notices.kinds.registry import KINDS
from governance.notices.subjects import DECIDING, SUBJECTS

SOURCES = [
    pytest.param(source, id=f"{code}-{source.model.__name__}")
    for code, kind in KINDS.items()
    for source in kind.sources
]


def test_every_kind_with_a_subject_is_registered_and_no_other():
    assert set(KINDS) == set(Notice.Kind) == {kind for kinds in SUBJECTS.values() for kind in kinds}


def test_those_that_decide_are_those_that_open_windows():
    assert [code for code, kind in KINDS.items() if kind.decides] == DECIDING


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_goes_by_its_own_code(code):
    assert KINDS[code].code == code == Notice.Kind(code)


@pytest.mark.parametrize("source", SOURCES)
def test_somebody_has_decided_of_every_field_whether_it_is_published(source):
    """A field added to a record goes into `published` or `not_published` of the kinds' sources."""
    fields = {field.name for field in source.model._meta.concrete_fields}
    assert source.published | source.not_published == fields
    assert source.published.isdisjoint(source.not_published)
