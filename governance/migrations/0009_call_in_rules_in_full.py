"""What a rule says beyond its dates; one rule a council and day; and a rule, once made, stays.

A changed rule is a new version. Of the one before only the day may change on which it ends, so
that whoever asks under which rule a window was counted is shown that rule.
"""

from datetime import date

import django.contrib.postgres.constraints
import django.db.models.functions.comparison
from django.db import migrations, models

ONLY_THE_END_CHANGES = """
CREATE FUNCTION concordat_only_the_end_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - 'to_on' IS DISTINCT FROM to_jsonb(NEW) - 'to_on' THEN
        RAISE EXCEPTION '% on % is refused: a changed rule is a new version', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER concordat_only_the_end_changes BEFORE UPDATE ON governance_callinrule
    FOR EACH ROW EXECUTE FUNCTION concordat_only_the_end_changes();
"""
UNDO = "DROP FUNCTION concordat_only_the_end_changes() CASCADE;"


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0008_kinds_of_notice"),
    ]

    operations = [
        migrations.AddField(
            model_name="callinrule",
            name="conduct",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="As call_in_windows.conduct.Conduct; what is absent is not known",
            ),
        ),
        migrations.AddField(
            model_name="historicalcallinrule",
            name="conduct",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="As call_in_windows.conduct.Conduct; what is absent is not known",
            ),
        ),
        migrations.AddConstraint(
            model_name="callinrule",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            django.db.models.functions.comparison.Least(
                                models.F("council"), models.F("council")
                            ),
                            django.db.models.functions.comparison.Greatest(
                                models.F("council"), models.F("council")
                            ),
                            models.Value("[]"),
                            function="int8range",
                        ),
                        "&&",
                    ),
                    (
                        models.Func(
                            django.db.models.functions.comparison.Least(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("from_on"),
                                    models.Value(date(1, 1, 1), models.DateField()),
                                ),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("to_on"),
                                    models.Value(date(9999, 12, 31), models.DateField()),
                                ),
                            ),
                            django.db.models.functions.comparison.Greatest(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("from_on"),
                                    models.Value(date(1, 1, 1), models.DateField()),
                                ),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("to_on"),
                                    models.Value(date(9999, 12, 31), models.DateField()),
                                ),
                            ),
                            models.Value("[]"),
                            function="daterange",
                        ),
                        "&&",
                    ),
                ],
                name="one_call_in_rule_a_council_and_day",
            ),
        ),
        migrations.RunSQL(ONLY_THE_END_CHANGES, UNDO),
    ]
