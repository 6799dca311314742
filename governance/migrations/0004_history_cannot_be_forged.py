"""What is added to a history table was true when it was added.

0002 asks every governed row for its history; this asks every history row for what it describes:

- its transaction's number is the database's, whatever was given;
- it comes after all others of its record, so that it cannot be slipped in between them;
- a row added or changed was written by this transaction, and holds the values described;
- a row removed is gone, and was not removed before.

`concordat_govern` puts this on, too, for the tables of later migrations. The moment stays the
application's to give: history_txid is what orders changes beyond dispute.
"""

from django.db import migrations

STAMP = """
CREATE FUNCTION concordat_stamp_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.history_txid := txid_current();
    RETURN NEW;
END $$;
"""

# Asked as the row is added, not at commit: a step that a later one replaces was true as well.
REQUIRE_TRUTH = """
CREATE FUNCTION concordat_require_truth() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    governed text := TG_ARGV[0];
    traced jsonb := to_jsonb(NEW);
    earlier text;
    present jsonb;
    since bigint;
    differs text;
BEGIN
    EXECUTE format('SELECT history_type FROM %I WHERE id = $1 AND history_id <> $2'
        ' ORDER BY history_id DESC LIMIT 1', TG_TABLE_NAME)
        INTO earlier USING NEW.id, NEW.history_id;
    EXECUTE format('SELECT history_id::text FROM %I WHERE id = $1 AND history_id > $2 LIMIT 1',
        TG_TABLE_NAME) INTO differs USING NEW.id, NEW.history_id;
    IF differs IS NOT NULL THEN
        RAISE EXCEPTION '% is forged: % has later rows', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;

    EXECUTE format('SELECT to_jsonb(t), txid_current() - age(t.xmin) FROM %I t WHERE id = $1',
        governed) INTO present, since USING NEW.id;

    IF NEW.history_type = '-' THEN
        IF present IS NOT NULL OR coalesce(earlier, '-') = '-' THEN
            RAISE EXCEPTION '% is forged: % was not deleted', TG_TABLE_NAME, NEW.id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END IF;

    -- A row that can be seen and is still in progress is this transaction's own.
    IF present IS NULL OR since < txid_current() OR txid_status(since) <> 'in progress' THEN
        RAISE EXCEPTION '% is forged: % was not written', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (NEW.history_type = '+') <> (coalesce(earlier, '-') = '-') THEN
        RAISE EXCEPTION '% is forged: % was added once', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT name INTO differs FROM jsonb_each(present) AS row(name, value)
        WHERE traced ? name AND traced -> name IS DISTINCT FROM value LIMIT 1;
    IF differs IS NOT NULL THEN
        RAISE EXCEPTION '% is forged: % of % differs', TG_TABLE_NAME, differs, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
"""

GUARD = """
CREATE FUNCTION concordat_guard_history(governed text, history text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER concordat_stamped BEFORE INSERT ON %I'
        ' FOR EACH ROW EXECUTE FUNCTION concordat_stamp_history()', history);
    EXECUTE format('CREATE TRIGGER concordat_true AFTER INSERT ON %I'
        ' FOR EACH ROW EXECUTE FUNCTION concordat_require_truth(%L)', history, governed);
END $$;
"""

GOVERN = """
CREATE OR REPLACE FUNCTION concordat_govern(governed text, history text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE CONSTRAINT TRIGGER concordat_governed'
        ' AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED'
        ' FOR EACH ROW EXECUTE FUNCTION concordat_require_history(%L)', governed, history);
    EXECUTE format('CREATE TRIGGER concordat_not_truncated BEFORE TRUNCATE ON %I'
        ' EXECUTE FUNCTION concordat_refuse(''governed records are kept'')', governed);
    EXECUTE format('CREATE TRIGGER concordat_append_only'
        ' BEFORE UPDATE OR DELETE OR TRUNCATE ON %I'
        ' EXECUTE FUNCTION concordat_refuse(''history cannot be altered'')', history);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (history_user_id IS NOT NULL)',
        history, history || '_has_a_person');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I'
        ' CHECK (history_change_reason IS NOT NULL AND history_change_reason <> '''')',
        history, history || '_has_a_reason');
    -- truth --
END $$;
"""
GUARDED = GOVERN.replace("-- truth --", "PERFORM concordat_guard_history(governed, history);")

UNDO = """
DROP FUNCTION concordat_guard_history(text, text);
DROP FUNCTION concordat_require_truth() CASCADE;
DROP FUNCTION concordat_stamp_history() CASCADE;
"""

GOVERNED = [
    "agendaitem", "appointment", "attendance", "body", "bodycouncil", "callinrule",
    "callinwindow", "constituent", "council", "decision", "document", "issue", "localclosure",
    "meeting", "notice", "partnership", "person", "question", "resolution", "role", "succession",
    "user",
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("governance", "0003_decision_maker_and_regime_are_known")]

    operations = [
        migrations.RunSQL([STAMP, REQUIRE_TRUTH, GUARD, GUARDED], [GOVERN, UNDO]),
        migrations.RunSQL(
            [
                f"SELECT concordat_guard_history('governance_{name}', 'governance_historical{name}')"
                for name in GOVERNED
            ],
            migrations.RunSQL.noop,
        ),
    ]
