"""Strategies and money of partnerships, and what the database itself promises of them.

What a version of a strategy says is frozen once it is no draft. The shares of a cost split sum to
100.00 % when a transaction ends, or to less where two councils or more have a share nobody knows.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

FROZEN_WITH_VERSION = """
CREATE FUNCTION roadmap_frozen_with_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    found record;
    version bigint;
BEGIN
    FOR found IN SELECT * FROM (VALUES (to_jsonb(OLD)), (to_jsonb(NEW))) AS both_rows(row)
        WHERE row IS NOT NULL
    LOOP
        version := (found.row ->> 'version_id')::bigint;
        IF version IS NULL THEN
            SELECT version_id INTO version FROM roadmap_orderedlist
                WHERE id = (found.row ->> 'ordered_list_id')::bigint;
        END IF;
        IF EXISTS (SELECT 1 FROM roadmap_strategyversion
            WHERE id = version AND state <> 'draft')
        THEN
            RAISE EXCEPTION '% on % is refused: what was published stays', TG_OP, TG_TABLE_NAME
                USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN COALESCE(NEW, OLD);
END $$;
"""
FROZEN_VERSION = """
CREATE FUNCTION roadmap_frozen_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'draft' AND (
        TG_OP = 'DELETE' OR NEW.state = 'draft'
        OR to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state'
    ) THEN
        RAISE EXCEPTION '% on % is refused: what was published stays', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER roadmap_frozen BEFORE UPDATE OR DELETE ON roadmap_strategyversion
    FOR EACH ROW EXECUTE FUNCTION roadmap_frozen_version();
