-- The service works under a role of its own, which owns nothing and so cannot step around row security. What it may
-- do without a tenant are the functions at the end, each a door for one question.

-- What the session at hand may see; nothing when nobody said so. As a subquery it is computed once for a statement.
CREATE FUNCTION current_tenant() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('janua.tenant', true);

-- Tenants -----------------------------------------------------------------------------------------------------------

ALTER TABLE tenant ADD COLUMN requests_per_minute integer CHECK (requests_per_minute > 0);

-- API keys: rotation with overlap, last use, limits -----------------------------------------------------------------

ALTER TABLE api_key
    ADD COLUMN last_used_at        timestamptz,
    ADD COLUMN previous_hash       bytea UNIQUE,
    ADD COLUMN previous_until      timestamptz,
    ADD COLUMN requests_per_minute integer CHECK (requests_per_minute > 0);

-- Whoever was permitted everything is permitted what is new, or nobody could hand it out.
UPDATE api_key SET operations = operations
        || ARRAY['consents.write', 'privacy.read', 'audit.read', 'keys.rotate']
        || CASE WHEN tenant_id = 'default' THEN ARRAY['tenants'] ELSE ARRAY[]::text[] END
    WHERE operations @> ARRAY['detect', 'compare', 'verify', 'identify', 'enroll', 'faces.read', 'subjects.read',
        'subjects.write', 'galleries.read', 'galleries.write', 'models.read', 'api-keys'];

-- Secrets of tenants, each wrapped by the master key ----------------------------------------------------------------

CREATE TABLE tenant_secret (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id  text NOT NULL REFERENCES tenant,
    purpose    text NOT NULL CHECK (purpose IN ('SUBJECTS', 'TEMPLATES', 'AUDIT')),
    generation integer NOT NULL CHECK (generation > 0),
    master_key text NOT NULL,
    wrapped    bytea NOT NULL,
    public_key bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, purpose, generation),
    UNIQUE (tenant_id, id)
);

-- A subject's own key, wrapped by the tenant's: without it, what it encrypted is gone.
CREATE TABLE subject_key (
    subject_id uuid PRIMARY KEY,
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    secret     integer NOT NULL,
    wrapped    bytea NOT NULL,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, secret) REFERENCES tenant_secret (tenant_id, id)
);

CREATE INDEX subject_key_by_secret ON subject_key (tenant_id, secret);

-- Null: from before templates were rotated and pictures encrypted; a re-keying makes up for it.
ALTER TABLE template ADD COLUMN secret integer;
ALTER TABLE template ADD FOREIGN KEY (tenant_id, secret) REFERENCES tenant_secret (tenant_id, id);
CREATE INDEX template_of_subject ON template (tenant_id, gallery_id, subject_id);
CREATE INDEX template_by_secret ON template (tenant_id, secret, id);

ALTER TABLE sample_image RENAME COLUMN jpeg TO content;
ALTER TABLE sample_image ADD COLUMN encrypted boolean NOT NULL DEFAULT false;
ALTER TABLE sample_image ALTER COLUMN encrypted DROP DEFAULT;

CREATE TABLE rekeying (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL REFERENCES tenant,
    state       text NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
    done        bigint NOT NULL,
    total       bigint NOT NULL,
    started_by  text NOT NULL,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz
);

CREATE INDEX rekeying_by_tenant ON rekeying (tenant_id, id);
CREATE UNIQUE INDEX one_rekeying_at_a_time ON rekeying (tenant_id) WHERE state = 'RUNNING';

-- Privacy -----------------------------------------------------------------------------------------------------------

ALTER TABLE subject ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX subject_by_last_use ON subject (tenant_id, gallery_id, last_used_at);

CREATE TABLE consent (
    id                  uuid PRIMARY KEY,
    tenant_id           text NOT NULL,
    gallery_id          uuid NOT NULL,
    subject_id          uuid NOT NULL,
    text_version        text NOT NULL CHECK (length(text_version) BETWEEN 1 AND 100),
    channel             text NOT NULL,
    signature_reference text CHECK (length(signature_reference) <= 500),
    given_at            timestamptz NOT NULL,
    recorded_at         timestamptz NOT NULL,
    recorded_by         text NOT NULL,
    withdrawn_at        timestamptz,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

CREATE INDEX consent_by_subject ON consent (tenant_id, gallery_id, subject_id, id);

-- Audit -------------------------------------------------------------------------------------------------------------

-- The content is what the tree's leaves are hashes of; the other columns repeat parts of it to be searched.
CREATE TABLE audit_entry (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL REFERENCES tenant,
    recorded_at timestamptz NOT NULL,
    actor       text NOT NULL,
    action      text NOT NULL,
    gallery     text,
    subject     text,
    outcome     text NOT NULL,
    content     text NOT NULL,
    leaf_index  bigint CHECK (leaf_index >= 0)
);

CREATE INDEX audit_entry_by_tenant ON audit_entry (tenant_id, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (tenant_id, gallery, subject, id) WHERE subject IS NOT NULL;
CREATE UNIQUE INDEX audit_entry_by_leaf ON audit_entry (tenant_id, leaf_index) WHERE leaf_index IS NOT NULL;
CREATE INDEX audit_entry_pending ON audit_entry (tenant_id, id) WHERE leaf_index IS NULL;

CREATE TABLE audit_tree (
    tenant_id text PRIMARY KEY REFERENCES tenant,
    size      bigint NOT NULL
);

-- Up to 256 hashes each, as in the tiles of certificate transparency logs.
CREATE TABLE audit_tile (
    tenant_id text NOT NULL REFERENCES tenant,
    level     integer NOT NULL,
    index     bigint NOT NULL,
    hashes    bytea NOT NULL,
    PRIMARY KEY (tenant_id, level, index)
);

CREATE TABLE audit_checkpoint (
    tenant_id  text NOT NULL REFERENCES tenant,
    size       bigint NOT NULL,
    note       text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, size)
);

-- Durable jobs: the table of db-scheduler. It holds ids of tenants and jobs, nothing about people.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);

