"""Recommendations, what each council answered and did, how they were closed, and reports of that.

Every row has its history in the same transaction; a monitoring report is frozen from the start.
"""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

GOVERNED = [
    *("recommendation", "response", "progress", "closing", "responseduty", "monitoringreport"),
]
FROZEN = ["monitoringreport", "monitoringfile"]


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0017_duties_that_remind"),
        ("scrutiny", "0002_call_ins"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalMonitoringReport",
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
                ("title", models.CharField(max_length=200)),
                (
                    "since",
                    models.DateField(
                        blank=True, null=True, verbose_name="tells what was done since"
                    ),
                ),
                ("facts", models.JSONField()),
                ("facts_sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
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
                "verbose_name": "historical monitoring report",
                "verbose_name_plural": "historical monitoring reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRecommendation",
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
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("number", models.CharField(max_length=10, verbose_name="number, as printed")),
                ("text", models.TextField()),
                (
                    "summary",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="in a few words, for tables"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one_off", "One-off"),
                            ("continuing", "Continuing"),
                            ("spread", "Spread of good practice"),
                            ("repeats", "Repeats"),
                        ],
                        default="one_off",
                        max_length=10,
                    ),
                ),
                (
                    "asks_for_answer",
                    models.BooleanField(default=True, verbose_name="an answer is asked for"),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
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
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
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
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical recommendation",
                "verbose_name_plural": "historical recommendations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalResponseDuty",
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
                    "council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.council",
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
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical response duty",
                "verbose_name_plural": "historical response duties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MonitoringReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "since",
                    models.DateField(
                        blank=True, null=True, verbose_name="tells what was done since"
                    ),
                ),
                ("facts", models.JSONField()),
                ("facts_sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="monitoring_reports",
                        to="governance.body",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="monitoring_reports",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "-made_at", "-id"], name="monitoring_newest_first")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="monitoring_report_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("facts_sha256__regex", "^[0-9a-f]{64}$")),
                        name="monitoring_report_hash_is_sha256",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MonitoringFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField(help_text="In bytes")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="file",
                        to="scrutiny.monitoringreport",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="monitoring_file_hash_is_sha256",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("number", models.CharField(max_length=10, verbose_name="number, as printed")),
                ("text", models.TextField()),
                (
                    "summary",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="in a few words, for tables"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one_off", "One-off"),
                            ("continuing", "Continuing"),
                            ("spread", "Spread of good practice"),
                            ("repeats", "Repeats"),
                        ],
                        default="one_off",
                        max_length=10,
                    ),
                ),
                (
                    "asks_for_answer",
                    models.BooleanField(default=True, verbose_name="an answer is asked for"),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "indexes": [
                    models.Index(
                        fields=["review", "position", "id"], name="recommendation_in_order"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "added_by", "number"),
                        name="one_recommendation_a_review_and_number",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_recommendation_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), _negated=True),
                            models.Q(("text", ""), _negated=True),
                        ),
                        name="recommendation_has_a_number_and_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["one_off", "continuing", "spread", "repeats"])
                        ),
                        name="recommendation_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="as at")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("green", "On track"),
                            ("amber", "At risk"),
                            ("red", "Off track"),
                            ("complete", "Complete"),
                            ("not_started", "Not started"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "sentence",
                    models.CharField(max_length=300, verbose_name="what was done, or why not"),
                ),
                ("evidence", models.TextField(blank=True)),
                (
                    "evidence_address",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="where the evidence is"
                    ),
                ),
                ("corrected_on", models.DateField(blank=True, null=True)),
                ("correction", models.TextField(blank=True, verbose_name="why it was corrected")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.council",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="scrutiny.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "progress",
                "indexes": [
                    models.Index(
                        fields=["recommendation", "council", "-on", "-id"],
                        name="progress_newest_first",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["green", "amber", "red", "complete", "not_started"])
                        ),
                        name="progress_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sentence", ""), _negated=True),
                        name="progress_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corrected_on", None), ("correction", "")),
                            models.Q(
                                ("corrected_on__isnull", False),
                                models.Q(("correction", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="progress_corrected_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalResponse",
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
                    "answer",
                    models.CharField(
                        choices=[
                            ("accepted", "Accepted"),
                            ("in_part", "Accepted in part"),
                            ("rejected", "Rejected"),
                            ("noted", "Findings noted"),
                            ("added", "Noted, and added to"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "settles",
                    models.BooleanField(
                        default=True, verbose_name="this is the council’s own answer"
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="portfolio holder or other post"
                    ),
                ),
                ("answered_on", models.DateField(verbose_name="date of the answer")),
                ("reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it is recorded"
                    ),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.council",
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
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical response",
                "verbose_name_plural": "historical responses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProgress",
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
                ("on", models.DateField(verbose_name="as at")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("green", "On track"),
                            ("amber", "At risk"),
                            ("red", "Off track"),
                            ("complete", "Complete"),
                            ("not_started", "Not started"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "sentence",
                    models.CharField(max_length=300, verbose_name="what was done, or why not"),
                ),
                ("evidence", models.TextField(blank=True)),
                (
                    "evidence_address",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="where the evidence is"
                    ),
                ),
                ("corrected_on", models.DateField(blank=True, null=True)),
                ("correction", models.TextField(blank=True, verbose_name="why it was corrected")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
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
                    "council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.council",
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
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical progress",
                "verbose_name_plural": "historical progress",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalClosing",
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
                    "step",
                    models.CharField(
                        choices=[
                            ("propose", "Proposed to close"),
                            ("take_back", "Proposal taken back"),
                            ("close", "Closed"),
                            ("keep_open", "Kept open"),
                            ("reopen", "Opened again"),
                        ],
                        max_length=9,
                    ),
                ),
                ("on", models.DateField(verbose_name="date")),
                ("said", models.TextField(verbose_name="what was said")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.council",
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
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical closing",
                "verbose_name_plural": "historical closings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("propose", "Proposed to close"),
                            ("take_back", "Proposal taken back"),
                            ("close", "Closed"),
                            ("keep_open", "Kept open"),
                            ("reopen", "Opened again"),
                        ],
                        max_length=9,
                    ),
                ),
                ("on", models.DateField(verbose_name="date")),
                ("said", models.TextField(verbose_name="what was said")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.council",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closings",
                        to="scrutiny.recommendation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["recommendation", "council", "on", "id"],
                        name="closing_in_time_order",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("step__in", ["propose", "take_back", "close", "keep_open", "reopen"])
                        ),
                        name="closing_step_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("body__isnull", False),
                                ("step__in", ["close", "keep_open", "reopen"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("step__in", ["close", "keep_open", "reopen"]), _negated=True
                                ),
                                ("body", None),
                            ),
                            _connector="OR",
                        ),
                        name="closing_is_decided_by_a_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("said", ""), _negated=True), name="closing_says_why"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("accepted", "Accepted"),
                            ("in_part", "Accepted in part"),
                            ("rejected", "Rejected"),
                            ("noted", "Findings noted"),
                            ("added", "Noted, and added to"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "settles",
                    models.BooleanField(
                        default=True, verbose_name="this is the council’s own answer"
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="portfolio holder or other post"
                    ),
                ),
                ("answered_on", models.DateField(verbose_name="date of the answer")),
                ("reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it is recorded"
                    ),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.council",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="scrutiny.recommendation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settles", True)),
                        fields=("recommendation", "council"),
                        name="one_answer_a_recommendation_and_council",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer__in", ["accepted", "in_part", "rejected", "noted", "added"])
                        ),
                        name="response_answer_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("body__isnull", False),
                            models.Q(("post", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="response_says_who_gave_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__in", ["in_part", "rejected"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="response_that_says_no_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResponseDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.council",
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="of_response",
                        to="governance.duty",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="response_duties",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "response duties",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "council"), name="one_duty_a_review_and_council"
                    )
                ],
            },
        ),
        migrations.RunSQL(
            [
                *(
                    f"SELECT concordat_govern('scrutiny_{name}', 'scrutiny_historical{name}')"
                    for name in GOVERNED
                ),
                *(f"SELECT concordat_freeze('scrutiny_{name}')" for name in FROZEN),
            ],
            migrations.RunSQL.noop,
        ),
    ]
