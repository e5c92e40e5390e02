-- Rows of the tables that the second version brought, for the same two tenants. Never changed.

INSERT INTO tenant_secret (tenant_id, purpose, generation, master_key, wrapped, public_key)
SELECT tenant, purpose, 1, 'local:0011', decode('00ff', 'hex'), decode('11', 'hex')
FROM unnest(ARRAY['acme', 'globex']) tenant, unnest(ARRAY['SUBJECTS', 'TEMPLATES', 'AUDIT']) purpose;

INSERT INTO subject_key (subject_id, tenant_id, gallery_id, secret, wrapped)
SELECT s.id, s.tenant_id, s.gallery_id, k.id, decode('22', 'hex')
FROM subject s JOIN tenant_secret k ON k.tenant_id = s.tenant_id AND k.purpose = 'SUBJECTS'
WHERE s.external_id = 'alice';

INSERT INTO rekeying (id, tenant_id, state, done, total, started_by, created_at)
VALUES
    ('018f0000-0000-7000-8000-0000000000a6', 'acme', 'RUNNING', 1, 2, 'api-key:1', '2025-05-01T08:00:00Z'),
    ('018f0000-0000-7000-8000-0000000000b6', 'globex', 'RUNNING', 1, 2, 'api-key:2', '2025-05-01T08:00:00Z');

INSERT INTO consent (id, tenant_id, gallery_id, subject_id, text_version, channel, given_at, recorded_at, recorded_by)
SELECT gen_random_uuid(), tenant_id, gallery_id, id, '2025-1', 'paper', '2025-05-01T08:00:00Z', '2025-05-01T08:00:00Z',
    'user:1'
FROM subject WHERE external_id = 'alice';

-- Of each tenant, one that has its place in the tree and one that waits for it.
INSERT INTO audit_entry (id, tenant_id, recorded_at, actor, action, gallery, subject, outcome, content, leaf_index)
SELECT gen_random_uuid(), tenant, '2025-05-01T08:00:00Z', 'user:1', 'verify', 'staff', 'alice', 'match',
    '{"type":"entry"}', place
FROM unnest(ARRAY['acme', 'globex']) tenant, unnest(ARRAY[0, NULL]) place;

INSERT INTO audit_tree (tenant_id, size) VALUES ('acme', 1), ('globex', 1);

INSERT INTO audit_tile (tenant_id, level, index, hashes)
VALUES ('acme', 0, 0, decode(repeat('33', 32), 'hex')), ('globex', 0, 0, decode(repeat('44', 32), 'hex'));

INSERT INTO audit_checkpoint (tenant_id, size, note, created_at)
VALUES ('acme', 1, 'janua/acme', '2025-05-01T08:00:01Z'), ('globex', 1, 'janua/globex', '2025-05-01T08:00:01Z');
