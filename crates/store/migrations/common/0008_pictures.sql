-- Pictures: of offers and wants, and one of a member's own. Their files lie outside the database.
CREATE TABLE pictures (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,                  -- names its files as well
    member BIGINT NOT NULL REFERENCES members (id),
    listing UUID,                               -- what it shows, perhaps before that is written; none: the member
    position BIGINT NOT NULL,                   -- among those of the same listing
    name TEXT NOT NULL,                         -- what the file was called where it came from
    alt TEXT NOT NULL,                          -- what is to be seen, in words
    state TEXT NOT NULL CHECK (state IN ('coming', 'waiting', 'ready', 'refused', 'removed')),
    refused_why TEXT NOT NULL,                  -- a message's key, exactly where it was refused
    drawing TEXT NOT NULL,                      -- one that the program draws: it has no files; otherwise empty
    bytes BIGINT NOT NULL,                      -- of all its files together
    width BIGINT NOT NULL,                      -- of the largest size, in pixels; 0 before it is made
    height BIGINT NOT NULL,
    sums BYTEA NOT NULL,                        -- the SHA-256 of each size, one after the other
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,                 -- when its state changed last
    CHECK ((state = 'refused') = (refused_why <> ''))
);
CREATE INDEX pictures_by_listing ON pictures (listing, position, id) WHERE listing IS NOT NULL;
CREATE INDEX pictures_by_member ON pictures (member);
CREATE INDEX pictures_passing ON pictures (changed_at) WHERE state IN ('coming', 'refused', 'removed');
