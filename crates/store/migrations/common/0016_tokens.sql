-- Programs that act for people: what they are let in by, and the keys that sign it.

ALTER TABLE sessions ADD COLUMN client TEXT NOT NULL DEFAULT '';    -- the program that signed in; empty: a browser
ALTER TABLE sessions ADD COLUMN scope TEXT NOT NULL DEFAULT '';     -- what the program may, as words between spaces

-- Each works once and is followed by another of the same session; one that comes back ends the session.
CREATE TABLE refresh_tokens (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    session UUID NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session);

-- Codes in letters that programs write: each lets one user in, once.
CREATE TABLE entry_codes (
    code_hash BYTEA NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    scope TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- The newest one signs; older ones are kept while something that they signed counts.
CREATE TABLE signing_keys (
    kid TEXT NOT NULL PRIMARY KEY,
    sealed BYTEA NOT NULL,                  -- PKCS #1, sealed with the key that is not in the database
    modulus BYTEA NOT NULL,
    exponent BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);

-- What did not count, or does not yet: few rows among very many, which lists of programs show.
CREATE INDEX transfers_uncounted ON transfers (exchange, id) WHERE number IS NULL;
