-- Rows of the tables that the fourth version brought, for the same two tenants. Never changed.

INSERT INTO tenant_secret (tenant_id, purpose, generation, master_key, wrapped)
SELECT tenant, purpose, 1, 'local:0011', decode('00ff', 'hex')
FROM unnest(ARRAY['acme', 'globex']) tenant, unnest(ARRAY['CREDENTIALS', 'HOOKS']) purpose;

-- Both tenants have a door of the same name.
INSERT INTO access_point (id, tenant_id, name, description, gallery_id, kind, zone_from, zone_to, enabled, settings,
    mode, mode_reason, mode_by, mode_since, created_at)
SELECT gen_random_uuid(), tenant_id, 'main-entrance', 'With the bell', id, 'DOOR', NULL, 'office', true,
    '{"debounceSeconds": 4, "liveness": "gallery", "factors": "face", "antiPassback": "off", "twoPersons": false,
      "twoPersonSeconds": 15, "commandSeconds": 5, "openSeconds": 3, "onFailure": "deny", "wiegand": "off"}',
    'LOCKDOWN', 'Fire drill', 'user:1', '2025-09-01T08:05:00Z', '2025-09-01T08:00:00Z'
FROM gallery WHERE name = 'staff';

INSERT INTO access_group (id, tenant_id, name, gallery_id, created_at)
SELECT gen_random_uuid(), tenant_id, 'night-shift', id, '2025-09-01T08:00:00Z' FROM gallery WHERE name = 'staff';

INSERT INTO access_group_member (tenant_id, gallery_id, group_id, subject_id, valid_from, valid_until, added_at)
SELECT g.tenant_id, g.gallery_id, g.id, s.id, '2025-09-01T00:00:00Z', '2035-09-01T00:00:00Z', '2025-09-01T08:01:00Z'
FROM access_group g JOIN subject s ON s.gallery_id = g.gallery_id AND s.external_id = 'alice';

INSERT INTO access_schedule (id, tenant_id, name, content, created_at)
SELECT gen_random_uuid(), id, 'nights',
    '{"timeZone": "Europe/Berlin",
      "weekly": [{"days": ["monday", "friday"], "from": "22:00", "until": "06:00"}],
      "specialDays": [{"name": "New Year", "date": "2026-01-01", "repeats": "FREQ=YEARLY", "periods": []}]}',
    '2025-09-01T08:00:00Z'
FROM tenant WHERE id IN ('acme', 'globex');

INSERT INTO access_rule (id, tenant_id, name, gallery_id, everyone, schedule_id, enabled, demands, escort_group_id,
    created_at)
SELECT gen_random_uuid(), g.tenant_id, 'night-shift-by-night', g.gallery_id, false, s.id, true,
    '{"liveness": true, "fmr": 0.00001, "factors": "faceAndCard", "escortSeconds": 30}', g.id, '2025-09-01T08:00:00Z'
FROM access_group g JOIN access_schedule s ON s.tenant_id = g.tenant_id;

INSERT INTO access_rule_group (tenant_id, gallery_id, rule_id, group_id)
SELECT r.tenant_id, r.gallery_id, r.id, g.id FROM access_rule r JOIN access_group g ON g.gallery_id = r.gallery_id;

INSERT INTO access_rule_point (tenant_id, rule_id, point_id)
SELECT r.tenant_id, r.id, p.id FROM access_rule r JOIN access_point p ON p.gallery_id = r.gallery_id;

INSERT INTO access_block (subject_id, tenant_id, gallery_id, reason, blocked_at, blocked_by, until)
SELECT id, tenant_id, gallery_id, 'Lost the badge', '2025-09-01T08:00:00Z', 'user:1', '2025-09-02T08:00:00Z'
FROM subject WHERE external_id = 'alice';

INSERT INTO access_credential (subject_id, tenant_id, gallery_id, kind, sealed, changed_at)
SELECT id, tenant_id, gallery_id, kind, decode('0102', 'hex'), '2025-09-01T08:00:00Z'
FROM subject, unnest(ARRAY['CARD', 'PIN', 'DURESS_PIN']) kind WHERE external_id = 'alice';
