-- Keys that are good only together with a certificate --------------------------------------------------------------------

-- SHA-256 of the certificate; null for keys that need none.
ALTER TABLE api_key ADD COLUMN certificate_thumbprint bytea CHECK (octet_length(certificate_thumbprint) = 32);

-- Who a secret belongs to, as find_api_key, and which certificate has to come with it.
CREATE FUNCTION look_up_api_key(hash bytea)
    RETURNS TABLE (id uuid, tenant_id text, name text, operations text[], galleries text[], expires_at timestamptz,
        revoked_at timestamptz, requests_per_minute integer, tenant_requests_per_minute integer,
        certificate_thumbprint bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    found_id uuid;
BEGIN
    SELECT k.id INTO found_id FROM public.api_key k
        WHERE k.secret_hash = hash OR (k.previous_hash = hash AND k.previous_until > now());
    IF found_id IS NULL THEN
        RETURN;
    END IF;
    UPDATE public.api_key k SET last_used_at = now()
        WHERE k.id = found_id AND k.revoked_at IS NULL
          AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute');
    RETURN QUERY
        SELECT k.id, k.tenant_id, k.name, k.operations, k.galleries, k.expires_at, k.revoked_at,
            k.requests_per_minute, t.requests_per_minute, k.certificate_thumbprint
        FROM public.api_key k JOIN public.tenant t ON t.id = k.tenant_id
        WHERE k.id = found_id;
END $$;

-- While instances of the version before are at work, they ask the two older functions and look at no certificate: to
-- them, keys that need one do not exist.
CREATE OR REPLACE FUNCTION find_api_key(hash bytea)
    RETURNS TABLE (id uuid, tenant_id text, name text, operations text[], galleries text[], expires_at timestamptz,
        revoked_at timestamptz, requests_per_minute integer, tenant_requests_per_minute integer)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT k.id, k.tenant_id, k.name, k.operations, k.galleries, k.expires_at, k.revoked_at, k.requests_per_minute,
        k.tenant_requests_per_minute
    FROM public.look_up_api_key(hash) k WHERE k.certificate_thumbprint IS NULL
$$;

CREATE OR REPLACE FUNCTION ended_api_keys(hashes bytea[]) RETURNS SETOF bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT asked.hash FROM unnest(hashes) AS asked (hash)
    WHERE NOT EXISTS (
        SELECT FROM public.api_key k
        WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
            AND (k.secret_hash = asked.hash OR (k.previous_hash = asked.hash AND k.previous_until > now()))
            AND k.certificate_thumbprint IS NULL)
$$;

-- Which of these secrets are good no more, or need another certificate than this one.
CREATE FUNCTION ended_api_keys(hashes bytea[], thumbprints bytea[]) RETURNS SETOF bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT asked.hash FROM unnest(hashes, thumbprints) AS asked (hash, thumbprint)
    WHERE NOT EXISTS (
        SELECT FROM public.api_key k
        WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
            AND (k.secret_hash = asked.hash OR (k.previous_hash = asked.hash AND k.previous_until > now()))
            AND coalesce(k.certificate_thumbprint, ''::bytea) = asked.thumbprint)
$$;

REVOKE ALL ON FUNCTION look_up_api_key(bytea), ended_api_keys(bytea[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION look_up_api_key(bytea), ended_api_keys(bytea[], bytea[]) TO "${service}";
