-- When the newest transfer or act of an exchange counted: nothing that counts later may be earlier, whatever the clocks say.
ALTER TABLE journals ADD COLUMN at BIGINT NOT NULL DEFAULT 0;
UPDATE journals SET at = (
    SELECT coalesce(max(newest.at), 0) FROM (
        SELECT max(t.decided_at) AS at FROM transfers t WHERE t.exchange = journals.exchange AND t.number IS NOT NULL
        UNION ALL
        SELECT max(a.at) AS at FROM acts a WHERE a.exchange = journals.exchange) newest);
