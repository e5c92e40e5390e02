-- The instances of the service that are at work ------------------------------------------------------------------------

-- Each writes its row once a second; what a crash takes is written again a second later, so nothing of it goes to the
-- write-ahead log. 'counts' is what the instances count together, in threes: number of the beat, hash of whose limit, and
-- how many requests. Nothing in it names anybody.
CREATE UNLOGGED TABLE instance (
    id         uuid PRIMARY KEY,
    version    text NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    counts     bigint[] NOT NULL
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE, DELETE ON instance TO "${service}";

-- Keys at doors --------------------------------------------------------------------------------------------------------

-- Which of these secrets are good no more. An instance asks it of those that it would trust while the database is gone,
-- and it is no use of them.
CREATE FUNCTION ended_api_keys(hashes bytea[]) RETURNS SETOF bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT asked.hash FROM unnest(hashes) AS asked (hash)
    WHERE NOT EXISTS (
        SELECT FROM public.api_key k
        WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
            AND (k.secret_hash = asked.hash OR (k.previous_hash = asked.hash AND k.previous_until > now())))
$$;

REVOKE ALL ON FUNCTION ended_api_keys(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ended_api_keys(bytea[]) TO "${service}";
