import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0016_kinds_of_duty_of_other_apps"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_kind_is_known",
        ),
        migrations.AddField(
            model_name="duty",
            name="acknowledged_until",
            field=models.DateField(
                blank=True, help_text="No reminder goes out before this day", null=True
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="assigned_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Blank: everybody who holds the role",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duties",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="follows",
            field=models.OneToOneField(
                blank=True,
                help_text="The occurrence before this one",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="governance.duty",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="holder_role",
            field=models.CharField(
                blank=True,
                choices=[
                    ("member", "Member"),
                    ("officer", "Officer"),
                    ("partnership_officer", "Partnership officer"),
                    ("democratic_services", "Democratic services"),
                    ("scrutiny_officer", "Scrutiny officer"),
                    ("administrator", "Administrator"),
                ],
                help_text="Blank: the role that usually holds duties of its kind",
                max_length=20,
                verbose_name="whose accounts are reminded",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="lead_days",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                blank=True,
                help_text="Blank: as usual for its kind",
                null=True,
                size=8,
                verbose_name="reminders, in days before it is due",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="repeat_from",
            field=models.CharField(
                blank=True,
                choices=[("due", "The day it was due"), ("done", "The day it was done")],
                max_length=4,
                verbose_name="counted from",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="repeat_months",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="repeats every so many months"
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="acknowledged_until",
            field=models.DateField(
                blank=True, help_text="No reminder goes out before this day", null=True
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="assigned_to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Blank: everybody who holds the role",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The occurrence before this one",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="governance.duty",
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="holder_role",
            field=models.CharField(
                blank=True,
                choices=[
                    ("member", "Member"),
                    ("officer", "Officer"),
                    ("partnership_officer", "Partnership officer"),
                    ("democratic_services", "Democratic services"),
                    ("scrutiny_officer", "Scrutiny officer"),
                    ("administrator", "Administrator"),
                ],
                help_text="Blank: the role that usually holds duties of its kind",
                max_length=20,
                verbose_name="whose accounts are reminded",
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="lead_days",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                blank=True,
                help_text="Blank: as usual for its kind",
                null=True,
                size=8,
                verbose_name="reminders, in days before it is due",
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="repeat_from",
            field=models.CharField(
                blank=True,
                choices=[("due", "The day it was due"), ("done", "The day it was done")],
                max_length=4,
                verbose_name="counted from",
            ),
        ),
        migrations.AddField(
            model_name="historicalduty",
            name="repeat_months",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="repeats every so many months"
            ),
        ),
        migrations.AlterField(
            model_name="duty",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report_back", "Report back"),
                    ("undertaking", "Undertaking"),
                    ("exemption", "Look again at an exemption"),
                    ("review", "Review"),
                    ("gate", "Decide before the next phase"),
                    ("contract", "Act on a contract"),
                    ("recheck", "Check data again"),
                    ("response", "Answer scrutiny"),
                    ("agenda", "Publish an agenda"),
                    ("call_in", "Deal with a call-in"),
                    ("closing", "Call-in closes"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="historicalduty",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report_back", "Report back"),
                    ("undertaking", "Undertaking"),
                    ("exemption", "Look again at an exemption"),
                    ("review", "Review"),
                    ("gate", "Decide before the next phase"),
                    ("contract", "Act on a contract"),
                    ("recheck", "Check data again"),
                    ("response", "Answer scrutiny"),
                    ("agenda", "Publish an agenda"),
                    ("call_in", "Deal with a call-in"),
                    ("closing", "Call-in closes"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(
                condition=models.Q(("done_on", None)),
                fields=["id"],
                include=("due_on",),
                name="duty_not_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "report_back",
                            "undertaking",
                            "exemption",
                            "review",
                            "gate",
                            "contract",
                            "recheck",
                            "response",
                            "agenda",
                            "call_in",
                            "closing",
                        ],
                    )
                ),
                name="duty_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
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
                name="duty_holder_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("repeat_from", ""), ("repeat_months", None)),
                    models.Q(
                        ("repeat_from__in", ["due", "done"]),
                        ("repeat_months__isnull", False),
                        ("repeat_months__range", (1, 120)),
                    ),
                    _connector="OR",
                ),
                name="duty_repeats_from_a_day_every_so_many_months",
            ),
        ),
        migrations.CreateModel(
            name="MailChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "style",
                    models.CharField(
                        choices=[
                            ("digest", "One e-mail each morning with everything"),
                            ("each", "One e-mail for each duty"),
                        ],
                        default="digest",
                        max_length=6,
                    ),
                ),
                (
                    "early",
                    models.BooleanField(
                        default=True,
                        help_text="What is due today or overdue is always told",
                        verbose_name="before a duty is due",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mail_choice",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("style__in", ["digest", "each"])),
                        name="mail_choice_style_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("digest", "Digest of duties"),
                            ("reminder", "Reminder of a duty"),
                            ("notice", "What a subscriber follows"),
                            ("confirmation", "Confirmation of a subscription"),
                            ("call_in", "A call-in"),
                        ],
                        max_length=12,
                    ),
                ),
                ("to", models.EmailField(max_length=254, verbose_name="to")),
                ("subject", models.CharField(max_length=200)),
                ("letter", models.JSONField(help_text="As messages.letters.Letter")),
                (
                    "unsubscribe",
                    models.CharField(
                        blank=True,
                        help_text="Where one click ends messages of this kind",
                        max_length=500,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("claimed", "Being sent"),
                            ("sent", "Sent"),
                            ("given_up", "Given up"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                (
                    "not_before",
                    models.DateTimeField(help_text="The next attempt is made then or later"),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claim", models.UUIDField(blank=True, null=True)),
                ("claimed_until", models.DateTimeField(blank=True, null=True)),
                ("handed_over_at", models.DateTimeField(blank=True, null=True)),
                ("doubts", models.PositiveSmallIntegerField(default=0)),
                ("last_error", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "receipt",
                    models.CharField(
                        blank=True,
                        help_text="What the mail server or service called it",
                        max_length=200,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "claimed"])),
                        fields=["not_before", "id"],
                        name="message_next_to_send",
                    ),
                    models.Index(
                        models.OrderBy(models.F("created_at"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="message_newest_first",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["digest", "reminder", "notice", "confirmation", "call_in"],
                            )
                        ),
                        name="message_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("claim__isnull", False),
                                ("claimed_until__isnull", False),
                                ("state", "claimed"),
                            ),
                            models.Q(
                                models.Q(("state", "claimed"), _negated=True),
                                ("claim", None),
                                ("claimed_until", None),
                                ("handed_over_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="message_is_claimed_until_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state__in", ["waiting", "claimed"])),
                            models.Q(
                                ("ended_at__isnull", False), ("state__in", ["sent", "given_up"])
                            ),
                            _connector="OR",
                        ),
                        name="message_state_says_when_it_ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("occasion", models.CharField(max_length=40)),
                ("made_at", models.DateTimeField()),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="governance.duty",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="governance.message",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("duty", "user", "occasion"),
                        name="one_reminder_a_duty_person_and_occasion",
                    )
                ],
            },
        ),
    ]
