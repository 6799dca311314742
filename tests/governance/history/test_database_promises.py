"""No governed row without its history, and no history altered: asked of every governed table."""

from datetime import date, datetime

import pytest
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from governance.calendar.local_time import LONDON
from governance.history.actions import remove, write
from governance.history.models import Trace
from governance.models import (
    AgendaDuty,
    CallInRule,
    CallInWindow,
    Council,
    LocalClosure,
    NoticeFile,
    NoticeVersion,
    User,
)
from roadmap.models import Dashboard, DashboardFile, GateDuty, StrategyFile
from scrutiny.models import (
    CallInDuty,
    HearingBody,
    MonitoringFile,
    MonitoringReport,
    ReportFile,
    ResponseDuty,
)
from tests.factories.everything import GOVERNED, UNGOVERNED, one_of_each, really_committed
from tests.factories.people import a_user, made, the_clerk

pytestmark = pytest.mark.django_db
FROZEN = [
    *(CallInWindow, Dashboard, DashboardFile, NoticeFile, NoticeVersion),
    *(MonitoringFile, MonitoringReport, ReportFile, StrategyFile),
]
# A link has nothing but its two ends: there is nothing of it to alter.
LINKS = [AgendaDuty, CallInDuty, GateDuty, HearingBody, ResponseDuty]
ALTERABLE = [model for model in GOVERNED if model not in {*FROZEN, *LINKS}]
each_governed = pytest.mark.parametrize("model", GOVERNED, ids=lambda m: m.__name__)
each_alterable = pytest.mark.parametrize("model", ALTERABLE, ids=lambda m: m.__name__)
each_frozen = pytest.mark.parametrize("model", FROZEN, ids=lambda m: m.__name__)
NO_HISTORY = "was (written|deleted) without a history row"


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    """A committed row of each model, so that a test's transaction is not the one that made it."""
    with really_committed(django_db_blocker):
        yield one_of_each()


@pytest.fixture
def row(rows, model):
    return model._default_manager.get(pk=rows[model].pk)


def checks_of_a_commit():
    """Run the deferred checks now, as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(match):
    return pytest.raises(DatabaseError, match=match)


def triggers_on(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
            " AND tgenabled = 'O'",
            [table],
        )
        return {name for (name,) in cursor.fetchall()}


# Fields whose values have a form of their own.
NOT_FREE = {
    "password",
    "gss_code",
    "brand_colour",
    "link_colour",
    "surface_colour",
    "border_colour",
}


# Of a rule, only the day may change on which it ends.
ONLY_FREE = {CallInRule: {"to_on"}}


def a_change(row):
    """Return (field, value): another value that the row's own constraints allow."""
    others = [
        ((models.TextField, models.CharField), lambda old: f"{old}x"),
        (models.IntegerField, lambda old: (old or 0) + 1),
        (models.DateField, lambda _: date(2031, 1, 1)),
    ]
    plain = [
        f
        for f in row._meta.concrete_fields
        if not (f.primary_key or f.choices or f.is_relation or f.name in NOT_FREE)
        and f.name in ONLY_FREE.get(type(row), {f.name})
    ]
    for kinds, other in others:
        if found := [f for f in plain if isinstance(f, kinds)]:
            return found[0].attname, other(getattr(row, found[0].attname))
    raise AssertionError(row)


def a_copy_of(row):
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    return type(row)(**values | {"id": None})


