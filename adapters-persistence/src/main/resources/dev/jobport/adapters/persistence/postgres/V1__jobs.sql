-- Times are milliseconds since 1970 (UTC), durations milliseconds. Ids are compared byte by byte, in every locale alike.

CREATE TABLE action_type (
    account            TEXT COLLATE "C" NOT NULL, -- REGION/ID
    id                 TEXT COLLATE "C" NOT NULL, -- owner/category/provider/version
    dispatch_lease     BIGINT NOT NULL,
    job_timeout        BIGINT NOT NULL,
    action_timeout     BIGINT NOT NULL,
    continuation_delay BIGINT NOT NULL,
    definition         TEXT NOT NULL,   -- JSON, like the two that follow
    declaration        TEXT NOT NULL,
    tags               TEXT NOT NULL,
    deleted            BIGINT NOT NULL, -- 1 for a tombstone, which keeps its name from being used otherwise
    PRIMARY KEY (account, id)
);

CREATE TABLE client (
    account    TEXT COLLATE "C" NOT NULL, -- REGION/ID
    id         TEXT COLLATE "C" NOT NULL,
    token_hash TEXT NOT NULL,
    PRIMARY KEY (account, id)
);

-- Written once, never changed.
CREATE TABLE action_execution (
    seq                BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the order of adding
    id                 TEXT COLLATE "C" NOT NULL UNIQUE,
    account            TEXT COLLATE "C" NOT NULL, -- REGION/ID
    action_type        TEXT COLLATE "C" NOT NULL, -- an action type may go, its actions stay
    query_value        TEXT COLLATE "C" NOT NULL, -- empty if the action type has no queryable property
    client             TEXT,            -- none of custom actions
    input              TEXT NOT NULL,   -- JSON
    secrets_key        TEXT COLLATE "C", -- the id of the key that secrets in the input are sealed with
    settings           TEXT NOT NULL,   -- JSON, as it was when the action started,
    dispatch_lease     BIGINT NOT NULL, -- like the three that follow
    job_timeout        BIGINT NOT NULL,
    action_timeout     BIGINT NOT NULL,
    continuation_delay BIGINT NOT NULL,
    started_at         BIGINT NOT NULL
);

-- Tells which keys are in use.
CREATE INDEX action_sealed ON action_execution (secrets_key)
    WHERE secrets_key IS NOT NULL;

CREATE TABLE job (
    seq                BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the order of adding
    id                 TEXT COLLATE "C" NOT NULL UNIQUE,
    action_execution   BIGINT NOT NULL, -- the seq of one; no foreign key, because to check it would lock a row there
    number             BIGINT NOT NULL,
    continuation_token TEXT,            -- JSON
    due_at             BIGINT NOT NULL,
    -- Moves change what follows.
    version            BIGINT NOT NULL, -- counts the changes: a change applies to the version that it was made from
    status             TEXT COLLATE "C" NOT NULL,
    nonce              TEXT,
    until              BIGINT,
    progress           TEXT NOT NULL,   -- JSON
    transitions        TEXT NOT NULL,   -- status@time, separated by blanks, the latest last
    invocations        TEXT NOT NULL,   -- fingerprints, separated by blanks
    next_change_at     BIGINT,          -- follows from the others, for the indexes, like the five below
    action_ended_at    BIGINT,          -- of the last job of an action that has ended
    account            TEXT COLLATE "C" NOT NULL,
    action_type        TEXT COLLATE "C" NOT NULL,
    query_value        TEXT COLLATE "C" NOT NULL,
    action_deadline    BIGINT NOT NULL,
    UNIQUE (action_execution, number)
) WITH (
    -- What a poll has handed out must soon be out of the way of the next, however many jobs there are.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
    vacuum_index_cleanup = on
);

CREATE INDEX action_by_account ON action_execution (account, seq);

CREATE INDEX job_by_account ON job (account, seq);

CREATE INDEX job_by_status ON job (status, account, seq);

-- A poll looks at what is queued in the order in which it is handed out, and at what the clock has queued meanwhile.
CREATE INDEX job_queued ON job (account, action_type, query_value, due_at, seq, action_deadline)
    WHERE status = 'Queued';
CREATE INDEX job_waiting ON job (account, action_type, query_value, next_change_at)
    WHERE status IN ('Created', 'Dispatched');

CREATE INDEX job_changing ON job (next_change_at, seq)
    WHERE next_change_at IS NOT NULL;

CREATE INDEX job_ended ON job (action_ended_at, seq)
    WHERE action_ended_at IS NOT NULL;
