-- Keys of administrators, known by all that there was to permit, may do as much as a new one.
UPDATE api_key SET operations = operations || ARRAY['drift.read']
    WHERE operations @> ARRAY['detect', 'compare', 'verify', 'identify', 'enroll', 'faces.read', 'subjects.read',
        'subjects.write', 'galleries.read', 'galleries.write', 'models.read', 'api-keys', 'consents.write',
        'privacy.read', 'audit.read', 'keys.rotate', 'system.read', 'access.decide', 'access.read', 'access.write',
        'access.operate', 'events.read', 'hooks'];

-- The sweep looks for days that are over, in all galleries.
CREATE INDEX recognition_count_by_day ON recognition_count (tenant_id, day);
