-- Rows of every table as the first version wrote them, for two tenants. Never changed: later versions get files of their own.

INSERT INTO tenant (id, name) VALUES ('acme', 'Acme'), ('globex', 'Globex');

INSERT INTO api_key (id, tenant_id, name, prefix, secret_hash, operations, galleries, created_at, expires_at, revoked_at)
VALUES
    ('018f0000-0000-7000-8000-0000000000a1', 'acme', 'Door', 'janua_abc123', decode(repeat('a1', 32), 'hex'),
        ARRAY['identify', 'verify'], ARRAY['staff'], '2024-05-01T08:00:00Z', '2034-05-01T08:00:00Z', NULL),
    ('018f0000-0000-7000-8000-0000000000b1', 'globex', 'First key', 'janua_def456', decode(repeat('b1', 32), 'hex'),
        ARRAY['api-keys'], NULL, '2024-05-02T08:00:00Z', NULL, '2024-06-01T08:00:00Z');

INSERT INTO gallery (id, tenant_id, name, description, model, policy, created_at)
VALUES
    ('018f0000-0000-7000-8000-0000000000a2', 'acme', 'staff', 'Head office', 'sface-2021dec',
        '{"fmr": 0.0001, "fpir": 0.001, "liveness": "off", "duplicates": "warn", "probeQuality": "lenient",
          "enrollmentFace": "single", "imageRetention": "crop", "enrollmentQuality": "standard"}',
        '2024-05-01T08:01:00Z'),
    -- The name that the other tenant has too.
    ('018f0000-0000-7000-8000-0000000000b2', 'globex', 'staff', NULL, 'sface-2021dec', '{"imageRetention": "crop"}',
        '2024-05-02T08:01:00Z');

INSERT INTO subject (id, tenant_id, gallery_id, external_id, name, attributes, status, valid_from, valid_until,
    created_at, updated_at)
VALUES
    ('018f0000-0000-7000-8000-0000000000a3', 'acme', '018f0000-0000-7000-8000-0000000000a2', 'alice', 'Alice "A" Ünal',
        '{"department": "engines", "floors": [1, 2]}', 'ACTIVE', '2024-05-01T00:00:00Z', '2034-05-01T00:00:00Z',
        '2024-05-01T08:02:00Z', '2024-05-01T08:03:00Z'),
    ('018f0000-0000-7000-8000-0000000000a9', 'acme', '018f0000-0000-7000-8000-0000000000a2', 'without a face', NULL,
        '{}', 'SUSPENDED', NULL, NULL, '2024-05-01T08:02:00Z', '2024-05-01T08:02:00Z'),
    ('018f0000-0000-7000-8000-0000000000b3', 'globex', '018f0000-0000-7000-8000-0000000000b2', 'alice', 'Another Alice',
        '{}', 'ACTIVE', NULL, NULL, '2024-05-02T08:02:00Z', '2024-05-02T08:02:00Z');

INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, idempotency_key, upload_digest,
    created_at)
VALUES
    ('018f0000-0000-7000-8000-0000000000a4', 'acme', '018f0000-0000-7000-8000-0000000000a2',
        '018f0000-0000-7000-8000-0000000000a3', '{"box": {"x": 10, "y": 12, "width": 80, "height": 90}}', true,
        'import-7', decode(repeat('0a', 32), 'hex'), '2024-05-01T08:04:00Z'),
    ('018f0000-0000-7000-8000-0000000000b4', 'globex', '018f0000-0000-7000-8000-0000000000b2',
        '018f0000-0000-7000-8000-0000000000b3', '{"box": {"x": 1, "y": 2, "width": 3, "height": 4}}', true, NULL, NULL,
        '2024-05-02T08:04:00Z');

INSERT INTO sample_image (sample_id, tenant_id, jpeg)
VALUES
    ('018f0000-0000-7000-8000-0000000000a4', 'acme', decode('ffd8ffe000104a46494600', 'hex')),
    ('018f0000-0000-7000-8000-0000000000b4', 'globex', decode('ffd8ffdb004300', 'hex'));

INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, embedding)
VALUES
    ('018f0000-0000-7000-8000-0000000000a5', 'acme', '018f0000-0000-7000-8000-0000000000a2',
        '018f0000-0000-7000-8000-0000000000a3', '018f0000-0000-7000-8000-0000000000a4', 'sface-2021dec',
        '[0.6, 0.8, 0, 0]'),
    ('018f0000-0000-7000-8000-0000000000b5', 'globex', '018f0000-0000-7000-8000-0000000000b2',
        '018f0000-0000-7000-8000-0000000000b3', '018f0000-0000-7000-8000-0000000000b4', 'sface-2021dec',
        '[0, 0, -0.8, 0.6]');
