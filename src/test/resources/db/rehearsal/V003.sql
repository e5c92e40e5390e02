-- Rows of the tables that the third version brought, for the same two tenants. Never changed.

-- What people have agreed to
INSERT INTO consent_text (id, tenant_id, gallery_id, version, text, since)
SELECT gen_random_uuid(), tenant_id, id, '2025-1', 'I agree.', '2025-01-01T08:00:00Z' FROM gallery;

-- Enrolment by oneself
INSERT INTO invitation (id, tenant_id, gallery_id, subject_id, secret_hash, created_at, created_by, expires_at)
SELECT gen_random_uuid(), tenant_id, gallery_id, id, sha256(id::text::bytea), '2025-06-01T08:00:00Z', 'user:1',
    '2025-06-04T08:00:00Z'
FROM subject WHERE external_id = 'alice';

INSERT INTO challenge (id, tenant_id, gallery_id, invitation_id, turns, expires_at)
SELECT gen_random_uuid(), tenant_id, gallery_id, id, ARRAY['LEFT', 'RIGHT'], '2025-06-01T08:02:00Z'
FROM invitation;

-- Bulk imports: one that came in and one that was interrupted.
INSERT INTO bulk_import (id, tenant_id, gallery_id, name, state, text_version, channel, total, secret, wrapped,
    started_by, created_at, touched_at)
SELECT gen_random_uuid(), g.tenant_id, g.id, 'people.zip', state, '2025-1', 'PAPER', 1, k.id, decode('66', 'hex'),
    'user:1', '2025-05-01T08:00:00Z', '2025-05-01T08:00:00Z'
FROM gallery g
JOIN tenant_secret k ON k.tenant_id = g.tenant_id AND k.purpose = 'SUBJECTS'
CROSS JOIN unnest(ARRAY['RUNNING', 'RECEIVING']) state
WHERE g.name = 'staff';

INSERT INTO bulk_import_subject (import_id, tenant_id, subject, description)
SELECT id, tenant_id, 'alice', '{"name": "Alice", "attributes": {}}' FROM bulk_import WHERE state = 'RUNNING';

INSERT INTO bulk_import_item (import_id, tenant_id, number, file, subject, outcome)
SELECT id, tenant_id, 1, 'alice/1.jpg', 'alice', 'WAITING' FROM bulk_import;

INSERT INTO bulk_import_departure (import_id, tenant_id, subject, code)
SELECT id, tenant_id, 'bob', 'SUBJECT_ERASED' FROM bulk_import WHERE state = 'RECEIVING';

INSERT INTO bulk_import_picture (import_id, tenant_id, number, content)
SELECT import_id, tenant_id, number, decode('77', 'hex') FROM bulk_import_item;
