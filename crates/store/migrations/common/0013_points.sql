-- Where exchanges and members are on the map, in hundredths of a degree: what is kept is rounded already, to about a kilometre.

ALTER TABLE exchanges ADD COLUMN latitude BIGINT CHECK (latitude BETWEEN -9000 AND 9000);       -- none: nobody has said
ALTER TABLE exchanges ADD COLUMN longitude BIGINT CHECK (longitude BETWEEN -18000 AND 18000);
ALTER TABLE members ADD COLUMN latitude BIGINT CHECK (latitude BETWEEN -9000 AND 9000);         -- none: that of its exchange counts
ALTER TABLE members ADD COLUMN longitude BIGINT CHECK (longitude BETWEEN -18000 AND 18000);
