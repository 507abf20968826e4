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
CREATE INDEX notices_oldest ON notices (made_at);

-- Letters about messages that wait: messages stand in no inbox.
CREATE TABLE message_letters (
    conversation BIGINT NOT NULL REFERENCES conversations (id),
    member BIGINT NOT NULL REFERENCES members (id),     -- whose side
    user_id BIGINT NOT NULL REFERENCES users (id),
    told BIGINT NOT NULL,                       -- up to which number this user was told before
    due_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, member, user_id)
);
CREATE INDEX message_letters_due ON message_letters (due_at);

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

-- What administrators tell everybody in their exchange.
CREATE TABLE announcements (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                         -- Markdown, as it was typed
    expires_at BIGINT NOT NULL,                 -- when it ends, or was ended
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    told BIGINT NOT NULL                        -- how many users were told so far
);
CREATE INDEX announcements_newest ON announcements (exchange, made_at, id);

-- Who has taken one off their pages.
CREATE TABLE announcement_dismissals (
    announcement BIGINT NOT NULL REFERENCES announcements (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    dismissed_at BIGINT NOT NULL,
    PRIMARY KEY (announcement, user_id)
);

-- What administrators write to the members of their exchange, or to some of them.
CREATE TABLE newsletters (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                         -- Markdown, as it was typed
    audience TEXT NOT NULL CHECK (audience IN ('everybody', 'area', 'trading', 'idle', 'below-zero')),
    area BIGINT REFERENCES areas (id),          -- the area that it goes to, if it goes to one
    since BIGINT NOT NULL,                      -- since when those trade, or do not, who are written to
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    total BIGINT NOT NULL,                      -- how many users it goes to, as it was counted then
    told BIGINT NOT NULL,                       -- how many of them have been written to
    done_at BIGINT,                             -- when the last of them was
    CHECK ((area IS NULL) = (audience <> 'area'))
);
CREATE INDEX newsletters_newest ON newsletters (exchange, made_at, id);

-- When the weekly digest of each exchange is due next, and since when listings are news by then.
CREATE TABLE digests (
    exchange BIGINT PRIMARY KEY REFERENCES exchanges (id),
    due_at BIGINT NOT NULL,
    since BIGINT NOT NULL
);
