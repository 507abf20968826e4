-- Messages between the members of an exchange.

-- One for two members and what they write about.
CREATE TABLE conversations (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    one BIGINT NOT NULL REFERENCES members (id),    -- the member with the lower id, so that two have one row
    two BIGINT NOT NULL REFERENCES members (id),
    about TEXT NOT NULL CHECK (about IN ('nothing', 'listing', 'trade')),
    subject UUID NOT NULL,                          -- the listing or the transfer; zero for nothing
    title TEXT NOT NULL,                            -- a listing's, as it was then; a trade has its words itself
    begun_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,                        -- when the newest message was written
    last_number BIGINT NOT NULL,                    -- its number; updating it is the lock
    UNIQUE (one, two, about, subject),
    CHECK (one < two)
);

-- How a conversation stands for each of the two. Both are rows of numbers: who writes and who reads never undo each other.
CREATE TABLE conversation_sides (
    conversation BIGINT NOT NULL REFERENCES conversations (id),
    member BIGINT NOT NULL REFERENCES members (id),
    heard BIGINT NOT NULL DEFAULT 0,                -- the number of the last message from the other
    seen BIGINT NOT NULL DEFAULT 0,                 -- the number of the last message that was shown
    told BIGINT NOT NULL DEFAULT 0,                 -- up to which number letters have gone out
    tell_at BIGINT,                                 -- when the next letter is due
    muted BOOLEAN NOT NULL DEFAULT FALSE,           -- no letters
    PRIMARY KEY (conversation, member)
);
CREATE INDEX conversation_sides_by_member ON conversation_sides (member);
CREATE INDEX conversation_sides_unread ON conversation_sides (member) WHERE heard > seen;
CREATE INDEX conversation_sides_to_tell ON conversation_sides (tell_at) WHERE tell_at IS NOT NULL;

CREATE TABLE messages (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    conversation BIGINT NOT NULL REFERENCES conversations (id),
    number BIGINT NOT NULL,                         -- 1, 2, 3, ... in the conversation
    sender BIGINT NOT NULL REFERENCES members (id),
    author BIGINT NOT NULL,                         -- the user who wrote for the sender
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (conversation, number)
);
