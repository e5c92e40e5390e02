-- Rows of the tables that the tenth version brought, for the same two tenants. Never changed.

INSERT INTO recognition_count (tenant_id, gallery_id, model, day, measure, bin, count)
SELECT tenant_id, id, model, '2026-06-02', 'foundScore', 80, 3 FROM gallery;

INSERT INTO drift_baseline (tenant_id, gallery_id, model, from_day, to_day, chosen, taken_at)
SELECT tenant_id, id, model, '2026-06-02', '2026-06-09', true, '2026-06-10T08:00:00Z' FROM gallery;

INSERT INTO drifted_measure (tenant_id, gallery_id, model, measure, since)
SELECT tenant_id, id, model, 'foundScore', '2026-06-20T08:00:00Z' FROM gallery;
