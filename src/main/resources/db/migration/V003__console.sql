-- What the console shows of the service ----------------------------------------------------------------------------------

-- Keys of administrators, known by all that there was to permit, may do as much as a new one.
UPDATE api_key SET operations = operations || ARRAY['system.read']
    WHERE operations @> ARRAY['detect', 'compare', 'verify', 'identify', 'enroll', 'faces.read', 'subjects.read',
        'subjects.write', 'galleries.read', 'galleries.write', 'models.read', 'api-keys', 'consents.write',
        'privacy.read', 'audit.read', 'keys.rotate'];

-- The last migration is part of what GET /v1/system tells.
GRANT SELECT ON flyway_schema_history TO "${service}";

-- What people have agreed to --------------------------------------------------------------------------------------------

-- Every text that a gallery has shown, under the version that consents name. None is ever changed.
CREATE TABLE consent_text (
    id         uuid PRIMARY KEY,
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    version    text NOT NULL,
    text       text NOT NULL,
    since      timestamptz NOT NULL,
    UNIQUE (tenant_id, gallery_id, version),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE consent_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON consent_text USING (tenant_id = (SELECT current_tenant()));

GRANT SELECT, INSERT ON consent_text TO "${service}";

-- Enrolment by oneself --------------------------------------------------------------------------------------------------

-- Of the secret that lets the subject in, only the SHA-256.
CREATE TABLE invitation (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    gallery_id  uuid NOT NULL,
    subject_id  uuid NOT NULL,
    secret_hash bytea NOT NULL UNIQUE,
    created_at  timestamptz NOT NULL,
    created_by  text NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    revoked_at  timestamptz,
    UNIQUE (tenant_id, gallery_id, id),
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

CREATE INDEX invitation_by_subject ON invitation (tenant_id, gallery_id, subject_id, id);
CREATE INDEX invitation_by_expiry ON invitation (tenant_id, expires_at);

CREATE TABLE challenge (
    id            uuid PRIMARY KEY,
    tenant_id     text NOT NULL,
    gallery_id    uuid NOT NULL,
    invitation_id uuid,
    turns         text[] NOT NULL,
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz,
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, gallery_id, invitation_id) REFERENCES invitation (tenant_id, gallery_id, id)
        ON DELETE CASCADE
);

CREATE INDEX challenge_by_gallery ON challenge (tenant_id, gallery_id);
CREATE INDEX challenge_by_invitation ON challenge (tenant_id, gallery_id, invitation_id);
CREATE INDEX challenge_by_expiry ON challenge (tenant_id, expires_at);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['invitation', 'challenge']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON invitation, challenge TO "${service}";

-- Whose invitation a secret is, which is what tells the tenant.
CREATE FUNCTION find_invitation(hash bytea)
    RETURNS TABLE (id uuid, tenant_id text, gallery text, subject text, expires_at timestamptz, used_at timestamptz,
        revoked_at timestamptz, tenant_requests_per_minute integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT i.id, i.tenant_id, g.name, s.external_id, i.expires_at, i.used_at, i.revoked_at, t.requests_per_minute
    FROM public.invitation i
    JOIN public.gallery g ON g.tenant_id = i.tenant_id AND g.id = i.gallery_id
    JOIN public.subject s ON s.id = i.subject_id
    JOIN public.tenant t ON t.id = i.tenant_id
    WHERE i.secret_hash = $1
$$;

REVOKE ALL ON FUNCTION find_invitation(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation(bytea) TO "${service}";

-- Bulk imports ----------------------------------------------------------------------------------------------------------

-- Its pictures wait here until they are enrolled, sealed by a key of its own, which the tenant's wraps.
CREATE TABLE bulk_import (
    id                  uuid PRIMARY KEY,
    tenant_id           text NOT NULL,
    gallery_id          uuid NOT NULL,
    name                text CHECK (length(name) <= 200),
    state               text NOT NULL CHECK (state IN ('RECEIVING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    text_version        text CHECK (length(text_version) BETWEEN 1 AND 100),
    channel             text,
    total               integer NOT NULL DEFAULT 0,
    enrolled            integer NOT NULL DEFAULT 0,
    refused             integer NOT NULL DEFAULT 0,
    subjects            integer NOT NULL DEFAULT 0,
    secret              integer,
    wrapped             bytea,
    started_by          text NOT NULL,
    created_at          timestamptz NOT NULL,
    touched_at          timestamptz NOT NULL,
    finished_at         timestamptz,
    pictures_kept_until timestamptz,
    UNIQUE (tenant_id, id),
    CHECK ((text_version IS NULL) = (channel IS NULL)),
    CHECK ((secret IS NULL) = (wrapped IS NULL)),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, secret) REFERENCES tenant_secret (tenant_id, id)
);

CREATE INDEX bulk_import_by_gallery ON bulk_import (tenant_id, gallery_id, id);
CREATE INDEX bulk_import_by_secret ON bulk_import (tenant_id, secret);

-- What subjects.csv says of those who are not there yet.
CREATE TABLE bulk_import_subject (
    import_id   uuid NOT NULL,
    tenant_id   text NOT NULL,
    subject     text NOT NULL COLLATE "C",
    description jsonb NOT NULL,
    PRIMARY KEY (tenant_id, import_id, subject),
    FOREIGN KEY (tenant_id, import_id) REFERENCES bulk_import (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE bulk_import_item (
    import_id   uuid NOT NULL,
    tenant_id   text NOT NULL,
    number      integer NOT NULL,
    file        text,
    subject     text COLLATE "C",
    outcome     text NOT NULL CHECK (outcome IN ('WAITING', 'ENROLLED', 'REFUSED')),
    code        text,
    detail      text,
    remedy      text,
    face        uuid,
    duplicates  jsonb,
    attempts    smallint NOT NULL DEFAULT 0,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, import_id, number),
    CHECK ((outcome = 'REFUSED') = (code IS NOT NULL)),
    FOREIGN KEY (tenant_id, import_id) REFERENCES bulk_import (tenant_id, id) ON DELETE CASCADE
);

-- The subject first: of two indexes that begin with the tenant, a plan that was made while the table was empty takes
-- either, and 50,000 pictures then look each other's files through.
CREATE INDEX bulk_import_item_by_subject ON bulk_import_item (subject, tenant_id);
CREATE INDEX bulk_import_item_by_time ON bulk_import_item (tenant_id, import_id, finished_at)
    WHERE finished_at IS NOT NULL;
CREATE INDEX bulk_import_item_with_duplicates ON bulk_import_item (tenant_id, import_id) WHERE duplicates IS NOT NULL;

CREATE TABLE bulk_import_picture (
    import_id uuid NOT NULL,
    tenant_id text NOT NULL,
    number    integer NOT NULL,
    content   bytea NOT NULL,
    PRIMARY KEY (tenant_id, import_id, number),
    FOREIGN KEY (tenant_id, import_id, number) REFERENCES bulk_import_item (tenant_id, import_id, number)
        ON DELETE CASCADE
);

-- Who was erased, or withdrew a consent, while the archive came in: whose its files are is known only when all have come.
CREATE TABLE bulk_import_departure (
    import_id uuid NOT NULL,
    tenant_id text NOT NULL,
    subject   text NOT NULL COLLATE "C",
    code      text NOT NULL CHECK (code IN ('SUBJECT_ERASED', 'CONSENT_WITHDRAWN')),
    PRIMARY KEY (tenant_id, import_id, subject),
    FOREIGN KEY (tenant_id, import_id) REFERENCES bulk_import (tenant_id, id) ON DELETE CASCADE
);

-- What is sealed does not compress.
ALTER TABLE bulk_import_picture ALTER COLUMN content SET STORAGE EXTERNAL;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['bulk_import', 'bulk_import_subject', 'bulk_import_item', 'bulk_import_picture',
        'bulk_import_departure']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE
    ON bulk_import, bulk_import_subject, bulk_import_item, bulk_import_picture, bulk_import_departure
    TO "${service}";
