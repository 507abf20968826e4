-- Stronger sign-in: passkeys, authenticators with their recovery codes, and what is known of sessions and devices.

ALTER TABLE users ADD COLUMN second_factor BOOLEAN NOT NULL DEFAULT FALSE;  -- has a passkey or an authenticator that works
ALTER TABLE sessions ADD COLUMN how TEXT NOT NULL DEFAULT 'password' CHECK (how IN ('password', 'code', 'recovery', 'passkey'));
ALTER TABLE sessions ADD COLUMN confirmed_at BIGINT NOT NULL DEFAULT 0;     -- when the person last proved who they are

CREATE TABLE passkeys (
    uuid UUID NOT NULL PRIMARY KEY,         -- names it in lists
    user_id BIGINT NOT NULL REFERENCES users (id),
    credential BYTEA NOT NULL UNIQUE,       -- what the device calls it
    name TEXT NOT NULL,
    kept TEXT NOT NULL,                     -- JSON: public key, counter, what the device told of it
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkeys_by_user ON passkeys (user_id);

-- One a user: a secret shared with an app that shows a code every half a minute.
CREATE TABLE authenticators (
    user_id BIGINT NOT NULL PRIMARY KEY REFERENCES users (id),
    secret BYTEA NOT NULL,                  -- sealed with a key that is not in the database
    made_at BIGINT NOT NULL,
    confirmed_at BIGINT,                    -- none: waits for its first code, and is asked of nobody
    last_step BIGINT NOT NULL DEFAULT 0     -- of the last code used; none before it works
);

CREATE TABLE recovery_codes (
    user_id BIGINT NOT NULL REFERENCES users (id),
    code_hash BYTEA NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

-- What a browser was asked and has yet to answer; it works once.
CREATE TABLE challenges (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('add', 'sign_in', 'again', 'half')),
    user_id BIGINT REFERENCES users (id),   -- who may answer; none: whoever has the passkey
    bound BYTEA NOT NULL,                   -- hash of the browser's cookie or of the session that asked
    state TEXT NOT NULL,                    -- JSON of what the answer is checked against
    expires_at BIGINT NOT NULL
);
CREATE INDEX challenges_by_user ON challenges (user_id) WHERE user_id IS NOT NULL;

-- Browsers on which somebody has signed in before, known by a cookie.
CREATE TABLE devices (
    user_id BIGINT NOT NULL REFERENCES users (id),
    token_hash BYTEA NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, token_hash)
);
