-- What owners of listings have chosen themselves.

-- What its owner chose of a listing: it counts again once an administrator has let go of it.
ALTER TABLE listings ADD COLUMN chosen TEXT NOT NULL DEFAULT 'published' CHECK (chosen IN ('published', 'hidden'));
UPDATE listings SET chosen = 'hidden' WHERE state = 'hidden' AND hidden_why = '';
