"""What the database itself promises of the roadmap: histories, frozen rows, shares that sum.

Each governed row has its history in the same transaction. What a version of a strategy says is
frozen once it is no draft, and a kept dashboard and every file from the start. The shares of a cost
split sum to 100.00 % when a transaction ends, or to less where two councils or more have a share
nobody knows.
"""

from django.db import migrations

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
    *("function", "system", "systemuse", "contract", "coveredcouncil", "extension", "licence"),
    *("contractduty", "theme", "item", "rollout", "milestone", "dependency", "phasegate"),
    *(*PARTS, "strategy", "strategyversion", "adoption", "earlierstrategy"),
    *("costsplit", "share", "purpose", "fundingsource", "cost", "benefit", "benefitfigure"),
    *("businesscase", "option", "caseitem", "dashboard"),
    *("service", "transaction", "recheck", "recheckduty"),
]
FROZEN = ["strategyfile", "dashboard", "dashboardfile"]


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0001_tables")]

    operations = [
        migrations.RunSQL([FROZEN_WITH_VERSION, FROZEN_VERSION, SHARES_SUM], UNDO),
        migrations.RunSQL(
            [
                *(
                    "CREATE TRIGGER roadmap_frozen BEFORE INSERT OR UPDATE OR DELETE"
                    f" ON roadmap_{name}"
                    " FOR EACH ROW EXECUTE FUNCTION roadmap_frozen_with_version()"
                    for name in PARTS
                ),
                *(
                    f"SELECT concordat_govern('roadmap_{name}', 'roadmap_historical{name}')"
                    for name in GOVERNED
                ),
                *(f"SELECT concordat_freeze('roadmap_{name}')" for name in FROZEN),
            ],
            migrations.RunSQL.noop,
        ),
    ]
