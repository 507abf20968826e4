-- People: what they can do and speak, and how each of them is reached.

ALTER TABLE members ADD COLUMN skills TEXT NOT NULL DEFAULT '';     -- what the member can do, in words
ALTER TABLE members ADD COLUMN languages TEXT NOT NULL DEFAULT '';  -- what it speaks, in words

-- How a member is reached: each way with its own sight.
CREATE TABLE contacts (
    member BIGINT NOT NULL REFERENCES members (id),
    position BIGINT NOT NULL,               -- as its owner has put them, from 1 on
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'mail', 'whatsapp', 'telegram', 'signal', 'website', 'other')),
    value TEXT NOT NULL CHECK (value <> ''),
    sight TEXT NOT NULL CHECK (sight IN ('hidden', 'exchange', 'linked')),
    PRIMARY KEY (member, position)
);

-- What every member could see until now they still can.
INSERT INTO contacts (member, position, kind, value, sight)
    SELECT id, 1, 'phone', phone, 'exchange' FROM members WHERE phone <> '';
INSERT INTO contacts (member, position, kind, value, sight)
    SELECT id, 2, 'mail', email, 'exchange' FROM members WHERE email <> '';
INSERT INTO contacts (member, position, kind, value, sight)
    SELECT id, 3, 'website', website, 'exchange' FROM members WHERE website <> '';
ALTER TABLE members DROP COLUMN phone;
ALTER TABLE members DROP COLUMN email;
ALTER TABLE members DROP COLUMN website;

-- Who does not want to be written to by whom. The one who is blocked is never told.
CREATE TABLE blocks (
    member BIGINT NOT NULL REFERENCES members (id),     -- who blocks
    blocked BIGINT NOT NULL REFERENCES members (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (member, blocked),
    CHECK (member <> blocked)
);

-- What members tell the administrators of an offer, a want or a person. The one reported is not told who did.
CREATE TABLE reports (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    reporter BIGINT NOT NULL REFERENCES members (id),
    member BIGINT NOT NULL REFERENCES members (id),     -- who is reported, or whose listing
    listing UUID,                           -- none: the member
    title TEXT NOT NULL,                    -- of the listing, as it was then
    reason TEXT NOT NULL CHECK (reason IN ('advertising', 'forbidden', 'dishonest', 'rude', 'unsafe', 'other')),
    words TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'hidden', 'answered', 'dismissed')),
    answer TEXT NOT NULL DEFAULT '',        -- to the reporter
    settled_by BIGINT,                      -- user
    settled_at BIGINT
);
CREATE INDEX reports_open ON reports (exchange, made_at) WHERE state = 'open';
CREATE INDEX reports_by_reporter ON reports (reporter, made_at);
CREATE INDEX reports_by_exchange ON reports (exchange, settled_at);

-- What a member wants to find again. Nobody else sees it.
CREATE TABLE favourite_members (
    member BIGINT NOT NULL REFERENCES members (id),     -- whose favourite it is
    favourite BIGINT NOT NULL REFERENCES members (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (member, favourite)
);
CREATE TABLE favourite_listings (
    member BIGINT NOT NULL REFERENCES members (id),     -- whose favourite it is
    listing BIGINT NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    PRIMARY KEY (member, listing)
);
CREATE INDEX favourite_listings_by_listing ON favourite_listings (listing);

-- What the two sides of a trade say of each other: once a trade each, with one answer.
CREATE TABLE recommendations (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    transfer BIGINT NOT NULL REFERENCES transfers (id),
    writer BIGINT NOT NULL REFERENCES members (id),
    member BIGINT NOT NULL REFERENCES members (id),     -- who is recommended
    words TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    answered_at BIGINT,
    state TEXT NOT NULL DEFAULT 'shown' CHECK (state IN ('shown', 'withdrawn', 'hidden')),
    hidden_why TEXT NOT NULL DEFAULT '',    -- the words of the administrator who hid it
    UNIQUE (transfer, writer)
);
CREATE INDEX recommendations_by_member ON recommendations (member, made_at);

-- Parts of an exchange, such as a valley or a quarter; each member is in one at most.
CREATE TABLE areas (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL DEFAULT FALSE  -- who is in it stays, and nobody else joins it
);
CREATE INDEX areas_by_exchange ON areas (exchange, position);
ALTER TABLE members ADD COLUMN area BIGINT REFERENCES areas (id);
