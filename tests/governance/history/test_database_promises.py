"""No governed row without its history, and no history altered: asked of every governed table."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from simple_history.models import registered_models

pytestmark = pytest.mark.django_db

GOVERNED = sorted(
    (m for m in apps.get_models() if any(m is known for known in registered_models.values())),
    key=lambda m: m._meta.label,
)


def refused_at_commit():
    """Run the deferred checks now, as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def triggers_on(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
            [table],
        )
        return {name for (name,) in cursor.fetchall()}


def test_there_are_governed_models():
    assert len(GOVERNED) >= 20


@pytest.mark.parametrize("model", GOVERNED, ids=lambda m: m._meta.label)
def test_every_governed_table_has_its_guards(model):
    assert triggers_on(model._meta.db_table) >= {"concordat_governed", "concordat_not_truncated"}
    assert "concordat_append_only" in triggers_on(model.history.model._meta.db_table)


@pytest.mark.parametrize("model", GOVERNED, ids=lambda m: m._meta.label)
def test_truncate_is_refused(model):
    with pytest.raises(DatabaseError, match="is refused"), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {model._meta.db_table} CASCADE")


@pytest.mark.parametrize("model", GOVERNED, ids=lambda m: m._meta.label)
@pytest.mark.parametrize(
    "what", ["UPDATE {} SET history_type = '~'", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_history_cannot_be_altered(model, what):
    table = model.history.model._meta.db_table
    refusal = pytest.raises(DatabaseError, match="history cannot be altered")
    with refusal, connection.cursor() as cursor:
        cursor.execute(what.format(table))
