-- Who may pass where, and when ------------------------------------------------------------------------------------------

-- Keys of administrators, known by all that there was to permit, may do as much as a new one.
UPDATE api_key SET operations = operations
        || ARRAY['access.decide', 'access.read', 'access.write', 'access.operate', 'events.read', 'hooks']
    WHERE operations @> ARRAY['detect', 'compare', 'verify', 'identify', 'enroll', 'faces.read', 'subjects.read',
        'subjects.write', 'galleries.read', 'galleries.write', 'models.read', 'api-keys', 'consents.write',
        'privacy.read', 'audit.read', 'keys.rotate', 'system.read'];

ALTER TABLE tenant_secret DROP CONSTRAINT tenant_secret_purpose_check;
ALTER TABLE tenant_secret ADD CHECK (purpose IN ('SUBJECTS', 'TEMPLATES', 'AUDIT', 'CREDENTIALS', 'HOOKS'));

-- A null zone is the outside.
CREATE TABLE access_point (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    name        text NOT NULL COLLATE "C",
    description text CHECK (length(description) <= 1000),
    gallery_id  uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('DOOR', 'TURNSTILE', 'KIOSK')),
    zone_from   text COLLATE "C",
    zone_to     text COLLATE "C",
    enabled     boolean NOT NULL,
    settings    jsonb NOT NULL,
    mode        text NOT NULL CHECK (mode IN ('NORMAL', 'LOCKDOWN', 'RELEASED')),
    mode_reason text CHECK (length(mode_reason) <= 500),
    mode_by     text,
    mode_since  timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX access_point_by_gallery ON access_point (tenant_id, gallery_id);

CREATE TABLE access_group (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    name        text NOT NULL COLLATE "C",
    description text CHECK (length(description) <= 1000),
    gallery_id  uuid NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    UNIQUE (tenant_id, gallery_id, id),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE access_group_member (
    tenant_id   text NOT NULL,
    gallery_id  uuid NOT NULL,
    group_id    uuid NOT NULL,
    subject_id  uuid NOT NULL,
    valid_from  timestamptz,
    valid_until timestamptz CHECK (valid_until > valid_from),
    added_at    timestamptz NOT NULL,
    PRIMARY KEY (group_id, subject_id),
    FOREIGN KEY (tenant_id, gallery_id, group_id) REFERENCES access_group (tenant_id, gallery_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

CREATE INDEX access_group_member_by_subject ON access_group_member (subject_id);

-- What stands in it is read whole: weekly periods, special days.
CREATE TABLE access_schedule (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL REFERENCES tenant,
    name        text NOT NULL COLLATE "C",
    description text CHECK (length(description) <= 1000),
    content     jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    UNIQUE (tenant_id, id)
);

-- A rule permits; without a schedule it does so always. 'content' holds what it demands: liveness, error rate, factors.
CREATE TABLE access_rule (
    id              uuid PRIMARY KEY,
    tenant_id       text NOT NULL,
    name            text NOT NULL COLLATE "C",
    description     text CHECK (length(description) <= 1000),
    gallery_id      uuid NOT NULL,
    everyone        boolean NOT NULL,
    schedule_id     uuid,
    valid_from      timestamptz,
    valid_until     timestamptz CHECK (valid_until > valid_from),
    enabled         boolean NOT NULL,
    demands         jsonb NOT NULL,
    escort_group_id uuid,
    created_at      timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    UNIQUE (tenant_id, gallery_id, id),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, schedule_id) REFERENCES access_schedule (tenant_id, id),
    FOREIGN KEY (tenant_id, gallery_id, escort_group_id) REFERENCES access_group (tenant_id, gallery_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX access_rule_by_gallery ON access_rule (tenant_id, gallery_id);
CREATE INDEX access_rule_by_schedule ON access_rule (tenant_id, schedule_id);
CREATE INDEX access_rule_by_escort ON access_rule (escort_group_id);

-- A group that a rule names cannot be deleted, unless its gallery goes with both.
CREATE TABLE access_rule_group (
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    rule_id    uuid NOT NULL,
    group_id   uuid NOT NULL,
    PRIMARY KEY (rule_id, group_id),
    FOREIGN KEY (tenant_id, gallery_id, rule_id) REFERENCES access_rule (tenant_id, gallery_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, gallery_id, group_id) REFERENCES access_group (tenant_id, gallery_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX access_rule_group_by_group ON access_rule_group (group_id);

CREATE TABLE access_rule_point (
    tenant_id text NOT NULL,
    rule_id   uuid NOT NULL REFERENCES access_rule ON DELETE CASCADE,
    point_id  uuid NOT NULL,
    PRIMARY KEY (rule_id, point_id),
    FOREIGN KEY (tenant_id, point_id) REFERENCES access_point (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX access_rule_point_by_point ON access_rule_point (point_id);

CREATE TABLE access_block (
    subject_id uuid PRIMARY KEY,
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    blocked_at timestamptz NOT NULL,
    blocked_by text NOT NULL,
    until      timestamptz,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

CREATE INDEX access_block_by_gallery ON access_block (tenant_id, gallery_id);

-- Card numbers and PINs, sealed so that equal ones of a tenant (cards) or a subject (PINs) are equal: they can be
-- looked up, and read by nobody without the tenant's secret.
CREATE TABLE access_credential (
    subject_id uuid NOT NULL,
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('CARD', 'PIN', 'DURESS_PIN')),
    sealed     bytea NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (subject_id, kind),
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

-- A card is one person's in a gallery.
CREATE UNIQUE INDEX access_credential_card ON access_credential (tenant_id, gallery_id, sealed) WHERE kind = 'CARD';

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['access_point', 'access_group', 'access_group_member', 'access_schedule',
        'access_rule', 'access_rule_group', 'access_rule_point', 'access_block', 'access_credential']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO "${service}"', name);
    END LOOP;
END $$;
