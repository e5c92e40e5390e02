-- Rows of the tables that the fifth version brought, for the same two tenants. Never changed.

INSERT INTO access_decision (id, tenant_id, gallery_id, point_id, subject_id, decided_at, outcome, reason, content,
    request_digest, idempotency_key, taken, taken_at)
SELECT gen_random_uuid(), p.tenant_id, p.gallery_id, p.id, s.id, '2026-01-05T07:58:12Z', 'GRANTED', 'RULE',
    '{"score": 0.7312, "threshold": 0.5, "rule": "staff", "zoneAfter": "hall"}', sha256(p.id::text::bytea), 'passage-1',
    true, '2026-01-05T07:58:15Z'
FROM access_point p JOIN subject s ON s.tenant_id = p.tenant_id AND s.gallery_id = p.gallery_id
WHERE s.external_id = 'alice';

INSERT INTO access_presence (subject_id, tenant_id, gallery_id, zone, since, point_id, decision_id, before)
SELECT DISTINCT ON (subject_id) subject_id, tenant_id, gallery_id, 'hall', decided_at, point_id, id, NULL::jsonb
FROM access_decision ORDER BY subject_id, id;

INSERT INTO access_pin_attempt (subject_id, tenant_id, gallery_id, failures, locked_until)
SELECT subject_id, tenant_id, gallery_id, 2, NULL FROM access_presence;
