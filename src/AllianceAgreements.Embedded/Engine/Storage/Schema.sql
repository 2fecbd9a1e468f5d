-- The embedded engine's database. Its version is in user_version (EngineDatabase.SchemaVersion).
-- Times are UTC in ticks of 100 ns; input, output, data, custom_status and failure are JSON; trace_parent is a traceparent
-- (W3C Trace Context) of who started the instance, sent the message or called the activity.

-- Every instance, and where it stands. The key is never reused, so nothing late can reach a successor of the same id.
CREATE TABLE instances (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run INTEGER NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    status INTEGER NOT NULL,
    begun INTEGER NOT NULL,
    start_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    parent_key INTEGER,
    parent_run INTEGER,
    parent_task INTEGER,
    parent_id TEXT,
    parent_name TEXT,
    input TEXT,
    output TEXT,
    custom_status TEXT,
    failure TEXT,
    trace_parent TEXT
);
CREATE INDEX instances_by_creation ON instances (created_at, key);
CREATE INDEX instances_by_status ON instances (status, created_at, key);
CREATE INDEX instances_by_parent ON instances (parent_key) WHERE parent_key IS NOT NULL;

-- What the current run of each instance did and learned, in order.
CREATE TABLE history (
    instance INTEGER NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    at INTEGER NOT NULL,
    task INTEGER,
    name TEXT,
    data TEXT,
    target TEXT,
    fire_at INTEGER,
    PRIMARY KEY (instance, position)
) WITHOUT ROWID;

-- Messages an instance has not taken in yet. run is set on completions: those of an earlier run are void.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance INTEGER NOT NULL,
    run INTEGER,
    type TEXT NOT NULL,
    at INTEGER NOT NULL,
    task INTEGER,
    name TEXT,
    data TEXT,
    trace_parent TEXT
);
CREATE INDEX inbox_by_instance ON inbox (instance, id);

-- Instances with a message to take in now, in the order they became so.
CREATE TABLE ready (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    instance INTEGER NOT NULL UNIQUE
);

-- Timers that have not fired; task is null for the start of a scheduled instance.
CREATE TABLE timers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance INTEGER NOT NULL,
    run INTEGER NOT NULL,
    task INTEGER,
    fire_at INTEGER NOT NULL
);
CREATE INDEX timers_by_due_time ON timers (fire_at, id);
CREATE INDEX timers_by_instance ON timers (instance, task);

-- Activities that have not ended.
CREATE TABLE activities (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance INTEGER NOT NULL,
    run INTEGER NOT NULL,
    task INTEGER NOT NULL,
    name TEXT NOT NULL,
    input TEXT,
    trace_parent TEXT
);
CREATE INDEX activities_by_instance ON activities (instance);
