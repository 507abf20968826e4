-- Searches of the market that members keep, and what has been told of them.

CREATE TABLE saved_searches (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    member BIGINT NOT NULL REFERENCES members (id),
    name TEXT NOT NULL,
    words TEXT NOT NULL,                        -- as they were typed; empty: whatever the filters let pass
    exact BOOLEAN NOT NULL,                     -- whether these very words must be there
    locale TEXT NOT NULL,                       -- the language of whoever saved it
    kind TEXT CHECK (kind IN ('offer', 'want')),        -- none: both
    category BIGINT REFERENCES categories (id), -- with its parts; none: all
    area BIGINT REFERENCES areas (id),          -- of the owner; none: all
    language TEXT NOT NULL,                     -- that a listing is written in; empty: any
    priced BOOLEAN,                             -- whether an amount must be told, or none; none: either
    pace TEXT NOT NULL CHECK (pace IN ('at-once', 'daily', 'weekly', 'never')),    -- how soon its member is told
    made_at BIGINT NOT NULL
);
CREATE INDEX saved_searches_by_member ON saved_searches (member);
CREATE INDEX saved_searches_by_exchange ON saved_searches (exchange, id);

-- Listings that match a saved search: each is told once, however often it is edited.
CREATE TABLE matches (
    search BIGINT NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
    listing BIGINT NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
    member BIGINT NOT NULL REFERENCES members (id),     -- whose search it is
    why TEXT NOT NULL,                          -- what speaks for it: a JSON object
    found_at BIGINT NOT NULL,
    due_at BIGINT,                              -- when it is to be told; none: it was
    PRIMARY KEY (search, listing)
);
CREATE INDEX matches_due ON matches (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX matches_by_member ON matches (member) WHERE due_at IS NOT NULL;
CREATE INDEX matches_by_listing ON matches (listing);

-- When each member was last told of what matches. Writing it is the lock.
CREATE TABLE match_tellings (
    member BIGINT PRIMARY KEY REFERENCES members (id),
    told_at BIGINT NOT NULL
);
