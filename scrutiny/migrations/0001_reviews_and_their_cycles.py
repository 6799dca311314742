"""Reviews, where their reports go, and the cycles in which they come round.

Every row has its history in the same transaction; a file of a report is frozen from the start.
"""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

GOVERNED = [
    *("review", "commission", "lineofenquiry", "witness", "evidence", "reportsection", "finding"),
    *("appendix", "receipt", "reviewcycle", "occurrence"),
]


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("governance", "0017_duties_that_remind"),
        ("roadmap", "0002_what_the_database_promises"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalReview",
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
                ("slug", models.SlugField(max_length=120, verbose_name="address")),
                (
                    "scope",
                    models.TextField(
                        blank=True, verbose_name="what is looked into, and what is not"
                    ),
                ),
                (
                    "outcomes_wanted",
                    models.TextField(blank=True, verbose_name="what should come of it"),
                ),
                ("began_on", models.DateField(blank=True, null=True, verbose_name="began on")),
                (
                    "report_due_on",
                    models.DateField(blank=True, null=True, verbose_name="report due by"),
                ),
                (
                    "reported_on",
                    models.DateField(blank=True, null=True, verbose_name="report agreed on"),
                ),
                (
                    "report_by",
                    models.CharField(blank=True, max_length=200, verbose_name="report of"),
                ),
                (
                    "edition",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="editions of the report so far"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scoped", "Scoped"),
                            ("gathering", "Gathering evidence"),
                            ("reporting", "Writing the report"),
                            ("reported", "Reported"),
                            ("monitoring", "Monitoring what came of it"),
                            ("closed", "Closed"),
                            ("stopped", "Stopped"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                (
                    "state_reason",
                    models.TextField(
                        blank=True, verbose_name="why, in the words that are published"
                    ),
                ),
                (
                    "record_note",
                    models.TextField(
                        blank=True, verbose_name="what is not known, or stands in for it"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.issue",
                    ),
                ),
                (
                    "lead_council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.council",
                        verbose_name="council whose officers serve it",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.partnership",
                    ),
                ),
                (
                    "task_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical review",
                "verbose_name_plural": "historical reviews",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReviewCycle",
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
                ("title", models.CharField(max_length=200, verbose_name="what is reviewed")),
                (
                    "holder",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="post that must see to it"
                    ),
                ),
                (
                    "holder_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("member", "Member"),
                            ("officer", "Officer"),
                            ("partnership_officer", "Partnership officer"),
                            ("democratic_services", "Democratic services"),
                            ("scrutiny_officer", "Scrutiny officer"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=20,
                        verbose_name="whose accounts are reminded",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        verbose_name="months from one in-depth review to the next"
                    ),
                ),
                ("first_due", models.DateField(verbose_name="first in-depth review due by")),
                (
                    "light_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        verbose_name="months from one light touch to the next",
                    ),
                ),
                (
                    "light_from",
                    models.DateField(
                        blank=True, null=True, verbose_name="first light touch due by"
                    ),
                ),
                (
                    "source",
                    models.TextField(blank=True, verbose_name="where the obligation comes from"),
                ),
                ("note", models.TextField(blank=True, verbose_name="what readers should know")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="nothing is due after"),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
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
                        verbose_name="council that must see to it",
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
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.issue",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.partnership",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategy",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical review cycle",
                "verbose_name_plural": "historical review cycles",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address")),
                (
                    "scope",
                    models.TextField(
                        blank=True, verbose_name="what is looked into, and what is not"
                    ),
                ),
                (
                    "outcomes_wanted",
                    models.TextField(blank=True, verbose_name="what should come of it"),
                ),
                ("began_on", models.DateField(blank=True, null=True, verbose_name="began on")),
                (
                    "report_due_on",
                    models.DateField(blank=True, null=True, verbose_name="report due by"),
                ),
                (
                    "reported_on",
                    models.DateField(blank=True, null=True, verbose_name="report agreed on"),
                ),
                (
                    "report_by",
                    models.CharField(blank=True, max_length=200, verbose_name="report of"),
                ),
                (
                    "edition",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="editions of the report so far"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scoped", "Scoped"),
                            ("gathering", "Gathering evidence"),
                            ("reporting", "Writing the report"),
                            ("reported", "Reported"),
                            ("monitoring", "Monitoring what came of it"),
                            ("closed", "Closed"),
                            ("stopped", "Stopped"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                (
                    "state_reason",
                    models.TextField(
                        blank=True, verbose_name="why, in the words that are published"
                    ),
                ),
                (
                    "record_note",
                    models.TextField(
                        blank=True, verbose_name="what is not known, or stands in for it"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="governance.issue",
                    ),
                ),
                (
                    "lead_council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="governance.council",
                        verbose_name="council whose officers serve it",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="governance.partnership",
                    ),
                ),
                (
                    "task_group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="governance.body",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["title", "id"], name="review_by_title")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="review_has_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "proposed",
                                    "scoped",
                                    "gathering",
                                    "reporting",
                                    "reported",
                                    "monitoring",
                                    "closed",
                                    "stopped",
                                ],
                            )
                        ),
                        name="review_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "stopped"), ("state_reason", ""), _negated=True
                        ),
                        name="review_stopped_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("edition", 0),
                            ("state__in", ["reported", "monitoring", "closed"]),
                            _negated=True,
                        ),
                        name="review_reported_has_an_edition",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("note", models.TextField(blank=True, verbose_name="note about the text")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_report_section_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("heading", ""), _negated=True),
                        name="report_section_has_a_heading",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField()),
                ("facts_sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField(help_text="In bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("facts_sha256__regex", "^[0-9a-f]{64}$"),
                            ("sha256__regex", "^[0-9a-f]{64}$"),
                        ),
                        name="report_file_hashes_are_sha256",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="planned for")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received on"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        help_text="In a sentence. Published.",
                        max_length=300,
                        verbose_name="what the body did",
                    ),
                ),
                (
                    "asks_for_answer",
                    models.BooleanField(
                        default=False, verbose_name="the council’s answer is due from here"
                    ),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="governance.body",
                    ),
                ),
                (
                    "consideration",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="governance.consideration",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="governance.council",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "body", "council"),
                        name="one_receipt_a_review_body_and_council",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("asks_for_answer", True)),
                        fields=("review", "council"),
                        name="one_answer_a_review_and_council",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineOfEnquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("question", models.TextField()),
                ("found", models.TextField(blank=True, verbose_name="what was found")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of enquiry",
                "verbose_name_plural": "lines of enquiry",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_line_of_enquiry_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("question", ""), _negated=True),
                        name="line_of_enquiry_asks",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalWitness",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("who", models.CharField(max_length=200, verbose_name="post, or name")),
                (
                    "on_behalf_of",
                    models.CharField(blank=True, max_length=200, verbose_name="on behalf of"),
                ),
                ("heard_on", models.DateField(blank=True, null=True, verbose_name="heard on")),
                ("told", models.TextField(blank=True, verbose_name="what they told")),
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
                "verbose_name": "historical witness",
                "verbose_name_plural": "historical witnesses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReportSection",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("note", models.TextField(blank=True, verbose_name="note about the text")),
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
                "verbose_name": "historical section",
                "verbose_name_plural": "historical sections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReceipt",
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
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="planned for")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received on"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        help_text="In a sentence. Published.",
                        max_length=300,
                        verbose_name="what the body did",
                    ),
                ),
                (
                    "asks_for_answer",
                    models.BooleanField(
                        default=False, verbose_name="the council’s answer is due from here"
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
                    "consideration",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.consideration",
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
                "verbose_name": "historical receipt",
                "verbose_name_plural": "historical receipts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLineOfEnquiry",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("question", models.TextField()),
                ("found", models.TextField(blank=True, verbose_name="what was found")),
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
                "verbose_name": "historical line of enquiry",
                "verbose_name_plural": "historical lines of enquiry",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFinding",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("text", models.TextField(verbose_name="what was found")),
                ("rests_on", models.TextField(blank=True, verbose_name="what it rests on")),
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
                "verbose_name": "historical finding",
                "verbose_name_plural": "historical findings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEvidence",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "classification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Public"),
                            ("exempt", "Exempt, under Schedule 12A paragraphs I will choose"),
                            ("confidential", "Confidential"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "exempt_paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            validators=[
                                django.core.validators.MinValueValidator(1),
                                django.core.validators.MaxValueValidator(7),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="exempt under paragraphs",
                    ),
                ),
                (
                    "public_interest_reason",
                    models.TextField(
                        blank=True, verbose_name="why keeping it exempt outweighs disclosure"
                    ),
                ),
                (
                    "exemption_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="exemption looked at again on"
                    ),
                ),
                ("public_id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=200)),
                (
                    "address",
                    models.URLField(blank=True, max_length=500, verbose_name="web address"),
                ),
                ("file", models.TextField(blank=True, max_length=200)),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="fingerprint of the file (SHA-256)"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("written", "Written"), ("oral", "Oral"), ("visit", "Visit")],
                        max_length=7,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="from whom, or where"
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="received, heard or visited on"
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what it says")),
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
                "verbose_name": "historical evidence",
                "verbose_name_plural": "historical evidence",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommission",
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
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for it on"),
                ),
                ("note", models.TextField(blank=True, help_text="Published")),
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
                "verbose_name": "historical commission",
                "verbose_name_plural": "historical commissions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAppendix",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "classification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Public"),
                            ("exempt", "Exempt, under Schedule 12A paragraphs I will choose"),
                            ("confidential", "Confidential"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "exempt_paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            validators=[
                                django.core.validators.MinValueValidator(1),
                                django.core.validators.MaxValueValidator(7),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="exempt under paragraphs",
                    ),
                ),
                (
                    "public_interest_reason",
                    models.TextField(
                        blank=True, verbose_name="why keeping it exempt outweighs disclosure"
                    ),
                ),
                (
                    "exemption_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="exemption looked at again on"
                    ),
                ),
                ("public_id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=200)),
                (
                    "address",
                    models.URLField(blank=True, max_length=500, verbose_name="web address"),
                ),
                ("file", models.TextField(blank=True, max_length=200)),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="fingerprint of the file (SHA-256)"
                    ),
                ),
                (
                    "label",
                    models.CharField(blank=True, max_length=10, verbose_name="letter or number"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note about it")),
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
                "verbose_name": "historical appendix",
                "verbose_name_plural": "historical appendices",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("text", models.TextField(verbose_name="what was found")),
                ("rests_on", models.TextField(blank=True, verbose_name="what it rests on")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_finding_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="finding_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "classification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Public"),
                            ("exempt", "Exempt, under Schedule 12A paragraphs I will choose"),
                            ("confidential", "Confidential"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "exempt_paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            validators=[
                                django.core.validators.MinValueValidator(1),
                                django.core.validators.MaxValueValidator(7),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="exempt under paragraphs",
                    ),
                ),
                (
                    "public_interest_reason",
                    models.TextField(
                        blank=True, verbose_name="why keeping it exempt outweighs disclosure"
                    ),
                ),
                (
                    "exemption_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="exemption looked at again on"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "address",
                    models.URLField(blank=True, max_length=500, verbose_name="web address"),
                ),
                ("file", models.FileField(blank=True, max_length=200, upload_to="scrutiny/")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="fingerprint of the file (SHA-256)"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("written", "Written"), ("oral", "Oral"), ("visit", "Visit")],
                        max_length=7,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="from whom, or where"
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="received, heard or visited on"
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what it says")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("classification__in", ["", "public", "exempt", "confidential"])
                        ),
                        name="evidence_classification_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("classification", "exempt"),
                                ("exempt_paragraphs__len__gt", 0),
                                models.Q(("public_interest_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("classification", "exempt"), _negated=True),
                                ("exempt_paragraphs", []),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_names_paragraphs_only_when_exempt",
                    ),
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_evidence_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["written", "oral", "visit"])),
                        name="evidence_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="evidence_has_a_title",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for it on"),
                ),
                ("note", models.TextField(blank=True, help_text="Published")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissions",
                        to="governance.body",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissions",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "body"), name="one_commission_a_review_and_body"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appendix",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "classification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Public"),
                            ("exempt", "Exempt, under Schedule 12A paragraphs I will choose"),
                            ("confidential", "Confidential"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "exempt_paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            validators=[
                                django.core.validators.MinValueValidator(1),
                                django.core.validators.MaxValueValidator(7),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="exempt under paragraphs",
                    ),
                ),
                (
                    "public_interest_reason",
                    models.TextField(
                        blank=True, verbose_name="why keeping it exempt outweighs disclosure"
                    ),
                ),
                (
                    "exemption_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="exemption looked at again on"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "address",
                    models.URLField(blank=True, max_length=500, verbose_name="web address"),
                ),
                ("file", models.FileField(blank=True, max_length=200, upload_to="scrutiny/")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="fingerprint of the file (SHA-256)"
                    ),
                ),
                (
                    "label",
                    models.CharField(blank=True, max_length=10, verbose_name="letter or number"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note about it")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appendices",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "appendices",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("classification__in", ["", "public", "exempt", "confidential"])
                        ),
                        name="appendix_classification_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("classification", "exempt"),
                                ("exempt_paragraphs__len__gt", 0),
                                models.Q(("public_interest_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("classification", "exempt"), _negated=True),
                                ("exempt_paragraphs", []),
                            ),
                            _connector="OR",
                        ),
                        name="appendix_names_paragraphs_only_when_exempt",
                    ),
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_appendix_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="appendix_has_a_title",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewCycle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="what is reviewed")),
                (
                    "holder",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="post that must see to it"
                    ),
                ),
                (
                    "holder_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("member", "Member"),
                            ("officer", "Officer"),
                            ("partnership_officer", "Partnership officer"),
                            ("democratic_services", "Democratic services"),
                            ("scrutiny_officer", "Scrutiny officer"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=20,
                        verbose_name="whose accounts are reminded",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        verbose_name="months from one in-depth review to the next"
                    ),
                ),
                ("first_due", models.DateField(verbose_name="first in-depth review due by")),
                (
                    "light_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        verbose_name="months from one light touch to the next",
                    ),
                ),
                (
                    "light_from",
                    models.DateField(
                        blank=True, null=True, verbose_name="first light touch due by"
                    ),
                ),
                (
                    "source",
                    models.TextField(blank=True, verbose_name="where the obligation comes from"),
                ),
                ("note", models.TextField(blank=True, verbose_name="what readers should know")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="nothing is due after"),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review_cycles",
                        to="governance.council",
                        verbose_name="council that must see to it",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review_cycles",
                        to="governance.issue",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review_cycles",
                        to="governance.partnership",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review_cycles",
                        to="roadmap.strategy",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["title", "id"], name="review_cycle_by_title")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="review_cycle_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issue__isnull", False), ("strategy__isnull", False), _connector="OR"
                        ),
                        name="review_cycle_is_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("months__gte", 1),
                            ("months__lte", 240),
                            models.Q(
                                ("light_months", None),
                                models.Q(("light_months__gte", 1), ("light_months__lte", 240)),
                                _connector="OR",
                            ),
                        ),
                        name="review_cycle_comes_round",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("light_from", None), ("light_months", None)),
                            models.Q(
                                ("light_from__isnull", False), ("light_months__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="review_cycle_light_touch_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "holder_role__in",
                                [
                                    "",
                                    "member",
                                    "officer",
                                    "partnership_officer",
                                    "democratic_services",
                                    "scrutiny_officer",
                                    "administrator",
                                ],
                            )
                        ),
                        name="review_cycle_role_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Occurrence",
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
                        choices=[("in_depth", "In depth"), ("light", "Light touch")], max_length=8
                    ),
                ),
                ("planned_on", models.DateField(verbose_name="due by, as the cycle has it")),
                ("due_on", models.DateField(verbose_name="due by")),
                ("moved_because", models.TextField(blank=True, verbose_name="why it was moved")),
                (
                    "duty",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="of_occurrence",
                        to="governance.duty",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="occurrences",
                        to="scrutiny.review",
                        verbose_name="the review that does it",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="occurrences",
                        to="scrutiny.reviewcycle",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "planned_on"), name="one_occurrence_a_cycle_and_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["in_depth", "light"])),
                        name="occurrence_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on", models.F("planned_on")),
                            models.Q(("moved_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="occurrence_moved_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOccurrence",
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
                        choices=[("in_depth", "In depth"), ("light", "Light touch")], max_length=8
                    ),
                ),
                ("planned_on", models.DateField(verbose_name="due by, as the cycle has it")),
                ("due_on", models.DateField(verbose_name="due by")),
                ("moved_because", models.TextField(blank=True, verbose_name="why it was moved")),
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
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.review",
                        verbose_name="the review that does it",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.reviewcycle",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical occurrence",
                "verbose_name_plural": "historical occurrences",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Witness",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("who", models.CharField(max_length=200, verbose_name="post, or name")),
                (
                    "on_behalf_of",
                    models.CharField(blank=True, max_length=200, verbose_name="on behalf of"),
                ),
                ("heard_on", models.DateField(blank=True, null=True, verbose_name="heard on")),
                ("told", models.TextField(blank=True, verbose_name="what they told")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="witnesses",
                        to="scrutiny.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "witnesses",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "position"), name="one_witness_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("who", ""), _negated=True), name="witness_is_named"
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            [
                *(
                    f"SELECT concordat_govern('scrutiny_{name}', 'scrutiny_historical{name}')"
                    for name in GOVERNED
                ),
                "SELECT concordat_freeze('scrutiny_reportfile')",
            ],
            migrations.RunSQL.noop,
        ),
    ]
