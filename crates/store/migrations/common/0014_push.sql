-- Web push: news that a device shows at once, also while no page is open.

-- What somebody has chosen may be about this way as well. A CHECK cannot be changed in place on both databases.
CREATE TABLE wider_choices (
    user_id BIGINT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'push')),
    wanted BOOLEAN NOT NULL,
    chosen_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, kind, channel)
);
INSERT INTO wider_choices (user_id, kind, channel, wanted, chosen_at)
    SELECT user_id, kind, channel, wanted, chosen_at FROM notice_choices;
DROP TABLE notice_choices;
ALTER TABLE wider_choices RENAME TO notice_choices;

-- Where the browser of a session takes pushes. It ends with the session, however that ends.
CREATE TABLE push_subscriptions (
    session UUID PRIMARY KEY REFERENCES sessions (uuid) ON DELETE CASCADE,
    endpoint TEXT NOT NULL UNIQUE,              -- the URL that its push service gave it
    public_key BYTEA NOT NULL,                  -- the browser's, a point of P-256
    secret BYTEA NOT NULL,                      -- shared by it and us
    server_key TEXT NOT NULL,                   -- names the key of ours that it takes pushes from
    made_at BIGINT NOT NULL,
    failures BIGINT NOT NULL DEFAULT 0,         -- in vain since the last push that was taken
    rests_until BIGINT NOT NULL DEFAULT 0       -- before then nothing is sent
);

-- Whom a push waits for, since their hours are quiet or there was much: what happened since then is told in one.
CREATE TABLE waiting_pushes (
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    conversation BIGINT NOT NULL,               -- whose messages wait; 0: what stands in the inbox
    member BIGINT NOT NULL,                     -- the side of it that the user reads for; 0 for the inbox
    since BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, conversation, member)
);
CREATE INDEX waiting_pushes_due ON waiting_pushes (due_at);
