"""What every governed model keeps: who changed it, when, why, and in which transaction.

The database refuses, at commit, a governed row without the history row of the same transaction
(see migrations/0002_governed_tables.py); the transaction's number is what it looks for.
"""

from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords


class Trace(models.Model):
    """Columns of every history table beyond django-simple-history's own."""

    history_txid = models.BigIntegerField(
        db_default=models.Func(function="txid_current", output_field=models.BigIntegerField()),
        editable=False,
    )

    class Meta:
        abstract = True


def kept(**options: Any) -> HistoricalRecords:
    """Return the history of a governed model; `options` are those of django-simple-history."""
    return HistoricalRecords(
        bases=[Trace],
        history_change_reason_field=models.TextField(),
        **options,
    )
