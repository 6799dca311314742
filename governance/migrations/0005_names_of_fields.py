"""What people call these fields. Nothing in the database changes."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0004_history_cannot_be_forged"),
    ]

    operations = [
        migrations.AlterField(
            model_name="agendaitem",
            name="exempt_paragraphs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AlterField(
            model_name="agendaitem",
            name="exemption_review_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="exemption looked at again on"
            ),
        ),
        migrations.AlterField(
            model_name="agendaitem",
            name="is_nil",
            field=models.BooleanField(
                default=False,
                help_text="Nothing arose, and the minutes say so",
                verbose_name="nothing arose",
            ),
        ),
        migrations.AlterField(
            model_name="agendaitem",
            name="is_standing",
            field=models.BooleanField(default=False, verbose_name="standing item"),
        ),
        migrations.AlterField(
            model_name="agendaitem",
            name="public_interest_reason",
            field=models.TextField(
                blank=True, verbose_name="why keeping it exempt outweighs disclosure"
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="alternatives_answer",
            field=models.CharField(
                blank=True,
                choices=[("none", "None"), ("some", "Some")],
                max_length=4,
                verbose_name="were there alternatives?",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="call_in_answer",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Yes"), ("no", "No")],
                max_length=3,
                verbose_name="can it be called in?",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="conflicts_answer",
            field=models.CharField(
                blank=True,
                choices=[("none", "None"), ("some", "Some")],
                max_length=4,
                verbose_name="were there conflicts of interest?",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="dispensations_answer",
            field=models.CharField(
                blank=True,
                choices=[("none", "None"), ("some", "Some")],
                max_length=4,
                verbose_name="were there dispensations?",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="exempt_paragraphs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AlterField(
            model_name="decision",
            name="exemption_review_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="exemption looked at again on"
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="is_illustrative",
            field=models.BooleanField(default=False, verbose_name="illustrative"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="key_answer",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Yes"), ("no", "No")],
                max_length=3,
                verbose_name="is it a key decision?",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="key_test",
            field=models.CharField(
                blank=True,
                choices=[
                    ("money", "Significant spending or savings for the service's budget"),
                    ("wards", "Significant effects on communities in two or more wards"),
                ],
                max_length=5,
                verbose_name="what makes it key",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="made_on",
            field=models.DateField(blank=True, null=True, verbose_name="date of the decision"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="no_call_in_reason",
            field=models.TextField(blank=True, verbose_name="why it cannot be called in"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="preamble",
            field=models.CharField(
                blank=True,
                help_text="Cabinet resolved to:",
                max_length=200,
                verbose_name="words before the limbs",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="public_interest_reason",
            field=models.TextField(
                blank=True, verbose_name="why keeping it exempt outweighs disclosure"
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="replaces",
            field=models.TextField(blank=True, verbose_name="what it replaces"),
        ),
        migrations.AlterField(
            model_name="document",
            name="exempt_paragraphs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AlterField(
            model_name="document",
            name="exemption_review_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="exemption looked at again on"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="public_id",
            field=models.UUIDField(
                default=uuid.uuid4,
                editable=False,
                unique=True,
                verbose_name="number in its address",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="public_interest_reason",
            field=models.TextField(
                blank=True, verbose_name="why keeping it exempt outweighs disclosure"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="sha256",
            field=models.CharField(max_length=64, verbose_name="fingerprint of the file (SHA-256)"),
        ),
        migrations.AlterField(
            model_name="document",
            name="size",
            field=models.PositiveIntegerField(help_text="In bytes", verbose_name="size in bytes"),
        ),
        migrations.AlterField(
            model_name="historicalagendaitem",
            name="exempt_paragraphs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AlterField(
            model_name="historicalagendaitem",
            name="exemption_review_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="exemption looked at again on"
            ),
        ),
        migrations.AlterField(
            model_name="historicalagendaitem",
            name="is_nil",
            field=models.BooleanField(
                default=False,
                help_text="Nothing arose, and the minutes say so",
                verbose_name="nothing arose",
            ),
        ),
        migrations.AlterField(
            model_name="historicalagendaitem",
            name="is_standing",
            field=models.BooleanField(default=False, verbose_name="standing item"),
        ),
        migrations.AlterField(
            model_name="historicalagendaitem",
            name="public_interest_reason",
            field=models.TextField(
                blank=True, verbose_name="why keeping it exempt outweighs disclosure"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="alternatives_answer",
            field=models.CharField(
                blank=True,
                choices=[("none", "None"), ("some", "Some")],
                max_length=4,
                verbose_name="were there alternatives?",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="call_in_answer",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Yes"), ("no", "No")],
                max_length=3,
                verbose_name="can it be called in?",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="conflicts_answer",
            field=models.CharField(
                blank=True,
                choices=[("none", "None"), ("some", "Some")],
                max_length=4,
                verbose_name="were there conflicts of interest?",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="dispensations_answer",
            field=models.CharField(
                blank=True,
                choices=[("none", "None"), ("some", "Some")],
                max_length=4,
                verbose_name="were there dispensations?",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="exempt_paragraphs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AlterField(
            model_name="historicaldecision",
            name="exemption_review_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="exemption looked at again on"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="is_illustrative",
            field=models.BooleanField(default=False, verbose_name="illustrative"),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="key_answer",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Yes"), ("no", "No")],
                max_length=3,
                verbose_name="is it a key decision?",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="key_test",
            field=models.CharField(
                blank=True,
                choices=[
                    ("money", "Significant spending or savings for the service's budget"),
                    ("wards", "Significant effects on communities in two or more wards"),
                ],
                max_length=5,
                verbose_name="what makes it key",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="made_on",
            field=models.DateField(blank=True, null=True, verbose_name="date of the decision"),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="no_call_in_reason",
            field=models.TextField(blank=True, verbose_name="why it cannot be called in"),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="preamble",
            field=models.CharField(
                blank=True,
                help_text="Cabinet resolved to:",
                max_length=200,
                verbose_name="words before the limbs",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="public_interest_reason",
            field=models.TextField(
                blank=True, verbose_name="why keeping it exempt outweighs disclosure"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldecision",
            name="replaces",
            field=models.TextField(blank=True, verbose_name="what it replaces"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="exempt_paragraphs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AlterField(
            model_name="historicaldocument",
            name="exemption_review_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="exemption looked at again on"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="public_id",
            field=models.UUIDField(
                db_index=True,
                default=uuid.uuid4,
                editable=False,
                verbose_name="number in its address",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="public_interest_reason",
            field=models.TextField(
                blank=True, verbose_name="why keeping it exempt outweighs disclosure"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="sha256",
            field=models.CharField(max_length=64, verbose_name="fingerprint of the file (SHA-256)"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="size",
            field=models.PositiveIntegerField(help_text="In bytes", verbose_name="size in bytes"),
        ),
        migrations.AlterField(
            model_name="historicalmeeting",
            name="circulation_note",
            field=models.TextField(blank=True, verbose_name="what was sent to members beforehand"),
        ),
        migrations.AlterField(
            model_name="historicalmeeting",
            name="ended_at",
            field=models.TimeField(blank=True, null=True, verbose_name="ended at"),
        ),
        migrations.AlterField(
            model_name="historicalmeeting",
            name="held_on",
            field=models.DateField(verbose_name="date of the meeting"),
        ),
        migrations.AlterField(
            model_name="historicalmeeting",
            name="is_illustrative",
            field=models.BooleanField(default=False, verbose_name="illustrative"),
        ),
        migrations.AlterField(
            model_name="historicalmeeting",
            name="starts_at",
            field=models.TimeField(blank=True, null=True, verbose_name="began at"),
        ),
        migrations.AlterField(
            model_name="historicalnotice",
            name="published_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="first published"),
        ),
        migrations.AlterField(
            model_name="historicalnotice",
            name="slug",
            field=models.SlugField(max_length=120, verbose_name="address"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="circulation_note",
            field=models.TextField(blank=True, verbose_name="what was sent to members beforehand"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="ended_at",
            field=models.TimeField(blank=True, null=True, verbose_name="ended at"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="held_on",
            field=models.DateField(verbose_name="date of the meeting"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="is_illustrative",
            field=models.BooleanField(default=False, verbose_name="illustrative"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="starts_at",
            field=models.TimeField(blank=True, null=True, verbose_name="began at"),
        ),
        migrations.AlterField(
            model_name="notice",
            name="published_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="first published"),
        ),
        migrations.AlterField(
            model_name="notice",
            name="slug",
            field=models.SlugField(max_length=120, verbose_name="address"),
        ),
    ]
