-- What recognitions were like: how many of each kind, by bins. No row says of whom. ---------------------------------------

-- Instances add to the same rows, so those change often and have room beside them.
CREATE TABLE recognition_count (
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    model      text NOT NULL,
    day        date NOT NULL,
    measure    text NOT NULL COLLATE "C",
    bin        integer NOT NULL CHECK (bin >= 0),
    count      bigint NOT NULL CHECK (count > 0),
    PRIMARY KEY (tenant_id, gallery_id, model, day, measure, bin),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
) WITH (fillfactor = 70);

-- The days with which a gallery is compared; their counts stay for as long.
CREATE TABLE drift_baseline (
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    model      text NOT NULL,
    from_day   date NOT NULL,
    to_day     date NOT NULL CHECK (to_day >= from_day),
    chosen     boolean NOT NULL,
    taken_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, gallery_id, model),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
);

-- What has drifted and was told of.
CREATE TABLE drifted_measure (
    tenant_id  text NOT NULL,
    gallery_id uuid NOT NULL,
    model      text NOT NULL,
    measure    text NOT NULL,
    since      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, gallery_id, model, measure),
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES gallery (tenant_id, id) ON DELETE CASCADE
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['recognition_count', 'drift_baseline', 'drifted_measure']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON recognition_count, drift_baseline, drifted_measure TO "${service}";
