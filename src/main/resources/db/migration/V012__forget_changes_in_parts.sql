-- A part at a time: after millions of changes, forgetting all of them took longer than a statement may, each time anew.

CREATE FUNCTION forget_template_changes(older_than interval, most integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH gone AS (
        DELETE FROM public.template_change WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM public.template_change WHERE changed_at < now() - older_than
            ORDER BY changed_at LIMIT most))
        RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION forget_template_changes(interval, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_template_changes(interval, integer) TO "${service}";
