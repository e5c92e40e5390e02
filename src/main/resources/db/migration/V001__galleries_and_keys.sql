-- CREATE EXTENSION needs a superuser, which the service's role is not: whoever creates the database creates it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'vector') THEN
        RAISE EXCEPTION 'the database lacks pgvector'
            USING HINT = 'as a superuser, in this database: CREATE EXTENSION vector; (0.8 or newer)';
    END IF;
END $$;

CREATE TABLE tenant (
    id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO tenant (id, name) VALUES ('default', 'Default');

CREATE TABLE api_key (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL REFERENCES tenant,
    name        text NOT NULL,
    prefix      text NOT NULL,
    secret_hash bytea NOT NULL UNIQUE,
    operations  text[] NOT NULL,
    galleries   text[],
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz,
    revoked_at  timestamptz
);

CREATE INDEX api_key_by_tenant ON api_key (tenant_id, id);

CREATE TABLE gallery (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL REFERENCES tenant,
    name        text NOT NULL COLLATE "C",
    description text,
    model       text NOT NULL,
    policy      jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    -- What belongs to a gallery refers to it together with its tenant, so no row can be in two tenants at once.
    UNIQUE (tenant_id, id)
);

CREATE TABLE subject (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    gallery_id  uuid NOT NULL,
    external_id text NOT NULL COLLATE "C" CHECK (length(external_id) BETWEEN 1 AND 128),
    name        text CHECK (length(name) <= 200),
    attributes  jsonb NOT NULL,
    status      text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED')),
    valid_from  timestamptz,
    valid_until timestamptz CHECK (valid_until > valid_from),
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, gallery_id, external_id),
    UNIQUE (tenant_id, gallery_id, id),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE sample (
    id              uuid PRIMARY KEY,
    tenant_id       text NOT NULL,
    gallery_id      uuid NOT NULL,
    subject_id      uuid NOT NULL,
    description     jsonb NOT NULL,
    has_image       boolean NOT NULL,
    idempotency_key text,
    upload_digest   bytea,
    created_at      timestamptz NOT NULL,
    UNIQUE (subject_id, idempotency_key),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

CREATE INDEX sample_by_subject ON sample (tenant_id, gallery_id, subject_id, id);

CREATE TABLE sample_image (
    sample_id uuid PRIMARY KEY,
    tenant_id text NOT NULL,
    jpeg      bytea NOT NULL,
    FOREIGN KEY (tenant_id, sample_id) REFERENCES sample (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX sample_image_by_tenant ON sample_image (tenant_id, sample_id);

-- The number of dimensions is the model's, so the column leaves it open; a gallery has one model.
CREATE TABLE template (
    id         uuid PRIMARY KEY,
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    sample_id  uuid NOT NULL,
    model      text NOT NULL,
    embedding  halfvec NOT NULL,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, sample_id) REFERENCES sample (tenant_id, id) ON DELETE CASCADE
);

-- Bytes of an embedding do not compress; kept in the row, a scan reads them without a detour.
ALTER TABLE template ALTER COLUMN embedding SET STORAGE PLAIN;

CREATE INDEX template_by_subject ON template (tenant_id, gallery_id, model, subject_id);
CREATE INDEX template_by_sample ON template (tenant_id, sample_id);