"""
SHARES_SUM = """
CREATE FUNCTION roadmap_shares_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed jsonb := COALESCE(to_jsonb(NEW), to_jsonb(OLD));
    split bigint := COALESCE((changed ->> 'split_id')::bigint, (changed ->> 'id')::bigint);
    rows integer;
    unknown integer;
    known bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM roadmap_costsplit WHERE id = split) THEN
        RETURN NULL;
    END IF;
    SELECT count(*), count(*) FILTER (WHERE hundredths IS NULL), COALESCE(sum(hundredths), 0)
        INTO rows, unknown, known FROM roadmap_share WHERE split_id = split;
    IF rows = 0 OR unknown = 1 OR unknown = 0 AND known <> 10000 OR unknown > 1 AND known >= 10000
    THEN
        RAISE EXCEPTION 'the shares of split % do not sum to the whole', split
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER roadmap_shares_sum AFTER INSERT OR UPDATE OR DELETE ON roadmap_share
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION roadmap_shares_sum();
CREATE CONSTRAINT TRIGGER roadmap_shares_sum AFTER INSERT ON roadmap_costsplit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION roadmap_shares_sum();
"""
UNDO = """
DROP FUNCTION roadmap_shares_sum() CASCADE;
DROP FUNCTION roadmap_frozen_version() CASCADE;
DROP FUNCTION roadmap_frozen_with_version() CASCADE;
"""
PARTS = ["section", "principle", "priority", "orderedlist", "listentry", "glossaryterm"]
GOVERNED = [
    *PARTS, "strategy", "strategyversion", "adoption", "earlierstrategy", "costsplit", "share",
    "purpose", "fundingsource", "cost", "benefit", "benefitfigure", "businesscase", "option",
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0016_kinds_of_duty_of_other_apps"),
        ("roadmap", "0001_systems_and_contracts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OrderedList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="what is listed")),
                ("text", models.TextField(blank=True, verbose_name="where the order comes from")),
            ],
        ),
        migrations.CreateModel(
            name="Adoption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        blank=True,
                        help_text="Where no decision is recorded here",
                        null=True,
                        verbose_name="adopted on",
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="governance.council",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="governance.decision",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BusinessCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="what it is for"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("assessment", "Strategic assessment"),
                            ("strategic", "Strategic outline case"),
                            ("outline", "Outline business case"),
                            ("full", "Full business case"),
                            ("justification", "Business justification case"),
                            ("implementation", "Implementation and monitoring"),
                            ("evaluation", "Evaluation"),
                            ("stopped", "Stopped"),
                        ],
                        default="assessment",
                        max_length=14,
                    ),
                ),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        help_text="Where it is no body: the portfolio holder",
                        max_length=200,
                        verbose_name="who decides",
                    ),
                ),
                (
                    "do_nothing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("option", "It is one of the options below"),
                            ("rejected", "It was considered and rejected"),
                            ("", "Not recorded"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="doing nothing",
                    ),
                ),
                (
                    "do_nothing_reason",
                    models.TextField(blank=True, verbose_name="why doing nothing was rejected"),
                ),
                (
                    "proviso",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="on what condition"
                    ),
                ),
                (
                    "recorded_in",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
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
                        related_name="business_cases",
                        to="governance.body",
                        verbose_name="which body decides",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="business_cases",
                        to="governance.decision",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="business_cases",
                        to="governance.issue",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="business_cases",
                        to="governance.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Benefit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "is_cashable",
                    models.BooleanField(
                        default=False,
                        help_text="It can be taken out of a budget",
                        verbose_name="cashable",
                    ),
                ),
                (
                    "baseline_pence",
                    models.BigIntegerField(
                        blank=True,
                        help_text="In pence",
                        null=True,
                        verbose_name="baseline: what it costs today",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        help_text="In words, where it is not money or not only money",
                        max_length=200,
                        verbose_name="how it is measured",
                    ),
                ),
                (
                    "condition",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="on what condition"
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        help_text="A post",
                        max_length=200,
                        verbose_name="who answers for it",
                    ),
                ),
                (
                    "recorded_in",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="benefits",
                        to="governance.partnership",
                    ),
                ),
                (
                    "business_case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="benefits",
                        to="roadmap.businesscase",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CostSplit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
                (
                    "source",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is laid down"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cost_splits",
                        to="governance.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EarlierStrategy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "adoption",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced",
                        to="roadmap.adoption",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "earlier strategies",
            },
        ),
        migrations.CreateModel(
            name="FundingSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("grant", "Grant"),
                            ("reserve", "Reserve"),
                            ("revenue", "Revenue budget"),
                            ("capital", "Capital"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "given_by",
                    models.CharField(blank=True, max_length=200, verbose_name="who gave it"),
                ),
                (
                    "amount_pence",
                    models.BigIntegerField(
                        blank=True,
                        help_text="In pence; blank where it is not known",
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received on"),
                ),
                (
                    "received_words",
                    models.CharField(
                        blank=True,
                        help_text="Where the day is not known: October or November 2022",
                        max_length=120,
                        verbose_name="when it was received, in words",
                    ),
                ),
                ("conditions", models.TextField(blank=True, help_text="Published")),
                (
                    "source",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding_sources",
                        to="governance.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HistoricalBenefit",
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
                    "is_cashable",
                    models.BooleanField(
                        default=False,
                        help_text="It can be taken out of a budget",
                        verbose_name="cashable",
                    ),
                ),
                (
                    "baseline_pence",
                    models.BigIntegerField(
                        blank=True,
                        help_text="In pence",
                        null=True,
                        verbose_name="baseline: what it costs today",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        help_text="In words, where it is not money or not only money",
                        max_length=200,
                        verbose_name="how it is measured",
                    ),
                ),
                (
                    "condition",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="on what condition"
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        help_text="A post",
                        max_length=200,
                        verbose_name="who answers for it",
                    ),
                ),
                (
                    "recorded_in",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
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
                    "business_case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.businesscase",
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
            ],
            options={
                "verbose_name": "historical benefit",
                "verbose_name_plural": "historical benefits",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBenefitFigure",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year in which it begins: 2024 is 2024/25",
                        verbose_name="financial year",
                    ),
                ),
                (
                    "forecast_pence",
                    models.BigIntegerField(blank=True, null=True, verbose_name="forecast"),
                ),
                (
                    "actual_pence",
                    models.BigIntegerField(blank=True, null=True, verbose_name="actual"),
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
                    "benefit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.benefit",
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
            ],
            options={
                "verbose_name": "historical benefit figure",
                "verbose_name_plural": "historical benefit figures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBusinessCase",
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
                    "summary",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="what it is for"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("assessment", "Strategic assessment"),
                            ("strategic", "Strategic outline case"),
                            ("outline", "Outline business case"),
                            ("full", "Full business case"),
                            ("justification", "Business justification case"),
                            ("implementation", "Implementation and monitoring"),
                            ("evaluation", "Evaluation"),
                            ("stopped", "Stopped"),
                        ],
                        default="assessment",
                        max_length=14,
                    ),
                ),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        help_text="Where it is no body: the portfolio holder",
                        max_length=200,
                        verbose_name="who decides",
                    ),
                ),
                (
                    "do_nothing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("option", "It is one of the options below"),
                            ("rejected", "It was considered and rejected"),
                            ("", "Not recorded"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="doing nothing",
                    ),
                ),
                (
                    "do_nothing_reason",
                    models.TextField(blank=True, verbose_name="why doing nothing was rejected"),
                ),
                (
                    "proviso",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="on what condition"
                    ),
                ),
                (
                    "recorded_in",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
                        verbose_name="which body decides",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.decision",
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
            ],
            options={
                "verbose_name": "historical business case",
                "verbose_name_plural": "historical business cases",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCostSplit",
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
                ("name", models.CharField(max_length=120)),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
                (
                    "source",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is laid down"
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
            ],
            options={
                "verbose_name": "historical cost split",
                "verbose_name_plural": "historical cost splits",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEarlierStrategy",
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
                ("name", models.CharField(max_length=300)),
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
                    "adoption",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.adoption",
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
            ],
            options={
                "verbose_name": "historical earlier strategy",
                "verbose_name_plural": "historical earlier strategies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOption",
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
                ("name", models.CharField(max_length=200)),
                ("summary", models.TextField(blank=True, verbose_name="what it is")),
                ("capacity", models.TextField(blank=True, verbose_name="what it has capacity for")),
                (
                    "once_pence",
                    models.BigIntegerField(
                        blank=True, help_text="In pence", null=True, verbose_name="cost once"
                    ),
                ),
                (
                    "yearly_pence",
                    models.BigIntegerField(
                        blank=True, help_text="In pence", null=True, verbose_name="cost each year"
                    ),
                ),
                ("is_recommended", models.BooleanField(default=False, verbose_name="recommended")),
                ("is_do_nothing", models.BooleanField(default=False, verbose_name="doing nothing")),
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
                    "business_case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.businesscase",
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
            ],
            options={
                "verbose_name": "historical option",
                "verbose_name_plural": "historical options",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPurpose",
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
                ("name", models.CharField(max_length=120)),
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
            ],
            options={
                "verbose_name": "historical purpose",
                "verbose_name_plural": "historical purposes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalShare",
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
                    "hundredths",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="In hundredths of a percent",
                        null=True,
                        verbose_name="share",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Published",
                        max_length=300,
                        verbose_name="where the share is from",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.costsplit",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical share",
                "verbose_name_plural": "historical shares",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStrategy",
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
            ],
            options={
                "verbose_name": "historical strategy",
                "verbose_name_plural": "historical strategies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("summary", models.TextField(blank=True, verbose_name="what it is")),
                ("capacity", models.TextField(blank=True, verbose_name="what it has capacity for")),
                (
                    "once_pence",
                    models.BigIntegerField(
                        blank=True, help_text="In pence", null=True, verbose_name="cost once"
                    ),
                ),
                (
                    "yearly_pence",
                    models.BigIntegerField(
                        blank=True, help_text="In pence", null=True, verbose_name="cost each year"
                    ),
                ),
                ("is_recommended", models.BooleanField(default=False, verbose_name="recommended")),
                ("is_do_nothing", models.BooleanField(default=False, verbose_name="doing nothing")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "business_case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="options",
                        to="roadmap.businesscase",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ListEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("text", models.CharField(max_length=200, verbose_name="entry")),
                (
                    "ordered_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="roadmap.orderedlist",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "list entries",
            },
        ),
        migrations.CreateModel(
            name="HistoricalListEntry",
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
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("text", models.CharField(max_length=200, verbose_name="entry")),
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
                    "ordered_list",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.orderedlist",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical list entry",
                "verbose_name_plural": "historical list entries",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Purpose",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="purposes",
                        to="governance.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HistoricalFundingSource",
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
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("grant", "Grant"),
                            ("reserve", "Reserve"),
                            ("revenue", "Revenue budget"),
                            ("capital", "Capital"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "given_by",
                    models.CharField(blank=True, max_length=200, verbose_name="who gave it"),
                ),
                (
                    "amount_pence",
                    models.BigIntegerField(
                        blank=True,
                        help_text="In pence; blank where it is not known",
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received on"),
                ),
                (
                    "received_words",
                    models.CharField(
                        blank=True,
                        help_text="Where the day is not known: October or November 2022",
                        max_length=120,
                        verbose_name="when it was received, in words",
                    ),
                ),
                ("conditions", models.TextField(blank=True, help_text="Published")),
                (
                    "source",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
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
                    "restricted_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Blank: it may be spent on anything",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.purpose",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical funding source",
                "verbose_name_plural": "historical funding sources",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCost",
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
                ("title", models.CharField(max_length=200, verbose_name="what for")),
                (
                    "amount_pence",
                    models.BigIntegerField(help_text="In pence", verbose_name="amount"),
                ),
                (
                    "on",
                    models.DateField(
                        blank=True,
                        help_text="Blank: not recorded",
                        null=True,
                        verbose_name="spent on",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="Where it overspends the source, or is not what the source is for. Published.",
                        verbose_name="why it is charged to this source all the same",
                    ),
                ),
                (
                    "recorded_in",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
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
                    "business_case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.businesscase",
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
                        verbose_name="borne by",
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
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.fundingsource",
                        verbose_name="paid from",
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.costsplit",
                        verbose_name="shared by",
                    ),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.purpose",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical cost",
                "verbose_name_plural": "historical costs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="fundingsource",
            name="restricted_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Blank: it may be spent on anything",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sources",
                to="roadmap.purpose",
            ),
        ),
        migrations.CreateModel(
            name="Cost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="what for")),
                (
                    "amount_pence",
                    models.BigIntegerField(help_text="In pence", verbose_name="amount"),
                ),
                (
                    "on",
                    models.DateField(
                        blank=True,
                        help_text="Blank: not recorded",
                        null=True,
                        verbose_name="spent on",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="Where it overspends the source, or is not what the source is for. Published.",
                        verbose_name="why it is charged to this source all the same",
                    ),
                ),
                (
                    "recorded_in",
                    models.TextField(
                        blank=True, help_text="Published", verbose_name="where this is recorded"
                    ),
                ),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "business_case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="roadmap.businesscase",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="governance.council",
                        verbose_name="borne by",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="governance.partnership",
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="roadmap.costsplit",
                        verbose_name="shared by",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="roadmap.fundingsource",
                        verbose_name="paid from",
                    ),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="roadmap.purpose",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "hundredths",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="In hundredths of a percent",
                        null=True,
                        verbose_name="share",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Published",
                        max_length=300,
                        verbose_name="where the share is from",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="governance.council",
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="roadmap.costsplit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=120, verbose_name="address")),
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
                        related_name="strategies",
                        to="governance.issue",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strategies",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "strategies",
            },
        ),
        migrations.CreateModel(
            name="HistoricalStrategyVersion",
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
                ("number", models.PositiveSmallIntegerField()),
                (
                    "label",
                    models.CharField(
                        help_text="What tells it from the others: “As adopted in April 2023”",
                        max_length=200,
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date that the document bears"
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Published with it",
                        verbose_name="what readers should know of this version",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("superseded", "Superseded"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="published"),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "historical strategy version",
                "verbose_name_plural": "historical strategy versions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="StrategyVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "label",
                    models.CharField(
                        help_text="What tells it from the others: “As adopted in April 2023”",
                        max_length=200,
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date that the document bears"
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Published with it",
                        verbose_name="what readers should know of this version",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("superseded", "Superseded"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="published"),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="roadmap.strategy",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StrategyFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("facts_sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField(help_text="In bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True, verbose_name="text")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For example why the text is not held here. Published.",
                        verbose_name="note about the text",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="priority")),
                ("text", models.TextField(blank=True, verbose_name="what it means")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "priorities",
            },
        ),
        migrations.CreateModel(
            name="Principle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="principle")),
                ("text", models.TextField(blank=True, verbose_name="what it means")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="principles",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="orderedlist",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lists",
                to="roadmap.strategyversion",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalSection",
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
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True, verbose_name="text")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For example why the text is not held here. Published.",
                        verbose_name="note about the text",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategyversion",
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
            name="HistoricalPriority",
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
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="priority")),
                ("text", models.TextField(blank=True, verbose_name="what it means")),
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
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical priority",
                "verbose_name_plural": "historical priorities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPrinciple",
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
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="principle")),
                ("text", models.TextField(blank=True, verbose_name="what it means")),
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
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical principle",
                "verbose_name_plural": "historical principles",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrderedList",
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
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="what is listed")),
                ("text", models.TextField(blank=True, verbose_name="where the order comes from")),
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
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ordered list",
                "verbose_name_plural": "historical ordered lists",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGlossaryTerm",
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
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("term", models.CharField(max_length=100)),
                ("explanation", models.TextField()),
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
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical glossary term",
                "verbose_name_plural": "historical glossary terms",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAdoption",
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
                    "on",
                    models.DateField(
                        blank=True,
                        help_text="Where no decision is recorded here",
                        null=True,
                        verbose_name="adopted on",
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Published")),
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.decision",
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
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical adoption",
                "verbose_name_plural": "historical adoptions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="GlossaryTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                ("term", models.CharField(max_length=100)),
                ("explanation", models.TextField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="roadmap.strategyversion",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="adoption",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="adoptions",
                to="roadmap.strategyversion",
            ),
        ),
        migrations.CreateModel(
            name="BenefitFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year in which it begins: 2024 is 2024/25",
                        verbose_name="financial year",
                    ),
                ),
                (
                    "forecast_pence",
                    models.BigIntegerField(blank=True, null=True, verbose_name="forecast"),
                ),
                (
                    "actual_pence",
                    models.BigIntegerField(blank=True, null=True, verbose_name="actual"),
                ),
                (
                    "benefit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="roadmap.benefit",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="benefits",
                        to="governance.council",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("benefit", "council", "year"),
                        name="one_figure_a_benefit_council_and_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="figure_is_of_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("forecast_pence__isnull", False),
                            ("actual_pence__isnull", False),
                            _connector="OR",
                        ),
                        name="figure_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("forecast_pence", None),
                                models.Q(
                                    ("forecast_pence__gte", -10000000000000),
                                    ("forecast_pence__lte", 10000000000000),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("actual_pence", None),
                                models.Q(
                                    ("actual_pence__gte", -10000000000000),
                                    ("actual_pence__lte", 10000000000000),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="figure_is_a_sum",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="businesscase",
            index=models.Index(fields=["partnership", "title"], name="business_case_by_title"),
        ),
        migrations.AddConstraint(
            model_name="businesscase",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="business_case_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="businesscase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stage__in",
                        [
                            "assessment",
                            "strategic",
                            "outline",
                            "full",
                            "justification",
                            "implementation",
                            "evaluation",
                            "stopped",
                        ],
                    )
                ),
                name="business_case_stage_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="businesscase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("do_nothing", "rejected"),
                        models.Q(("do_nothing_reason", ""), _negated=True),
                    ),
                    models.Q(("do_nothing__in", ["", "option"]), ("do_nothing_reason", "")),
                    _connector="OR",
                ),
                name="business_case_says_why_doing_nothing_was_rejected",
            ),
        ),
        migrations.AddIndex(
            model_name="benefit",
            index=models.Index(fields=["partnership", "title"], name="benefit_by_title"),
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="benefit_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("baseline_pence", None),
                    models.Q(("baseline_pence__gte", 0), ("baseline_pence__lte", 10000000000000)),
                    _connector="OR",
                ),
                name="benefit_baseline_is_a_sum",
            ),
        ),
        migrations.AddConstraint(
            model_name="costsplit",
            constraint=models.UniqueConstraint(
                fields=("partnership", "name", "from_on"),
                name="one_split_a_name_and_day",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="costsplit",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="split_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="costsplit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on", None),
                    ("from_on", None),
                    ("to_on__gte", models.F("from_on")),
                    _connector="OR",
                ),
                name="split_does_not_end_before_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlierstrategy",
            constraint=models.UniqueConstraint(
                fields=("adoption", "name"), name="one_earlier_strategy_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="earlierstrategy",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="earlier_strategy_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.UniqueConstraint(
                fields=("business_case", "position"), name="one_option_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_recommended", True)),
                fields=("business_case",),
                name="one_recommended_option_a_case",
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_do_nothing", True)),
                fields=("business_case",),
                name="doing_nothing_is_one_option",
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="option_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("once_pence", None),
                        models.Q(("once_pence__gte", 0), ("once_pence__lte", 10000000000000)),
                        _connector="OR",
                    ),
                    models.Q(
                        ("yearly_pence", None),
                        models.Q(("yearly_pence__gte", 0), ("yearly_pence__lte", 10000000000000)),
                        _connector="OR",
                    ),
                ),
                name="option_costs_nothing_or_more",
            ),
        ),
        migrations.AddConstraint(
            model_name="listentry",
            constraint=models.UniqueConstraint(
                fields=("ordered_list", "position"), name="one_entry_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="listentry",
            constraint=models.UniqueConstraint(
                fields=("ordered_list", "key"), name="entry_is_in_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.UniqueConstraint(
                fields=("partnership", "name"), name="one_purpose_a_partnership_and_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="purpose_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.UniqueConstraint(
                fields=("partnership", "name"), name="one_funding_source_a_partnership_and_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["grant", "reserve", "revenue", "capital"])),
                name="funding_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount_pence", None),
                    models.Q(("amount_pence__gte", 0), ("amount_pence__lte", 10000000000000)),
                    _connector="OR",
                ),
                name="funding_amount_is_a_sum",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_on", None), ("received_words", ""), _connector="OR"),
                name="funding_day_is_a_date_or_words",
            ),
        ),
        migrations.AddIndex(
            model_name="cost",
            index=models.Index(fields=["partnership", "-on", "-id"], name="cost_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="cost",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="cost_says_what_for"
            ),
        ),
        migrations.AddConstraint(
            model_name="cost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount_pence__gte", -10000000000000), ("amount_pence__lte", 10000000000000)
                ),
                name="cost_is_a_sum",
            ),
        ),
        migrations.AddConstraint(
            model_name="cost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("council__isnull", False), ("split", None)),
                    models.Q(("council", None), ("split__isnull", False)),
                    _connector="OR",
                ),
                name="cost_is_shared_or_one_councils",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.UniqueConstraint(
                fields=("split", "council"), name="one_share_a_split_and_council"
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hundredths", None), ("hundredths__lte", 10000), _connector="OR"
                ),
                name="share_is_part_of_the_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="strategy",
            index=models.Index(fields=["partnership", "title"], name="strategy_by_title"),
        ),
        migrations.AddConstraint(
            model_name="strategy",
            constraint=models.UniqueConstraint(
                fields=("partnership", "slug"), name="one_strategy_a_partnership_and_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategy",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="strategy_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.UniqueConstraint(
                fields=("strategy", "number"), name="one_version_a_strategy_and_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")),
                fields=("strategy",),
                name="one_draft_a_strategy",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "published")),
                fields=("strategy",),
                name="one_version_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "published", "superseded"])),
                name="version_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("published_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="version_has_a_moment_once_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyfile",
            constraint=models.UniqueConstraint(
                fields=("version", "facts_sha256"), name="one_file_a_version_and_its_facts"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("facts_sha256__regex", "^[0-9a-f]{64}$"), ("sha256__regex", "^[0-9a-f]{64}$")
                ),
                name="strategy_file_hashes_are_sha256",
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.UniqueConstraint(
                fields=("version", "position"), name="one_section_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.UniqueConstraint(
                fields=("version", "key"), name="section_is_in_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="priority",
            constraint=models.UniqueConstraint(
                fields=("version", "position"), name="one_priority_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="priority",
            constraint=models.UniqueConstraint(
                fields=("version", "key"), name="priority_is_in_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="principle",
            constraint=models.UniqueConstraint(
                fields=("version", "position"), name="one_principle_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="principle",
            constraint=models.UniqueConstraint(
                fields=("version", "key"), name="principle_is_in_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="orderedlist",
            constraint=models.UniqueConstraint(
                fields=("version", "position"), name="one_list_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="orderedlist",
            constraint=models.UniqueConstraint(
                fields=("version", "key"), name="list_is_in_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryterm",
            constraint=models.UniqueConstraint(
                fields=("version", "position"), name="one_term_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryterm",
            constraint=models.UniqueConstraint(
                fields=("version", "key"), name="term_is_in_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryterm",
            constraint=models.UniqueConstraint(
                models.F("version"),
                django.db.models.functions.text.Lower("term"),
                name="one_meaning",
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("explanation", ""), _negated=True), name="term_is_explained"
            ),
        ),
        migrations.AddConstraint(
            model_name="adoption",
            constraint=models.UniqueConstraint(
                fields=("version", "council"), name="one_adoption_a_version_and_council"
            ),
        ),
        migrations.AddConstraint(
            model_name="adoption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision__isnull", False), ("on", None)),
                    models.Q(("decision", None), ("on__isnull", False)),
                    _connector="OR",
                ),
                name="adoption_names_its_decision_or_its_day",
            ),
        ),
        migrations.RunSQL([FROZEN_WITH_VERSION, FROZEN_VERSION, SHARES_SUM], UNDO),
        migrations.RunSQL(
            [
                f"CREATE TRIGGER roadmap_frozen BEFORE INSERT OR UPDATE OR DELETE ON roadmap_{name}"
                " FOR EACH ROW EXECUTE FUNCTION roadmap_frozen_with_version()"
                for name in PARTS
            ],
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            [
                f"SELECT concordat_govern('roadmap_{name}', 'roadmap_historical{name}')"
                for name in GOVERNED
            ],
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "SELECT concordat_freeze('roadmap_strategyfile')", migrations.RunSQL.noop
        ),
    ]
