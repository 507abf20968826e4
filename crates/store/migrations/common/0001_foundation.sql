-- The foundation: exchanges, people, accounts, the journal, sign-in and jobs.
--
-- One text for both databases. Instants are BIGINT microseconds UTC, days are BIGINT days since 1970-01-01, texts that
-- hold JSON hold objects only. `BIGINT PRIMARY KEY` becomes `INTEGER PRIMARY KEY` on SQLite, whose name for its row id that is.
-- Ids are handed out in blocks by `id_blocks`, so that several processes never need the same one.

CREATE TABLE id_blocks (
    name TEXT NOT NULL PRIMARY KEY,
    next BIGINT NOT NULL
);

-- Facts about this installation: that it is a demo, and the like.
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- A user is a login: a person with an address and a password.
CREATE TABLE users (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT,                         -- as typed
    email_key TEXT UNIQUE,              -- folded; only of a confirmed address, or of one that waits for its confirmation
    email_confirmed_at BIGINT,
    password_hash TEXT,
    locale TEXT NOT NULL,
    server_admin BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL
);

-- An exchange: a community with its own unit, rules and administration. What the ledger's rules read is in `journals.policy`.
CREATE TABLE exchanges (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 4),
    state TEXT NOT NULL CHECK (state IN ('applied', 'active', 'declined', 'closed')),
    name TEXT NOT NULL,
    tagline TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    time_zone TEXT NOT NULL,            -- IANA name
    locale TEXT NOT NULL,
    colour TEXT NOT NULL,               -- #rrggbb, the one thing an exchange chooses of its look
    words TEXT NOT NULL CHECK (words IN ('community', 'bank')),
    terms TEXT NOT NULL DEFAULT '',     -- what a newcomer accepts
    terms_version BIGINT NOT NULL DEFAULT 1,
    joining TEXT NOT NULL CHECK (joining IN ('open', 'invited', 'closed')),
    next_number BIGINT NOT NULL DEFAULT 1,  -- next free digits of an account number
    founder BIGINT NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES users (id),
    decided_why TEXT NOT NULL DEFAULT '',
    founding TEXT NOT NULL DEFAULT ''       -- JSON of ledger::Policy as the founder wishes it; empty once decided
);

-- One row an exchange: the head of its journal, the head of its acts, and the policy in force. Updating it is the teller's lock.
CREATE TABLE journals (
    exchange BIGINT PRIMARY KEY REFERENCES exchanges (id),
    batch BIGINT NOT NULL DEFAULT 0,
    number BIGINT NOT NULL DEFAULT 0,       -- of the last committed transfer
    hash BYTEA NOT NULL,
    act_number BIGINT NOT NULL DEFAULT 0,
    act_hash BYTEA NOT NULL,
    policy TEXT NOT NULL                    -- JSON of ledger::Policy
);

CREATE TABLE accounts (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    number TEXT NOT NULL UNIQUE,            -- ABCD0001, upper case
    kind TEXT NOT NULL CHECK (kind IN ('administration', 'individual', 'shared', 'organisation', 'company', 'public', 'virtual')),
    state TEXT NOT NULL CHECK (state IN ('active', 'disabled', 'suspended', 'closed')),
    locked BOOLEAN NOT NULL DEFAULT FALSE,
    floor BIGINT,
    floor_hard BOOLEAN NOT NULL DEFAULT TRUE,
    ceiling BIGINT,
    ceiling_hard BOOLEAN NOT NULL DEFAULT TRUE,
    growth_cap BIGINT,
    overrides TEXT NOT NULL,                -- JSON of ledger::Overrides
    balance BIGINT NOT NULL DEFAULT 0,
    held BIGINT NOT NULL DEFAULT 0 CHECK (held >= 0),
    provided_total BIGINT NOT NULL DEFAULT 0,
    provided_count BIGINT NOT NULL DEFAULT 0,
    provided_last BIGINT,                   -- instant of the last sale
    received_total BIGINT NOT NULL DEFAULT 0,
    received_count BIGINT NOT NULL DEFAULT 0,
    received_last BIGINT,
    last_entry BIGINT,
    last_month BIGINT,                      -- month of last_entry, months since 1970-01 in UTC
    opened_at BIGINT NOT NULL
);
CREATE INDEX accounts_by_exchange ON accounts (exchange, number);

