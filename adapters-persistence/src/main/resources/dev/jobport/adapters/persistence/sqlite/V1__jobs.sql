-- Times are milliseconds since 1970 (UTC), durations milliseconds.

CREATE TABLE action_type (
    account            TEXT NOT NULL,        -- REGION/ID
    id                 TEXT NOT NULL,        -- owner/category/provider/version
    dispatch_lease     INTEGER NOT NULL,
    job_timeout        INTEGER NOT NULL,
    action_timeout     INTEGER NOT NULL,
    continuation_delay INTEGER NOT NULL,
    definition         TEXT NOT NULL,   -- JSON, like the two that follow
    declaration        TEXT NOT NULL,
    tags               TEXT NOT NULL,
    deleted            INTEGER NOT NULL, -- 1 for a tombstone, which keeps its name from being used otherwise
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
    account    TEXT NOT NULL, -- REGION/ID
    id         TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

-- Written once, never changed.
CREATE TABLE action_execution (
    -- The order of adding. Never used again: jobs of an action that is being removed are longer there than itself.
    seq                INTEGER PRIMARY KEY AUTOINCREMENT,
    id                 TEXT NOT NULL UNIQUE,
    account            TEXT NOT NULL,       -- REGION/ID
    action_type        TEXT NOT NULL,       -- an action type may go, its actions stay
    query_value        TEXT NOT NULL,       -- empty if the action type has no queryable property
    client             TEXT,                -- none of custom actions
    input              TEXT NOT NULL,       -- JSON
    secrets_key        TEXT,                -- the id of the key that secrets in the input are sealed with
    settings           TEXT NOT NULL,       -- JSON, as it was when the action started,
    dispatch_lease     INTEGER NOT NULL,    -- like the three that follow
    job_timeout        INTEGER NOT NULL,
    action_timeout     INTEGER NOT NULL,
    continuation_delay INTEGER NOT NULL,
    started_at         INTEGER NOT NULL
) STRICT;

-- Tells which keys are in use.
CREATE INDEX action_sealed ON action_execution (secrets_key)
    WHERE secrets_key IS NOT NULL;

CREATE TABLE job (
    seq                INTEGER PRIMARY KEY, -- the order of adding
    id                 TEXT NOT NULL UNIQUE,
    action_execution   INTEGER NOT NULL,    -- the seq of one, which may be removed before its jobs are
    number             INTEGER NOT NULL,
    continuation_token TEXT,                -- JSON
    due_at             INTEGER NOT NULL,
    -- Moves change what follows.
    status             TEXT NOT NULL,
    nonce              TEXT,
    until              INTEGER,
    progress           TEXT NOT NULL,       -- JSON
    transitions        TEXT NOT NULL,       -- status@time, separated by blanks, the latest last
    invocations        TEXT NOT NULL,       -- fingerprints, separated by blanks
    next_change_at     INTEGER,             -- follows from the others, for the indexes, like the five below
    action_ended_at    INTEGER,             -- of the last job of an action that has ended
    account            TEXT NOT NULL,
    action_type        TEXT NOT NULL,
    query_value        TEXT NOT NULL,
    action_deadline    INTEGER NOT NULL,
    UNIQUE (action_execution, number)
) STRICT;

CREATE INDEX action_by_account ON action_execution (account);

CREATE INDEX job_by_account ON job (account);

CREATE INDEX job_by_status ON job (status, account); -- in this order, because the backlog asks for a status alone

-- A poll looks at what is queued in the order in which it is handed out, and at what the clock has queued meanwhile.
CREATE INDEX job_queued ON job (account, action_type, query_value, due_at, seq, action_deadline)
    WHERE status = 'Queued';
CREATE INDEX job_waiting ON job (account, action_type, query_value, next_change_at, due_at, seq, action_deadline)
    WHERE status IN ('Created', 'Dispatched');

CREATE INDEX job_changing ON job (next_change_at)
    WHERE next_change_at IS NOT NULL;

CREATE INDEX job_ended ON job (action_ended_at)
    WHERE action_ended_at IS NOT NULL;
