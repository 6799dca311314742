"""How a call-in comes about: who signs it, what was found, and the duties that it makes."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

GOVERNED = ("callin", "signature", "councilmember", "hearingbody", "callinduty")


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0017_duties_that_remind"),
        ("roadmap", "0002_what_the_database_promises"),
        ("scrutiny", "0001_reviews_and_their_cycles"),
    ]

    operations = [
        migrations.CreateModel(
            name="CallIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gathering", "Gathering signatures"),
                            ("requested", "Requested, being checked"),
                            ("valid", "Valid, to be heard"),
                            ("invalid", "Found invalid"),
                            ("withdrawn", "Withdrawn by those who signed"),
                        ],
                        default="gathering",
                        max_length=9,
                    ),
                ),
                (
                    "grounds",
                    models.TextField(
                        blank=True, help_text="In the words of the council’s rule, one a line"
                    ),
                ),
                ("reasons", models.TextField(blank=True)),
                (
                    "alternative",
                    models.TextField(blank=True, verbose_name="what is proposed instead"),
                ),
                ("begun_at", models.DateTimeField(verbose_name="begun")),
                (
                    "requested_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="requested"),
                ),
                (
                    "enough_as",
                    models.TextField(blank=True, verbose_name="the way in which enough had signed"),
                ),
                (
                    "checks",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="As call_ins.checking.Answered, in the order in which they were asked",
                        verbose_name="the tests and their results",
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "checked_for",
                    models.CharField(blank=True, max_length=300, verbose_name="who found so"),
                ),
                ("check_reason", models.TextField(blank=True, verbose_name="why it was found so")),
                ("hearing_on", models.DateField(blank=True, null=True, verbose_name="to be heard")),
                (
                    "hearing_reason",
                    models.TextField(blank=True, verbose_name="why it is heard so late"),
                ),
                (
                    "reconsider_by",
                    models.DateField(blank=True, null=True, verbose_name="to be decided again by"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                ),
                (
                    "is_illustrative",
                    models.BooleanField(default=False, verbose_name="illustrative"),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "called_in",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="governance.calledin",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call_ins",
                        to="governance.council",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call_ins",
                        to="governance.decision",
                    ),
                ),
                (
                    "hearing_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call_ins",
                        to="governance.callinwindow",
                    ),
                ),
            ],
            options={
                "verbose_name": "call-in",
                "indexes": [
                    models.Index(fields=["-requested_at", "-id"], name="call_in_newest_first")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["gathering", "requested", "valid", "invalid", "withdrawn"],
                            )
                        ),
                        name="asked_call_in_state_is_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["requested", "valid"])),
                        fields=("window",),
                        name="one_request_a_window",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grounds", ""), _negated=True),
                            models.Q(("reasons", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="asked_call_in_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("requested_at", None), ("state", "gathering")),
                            ("state", "withdrawn"),
                            models.Q(
                                models.Q(("state__in", ["gathering", "withdrawn"]), _negated=True),
                                ("requested_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="asked_call_in_has_a_moment_once_requested",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("called_in", None),
                                ("checked_at", None),
                                ("checked_by", None),
                                ("state__in", ["gathering", "requested", "withdrawn"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ["gathering", "requested", "withdrawn"]),
                                    _negated=True,
                                ),
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="asked_call_in_says_who_checked_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("called_in", None),
                                ("state", "invalid"),
                                models.Q(("check_reason", ""), _negated=True),
                            ),
                            ("state__in", ["gathering", "requested", "withdrawn"]),
                            models.Q(
                                models.Q(
                                    (
                                        "state__in",
                                        ["gathering", "requested", "withdrawn", "invalid"],
                                    ),
                                    _negated=True,
                                ),
                                ("called_in__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="asked_call_in_freezes_if_valid_and_says_why_if_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                            models.Q(
                                models.Q(("state", "withdrawn"), _negated=True),
                                ("withdrawn_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="asked_call_in_is_withdrawn_at_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hearing_body", None), ("hearing_on", None)),
                            models.Q(
                                ("hearing_body__isnull", False),
                                ("hearing_on__isnull", False),
                                models.Q(
                                    (
                                        "state__in",
                                        ["gathering", "requested", "withdrawn", "invalid"],
                                    ),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="hearing_of_a_call_in_has_a_body_and_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CallInDuty",
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
                        choices=[
                            ("close", "See whether it was called in"),
                            ("check", "Check the request"),
                            ("hear", "Hold the hearing"),
                            ("again", "Decide again"),
                        ],
                        max_length=5,
                    ),
                ),
                (
                    "call_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duty_links",
                        to="scrutiny.callin",
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
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.decision",
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="of_call_in",
                        to="governance.duty",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "council", "purpose", "call_in"),
                        name="one_call_in_duty_a_purpose",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["close", "check", "hear", "again"])),
                        name="call_in_duty_purpose_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("call_in__isnull", False), ("purpose", "check")),
                            models.Q(
                                models.Q(("purpose", "check"), _negated=True), ("call_in", None)
                            ),
                            _connector="OR",
                        ),
                        name="only_a_check_is_of_one_request",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CouncilMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "political_group",
                    models.CharField(blank=True, max_length=100, verbose_name="political group"),
                ),
                (
                    "is_co_opted",
                    models.BooleanField(default=False, verbose_name="co-opted, and no councillor"),
                ),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "user"), name="one_council_member_a_council_and_account"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "body"), name="one_hearing_body_a_council_and_body"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCallIn",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("gathering", "Gathering signatures"),
                            ("requested", "Requested, being checked"),
                            ("valid", "Valid, to be heard"),
                            ("invalid", "Found invalid"),
                            ("withdrawn", "Withdrawn by those who signed"),
                        ],
                        default="gathering",
                        max_length=9,
                    ),
                ),
                (
                    "grounds",
                    models.TextField(
                        blank=True, help_text="In the words of the council’s rule, one a line"
                    ),
                ),
                ("reasons", models.TextField(blank=True)),
                (
                    "alternative",
                    models.TextField(blank=True, verbose_name="what is proposed instead"),
                ),
                ("begun_at", models.DateTimeField(verbose_name="begun")),
                (
                    "requested_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="requested"),
                ),
                (
                    "enough_as",
                    models.TextField(blank=True, verbose_name="the way in which enough had signed"),
                ),
                (
                    "checks",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="As call_ins.checking.Answered, in the order in which they were asked",
                        verbose_name="the tests and their results",
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "checked_for",
                    models.CharField(blank=True, max_length=300, verbose_name="who found so"),
                ),
                ("check_reason", models.TextField(blank=True, verbose_name="why it was found so")),
                ("hearing_on", models.DateField(blank=True, null=True, verbose_name="to be heard")),
                (
                    "hearing_reason",
                    models.TextField(blank=True, verbose_name="why it is heard so late"),
                ),
                (
                    "reconsider_by",
                    models.DateField(blank=True, null=True, verbose_name="to be decided again by"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
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
                    "begun_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "called_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.calledin",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "hearing_body",
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
                    "window",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.callinwindow",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical call-in",
                "verbose_name_plural": "historical call-ins",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCallInDuty",
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
                        choices=[
                            ("close", "See whether it was called in"),
                            ("check", "Check the request"),
                            ("hear", "Hold the hearing"),
                            ("again", "Decide again"),
                        ],
                        max_length=5,
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
                    "call_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.callin",
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
                "verbose_name": "historical call in duty",
                "verbose_name_plural": "historical call in dutys",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCouncilMember",
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
                    "political_group",
                    models.CharField(blank=True, max_length=100, verbose_name="political group"),
                ),
                (
                    "is_co_opted",
                    models.BooleanField(default=False, verbose_name="co-opted, and no councillor"),
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
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical council member",
                "verbose_name_plural": "historical council members",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHearingBody",
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
            ],
            options={
                "verbose_name": "historical hearing body",
                "verbose_name_plural": "historical hearing bodys",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSignature",
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
                ("signed_at", models.DateTimeField(verbose_name="signed")),
                (
                    "ways",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The numbers, from 1, of the ways of the rule for which it counts",
                    ),
                ),
                ("counted_as", models.CharField(max_length=300, verbose_name="signed as")),
                ("political_group", models.CharField(blank=True, max_length=100)),
                (
                    "taken_back_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
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
                    "call_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="scrutiny.callin",
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
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical signature",
                "verbose_name_plural": "historical signatures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signed_at", models.DateTimeField(verbose_name="signed")),
                (
                    "ways",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The numbers, from 1, of the ways of the rule for which it counts",
                    ),
                ),
                ("counted_as", models.CharField(max_length=300, verbose_name="signed as")),
                ("political_group", models.CharField(blank=True, max_length=100)),
                (
                    "taken_back_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                ),
                (
                    "call_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="scrutiny.callin",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("call_in", "member"),
                        name="one_signature_a_call_in_and_member",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            [
                f"SELECT concordat_govern('scrutiny_{name}', 'scrutiny_historical{name}')"
                for name in GOVERNED
            ],
            migrations.RunSQL.noop,
        ),
    ]
