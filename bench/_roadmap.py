"""Roadmaps of 50, 500 and 5,000 items in three councils, made in SQL because no hand types them."""

from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction

if TYPE_CHECKING:
    from governance.models import Partnership

STATUSES = ("green", "amber", "red", "complete", "not_started")


def a_roadmap(items: int) -> "Partnership":
    """Return a partnership of three councils with so many published items, a rollout each."""
    # Models can be imported only once Django is set up.
    from governance.history.actions import write
    from governance.models import Constituent, Council, Partnership, User
    from roadmap.models import Item, Rollout, Theme

    by, because = User.objects.get(is_system=True), "Made to be measured"
    partnership = Partnership(name=f"{items} items", short_name=f"{items}", slug=f"items-{items}")
    write(partnership, by=by, because=because)
    for slug in ("boston", "east-lindsey", "south-holland"):
        council = Council.objects.get(slug=slug)
        write(Constituent(partnership=partnership, council=council), by=by, because=because)
    themes = [Theme(partnership=partnership, name=f"Theme {n}", position=n) for n in (1, 2, 3)]
    for theme in themes:
        write(theme, by=by, because=because)
    with transaction.atomic():
        _guards("DISABLE")  # nobody asks each row for its history while they are made
        Item.objects.bulk_create(
            Item(
                partnership=partnership, title=f"Item number {n}", slug=f"item-{n}", position=n,
                theme=themes[n % 3], owner=f"Head of service {n % 20}", is_published=True,
                description="What this item is about, in a sentence of the usual length.",
            )
            for n in range(items)
        )  # fmt: skip
        _execute(
            """
            INSERT INTO roadmap_rollout (item_id, council_id, phase, status, sentence, owner,
                turn_reason, is_illustrative, planned_start, planned_end, forecast_start,
                forecast_end, actual_start)
            SELECT i.id, c.council_id, 1, (%s::text[])[1 + (i.id + c.council_id) %% 5],
                'Waiting for figures of volume', '', '', false, d, d + 180, d + 10,
                d + 200 + (i.id %% 60)::int, NULL
            FROM roadmap_item i
            JOIN governance_constituent c ON c.partnership_id = i.partnership_id
            CROSS JOIN LATERAL (SELECT DATE '2023-04-01' + (i.id %% 700)::int AS d) days
            WHERE i.partnership_id = %s
            """,
            [list(STATUSES), partnership.pk],
        )
        for model in (Item, Rollout):
            _remember(model, by.pk)
        _execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is owed to foreign keys is asked first
        _guards("ENABLE")
    return partnership


def _guards(what: str) -> None:
    for name in ("item", "rollout", "historicalitem", "historicalrollout"):
        _execute(f"ALTER TABLE roadmap_{name} {what} TRIGGER USER")


def _remember(model: Any, by: int) -> None:
    """Give each row that has none the history row of its making."""
    fields: list[models.Field[Any, Any]] = list(model._meta.concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    history = model.history.model._meta.db_table
    table = model._meta.db_table
    made = f"{columns}, now() - interval '100 days', '+', {by}, 'Made to be measured'"
    _execute(
        f"INSERT INTO {history} ({columns}, history_date, history_type, history_user_id,"  # noqa: S608
        f" history_change_reason) SELECT {made} FROM {table}"
        f" WHERE id NOT IN (SELECT id FROM {history})"
    )


def _execute(statement: str, values: Any = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
