-- Who is told of what happens -------------------------------------------------------------------------------------------

-- 'target' is without its passwords: they are sealed by the tenant's secret. No gallery means all of them.
CREATE TABLE hook (
    id              uuid PRIMARY KEY,
    tenant_id       text NOT NULL REFERENCES tenant,
    name            text NOT NULL COLLATE "C",
    description     text CHECK (length(description) <= 1000),
    enabled         boolean NOT NULL,
    disabled_reason text,
    events          text[] NOT NULL,
    points          text[] NOT NULL,
    galleries       text[],
    include         text[] NOT NULL,
    target          jsonb NOT NULL,
    secret          integer,
    sealed          bytea,
    revision        bigint NOT NULL,
    created_at      timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    UNIQUE (tenant_id, id),
    CHECK ((secret IS NULL) = (sealed IS NULL)),
    FOREIGN KEY (tenant_id, secret) REFERENCES tenant_secret (tenant_id, id)
);

-- What signs its webhooks.
CREATE TABLE hook_secret (
    id         uuid PRIMARY KEY,
    tenant_id  text NOT NULL,
    hook_id    uuid NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('HMAC', 'ED25519')),
    secret     integer NOT NULL,
    sealed     bytea NOT NULL,
    public_key bytea,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (tenant_id, hook_id) REFERENCES hook (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, secret) REFERENCES tenant_secret (tenant_id, id)
);

CREATE INDEX hook_secret_by_hook ON hook_secret (hook_id);

-- How far it has been told. It changes with every batch, so it is small and has room beside it. 'touched' says that
-- there is something else to do than to tell what is new: another try, or another address.
CREATE TABLE hook_progress (
    hook_id           uuid PRIMARY KEY,
    tenant_id         text NOT NULL,
    position          bigint NOT NULL,
    touched           boolean NOT NULL DEFAULT false,
    last_delivered_at timestamptz,
    last_failed_at    timestamptz,
    last_error        text,
    FOREIGN KEY (tenant_id, hook_id) REFERENCES hook (tenant_id, id) ON DELETE CASCADE
) WITH (fillfactor = 50);

-- What happened, in the order in which it is told -----------------------------------------------------------------------

-- The last position that was given; from which one on nothing is missing; until when events are written for those who
-- follow the stream, although no hook may want them.
CREATE TABLE outbox (
    tenant_id      text PRIMARY KEY REFERENCES tenant,
    position       bigint NOT NULL,
    kept_from      bigint NOT NULL,
    followed_until timestamptz
) WITH (fillfactor = 50);

-- Written in the transaction that brought it about; the position follows. 'source' is what events are in order of: the
-- access point, or nothing.
CREATE TABLE outbox_event (
    id          uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    position    bigint,
    type        text NOT NULL,
    source      text NOT NULL COLLATE "C",
    gallery     text,
    subject     text COLLATE "C",
    occurred_at timestamptz NOT NULL,
    data        jsonb NOT NULL
);

CREATE UNIQUE INDEX outbox_event_by_position ON outbox_event (tenant_id, position) WHERE position IS NOT NULL;
CREATE INDEX outbox_event_pending ON outbox_event (tenant_id, id) WHERE position IS NULL;
CREATE INDEX outbox_event_by_subject ON outbox_event (subject, tenant_id) WHERE subject IS NOT NULL;

-- One event for one hook. Those of a lane go out one after the other; the first one that waits has the time of its next
-- attempt, and those behind it have none. There is no reference to the hook, which would be looked up with every row:
-- what a deleted hook leaves is swept.
CREATE TABLE hook_delivery (
    hook_id         uuid NOT NULL,
    event_id        uuid NOT NULL,
    tenant_id       text NOT NULL,
    position        bigint,
    lane            text NOT NULL COLLATE "C",
    type            text NOT NULL,
    point           text NOT NULL COLLATE "C",
    state           text NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED', 'EXPIRED')),
    attempts        integer NOT NULL,
    next_attempt_at timestamptz,
    request         text,
    answer          text,
    error           text,
    duration_ms     integer,
    created_at      timestamptz NOT NULL,
    delivered_at    timestamptz,
    PRIMARY KEY (hook_id, event_id)
) WITH (fillfactor = 90);

CREATE INDEX hook_delivery_waiting ON hook_delivery (hook_id, lane, position) WHERE state = 'WAITING';
CREATE INDEX hook_delivery_failed ON hook_delivery (hook_id, event_id) WHERE state IN ('FAILED', 'EXPIRED');

-- Which hook has work, and which instance does it.
CREATE TABLE hook_task (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
) WITH (fillfactor = 50);

CREATE INDEX hook_task_by_time ON hook_task (execution_time);
CREATE INDEX hook_task_by_heartbeat ON hook_task (last_heartbeat);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['hook', 'hook_secret', 'hook_progress', 'outbox', 'outbox_event', 'hook_delivery']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = (SELECT current_tenant()))', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE
    ON hook, hook_secret, hook_progress, outbox, outbox_event, hook_delivery, hook_task TO "${service}";

-- Doors in the wall, for work that serves all tenants in turn: it learns which, and nothing else.
CREATE FUNCTION tenants_with_pending_events() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT t.id FROM public.tenant t
    WHERE EXISTS (SELECT FROM public.outbox_event e WHERE e.tenant_id = t.id AND e.position IS NULL)
$$;

CREATE FUNCTION outbox_positions() RETURNS TABLE (tenant_id text, "position" bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT o.tenant_id, o.position FROM public.outbox o $$;

-- Hooks that nobody works on although there is something new for them begin now.
CREATE FUNCTION wake_hooks() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    woken integer;
BEGIN
    WITH late AS (
        SELECT t.task_name, t.task_instance
        FROM public.hook h
        JOIN public.hook_progress p ON p.hook_id = h.id
        JOIN public.outbox o ON o.tenant_id = h.tenant_id AND (o.position > p.position OR p.touched)
        JOIN public.hook_task t ON t.task_name = 'hook' AND t.task_instance = h.tenant_id || '/' || h.id
        WHERE h.enabled AND NOT t.picked AND t.execution_time > now()
        FOR UPDATE OF t SKIP LOCKED
    )
    UPDATE public.hook_task t SET execution_time = now(), version = t.version + 1
    FROM late WHERE t.task_name = late.task_name AND t.task_instance = late.task_instance;
    GET DIAGNOSTICS woken = ROW_COUNT;
    RETURN woken;
END
$$;

REVOKE ALL ON FUNCTION tenants_with_pending_events(), outbox_positions(), wake_hooks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_with_pending_events(), outbox_positions(), wake_hooks() TO "${service}";
