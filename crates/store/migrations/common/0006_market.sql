-- The marketplace: categories, and the offers and wants of members.

-- What an exchange allows of listings; no ledger rule reads it.
ALTER TABLE exchanges ADD COLUMN listing_days BIGINT NOT NULL DEFAULT 365;         -- the longest that one stands before it is renewed
ALTER TABLE exchanges ADD COLUMN listing_endless BOOLEAN NOT NULL DEFAULT FALSE;   -- whether one may stand without an end
ALTER TABLE exchanges ADD COLUMN listing_sight TEXT NOT NULL DEFAULT 'everyone' CHECK (listing_sight IN ('exchange', 'linked', 'everyone'));

CREATE TABLE categories (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    parent BIGINT REFERENCES categories (id),   -- one level: a parent has none itself
    concept TEXT,                               -- its key in the standard set; none: the exchange's own
    name TEXT NOT NULL DEFAULT '',              -- what the exchange calls it; empty: the standard name, in the reader's language
    icon TEXT NOT NULL,
    position BIGINT NOT NULL,                   -- among those with the same parent
    retired BOOLEAN NOT NULL DEFAULT FALSE,     -- what has it keeps it, and nothing else gets it
    UNIQUE (exchange, concept)
);

CREATE TABLE listings (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    member BIGINT NOT NULL REFERENCES members (id),
    kind TEXT NOT NULL CHECK (kind IN ('offer', 'want')),
    state TEXT NOT NULL CHECK (state IN ('published', 'hidden', 'removed')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                         -- Markdown, as it was typed
    keywords TEXT NOT NULL,
    folded TEXT NOT NULL,                       -- title, key words and body folded, for the filter by words
    category BIGINT NOT NULL REFERENCES categories (id),
    terms TEXT NOT NULL CHECK (terms IN ('amount', 'agreed', 'gift')),
    amount BIGINT CHECK (amount > 0),           -- in the exchange's unit, exactly where terms say so
    price TEXT NOT NULL,                        -- what else is to say about the price
    money TEXT NOT NULL,                        -- a part in national currency, in words
    place TEXT NOT NULL,
    sight TEXT NOT NULL CHECK (sight IN ('exchange', 'linked', 'everyone')),
    locale TEXT NOT NULL,                       -- the language it is written in
    days BIGINT,                                -- how long it stands, and how long again when it is renewed; none: without an end
    expires_at BIGINT,
    told TEXT NOT NULL DEFAULT 'nothing' CHECK (told IN ('nothing', 'soon', 'over')),  -- what its owner was written of its end
    hidden_why TEXT NOT NULL DEFAULT '',        -- the words of the administrator who hid it
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,                 -- when its owner last wrote or renewed it
    changed_at BIGINT NOT NULL,                 -- when anything about it last changed
    CHECK ((amount IS NULL) = (terms <> 'amount')),
    CHECK ((days IS NULL) = (expires_at IS NULL))
);
CREATE INDEX listings_newest ON listings (exchange, created_at, id) WHERE state = 'published';
CREATE INDEX listings_by_member ON listings (member);
CREATE INDEX listings_ending ON listings (expires_at) WHERE state = 'published' AND told <> 'over';

-- The trades that were recorded from a listing.
CREATE INDEX transfers_settling ON transfers (settles) WHERE settles IS NOT NULL;
