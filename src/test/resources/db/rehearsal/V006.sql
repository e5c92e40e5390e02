-- Rows of the tables that the sixth version brought, for the same two tenants. Never changed.

INSERT INTO hook (id, tenant_id, name, enabled, events, points, include, target, secret, sealed, revision, created_at)
SELECT gen_random_uuid(), tenant_id, 'north-door', true, ARRAY['access.granted'], ARRAY['north'], ARRAY['SUBJECT'],
    '{"type": "webhook", "url": "https://hooks.example.org/in"}', id, decode('88', 'hex'), 1, '2026-06-01T08:00:00Z'
FROM tenant_secret WHERE purpose = 'AUDIT' AND generation = 1;

INSERT INTO hook_secret (id, tenant_id, hook_id, kind, secret, sealed, created_at)
SELECT gen_random_uuid(), tenant_id, id, 'HMAC', secret, decode('99', 'hex'), created_at FROM hook;

INSERT INTO hook_progress (hook_id, tenant_id, position, last_delivered_at)
SELECT id, tenant_id, 1, '2026-06-02T08:00:00Z' FROM hook;

INSERT INTO outbox (tenant_id, position, kept_from) VALUES ('acme', 1, 1), ('globex', 1, 1);

INSERT INTO outbox_event (id, tenant_id, position, type, source, gallery, subject, occurred_at, data)
SELECT gen_random_uuid(), tenant_id, 1, 'access.granted', 'north', 'staff', 'alice', '2026-06-02T08:00:00Z',
    '{"decision": "1", "point": "north"}'
FROM outbox;

INSERT INTO hook_delivery (hook_id, event_id, tenant_id, position, lane, type, point, state, attempts, created_at)
SELECT h.id, e.id, h.tenant_id, e.position, e.source, e.type, e.source, 'WAITING', 1, '2026-06-02T08:00:00Z'
FROM hook h JOIN outbox_event e ON e.tenant_id = h.tenant_id;
