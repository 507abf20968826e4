-- What is committed stays: the journal, its entries and the acts refuse to be changed. Only the words may be erased.
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers BEGIN SELECT RAISE(ABORT, 'transfers are never deleted'); END;
CREATE TRIGGER transfers_final BEFORE UPDATE ON transfers
WHEN OLD.state = 'committed' AND (NEW.state <> OLD.state OR NEW.number <> OLD.number OR NEW.hash <> OLD.hash OR NEW.uuid <> OLD.uuid
    OR NEW.exchange <> OLD.exchange OR NEW.payer <> OLD.payer OR NEW.payee <> OLD.payee OR NEW.amount <> OLD.amount)
BEGIN SELECT RAISE(ABORT, 'a committed transfer is final'); END;
CREATE TRIGGER acts_final BEFORE UPDATE ON acts
WHEN NEW.number <> OLD.number OR NEW.hash <> OLD.hash OR NEW.body <> OLD.body OR NEW.exchange <> OLD.exchange
BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
