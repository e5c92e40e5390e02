-- Spreads the templates of an installed database over other PostgreSQL servers, its shards, by means that PostgreSQL has
-- itself: hash partitions by subject, each a foreign table (postgres_fdw). docs/how-to/shard-templates.md says how it is
-- used and what it means. Run by the owner of the tables; nothing happens before one of the functions is called.

CREATE SCHEMA IF NOT EXISTS sharding;

CREATE TABLE IF NOT EXISTS sharding.shard (
    number integer PRIMARY KEY CHECK (number >= 0),
    server name NOT NULL UNIQUE
);

-- What a new shard must hold: the table as it is here, its indexes, and what the service may do with it.
CREATE OR REPLACE FUNCTION sharding.shard_ddl(service name DEFAULT 'janua_service') RETURNS text
    LANGUAGE sql STABLE
AS $$
    WITH original AS (
        SELECT coalesce(to_regclass('sharding.template_single'), to_regclass('public.template')) AS oid
    )
    SELECT concat_ws(E';\n',
        (SELECT format(E'CREATE TABLE public.template (\n    %s,\n    PRIMARY KEY (id)\n)',
                string_agg(format('%I %s%s', attname, format_type(atttypid, atttypmod),
                    CASE WHEN attnotnull THEN ' NOT NULL' END), E',\n    ' ORDER BY attnum))
            FROM pg_attribute WHERE attrelid = original.oid AND attnum > 0 AND NOT attisdropped),
        'ALTER TABLE public.template ALTER COLUMN embedding SET STORAGE PLAIN',
        (SELECT string_agg(format('CREATE INDEX %I ON public.template %s', c.relname,
                    substring(pg_get_indexdef(i.indexrelid) FROM ' (USING .*)$')), E';\n' ORDER BY c.relname)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = original.oid AND NOT i.indisunique),
        format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.template TO %I', service)) || ';'
    FROM original
$$;

-- Makes a shard known, under a number from 0 on. The roles exist there, under the same names as here, and ask for these
-- passwords. A shard that is silent for longer than a few seconds is given up.
CREATE OR REPLACE FUNCTION sharding.add_shard(
    number integer, host text, port integer, dbname text, owner_password text, service_password text,
    service name DEFAULT 'janua_service') RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    server name := 'janua_shard_' || number;
BEGIN
    EXECUTE format($ddl$
        CREATE SERVER %I FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
            host %L, port %L, dbname %L, extensions 'vector', async_capable 'true', parallel_commit 'true',
            fetch_size '10000', batch_size '500',
            connect_timeout '3', keepalives_idle '5', keepalives_interval '2', keepalives_count '3',
            tcp_user_timeout '5000')
        $ddl$, server, host, port, dbname);
    EXECUTE format('CREATE USER MAPPING FOR CURRENT_USER SERVER %I OPTIONS (user %L, password %L)',
        server, current_user, owner_password);
    EXECUTE format('CREATE USER MAPPING FOR %I SERVER %I OPTIONS (user %L, password %L)',
        service, server, service, service_password);
    INSERT INTO sharding.shard VALUES (number, server);
END $$;

-- What foreign keys, which foreign tables do not have, would do ---------------------------------------------------------

-- A template belongs to a sample and is turned by a secret, both of which stay while it is written.
CREATE OR REPLACE FUNCTION sharding.require_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    PERFORM FROM public.sample s
        WHERE s.id = NEW.sample_id AND s.tenant_id = NEW.tenant_id AND s.gallery_id = NEW.gallery_id
            AND s.subject_id = NEW.subject_id
        FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = 'a template needs its sample';
    END IF;
    IF NEW.secret IS NOT NULL THEN
        PERFORM FROM public.tenant_secret s WHERE s.tenant_id = NEW.tenant_id AND s.id = NEW.secret FOR KEY SHARE;
        IF NOT FOUND THEN
            RAISE foreign_key_violation USING MESSAGE = 'a template needs its secret';
        END IF;
    END IF;
    RETURN NULL;
END $$;

-- With a sample goes its template; a subject's samples go with it. Before the row itself, so that a shard that does not
-- answer keeps both.
CREATE OR REPLACE FUNCTION sharding.delete_with_sample() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    DELETE FROM public.template t
        WHERE t.tenant_id = OLD.tenant_id AND t.subject_id = OLD.subject_id AND t.sample_id = OLD.id;
    RETURN OLD;
END $$;

-- A secret stays while a template is turned by it: a re-keying relies on it.
CREATE OR REPLACE FUNCTION sharding.keep_used_secret() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM public.template t WHERE t.tenant_id = OLD.tenant_id AND t.secret = OLD.id) THEN
        RAISE foreign_key_violation USING MESSAGE = 'templates are turned by this secret';
    END IF;
    RETURN OLD;
END $$;

-- The log of changes (V007) is written row by row: foreign tables know no transition tables. It is written on the
-- coordinator and commits with the coordinator's transaction, which comes after those of the shards: whoever sees the log
-- finds the change itself on its shard.
CREATE OR REPLACE FUNCTION sharding.note_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    changed public.template;
BEGIN
    changed := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    INSERT INTO public.template_change (tenant_id, gallery_id, subject_id)
        VALUES (changed.tenant_id, changed.gallery_id, changed.subject_id);
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION sharding.note_change(), sharding.require_owner() FROM PUBLIC;

-- There and back ---------------------------------------------------------------------------------------------------------

