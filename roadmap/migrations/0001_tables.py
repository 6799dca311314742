import datetime as dt
import uuid

import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("governance", "0016_kinds_of_duty_of_other_apps"),
        ("governance", "__first__"),
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
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision__isnull", False), ("on", None)),
                            models.Q(("decision", None), ("on__isnull", False)),
                            _connector="OR",
                        ),
                        name="adoption_names_its_decision_or_its_day",
                    )
                ],
            },
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
            options={
                "indexes": [
                    models.Index(fields=["partnership", "title"], name="business_case_by_title")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="business_case_has_a_title",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                ],
            },
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
            options={
                "indexes": [models.Index(fields=["partnership", "title"], name="benefit_by_title")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="benefit_has_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("baseline_pence", None),
                            models.Q(
                                ("baseline_pence__gte", 0), ("baseline_pence__lte", 10000000000000)
                            ),
                            _connector="OR",
                        ),
                        name="benefit_baseline_is_a_sum",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("department", models.CharField(blank=True, max_length=200)),
                ("description", models.TextField(blank=True)),
                ("supplier", models.CharField(blank=True, max_length=200)),
                (
                    "supplier_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sme", "Small or medium-sized enterprise"),
                            ("vcse", "Voluntary, community or social enterprise"),
                            ("neither", "Neither"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "supplier_number",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="company or charity number"
                    ),
                ),
                (
                    "value_pence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="sum over the whole contract"
                    ),
                ),
                (
                    "annual_pence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="estimated yearly spend"
                    ),
                ),
                (
                    "vat_pence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="VAT that cannot be recovered"
                    ),
                ),
                (
                    "money_withheld",
                    models.TextField(blank=True, verbose_name="why the money is not published"),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="start")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="end of the initial term"),
                ),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="review")),
                (
                    "renewal",
                    models.CharField(
                        choices=[
                            ("none", "It ends: there is no renewal"),
                            ("tacit", "It rolls on unless notice is given"),
                            ("express", "It ends unless renewal is asked for"),
                        ],
                        default="none",
                        max_length=7,
                    ),
                ),
                (
                    "roll_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="rolls on for months"
                    ),
                ),
                (
                    "notice_count",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="length of notice"
                    ),
                ),
                (
                    "notice_unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("days", "calendar days"),
                            ("weeks", "weeks"),
                            ("months", "calendar months"),
                        ],
                        max_length=6,
                        verbose_name="notice counted in",
                    ),
                ),
                (
                    "notice_given_on",
                    models.DateField(blank=True, null=True, verbose_name="notice given"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="no longer in use since"),
                ),
                (
                    "lead_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months to procure a joint replacement"
                    ),
                ),
                (
                    "can_be_joined",
                    models.BooleanField(default=False, verbose_name="other councils may join it"),
                ),
                (
                    "procurement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tender", "Published invitation to tender"),
                            ("quotes", "Invitation to quote"),
                            ("framework", "Call-off from a framework"),
                            ("direct", "Direct award"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="route of procurement"
                    ),
                ),
                (
                    "is_unapproved",
                    models.BooleanField(default=False, verbose_name="found without approval"),
                ),
                (
                    "decided_for",
                    models.DateField(
                        blank=True, null=True, verbose_name="end that the decision is about"
                    ),
                ),
                ("source", models.TextField(blank=True, verbose_name="where the facts come from")),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="governance.decision",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="governance.council",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts_next",
                        to="governance.decision",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["council", "reference", "id"], name="contract_by_reference"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="contract_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("supplier_kind__in", ["", "sme", "vcse", "neither"])),
                        name="contract_supplier_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("procurement__in", ["", "tender", "quotes", "framework", "direct"])
                        ),
                        name="contract_procurement_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("value_pence", None), ("value_pence__gte", 0), _connector="OR"
                            ),
                            models.Q(
                                ("annual_pence", None), ("annual_pence__gte", 0), _connector="OR"
                            ),
                            models.Q(("vat_pence", None), ("vat_pence__gte", 0), _connector="OR"),
                        ),
                        name="contract_sums_are_nothing_or_more",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="contract_does_not_end_before_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            models.Q(
                                ("ends_on__gte", dt.date(1974, 4, 1)),
                                ("ends_on__lte", dt.date(2200, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="contract_ends_on_a_day_that_can_be_counted_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("renewal__in", ["none", "tacit", "express"])),
                        name="contract_renewal_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ends_on__isnull", False),
                                ("renewal", "tacit"),
                                ("roll_months__gte", 1),
                                ("roll_months__isnull", False),
                                ("roll_months__lte", 120),
                            ),
                            models.Q(
                                models.Q(("renewal", "tacit"), _negated=True), ("roll_months", None)
                            ),
                            _connector="OR",
                        ),
                        name="contract_that_rolls_on_says_from_when_and_how_far",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("notice_count", None), ("notice_unit", "")),
                            models.Q(
                                ("notice_count__gte", 1),
                                ("notice_count__isnull", False),
                                ("notice_count__lte", 1000),
                                ("notice_unit__in", ["days", "weeks", "months"]),
                            ),
                            _connector="OR",
                        ),
                        name="contract_notice_has_a_length_and_a_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lead_months", None), ("lead_months__lte", 120), _connector="OR"
                        ),
                        name="contract_is_replaced_within_ten_years",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_unapproved", False), ("approved_by", None), _connector="OR"
                        ),
                        name="contract_found_without_approval_was_not_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_for", None), ("replaced_by", None)),
                            models.Q(
                                ("decided_for__isnull", False), ("replaced_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="contract_decided_says_about_which_end",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[("decide", "Decide what follows"), ("act", "Act")], max_length=6
                    ),
                ),
                ("term_end", models.DateField(verbose_name="end that it is about")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duty_links",
                        to="roadmap.contract",
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="of_contract",
                        to="governance.duty",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "purpose", "term_end"),
                        name="one_duty_a_purpose_and_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["decide", "act"])),
                        name="contract_duty_purpose_is_known",
                    ),
                ],
            },
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "name", "from_on"),
                        name="one_split_a_name_and_day",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="split_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on", None),
                            ("from_on", None),
                            ("to_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="split_does_not_end_before_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CoveredCouncil",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="joined")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covered",
                        to="roadmap.contract",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covered_by",
                        to="governance.council",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "council"), name="one_cover_a_contract_and_council"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dashboard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("first", models.DateField(verbose_name="first day of the period")),
                ("last", models.DateField(verbose_name="last day of the period")),
                ("facts", models.JSONField()),
                ("facts_sha256", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField()),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dashboards",
                        to="governance.meeting",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dashboards",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["partnership", "-kept_at", "-id"], name="dashboard_newest_first"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="dashboard_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="dashboard_period_does_not_end_before_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("facts_sha256__regex", "^[0-9a-f]{64}$")),
                        name="dashboard_hash_is_sha256",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DashboardFile",
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
                    "dashboard",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="file",
                        to="roadmap.dashboard",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="dashboard_file_hash_is_sha256",
                    )
                ],
            },
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("adoption", "name"), name="one_earlier_strategy_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="earlier_strategy_has_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("months", models.PositiveSmallIntegerField(verbose_name="length in months")),
                (
                    "take_up_by",
                    models.DateField(blank=True, null=True, verbose_name="to be taken up by"),
                ),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="taken up")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="roadmap.contract",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "position"), name="one_extension_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 120)),
                        name="extension_is_of_one_month_to_ten_years",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Function",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="place in the register"
                    ),
                ),
                (
                    "lead_months",
                    models.PositiveSmallIntegerField(
                        default=6, verbose_name="months to procure a joint replacement"
                    ),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="functions",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["partnership", "position", "id"], name="function_in_order")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "name"), name="one_function_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="function_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lead_months__lte", 120)),
                        name="function_is_procured_within_ten_years",
                    ),
                ],
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "name"),
                        name="one_funding_source_a_partnership_and_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["grant", "reserve", "revenue", "capital"])
                        ),
                        name="funding_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_pence", None),
                            models.Q(
                                ("amount_pence__gte", 0), ("amount_pence__lte", 10000000000000)
                            ),
                            _connector="OR",
                        ),
                        name="funding_amount_is_a_sum",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on", None), ("received_words", ""), _connector="OR"
                        ),
                        name="funding_day_is_a_date_or_words",
                    ),
                ],
            },
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
            name="HistoricalContractDuty",
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
                    "purpose",
                    models.CharField(
                        choices=[("decide", "Decide what follows"), ("act", "Act")], max_length=6
                    ),
                ),
                ("term_end", models.DateField(verbose_name="end that it is about")),
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
                    "contract",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.contract",
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
            ],
            options={
                "verbose_name": "historical contract duty",
                "verbose_name_plural": "historical contract dutys",
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
            name="HistoricalCoveredCouncil",
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
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="joined")),
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
                    "contract",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.contract",
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
                "verbose_name": "historical covered council",
                "verbose_name_plural": "historical covered councils",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDashboard",
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
                ("first", models.DateField(verbose_name="first day of the period")),
                ("last", models.DateField(verbose_name="last day of the period")),
                ("facts", models.JSONField()),
                ("facts_sha256", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField()),
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
                "verbose_name": "historical dashboard",
                "verbose_name_plural": "historical dashboards",
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
            name="HistoricalExtension",
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
                ("months", models.PositiveSmallIntegerField(verbose_name="length in months")),
                (
                    "take_up_by",
                    models.DateField(blank=True, null=True, verbose_name="to be taken up by"),
                ),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="taken up")),
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
                    "contract",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.contract",
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
                "verbose_name": "historical extension",
                "verbose_name_plural": "historical extensions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFunction",
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
                ("name", models.CharField(max_length=100)),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="place in the register"
                    ),
                ),
                (
                    "lead_months",
                    models.PositiveSmallIntegerField(
                        default=6, verbose_name="months to procure a joint replacement"
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
                "verbose_name": "historical function",
                "verbose_name_plural": "historical functions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLicence",
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
                ("name", models.CharField(max_length=200, verbose_name="licence")),
                ("held", models.PositiveIntegerField(verbose_name="licences held")),
                (
                    "used",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="licences in use"
                    ),
                ),
                ("counted_on", models.DateField(blank=True, null=True, verbose_name="counted")),
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
                    "contract",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.contract",
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
                "verbose_name": "historical licence",
                "verbose_name_plural": "historical licences",
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
            name="HistoricalRecheck",
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
                    "months",
                    models.PositiveSmallIntegerField(
                        default=12, verbose_name="verified again after months"
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
                "verbose_name": "historical recheck",
                "verbose_name_plural": "historical rechecks",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRecheckDuty",
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
                ("oldest_on", models.DateField(verbose_name="oldest data is of")),
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
                "verbose_name": "historical recheck duty",
                "verbose_name_plural": "historical recheck dutys",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalService",
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
                    "lgsl_id",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="LGSL id"),
                ),
                ("department", models.CharField(blank=True, max_length=200)),
                (
                    "run_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("partnership", "The partnership"),
                            ("sovereign", "Each council for itself"),
                        ],
                        max_length=11,
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
                "verbose_name": "historical service",
                "verbose_name_plural": "historical services",
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
            name="HistoricalSystem",
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
                ("purpose", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central", "Centralised: audited by ICT"),
                            ("business", "Business system: audited by the service that runs it"),
                        ],
                        max_length=8,
                        verbose_name="centralised or business",
                    ),
                ),
                (
                    "hosting",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "On the councils’ own servers"),
                            ("hosted", "Hosted by a supplier"),
                            ("cloud", "In the cloud, as a service"),
                        ],
                        max_length=6,
                    ),
                ),
                ("supported_until", models.DateField(blank=True, null=True)),
                (
                    "owner",
                    models.CharField(blank=True, max_length=200, verbose_name="owner, as a post"),
                ),
                (
                    "recent_investment",
                    models.TextField(blank=True, verbose_name="why it is left out of removal"),
                ),
                ("source", models.TextField(blank=True, verbose_name="where the facts come from")),
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
                "verbose_name": "historical system",
                "verbose_name_plural": "historical systems",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTheme",
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
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField(default=1)),
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
                "verbose_name": "historical theme",
                "verbose_name_plural": "historical themes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Item",
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
                    "position",
                    models.PositiveIntegerField(default=0, verbose_name="place in the roadmap"),
                ),
                ("description", models.TextField(blank=True)),
                (
                    "horizon",
                    models.CharField(
                        choices=[
                            ("now", "Now"),
                            ("next", "Next"),
                            ("later", "Later"),
                            ("long_term", "Long-term ambition"),
                        ],
                        default="now",
                        max_length=9,
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")],
                        default="medium",
                        max_length=6,
                    ),
                ),
                (
                    "owner",
                    models.CharField(blank=True, max_length=200, verbose_name="owner, as a post"),
                ),
                (
                    "principle",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="principle of the strategy"
                    ),
                ),
                (
                    "serves",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="priority of the strategy"
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        choices=[
                            ("together", "All councils together"),
                            ("need_first", "The council most in need first"),
                        ],
                        default="together",
                        max_length=10,
                        verbose_name="order of the councils",
                    ),
                ),
                ("pattern_reason", models.TextField(blank=True, verbose_name="why in that order")),
                (
                    "status",
                    models.CharField(
                        blank=True,
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
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why, in one sentence"
                    ),
                ),
                ("source", models.TextField(blank=True, verbose_name="where the facts come from")),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roadmap_items",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["partnership", "position", "id"], name="item_in_roadmap_order"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "slug"), name="one_roadmap_item_an_address"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("slug", ""), _negated=True),
                        ),
                        name="item_has_a_title_and_an_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("horizon__in", ["now", "next", "later", "long_term"])),
                        name="item_horizon_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("priority__in", ["high", "medium", "low"])),
                        name="item_priority_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pattern__in", ["together", "need_first"])),
                        name="item_pattern_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("pattern", "need_first"), _negated=True),
                            models.Q(("pattern_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_that_begins_with_one_council_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["", "green", "amber", "red", "complete", "not_started"])
                        ),
                        name="item_status_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRollout",
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
                ("phase", models.PositiveSmallIntegerField(default=1)),
                (
                    "turn",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="whose turn it is"
                    ),
                ),
                (
                    "turn_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why this turn"),
                ),
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
                        default="not_started",
                        max_length=11,
                    ),
                ),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why, in one sentence"
                    ),
                ),
                (
                    "owner",
                    models.CharField(blank=True, max_length=200, verbose_name="owner, as a post"),
                ),
                ("planned_start", models.DateField(blank=True, null=True)),
                ("planned_end", models.DateField(blank=True, null=True)),
                ("forecast_start", models.DateField(blank=True, null=True)),
                ("forecast_end", models.DateField(blank=True, null=True)),
                ("actual_start", models.DateField(blank=True, null=True, verbose_name="started")),
                ("actual_end", models.DateField(blank=True, null=True, verbose_name="ended")),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical rollout",
                "verbose_name_plural": "historical rollouts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPhaseGate",
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
                    "phase",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="the phase that waits for it"
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        default="Does it still add value, and is the next phase still relevant?",
                        max_length=300,
                    ),
                ),
                ("due_on", models.DateField(verbose_name="to be decided by")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "Not decided yet"),
                            ("passed", "Passed"),
                            ("not_passed", "Not passed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what was found, in one sentence"
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical phase gate",
                "verbose_name_plural": "historical phase gates",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDependency",
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
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                    ),
                ),
                (
                    "needs",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dependency",
                "verbose_name_plural": "historical dependencies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCaseItem",
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
                    "note",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what it has to do with it"
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical case item",
                "verbose_name_plural": "historical case items",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
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
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                        verbose_name="item of the roadmap",
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
            name="Dependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dependencies",
                        to="roadmap.item",
                    ),
                ),
                (
                    "needs",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needed_by",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "dependencies",
                "constraints": [
                    models.UniqueConstraint(fields=("item", "needs"), name="one_dependency_a_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("item", models.F("needs")), _negated=True),
                        name="item_does_not_depend_on_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what it has to do with it"
                    ),
                ),
                (
                    "business_case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_items",
                        to="roadmap.businesscase",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_items",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("business_case", "item"), name="one_link_a_case_and_item"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="benefit",
            name="item",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="benefits",
                to="roadmap.item",
                verbose_name="item of the roadmap",
            ),
        ),
        migrations.CreateModel(
            name="Licence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=200, verbose_name="licence")),
                ("held", models.PositiveIntegerField(verbose_name="licences held")),
                (
                    "used",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="licences in use"
                    ),
                ),
                ("counted_on", models.DateField(blank=True, null=True, verbose_name="counted")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="licences",
                        to="roadmap.contract",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "position"), name="one_licence_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="licence_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("counted_on", None), ("used", None)),
                            models.Q(("counted_on__isnull", False), ("used__isnull", False)),
                            _connector="OR",
                        ),
                        name="licences_in_use_were_counted_on_a_day",
                    ),
                ],
            },
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("business_case", "position"), name="one_option_a_place"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_recommended", True)),
                        fields=("business_case",),
                        name="one_recommended_option_a_case",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_do_nothing", True)),
                        fields=("business_case",),
                        name="doing_nothing_is_one_option",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="option_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("once_pence", None),
                                models.Q(
                                    ("once_pence__gte", 0), ("once_pence__lte", 10000000000000)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("yearly_pence", None),
                                models.Q(
                                    ("yearly_pence__gte", 0), ("yearly_pence__lte", 10000000000000)
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="option_costs_nothing_or_more",
                    ),
                ],
            },
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ordered_list", "position"), name="one_entry_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("ordered_list", "key"), name="entry_is_in_a_version_once"
                    ),
                ],
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
            name="PendingImport",
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
                        choices=[("roadmap", "roadmap"), ("volumes", "volumes")], max_length=10
                    ),
                ),
                ("name", models.CharField(help_text="What the file was called", max_length=200)),
                ("table", models.JSONField(help_text="Headings and lines as they were read")),
                ("chosen_at", models.DateTimeField(auto_now=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pending_imports",
                        to="governance.partnership",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pending_imports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "partnership", "kind"),
                        name="one_pending_import_a_person_and_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["roadmap", "volumes"])),
                        name="pending_import_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PhaseGate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "phase",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="the phase that waits for it"
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        default="Does it still add value, and is the next phase still relevant?",
                        max_length=300,
                    ),
                ),
                ("due_on", models.DateField(verbose_name="to be decided by")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "Not decided yet"),
                            ("passed", "Passed"),
                            ("not_passed", "Not passed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what was found, in one sentence"
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
                        related_name="phase_gates",
                        to="governance.body",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phase_gates",
                        to="governance.decision",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gates",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["item", "phase", "id"], name="gate_in_order_of_phases")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "phase", "body"), name="one_gate_a_phase_and_body"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase__gte", 1)), name="gate_phase_is_counted_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("question", ""), _negated=True),
                        name="gate_asks_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_on", None), ("decision", None), ("outcome", "waiting")
                            ),
                            models.Q(
                                ("decided_on__isnull", False),
                                ("outcome__in", ["passed", "not_passed"]),
                            ),
                            _connector="OR",
                        ),
                        name="gate_is_waiting_or_decided_on_a_day",
                    ),
                ],
            },
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "name"), name="one_purpose_a_partnership_and_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="purpose_has_a_name"
                    ),
                ],
            },
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                        verbose_name="item of the roadmap",
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="roadmap.item",
                        verbose_name="item of the roadmap",
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
            options={
                "indexes": [
                    models.Index(fields=["partnership", "-on", "-id"], name="cost_newest_first")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="cost_says_what_for"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_pence__gte", -10000000000000),
                            ("amount_pence__lte", 10000000000000),
                        ),
                        name="cost_is_a_sum",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("council__isnull", False), ("split", None)),
                            models.Q(("council", None), ("split__isnull", False)),
                            _connector="OR",
                        ),
                        name="cost_is_shared_or_one_councils",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        default=12, verbose_name="verified again after months"
                    ),
                ),
                (
                    "partnership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recheck",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 120)),
                        name="recheck_is_after_one_month_to_ten_years",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecheckDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("oldest_on", models.DateField(verbose_name="oldest data is of")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recheck_duties",
                        to="governance.council",
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="of_recheck",
                        to="governance.duty",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recheck_duties",
                        to="governance.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Rollout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("phase", models.PositiveSmallIntegerField(default=1)),
                (
                    "turn",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="whose turn it is"
                    ),
                ),
                (
                    "turn_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why this turn"),
                ),
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
                        default="not_started",
                        max_length=11,
                    ),
                ),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why, in one sentence"
                    ),
                ),
                (
                    "owner",
                    models.CharField(blank=True, max_length=200, verbose_name="owner, as a post"),
                ),
                ("planned_start", models.DateField(blank=True, null=True)),
                ("planned_end", models.DateField(blank=True, null=True)),
                ("forecast_start", models.DateField(blank=True, null=True)),
                ("forecast_end", models.DateField(blank=True, null=True)),
                ("actual_start", models.DateField(blank=True, null=True, verbose_name="started")),
                ("actual_end", models.DateField(blank=True, null=True, verbose_name="ended")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rollouts",
                        to="governance.council",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rollouts",
                        to="roadmap.item",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["item", "phase", "turn", "id"], name="rollout_in_its_order"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("council__isnull", False)),
                        fields=("item", "phase", "council"),
                        name="one_rollout_a_council_and_phase_of_an_item",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("council", None)),
                        fields=("item", "phase"),
                        name="one_rollout_of_all_councils_a_phase_of_an_item",
                    ),
                    models.UniqueConstraint(
                        fields=("item", "phase", "turn"), name="one_rollout_a_turn_in_a_phase"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["green", "amber", "red", "complete", "not_started"])
                        ),
                        name="rollout_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase__gte", 1)),
                        name="rollout_phase_is_counted_from_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("turn", None), ("turn_reason", "")),
                            models.Q(
                                ("council__isnull", False),
                                ("turn__gte", 1),
                                ("turn__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="rollout_turn_is_counted_from_one_and_of_one_council",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("planned_start", None),
                            ("planned_end", None),
                            ("planned_end__gte", models.F("planned_start")),
                            _connector="OR",
                        ),
                        name="rollout_planned_end_is_not_before_its_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("forecast_start", None),
                            ("forecast_end", None),
                            ("forecast_end__gte", models.F("forecast_start")),
                            _connector="OR",
                        ),
                        name="rollout_forecast_end_is_not_before_its_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("actual_start", None),
                            ("actual_end", None),
                            ("actual_end__gte", models.F("actual_start")),
                            _connector="OR",
                        ),
                        name="rollout_actual_end_is_not_before_its_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "not_started"), _negated=True),
                            ("actual_start", None),
                            _connector="OR",
                        ),
                        name="rollout_that_has_not_started_has_no_day_it_started",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("actual_end", None), ("status", "complete"), _connector="OR"
                        ),
                        name="rollout_that_has_ended_is_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("planned_on", models.DateField(verbose_name="planned for")),
                (
                    "forecast_on",
                    models.DateField(blank=True, null=True, verbose_name="forecast for"),
                ),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="roadmap.item",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="roadmap.rollout",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["item", "planned_on", "id"], name="milestone_soonest_first"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="milestone_has_a_title",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMilestone",
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
                ("planned_on", models.DateField(verbose_name="planned for")),
                (
                    "forecast_on",
                    models.DateField(blank=True, null=True, verbose_name="forecast for"),
                ),
                ("met_on", models.DateField(blank=True, null=True)),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.item",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.rollout",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical milestone",
                "verbose_name_plural": "historical milestones",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="RowDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("typed", models.JSONField(default=dict)),
                ("seen", models.BigIntegerField()),
                ("kept_at", models.DateTimeField()),
                (
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="roadmap.rollout",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="row_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "rollout"), name="one_draft_a_person_and_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "page",
                    models.CharField(
                        choices=[
                            ("table", "Table"),
                            ("timeline", "Timeline"),
                            ("board", "Board"),
                            ("changes", "Changed since"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "query",
                    models.CharField(
                        blank=True, help_text="As in the address, after “?”", max_length=1000
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to="governance.partnership",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "partnership", "name"),
                        name="one_saved_view_a_person_and_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "page__in",
                                {
                                    "board": "Board",
                                    "changes": "Changed since",
                                    "table": "Table",
                                    "timeline": "Timeline",
                                },
                            )
                        ),
                        name="saved_view_page_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="saved_view_has_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "lgsl_id",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="LGSL id"),
                ),
                ("department", models.CharField(blank=True, max_length=200)),
                (
                    "run_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("partnership", "The partnership"),
                            ("sovereign", "Each council for itself"),
                        ],
                        max_length=11,
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
                        related_name="services",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "name"), name="one_service_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="service_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lgsl_id", None),
                            models.Q(("lgsl_id__gte", 1), ("lgsl_id__lte", 9999)),
                            _connector="OR",
                        ),
                        name="service_lgsl_id_has_one_to_four_figures",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("run_by__in", ["", "partnership", "sovereign"])),
                        name="service_run_by_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTransaction",
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
                    "online",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("part", "Partly"), ("no", "No")],
                        max_length=4,
                        verbose_name="available online",
                    ),
                ),
                ("platform", models.CharField(blank=True, max_length=100)),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("web", "Online"),
                            ("phone", "Telephone"),
                            ("face", "In person"),
                            ("post", "Post"),
                            ("email", "E-mail"),
                        ],
                        max_length=5,
                        verbose_name="main channel",
                    ),
                ),
                (
                    "volume",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="volume a year"
                    ),
                ),
                (
                    "volume_year",
                    models.CharField(blank=True, max_length=20, verbose_name="year of the volume"),
                ),
                ("note", models.TextField(blank=True)),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="verified")),
                (
                    "verified_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="verified by, as a post"
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
                    "service",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.service",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical transaction",
                "verbose_name_plural": "historical transactions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("split", "council"), name="one_share_a_split_and_council"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hundredths", None), ("hundredths__lte", 10000), _connector="OR"
                        ),
                        name="share_is_part_of_the_whole",
                    ),
                ],
            },
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
                "indexes": [
                    models.Index(fields=["partnership", "title"], name="strategy_by_title")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "slug"),
                        name="one_strategy_a_partnership_and_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="strategy_has_a_title",
                    ),
                ],
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("strategy", "number"), name="one_version_a_strategy_and_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")),
                        fields=("strategy",),
                        name="one_draft_a_strategy",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("strategy",),
                        name="one_version_counts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "published", "superseded"])),
                        name="version_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("state", "draft")),
                            models.Q(
                                models.Q(("state", "draft"), _negated=True),
                                ("published_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="version_has_a_moment_once_published",
                    ),
                ],
            },
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
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("facts_sha256__regex", "^[0-9a-f]{64}$"),
                            ("sha256__regex", "^[0-9a-f]{64}$"),
                        ),
                        name="strategy_file_hashes_are_sha256",
                    )
                ],
            },
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "position"), name="one_section_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("version", "key"), name="section_is_in_a_version_once"
                    ),
                ],
            },
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "position"), name="one_priority_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("version", "key"), name="priority_is_in_a_version_once"
                    ),
                ],
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "position"), name="one_principle_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("version", "key"), name="principle_is_in_a_version_once"
                    ),
                ],
            },
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "position"), name="one_term_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("version", "key"), name="term_is_in_a_version_once"
                    ),
                    models.UniqueConstraint(
                        models.F("version"),
                        django.db.models.functions.text.Lower("term"),
                        name="one_meaning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("explanation", ""), _negated=True),
                        name="term_is_explained",
                    ),
                ],
            },
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
            name="System",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("purpose", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central", "Centralised: audited by ICT"),
                            ("business", "Business system: audited by the service that runs it"),
                        ],
                        max_length=8,
                        verbose_name="centralised or business",
                    ),
                ),
                (
                    "hosting",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "On the councils’ own servers"),
                            ("hosted", "Hosted by a supplier"),
                            ("cloud", "In the cloud, as a service"),
                        ],
                        max_length=6,
                    ),
                ),
                ("supported_until", models.DateField(blank=True, null=True)),
                (
                    "owner",
                    models.CharField(blank=True, max_length=200, verbose_name="owner, as a post"),
                ),
                (
                    "recent_investment",
                    models.TextField(blank=True, verbose_name="why it is left out of removal"),
                ),
                ("source", models.TextField(blank=True, verbose_name="where the facts come from")),
                ("is_published", models.BooleanField(default=False, verbose_name="published")),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="systems",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["partnership", "name", "id"], name="system_by_name")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="system_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["", "central", "business"])),
                        name="system_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hosting__in", ["", "own", "hosted", "cloud"])),
                        name="system_hosting_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSystemUse",
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
                ("since", models.DateField(blank=True, null=True, verbose_name="in use since")),
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
                    "function",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.function",
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
                    "system",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.system",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical system use",
                "verbose_name_plural": "historical system uses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContract",
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
                ("reference", models.CharField(blank=True, max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("department", models.CharField(blank=True, max_length=200)),
                ("description", models.TextField(blank=True)),
                ("supplier", models.CharField(blank=True, max_length=200)),
                (
                    "supplier_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sme", "Small or medium-sized enterprise"),
                            ("vcse", "Voluntary, community or social enterprise"),
                            ("neither", "Neither"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "supplier_number",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="company or charity number"
                    ),
                ),
                (
                    "value_pence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="sum over the whole contract"
                    ),
                ),
                (
                    "annual_pence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="estimated yearly spend"
                    ),
                ),
                (
                    "vat_pence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="VAT that cannot be recovered"
                    ),
                ),
                (
                    "money_withheld",
                    models.TextField(blank=True, verbose_name="why the money is not published"),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="start")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="end of the initial term"),
                ),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="review")),
                (
                    "renewal",
                    models.CharField(
                        choices=[
                            ("none", "It ends: there is no renewal"),
                            ("tacit", "It rolls on unless notice is given"),
                            ("express", "It ends unless renewal is asked for"),
                        ],
                        default="none",
                        max_length=7,
                    ),
                ),
                (
                    "roll_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="rolls on for months"
                    ),
                ),
                (
                    "notice_count",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="length of notice"
                    ),
                ),
                (
                    "notice_unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("days", "calendar days"),
                            ("weeks", "weeks"),
                            ("months", "calendar months"),
                        ],
                        max_length=6,
                        verbose_name="notice counted in",
                    ),
                ),
                (
                    "notice_given_on",
                    models.DateField(blank=True, null=True, verbose_name="notice given"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="no longer in use since"),
                ),
                (
                    "lead_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months to procure a joint replacement"
                    ),
                ),
                (
                    "can_be_joined",
                    models.BooleanField(default=False, verbose_name="other councils may join it"),
                ),
                (
                    "procurement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tender", "Published invitation to tender"),
                            ("quotes", "Invitation to quote"),
                            ("framework", "Call-off from a framework"),
                            ("direct", "Direct award"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="route of procurement"
                    ),
                ),
                (
                    "is_unapproved",
                    models.BooleanField(default=False, verbose_name="found without approval"),
                ),
                (
                    "decided_for",
                    models.DateField(
                        blank=True, null=True, verbose_name="end that the decision is about"
                    ),
                ),
                ("source", models.TextField(blank=True, verbose_name="where the facts come from")),
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
                    "approved_by",
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
                    "replaced_by",
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
                    "system",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.system",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical contract",
                "verbose_name_plural": "historical contracts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="contract",
            name="system",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="roadmap.system",
            ),
        ),
        migrations.CreateModel(
            name="SystemUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="in use since")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="systems_used",
                        to="governance.council",
                    ),
                ),
                (
                    "function",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="roadmap.function",
                    ),
                ),
                (
                    "system",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="roadmap.system",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["function", "council"], name="use_by_function")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("system", "council", "function"),
                        name="one_use_a_system_council_and_job",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField(default=1)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roadmap_themes",
                        to="governance.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "name"), name="one_theme_a_name"
                    ),
                    models.UniqueConstraint(
                        fields=("partnership", "position"),
                        name="one_theme_a_place_in_a_partnership",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="theme_has_a_name"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="item",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="roadmap.theme",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalItem",
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
                    "position",
                    models.PositiveIntegerField(default=0, verbose_name="place in the roadmap"),
                ),
                ("description", models.TextField(blank=True)),
                (
                    "horizon",
                    models.CharField(
                        choices=[
                            ("now", "Now"),
                            ("next", "Next"),
                            ("later", "Later"),
                            ("long_term", "Long-term ambition"),
                        ],
                        default="now",
                        max_length=9,
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")],
                        default="medium",
                        max_length=6,
                    ),
                ),
                (
                    "owner",
                    models.CharField(blank=True, max_length=200, verbose_name="owner, as a post"),
                ),
                (
                    "principle",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="principle of the strategy"
                    ),
                ),
                (
                    "serves",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="priority of the strategy"
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        choices=[
                            ("together", "All councils together"),
                            ("need_first", "The council most in need first"),
                        ],
                        default="together",
                        max_length=10,
                        verbose_name="order of the councils",
                    ),
                ),
                ("pattern_reason", models.TextField(blank=True, verbose_name="why in that order")),
                (
                    "status",
                    models.CharField(
                        blank=True,
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
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why, in one sentence"
                    ),
                ),
                ("source", models.TextField(blank=True, verbose_name="where the facts come from")),
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="roadmap.theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical item",
                "verbose_name_plural": "historical items",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Transaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "online",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("part", "Partly"), ("no", "No")],
                        max_length=4,
                        verbose_name="available online",
                    ),
                ),
                ("platform", models.CharField(blank=True, max_length=100)),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("web", "Online"),
                            ("phone", "Telephone"),
                            ("face", "In person"),
                            ("post", "Post"),
                            ("email", "E-mail"),
                        ],
                        max_length=5,
                        verbose_name="main channel",
                    ),
                ),
                (
                    "volume",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="volume a year"
                    ),
                ),
                (
                    "volume_year",
                    models.CharField(blank=True, max_length=20, verbose_name="year of the volume"),
                ),
                ("note", models.TextField(blank=True)),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="verified")),
                (
                    "verified_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="verified by, as a post"
                    ),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transactions",
                        to="governance.council",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transactions",
                        to="roadmap.service",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["council", "verified_on"], name="transaction_oldest_first")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "council"), name="one_transaction_a_service_and_council"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("online__in", ["", "yes", "part", "no"])),
                        name="transaction_online_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["", "web", "phone", "face", "post", "email"])
                        ),
                        name="transaction_channel_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("volume", None), ("volume__lte", 1000000000), _connector="OR"
                        ),
                        name="transaction_volume_is_one_that_can_be_counted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verified_by", ""), ("verified_on", None)),
                            models.Q(
                                ("verified_on__isnull", False),
                                models.Q(("verified_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="transaction_verified_says_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_on", None),
                            models.Q(
                                ("verified_on__gte", dt.date(1974, 4, 1)),
                                ("verified_on__lte", dt.date(2200, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="transaction_verified_on_a_day_that_can_be_counted_from",
                    ),
                ],
            },
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
            model_name="adoption",
            constraint=models.UniqueConstraint(
                fields=("version", "council"), name="one_adoption_a_version_and_council"
            ),
        ),
    ]
