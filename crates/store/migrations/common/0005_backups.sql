-- How the backups stand that servers make by themselves: one row, `scheduled`. Taking it is taking the turn to make one.
CREATE TABLE backups (
    name TEXT NOT NULL PRIMARY KEY,
    every_s BIGINT NOT NULL,                -- how far apart they are; 0: none are made
    next_at BIGINT NOT NULL,                -- when the next one is due
    held_until BIGINT NOT NULL DEFAULT 0,   -- until then a process is at it
    failed_at BIGINT,                       -- when the last one went wrong; none when it went well
    failure TEXT NOT NULL DEFAULT '',       -- why
    made_at BIGINT,                         -- of the last good one: when,
    place TEXT NOT NULL DEFAULT '',         -- where,
    bytes BIGINT NOT NULL DEFAULT 0,        -- how large,
    row_count BIGINT NOT NULL DEFAULT 0,    -- how many rows,
    checked_at BIGINT                       -- and when it had been read back whole
);