-- Moves all templates to the shards, in one transaction. While it runs the service must be stopped.
CREATE OR REPLACE FUNCTION sharding.spread() RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    shards integer;
    each record;
    moved bigint;
BEGIN
    SELECT count(*) INTO shards FROM sharding.shard;
    IF shards = 0 OR EXISTS (SELECT FROM sharding.shard WHERE number >= shards) THEN
        RAISE 'the shards must be numbered 0, 1, 2 … without gaps: sharding.add_shard()';
    END IF;
    LOCK TABLE public.template IN ACCESS EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM public.template WHERE secret IS NULL) THEN
        RAISE 'there are templates from before tenants had secrets: re-key the tenants first, with POST /v1/rekeyings';
    END IF;
    ALTER TABLE public.template SET SCHEMA sharding;
    ALTER TABLE sharding.template RENAME TO template_single;

    -- No index: they are on the shards, and none that is unique could be here.
    CREATE TABLE public.template (LIKE sharding.template_single) PARTITION BY HASH (subject_id);
    -- Whether there are some is asked before every search, and answered by this without asking a shard.
    ALTER TABLE public.template ADD CONSTRAINT turned CHECK (secret IS NOT NULL);
    FOR each IN SELECT * FROM sharding.shard LOOP
        EXECUTE format('CREATE FOREIGN TABLE sharding.template_%s PARTITION OF public.template
            FOR VALUES WITH (MODULUS %s, REMAINDER %s) SERVER %I OPTIONS (schema_name ''public'', table_name ''template'')',
            each.number, shards, each.number, each.server);
    END LOOP;

    INSERT INTO public.template SELECT * FROM sharding.template_single;
    GET DIAGNOSTICS moved = ROW_COUNT;
    -- What was moved must not stay: erasing somebody would no longer reach it.
    TRUNCATE sharding.template_single;

    PERFORM sharding.put_up_walls();
    EXECUTE format('ALTER DATABASE %I SET enable_partitionwise_aggregate = on', current_database());
    RETURN moved;
END $$;

-- Row security and grants as they were, and triggers for what constraints did.
CREATE OR REPLACE FUNCTION sharding.put_up_walls() RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    service name;
BEGIN
    ALTER TABLE public.template ENABLE ROW LEVEL SECURITY;
    -- With '=', the planner compares the statement's own tenant with this one instead of each row, and asks the shards for
    -- all templates to compare them here.
    CREATE POLICY tenant ON public.template USING (tenant_id IS NOT DISTINCT FROM (SELECT current_tenant()));
    FOR service IN
        SELECT DISTINCT grantee::regrole::name FROM pg_class c, aclexplode(c.relacl) a
        WHERE c.oid = 'sharding.template_single'::regclass AND a.grantee <> c.relowner AND a.grantee <> 0
    LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.template TO %I', service);
    END LOOP;

    CREATE TRIGGER require_owner AFTER INSERT OR UPDATE OF tenant_id, gallery_id, subject_id, sample_id, secret
        ON public.template FOR EACH ROW EXECUTE FUNCTION sharding.require_owner();
    CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE
        ON public.template FOR EACH ROW EXECUTE FUNCTION sharding.note_change();
    CREATE TRIGGER sharding_delete_with_sample BEFORE DELETE ON public.sample
        FOR EACH ROW EXECUTE FUNCTION sharding.delete_with_sample();
    CREATE TRIGGER sharding_keep_used_secret BEFORE DELETE ON public.tenant_secret
        FOR EACH ROW EXECUTE FUNCTION sharding.keep_used_secret();
END $$;

-- Moves all templates back, in one transaction, and forgets the shards; what their servers hold can then be dropped.
CREATE OR REPLACE FUNCTION sharding.gather() RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    each record;
    moved bigint;
BEGIN
    LOCK TABLE public.template IN ACCESS EXCLUSIVE MODE;
    DROP TRIGGER sharding_delete_with_sample ON public.sample;
    DROP TRIGGER sharding_keep_used_secret ON public.tenant_secret;
    INSERT INTO sharding.template_single SELECT * FROM public.template;
    GET DIAGNOSTICS moved = ROW_COUNT;
    DROP TABLE public.template;
    ALTER TABLE sharding.template_single SET SCHEMA public;
    ALTER TABLE public.template_single RENAME TO template;
    FOR each IN SELECT * FROM sharding.shard LOOP
        EXECUTE format('DROP SERVER %I CASCADE', each.server);
    END LOOP;
    DELETE FROM sharding.shard;
    EXECUTE format('ALTER DATABASE %I RESET enable_partitionwise_aggregate', current_database());
    RETURN moved;
END $$;

-- What a crash between the commits of two servers leaves: a template whose face nobody has. Only older ones than an
-- hour, because the newest may belong to an enrolment that is under way; their age is in their id (UUID version 7).
CREATE OR REPLACE FUNCTION sharding.sweep() RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    swept bigint;
BEGIN
    DELETE FROM public.template t
        WHERE t.id < (lpad(to_hex((extract(epoch FROM now() - interval '1 hour') * 1000)::bigint), 12, '0')
                || '00000000000000000000')::uuid
            AND NOT EXISTS (SELECT FROM public.sample s WHERE s.id = t.sample_id AND s.subject_id = t.subject_id);
    GET DIAGNOSTICS swept = ROW_COUNT;
    RETURN swept;
END $$;
