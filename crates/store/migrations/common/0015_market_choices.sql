-- What owners of listings have chosen themselves, and where and how far saved searches look.

-- What its owner chose of a listing: it counts again once an administrator has let go of it.
ALTER TABLE listings ADD COLUMN chosen TEXT NOT NULL DEFAULT 'published' CHECK (chosen IN ('published', 'hidden'));
UPDATE listings SET chosen = 'hidden' WHERE state = 'hidden' AND hidden_why = '';

ALTER TABLE saved_searches ADD COLUMN ground BIGINT REFERENCES exchanges (id);  -- the exchange that is searched; none: all of the server
ALTER TABLE saved_searches ADD COLUMN within_km BIGINT;                         -- how far away a listing may be; none: however far
UPDATE saved_searches SET ground = exchange;
DROP INDEX saved_searches_by_exchange;
CREATE INDEX saved_searches_by_ground ON saved_searches (ground, id);
