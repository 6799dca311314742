"""The database keeps the promise that every change has a person, a time and a reason.

Two functions for this and every later migration to call:

    SELECT concordat_govern('governance_decision', 'governance_historicaldecision');
    SELECT concordat_freeze('governance_noticeversion');

`concordat_govern` refuses, at commit, a row whose newest history row of the same transaction does
not hold the same values; it refuses TRUNCATE, and any change of the history itself.
`concordat_freeze` refuses every change of a row once it is there.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION concordat_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0]
        USING ERRCODE = 'restrict_violation';
END $$;
"""

REQUIRE_HISTORY = """
CREATE FUNCTION concordat_require_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    history text := TG_ARGV[0];
    kept text[];
    present jsonb;
    traced jsonb;
    differs text;
BEGIN
    SELECT array_agg(attname::text) INTO kept FROM pg_attribute
        WHERE attrelid = history::regclass AND attnum > 0 AND NOT attisdropped;

    IF TG_OP = 'DELETE' THEN
        EXECUTE format('SELECT to_jsonb(h) FROM %I h WHERE id = $1 AND history_type = ''-'''
            ' AND history_txid = txid_current() LIMIT 1', history) INTO traced USING OLD.id;
        IF traced IS NULL THEN
            RAISE EXCEPTION '% % was deleted without a history row', TG_TABLE_NAME, OLD.id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END IF;

    -- What the transaction leaves behind counts, not the steps it took to get there.
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE id = $1', TG_TABLE_NAME)
        INTO present USING NEW.id;
    IF present IS NULL THEN
        RETURN NULL;  -- deleted later in the same transaction: that trigger answers
    END IF;

    -- A column the history leaves out, such as a password's hash, may change without it.
    IF TG_OP = 'UPDATE' AND NOT EXISTS (
        SELECT 1 FROM jsonb_each(to_jsonb(NEW)) AS now(name, value)
        WHERE name = ANY (kept) AND to_jsonb(OLD) -> name IS DISTINCT FROM value
    ) THEN
        RETURN NULL;
    END IF;

    EXECUTE format('SELECT to_jsonb(h) FROM %I h WHERE id = $1 AND history_txid = txid_current()'
        ' ORDER BY history_id DESC LIMIT 1', history) INTO traced USING NEW.id;
    IF traced IS NULL THEN
        RAISE EXCEPTION '% % was written without a history row', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT name INTO differs FROM jsonb_each(present) AS row(name, value)
        WHERE name = ANY (kept) AND traced -> name IS DISTINCT FROM value LIMIT 1;
    IF differs IS NOT NULL THEN
        RAISE EXCEPTION '% % was written past its history row: % differs',
            TG_TABLE_NAME, NEW.id, differs USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
"""

GOVERN = """
CREATE FUNCTION concordat_govern(governed text, history text) RETURNS void LANGUAGE plpgsql AS $$
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
END $$;
"""

FREEZE = """
CREATE FUNCTION concordat_freeze(frozen text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER concordat_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON %I'
        ' EXECUTE FUNCTION concordat_refuse(''what was published stays'')', frozen);
END $$;
"""

UNDO = """
DROP FUNCTION concordat_freeze(text);
DROP FUNCTION concordat_govern(text, text);
DROP FUNCTION concordat_require_history() CASCADE;
DROP FUNCTION concordat_refuse() CASCADE;
"""

GOVERNED = [
    "agendaitem", "appointment", "attendance", "body", "bodycouncil", "callinrule",
    "callinwindow", "constituent", "council", "decision", "document", "issue", "localclosure",
    "meeting", "notice", "partnership", "person", "question", "resolution", "role", "succession",
    "user",
]  # fmt: skip
FROZEN = ["callinwindow", "noticefile", "noticeversion"]


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]

    operations = [
        migrations.RunSQL([REFUSE, REQUIRE_HISTORY, GOVERN, FREEZE], UNDO),
        migrations.RunSQL(
            [
                f"SELECT concordat_govern('governance_{name}', 'governance_historical{name}')"
                for name in GOVERNED
            ],
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            [f"SELECT concordat_freeze('governance_{name}')" for name in FROZEN],
            migrations.RunSQL.noop,
        ),
    ]
