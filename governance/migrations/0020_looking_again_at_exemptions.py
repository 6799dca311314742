"""An exemption with a day on which it is looked at again has a duty."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0019_duties_to_publish_an_agenda"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalExemptionDuty",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "history_txid",
                    models.BigIntegerField(
                        db_default=models.Func(
                            function="txid_current", output_field=models.BigIntegerField()
                        ),
                        editable=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("item", "Item"), ("document", "Paper"), ("decision", "Decision")],
                        max_length=8,
                    ),
                ),
                ("record", models.PositiveBigIntegerField()),
                ("review_on", models.DateField(verbose_name="looked at again on")),
                ("history_change_reason", models.TextField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.duty",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical exemption duty",
                "verbose_name_plural": "historical exemption duties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ExemptionDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("item", "Item"), ("document", "Paper"), ("decision", "Decision")],
                        max_length=8,
                    ),
                ),
                ("record", models.PositiveBigIntegerField()),
                ("review_on", models.DateField(verbose_name="looked at again on")),
                (
                    "duty",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="of_exemption",
                        to="governance.duty",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "exemption duties",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record", "review_on"),
                        name="one_exemption_duty_a_record_and_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["item", "document", "decision"])),
                        name="exemption_duty_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            """
            SELECT concordat_govern(
                'governance_exemptionduty', 'governance_historicalexemptionduty'
            )
            """,
            migrations.RunSQL.noop,
        ),
    ]
