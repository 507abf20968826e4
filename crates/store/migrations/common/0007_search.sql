-- Search: the index of each process is built from the listings, and kept up to date by what changed.

CREATE INDEX listings_changed ON listings (changed_at, id);
-- Words are looked for in the index now.
ALTER TABLE listings DROP COLUMN folded;

-- The standard set of categories has the keys of the lexicon now; what had two became one, and lifts are the exchange's own.
UPDATE categories SET concept = NULL, name = CASE WHEN name = '' THEN 'Lifts' ELSE name END WHERE concept = 'lifts';
UPDATE categories SET concept = 'home-repairs' WHERE concept = 'house';
UPDATE categories SET concept = 'clothing' WHERE concept = 'making';
UPDATE categories SET concept = 'transport' WHERE concept = 'vehicles';
UPDATE categories SET concept = 'office' WHERE concept = 'papers';
UPDATE categories SET concept = 'leisure' WHERE concept = 'sport';
UPDATE categories SET concept = 'household-goods' WHERE concept = 'things';

-- What the sentence model made of a listing, so that it is not made again at each start.
CREATE TABLE listing_meanings (
    listing BIGINT PRIMARY KEY REFERENCES listings (id),
    digest BYTEA NOT NULL,                      -- of the model's name and of the text that it read
    vector BYTEA NOT NULL
);
