-- Whose templates changed, and in which transaction. Instances keep copies of large galleries for their searches; what a
-- copy cannot have seen yet is found here, so that every search sees every enrolment and erasure that is committed.

CREATE TABLE template_change (
    tenant_id   text NOT NULL,
    gallery_id  uuid NOT NULL,
    subject_id  uuid NOT NULL,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    changed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX template_change_by_gallery ON template_change (tenant_id, gallery_id, transaction);
CREATE INDEX template_change_by_time ON template_change (changed_at);

-- A few rows now and a million after an import: plans must not be made for none.
ALTER TABLE template_change SET (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000);

ALTER TABLE template_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON template_change USING (tenant_id = (SELECT current_tenant()));
GRANT SELECT ON template_change TO "${service}";

-- As the owner: whoever changes a template must not be able to leave this out.
CREATE FUNCTION note_template_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO public.template_change (tenant_id, gallery_id, subject_id)
        SELECT DISTINCT c.tenant_id, c.gallery_id, c.subject_id FROM changed c;
    RETURN NULL;
END $$;

CREATE TRIGGER note_insert AFTER INSERT ON template REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_template_change();
CREATE TRIGGER note_update AFTER UPDATE ON template REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_template_change();
CREATE TRIGGER note_delete AFTER DELETE ON template REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_template_change();

-- Of all tenants: a copy that is older than this is not used any more.
CREATE FUNCTION forget_template_changes(older_than interval) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH gone AS (DELETE FROM public.template_change WHERE changed_at < now() - older_than RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION note_template_change(), forget_template_changes(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_template_changes(interval) TO "${service}";
