-- Notices: what happened to somebody, in one inbox; what they wish to be written of, and when not.

CREATE TABLE notices (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    user_id BIGINT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,                         -- what it belongs to: one of the kinds that people choose by
    body TEXT NOT NULL,                         -- what is told: a JSON object
    made_at BIGINT NOT NULL,
    read_at BIGINT,
    letter_due_at BIGINT,                       -- when its letter is due, which waits to be one with others
    written_at BIGINT,                          -- when a letter of it was queued
    CHECK (letter_due_at IS NULL OR written_at IS NULL)
);
CREATE INDEX notices_by_user ON notices (user_id, made_at, id);
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
CREATE INDEX notices_due ON notices (letter_due_at) WHERE letter_due_at IS NOT NULL;

-- What a user has chosen; what is not here is as it is for everybody.
CREATE TABLE notice_choices (
    user_id BIGINT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail')),
    wanted BOOLEAN NOT NULL,
    chosen_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, kind, channel)
);

-- When a user wishes no letters; who is not here has no such hours.
CREATE TABLE quiet_hours (
    user_id BIGINT PRIMARY KEY REFERENCES users (id),
    from_minute BIGINT NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),    -- of the day, where the user is
    until_minute BIGINT NOT NULL CHECK (until_minute BETWEEN 0 AND 1439),
    time_zone TEXT NOT NULL,
    CHECK (from_minute <> until_minute)
);