-- A transfer has entries only once it is committed; then it has a number and a hash and never changes again.
CREATE TABLE transfers (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL,
    number BIGINT,
    hash BYTEA,
    state TEXT NOT NULL CHECK (state IN ('new', 'pending', 'committed', 'rejected', 'expired', 'failed', 'deleted')),
    kind TEXT NOT NULL CHECK (kind IN ('trade', 'reversal', 'replacement', 'import')),
    payer BIGINT NOT NULL,
    payee BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    description TEXT NOT NULL,
    salt BYTEA,                             -- gone when the text has been erased
    commitment BYTEA,                       -- what the hash holds of an erased text
    traded_on BIGINT,
    category TEXT,
    settles UUID,                           -- the offer or want that it settles
    linked UUID,                            -- one id for all legs of a trade between exchanges
    corrects UUID,                          -- the transfer that this one reverses or replaces
    first_entry BIGINT,                     -- its entries are first_entry, first_entry + 1, ...
    entry_count BIGINT NOT NULL DEFAULT 0,
    made_by BIGINT NOT NULL,                -- user
    made_for BIGINT,                        -- account the maker acted for; none for coordinators, admins and the server
    capacity TEXT NOT NULL CHECK (capacity IN ('payer', 'payee', 'coordinator', 'admin', 'server')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'api', 'sheet', 'slip', 'tag', 'import', 'rule')),
    wish TEXT NOT NULL CHECK (wish IN ('draft', 'wait', 'count')),
    created_at BIGINT NOT NULL,
    decided_at BIGINT,                      -- when it left `new` or `pending`
    decided_by BIGINT,
    reason TEXT NOT NULL DEFAULT '',        -- a refusal's code, or the words of who declined
    expires_at BIGINT,
    accept_at BIGINT                        -- when silence becomes acceptance
);
CREATE INDEX transfers_by_number ON transfers (exchange, number) WHERE number IS NOT NULL;
CREATE INDEX transfers_waiting_payer ON transfers (payer) WHERE state = 'pending';
CREATE INDEX transfers_waiting_payee ON transfers (payee) WHERE state = 'pending';
CREATE INDEX transfers_due ON transfers (expires_at) WHERE state = 'pending' AND expires_at IS NOT NULL;
CREATE INDEX transfers_to_accept ON transfers (accept_at) WHERE state = 'pending' AND accept_at IS NOT NULL;
CREATE INDEX transfers_corrections ON transfers (corrects) WHERE corrects IS NOT NULL;

-- Appended in order; each names the account's entry before it, so a statement is read by walking back.
CREATE TABLE entries (
    id BIGINT PRIMARY KEY,
    transfer BIGINT NOT NULL,
    account BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0),
    balance BIGINT NOT NULL,                -- of the account, after it
    previous BIGINT                         -- the account's entry before
);

-- The last entry of each account in each month that is over, so that old pages need no long walk.
CREATE TABLE month_marks (
    account BIGINT NOT NULL,
    month BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    balance BIGINT NOT NULL,
    PRIMARY KEY (account, month)
);

-- Every change of a limit, lock, state, switch or policy, and every hold: who, when, why, chained like the journal.
CREATE TABLE acts (
    id BIGINT PRIMARY KEY,
    exchange BIGINT NOT NULL,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    journal_number BIGINT NOT NULL,         -- head of the journal when it was done: it holds for later transfers
    at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    capacity TEXT NOT NULL,
    account BIGINT,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,                     -- JSON of ledger::Act
    reason TEXT NOT NULL,
    salt BYTEA,
    commitment BYTEA,
    UNIQUE (exchange, number)
);
CREATE INDEX acts_by_account ON acts (account, number) WHERE account IS NOT NULL;

