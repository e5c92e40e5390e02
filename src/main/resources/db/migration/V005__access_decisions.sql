-- Who passed, who did not, and why ---------------------------------------------------------------------------------------

-- No picture and no template of whoever came. When a subject is erased, its decisions stay and are nobody's any more;
-- 'content' is what else the answer said, and holds nothing that names a person.
CREATE TABLE access_decision (
    id              uuid PRIMARY KEY,
    tenant_id       text NOT NULL,
    gallery_id      uuid NOT NULL,
    point_id        uuid NOT NULL,
    subject_id      uuid,
    decided_at      timestamptz NOT NULL,
    outcome         text NOT NULL CHECK (outcome IN ('GRANTED', 'DENIED', 'BLOCKED')),
    reason          text NOT NULL,
    content         jsonb NOT NULL,
    -- By which a repetition is known, sealed by the tenant's secret; both are gone when none can come any more.
    request_digest  bytea,
    idempotency_key text,
    taken           boolean,
    taken_at        timestamptz,
    CHECK ((taken IS NULL) = (taken_at IS NULL)),
    UNIQUE (point_id, idempotency_key),
    FOREIGN KEY (tenant_id, point_id) REFERENCES access_point (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id)
        ON DELETE SET NULL (subject_id)
);

CREATE INDEX access_decision_by_time ON access_decision (tenant_id, decided_at, id);
CREATE INDEX access_decision_by_point ON access_decision (tenant_id, point_id, decided_at, id);
CREATE INDEX access_decision_by_subject ON access_decision (subject_id, decided_at) WHERE subject_id IS NOT NULL;
CREATE INDEX access_decision_repeatable ON access_decision (tenant_id, decided_at)
    WHERE request_digest IS NOT NULL OR idempotency_key IS NOT NULL;

-- Where somebody is since they last passed; a null zone is the outside. 'before' is what that passage replaced, null
-- where nothing was known: a passage that was not taken is taken back.
CREATE TABLE access_presence (
    subject_id  uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    gallery_id  uuid NOT NULL,
    zone        text COLLATE "C",
    since       timestamptz NOT NULL,
    point_id    uuid NOT NULL,
    decision_id uuid NOT NULL,
    before      jsonb,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, point_id) REFERENCES access_point (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX access_presence_by_zone ON access_presence (tenant_id, gallery_id, zone);
CREATE INDEX access_presence_by_point ON access_presence (point_id);

-- Wrong PINs in a row, at whichever point; a right one deletes the row.
CREATE TABLE access_pin_attempt (
    subject_id   uuid PRIMARY KEY,
    tenant_id    text NOT NULL,
    gallery_id   uuid NOT NULL,
    failures     integer NOT NULL CHECK (failures >= 0),
    locked_until timestamptz,
    FOREIGN KEY (tenant_id, gallery_id, subject_id) REFERENCES subject (tenant_id, gallery_id, id) ON DELETE CASCADE
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['access_decision', 'access_presence', 'access_pin_attempt']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON access_presence, access_pin_attempt TO "${service}";
-- What was decided stays as it was.
GRANT SELECT, INSERT, DELETE, UPDATE (request_digest, idempotency_key, taken, taken_at) ON access_decision
    TO "${service}";