-- The wall ----------------------------------------------------------------------------------------------------------

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['gallery', 'subject', 'sample', 'sample_image', 'template', 'consent', 'subject_key',
        'rekeying', 'api_key', 'tenant_secret', 'audit_tree', 'audit_tile', 'audit_checkpoint']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
    END LOOP;
END $$;

-- What has signed a log is needed to check it.
CREATE POLICY keep_signing_keys ON tenant_secret AS RESTRICTIVE FOR DELETE USING (purpose <> 'AUDIT');

-- The platform's own tenant makes the others.
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenant
    USING (id = (SELECT current_tenant()) OR (SELECT current_tenant()) = 'default')
    WITH CHECK ((SELECT current_tenant()) = 'default');

-- Written once; the only later change is its place in the tree, given once.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON audit_entry FOR SELECT USING (tenant_id = (SELECT current_tenant()));
CREATE POLICY write ON audit_entry FOR INSERT
    WITH CHECK (tenant_id = (SELECT current_tenant()) AND leaf_index IS NULL);
CREATE POLICY place ON audit_entry FOR UPDATE
    USING (tenant_id = (SELECT current_tenant()) AND leaf_index IS NULL)
    WITH CHECK (tenant_id = (SELECT current_tenant()));

GRANT SELECT, INSERT, UPDATE, DELETE
    ON gallery, subject, sample, sample_image, template, consent, subject_key, scheduled_tasks TO "${service}";
GRANT SELECT, INSERT, UPDATE ON rekeying, api_key, audit_tree, audit_tile TO "${service}";
GRANT SELECT, INSERT, DELETE ON tenant_secret TO "${service}";
GRANT SELECT, INSERT, UPDATE (name, requests_per_minute) ON tenant TO "${service}";
GRANT SELECT, INSERT, UPDATE (leaf_index) ON audit_entry TO "${service}";
GRANT SELECT, INSERT ON audit_checkpoint TO "${service}";

-- Doors in the wall: they run as the owner, whom row security does not concern ---------------------------------------

-- Who a secret belongs to, which is what tells the tenant. The time of use is kept to the minute.
CREATE FUNCTION find_api_key(hash bytea)
    RETURNS TABLE (id uuid, tenant_id text, name text, operations text[], galleries text[], expires_at timestamptz,
        revoked_at timestamptz, requests_per_minute integer, tenant_requests_per_minute integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    found_id uuid;
BEGIN
    SELECT k.id INTO found_id FROM public.api_key k
        WHERE k.secret_hash = hash OR (k.previous_hash = hash AND k.previous_until > now());
    IF found_id IS NULL THEN
        RETURN;
    END IF;
    UPDATE public.api_key k SET last_used_at = now()
        WHERE k.id = found_id AND k.revoked_at IS NULL
          AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute');
    RETURN QUERY
        SELECT k.id, k.tenant_id, k.name, k.operations, k.galleries, k.expires_at, k.revoked_at,
            k.requests_per_minute, t.requests_per_minute
        FROM public.api_key k JOIN public.tenant t ON t.id = k.tenant_id
        WHERE k.id = found_id;
END $$;

-- The first key of a new installation; false when any key exists.
CREATE FUNCTION create_first_api_key(id uuid, prefix text, hash bytea, operations text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO public.api_key (id, tenant_id, name, prefix, secret_hash, operations, created_at)
        SELECT $1, 'default', 'First key', $2, $3, $4, now()
        WHERE NOT EXISTS (SELECT FROM public.api_key)
        ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

-- Whether there is a tenant of the name that a token brings, and its limit.
CREATE FUNCTION find_tenant(id text) RETURNS TABLE (requests_per_minute integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT t.requests_per_minute FROM public.tenant t WHERE t.id = $1 $$;

-- For jobs that serve every tenant in turn.
CREATE FUNCTION all_tenants() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT t.id FROM public.tenant t ORDER BY t.id $$;

CREATE FUNCTION tenants_with_pending_entries() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT t.id FROM public.tenant t
    WHERE EXISTS (SELECT FROM public.audit_entry e WHERE e.tenant_id = t.id AND e.leaf_index IS NULL)
$$;

-- Whether somebody gave the service the wrong master key, or a database of another installation.
CREATE FUNCTION other_master_keys(expected text) RETURNS TABLE (master_key text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT DISTINCT s.master_key FROM public.tenant_secret s WHERE s.master_key <> $1 $$;

REVOKE ALL ON FUNCTION find_api_key(bytea), create_first_api_key(uuid, text, bytea, text[]), find_tenant(text),
    all_tenants(), tenants_with_pending_entries(), other_master_keys(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key(bytea), create_first_api_key(uuid, text, bytea, text[]), find_tenant(text),
    all_tenants(), tenants_with_pending_entries(), other_master_keys(text) TO "${service}";