CREATE TABLE holds (
    uuid UUID NOT NULL PRIMARY KEY,
    exchange BIGINT NOT NULL,
    account BIGINT NOT NULL REFERENCES accounts (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    purpose TEXT NOT NULL,
    until BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'used', 'released')),
    made_at BIGINT NOT NULL
);
CREATE INDEX holds_open ON holds (account) WHERE state = 'open';

CREATE TABLE objections (
    transfer BIGINT PRIMARY KEY REFERENCES transfers (id),
    exchange BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    account BIGINT NOT NULL,                -- the side that objects
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'stands', 'reversed')),
    settled_by BIGINT,
    settled_at BIGINT,
    settled_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX objections_open ON objections (exchange) WHERE outcome = 'open';

-- A member: a person or organisation in one exchange. The account comes with the welcome.
CREATE TABLE members (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL UNIQUE,
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    account BIGINT UNIQUE REFERENCES accounts (id),
    state TEXT NOT NULL CHECK (state IN ('applied', 'active', 'declined', 'left')),
    kind TEXT NOT NULL,                     -- as accounts.kind
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,                 -- folded, for order and search
    about TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',         -- shown to members; the login's address is another matter
    phone TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    portrait TEXT NOT NULL DEFAULT '',      -- name of a drawn portrait; empty: initials
    application TEXT NOT NULL DEFAULT '',   -- what the applicant wrote
    invited_by BIGINT,                      -- member
    terms_version BIGINT NOT NULL DEFAULT 0,
    applied_at BIGINT NOT NULL,
    joined_at BIGINT,
    left_at BIGINT,
    decided_by BIGINT,
    decided_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX members_by_name ON members (exchange, state, name_key, id);

-- Who operates a member's account. Several users may, and one user may for several members.
CREATE TABLE member_users (
    member BIGINT NOT NULL REFERENCES members (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    added_at BIGINT NOT NULL,
    added_by BIGINT NOT NULL,
    seen_number BIGINT NOT NULL DEFAULT 0,  -- the news up to this number in the journal have been seen
    PRIMARY KEY (member, user_id)
);
CREATE INDEX member_users_by_user ON member_users (user_id);

CREATE TABLE roles (
    exchange BIGINT NOT NULL REFERENCES exchanges (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'admin')),
    given_at BIGINT NOT NULL,
    given_by BIGINT NOT NULL,
    PRIMARY KEY (exchange, user_id, role)
);
CREATE INDEX roles_by_user ON roles (user_id);

CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,  -- SHA-256 of the cookie
    uuid UUID NOT NULL UNIQUE,              -- names it in lists
    user_id BIGINT NOT NULL REFERENCES users (id),
    member BIGINT,                          -- whom the user acts for now
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,                -- to the minute
    expires_at BIGINT NOT NULL,
    agent TEXT NOT NULL                     -- what the browser calls itself
);
CREATE INDEX sessions_by_user ON sessions (user_id);

-- Links that work once: confirm an address, reset a password, accept an invitation.
CREATE TABLE links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'reset', 'change_email', 'invite', 'operate')),
    user_id BIGINT,
    exchange BIGINT,
    member BIGINT,
    email TEXT NOT NULL DEFAULT '',
    made_by BIGINT,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Counters that brake guessing and flooding: failures of sign-in, registrations, mails. Kept here, so that a restart forgets nothing.
CREATE TABLE brakes (
    key TEXT NOT NULL PRIMARY KEY,          -- purpose and a hash of what is counted
    count BIGINT NOT NULL,
    since BIGINT NOT NULL
);

-- Administrative acts that no ledger rule reads (those that one does are in `acts`).
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    exchange BIGINT,
    at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL                    -- JSON
);
CREATE INDEX audit_by_exchange ON audit (exchange, id);

CREATE TABLE jobs (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,                     -- JSON of app::jobs::Job
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    taken_until BIGINT NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    made_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX jobs_due ON jobs (due_at) WHERE state = 'waiting';