def uniqueness_aside(model):
    """Drop, for one test, what would refuse a copy of a row before its guard is asked."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    for name, about in found.items():
        if about["unique"] and not about["primary_key"]:
            execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}" CASCADE')
            execute(f'DROP INDEX IF EXISTS "{name}"')
    for constraint in model._meta.constraints:
        if isinstance(constraint, ExclusionConstraint):
            execute(f'ALTER TABLE {table} DROP CONSTRAINT "{constraint.name}"')


def the_guard_alone():
    """Ask the guards as a commit would, and not the foreign keys, which may refuse as well."""
    execute("SET CONSTRAINTS concordat_governed IMMEDIATE")


def test_there_are_governed_models():
    assert len(GOVERNED) >= 20


def test_every_model_of_ours_is_governed_or_frozen():
    ours = {
        model
        for model in apps.get_models()
        if model.__module__.split(".")[0] in {"governance", "roadmap", "scrutiny"}
        and not issubclass(model, Trace)
    }
    assert ours == {*GOVERNED, *FROZEN, *UNGOVERNED}


def test_a_changed_call_in_rule_is_a_new_version(rows):
    rule = CallInRule.objects.get(pk=rows[CallInRule].pk)
    rule.terms = {"unit": "working_days", "count": 3}
    with refused("a changed rule is a new version"), transaction.atomic():
        made(rule)


@each_governed
def test_every_governed_table_has_its_guards(model):
    assert triggers_on(model._meta.db_table) >= {"concordat_governed", "concordat_not_truncated"}
    on_history = triggers_on(model.history.model._meta.db_table)
    assert on_history >= {"concordat_append_only", "concordat_stamped", "concordat_true"}


@each_frozen
def test_every_frozen_table_has_its_guard(model):
    assert "concordat_frozen" in triggers_on(model._meta.db_table)


@each_governed
def test_truncate_is_refused(model):
    with refused("is refused"):
        execute(f"TRUNCATE {model._meta.db_table} CASCADE")


@each_governed
@pytest.mark.parametrize(
    "what", ["UPDATE {} SET history_type = '~'", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_history_cannot_be_altered(model, what):
    with refused("history cannot be altered"):
        execute(what.format(model.history.model._meta.db_table))


def forge(row, **values):
    """Insert, by SQL, a copy of the newest history row of `row` with other values."""
    newest = row.history.latest()
    columns = {f.column: f'h."{f.column}"' for f in newest._meta.concrete_fields}
    del columns["history_id"]
    values = {"history_type": "~", "history_change_reason": "Forged"} | values
    table = newest._meta.db_table
    chosen = ", ".join("%s" if name in values else given for name, given in columns.items())
    given = [values[name] for name in columns if name in values]
    if "history_id" in values:
        columns["history_id"] = chosen = f"{chosen}, %s"
        given.append(values["history_id"])
    execute(
        f"INSERT INTO {table} ({', '.join(map(connection.ops.quote_name, columns))})"  # noqa: S608
        f" SELECT {chosen} FROM {table} h WHERE history_id = {newest.history_id}",
        *given,
    )


BACK_THEN = datetime(2020, 1, 1, tzinfo=LONDON)
NEVER = 999_999_999


@each_governed
@pytest.mark.parametrize("values", [{}, {"history_date": BACK_THEN}, {"history_txid": 1}])
def test_history_of_a_change_that_was_never_made_is_refused(row, values):
    with refused("is forged: .* was not written"):
        forge(row, **values)


@each_governed
def test_history_of_a_row_that_never_was_is_refused(row):
    with refused("is forged: .* was not written"):
        forge(row, id=NEVER, history_type="+")


@each_governed
@pytest.mark.parametrize("change", [{}, {"id": NEVER}])
def test_history_of_a_deletion_that_never_was_is_refused(row, change):
    with refused("is forged: .* was not deleted"):
        forge(row, history_type="-", **change)


@each_alterable
def test_history_that_differs_from_the_row_just_written_is_refused(row):
    write(row, by=the_clerk(), because="So that the row is this transaction's")
    field, value = a_change(row)
    with refused(f"is forged: {field} of .* differs"):
        forge(row, **{field: value})


@each_alterable
def test_history_slipped_in_before_another_row_is_refused(row):
    write(row, by=the_clerk(), because="So that the row is this transaction's")
    with refused("is forged: .* has later rows"):
        forge(row, history_id=-1)


@each_alterable
def test_a_row_cannot_be_added_twice(row):
    write(row, by=the_clerk(), because="So that the row is this transaction's")
    with refused("is forged: .* was added once"):
        forge(row, history_type="+")


def test_a_deletion_is_recorded_once(rows):
    closure = made(LocalClosure(council=rows[Council], day=date(2024, 1, 3), reason="Snow"))
    pk = closure.pk
    remove(closure, by=the_clerk(), because="Entered by mistake")
    closure.pk = pk
    with refused("is forged: .* was not deleted"):
        forge(closure, history_type="-")


def test_the_number_of_a_transaction_is_the_databases_whatever_is_given(rows):
    council = write(rows[Council], by=the_clerk(), because="So that it is this transaction's")
    forge(council, history_txid=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT txid_current()")
        assert council.history.latest().history_txid == cursor.fetchone()[0]


def test_what_a_step_inside_a_transaction_wrote_was_true_too(rows):
    council = Council.objects.get(pk=rows[Council].pk)
    for name in ("One step", "Another step"):
        with transaction.atomic():  # a savepoint has a number of its own
            council.short_name = name
            write(council, by=the_clerk(), because="Renamed")
    checks_of_a_commit()


@each_alterable
def test_a_row_written_as_the_product_does_is_committed(row):
    field, value = a_change(row)
    setattr(row, field, value)
    write(row, by=the_clerk(), because="To see that it can be done")
    checks_of_a_commit()


@each_alterable
def test_queryset_update_is_refused_at_commit(row):
    field, value = a_change(row)
    type(row)._base_manager.filter(pk=row.pk).update(**{field: value})
    with refused(NO_HISTORY):
        checks_of_a_commit()


@each_alterable
def test_bulk_update_is_refused_at_commit(row):
    field, value = a_change(row)
    setattr(row, field, value)
    type(row)._base_manager.bulk_update([row], [field])
    with refused(NO_HISTORY):
        checks_of_a_commit()


@each_alterable
def test_raw_update_is_refused_at_commit(row):
    field, value = a_change(row)
    table = row._meta.db_table
    execute(f'UPDATE {table} SET "{field}" = %s WHERE id = {row.pk}', value)  # noqa: S608
    with refused(NO_HISTORY):
        checks_of_a_commit()


@each_alterable
def test_update_after_a_proper_save_in_one_transaction_is_refused_at_commit(row):
    write(row, by=the_clerk(), because="So that there is a history row of this transaction")
    field, value = a_change(row)
    type(row)._base_manager.filter(pk=row.pk).update(**{field: value})
    with refused(f"was written past its history row: {field} differs"):
        checks_of_a_commit()


@each_alterable
@pytest.mark.parametrize("how", ["queryset", "sql"])
def test_delete_without_a_history_row_is_refused_at_commit(row, how):
    rows = type(row)._base_manager.filter(pk=row.pk)
    if how == "queryset":
        rows._raw_delete(rows.db)
    else:
        execute(f"DELETE FROM {row._meta.db_table} WHERE id = {row.pk}")  # noqa: S608
    with refused(NO_HISTORY):
        the_guard_alone()


@each_governed
def test_bulk_create_is_refused_at_commit(row):
    uniqueness_aside(type(row))
    type(row)._base_manager.bulk_create([a_copy_of(row)])
    with refused(NO_HISTORY):
        the_guard_alone()


@each_governed
def test_raw_insert_is_refused_at_commit(row):
    uniqueness_aside(type(row))
    table = row._meta.db_table
    columns = ", ".join(f'"{f.column}"' for f in row._meta.concrete_fields if not f.primary_key)
    copied = f"SELECT {columns} FROM {table} WHERE id = {row.pk}"  # noqa: S608
    execute(f"INSERT INTO {table} ({columns}) {copied}")
    with refused(NO_HISTORY):
        the_guard_alone()


@pytest.mark.parametrize("model", [m for m in ALTERABLE if m is not User], ids=lambda m: m.__name__)
def test_a_save_without_a_person_is_refused_at_once(row):
    row._change_reason = "There is a reason"
    with pytest.raises(IntegrityError, match="_has_a_person"), transaction.atomic():
        row.save()


@each_alterable
@pytest.mark.parametrize("reason", [None, ""])
def test_a_save_without_a_reason_is_refused_at_once(row, reason):
    row._history_user, row._change_reason = the_clerk(), reason
    refusal = pytest.raises(IntegrityError, match=r"_has_a_reason|history_change_reason")
    with refusal, transaction.atomic():
        row.save()


def test_a_row_made_and_removed_in_one_transaction_leaves_both_in_its_history(rows):
    closure = made(LocalClosure(council=rows[Council], day=date(2024, 1, 2), reason="Snow"))
    pk = closure.pk
    remove(closure, by=the_clerk(), because="Entered by mistake")
    checks_of_a_commit()
    kept = LocalClosure.history.filter(id=pk).order_by("history_id")
    assert list(kept.values_list("history_type", flat=True)) == ["+", "-"]


@each_frozen
@pytest.mark.parametrize("what", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_what_was_published_cannot_be_altered_even_by_sql(row, what):
    with refused("what was published stays"):
        execute(what.format(row._meta.db_table))


@each_frozen
def test_what_was_published_cannot_be_saved_again(row):
    row._history_user, row._change_reason = the_clerk(), "To see that it cannot be done"
    with refused("what was published stays"):
        row.save()


def test_a_password_may_change_without_a_history_row(rows):
    User.objects.filter(pk=rows[User].pk).update(password="another hash")
    checks_of_a_commit()


def test_a_password_may_not_take_another_change_along(rows):
    User.objects.filter(pk=rows[User].pk).update(password="another hash", name="Another")
    with refused(NO_HISTORY):
        checks_of_a_commit()


def test_an_account_that_a_library_saves_was_changed_by_its_holder(rows):
    user = User.objects.get(pk=rows[User].pk)
    user.set_password("correct horse battery")
    user.save()
    checks_of_a_commit()
    newest = user.history.latest()
    assert (newest.history_user, newest.history_change_reason) == (
        user,
        "Changed by the account's holder",
    )


def test_signing_in_writes_no_history(client):
    user = a_user(email="sam@boston.example.net")
    user.set_password("correct horse battery")
    user.save()
    before = User.history.count()
    data = {"login": user.email, "password": "correct horse battery"}
    assert client.post("/account/login/", data).status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)
    checks_of_a_commit()
    assert User.history.count() == before
