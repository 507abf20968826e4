-- What is committed stays: the journal, its entries and the acts refuse to be changed. Only the words may be erased.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER entries_no_change BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfers_final BEFORE UPDATE ON transfers FOR EACH ROW
WHEN (OLD.state = 'committed' AND (NEW.state <> OLD.state OR NEW.number <> OLD.number OR NEW.hash <> OLD.hash OR NEW.uuid <> OLD.uuid
    OR NEW.exchange <> OLD.exchange OR NEW.payer <> OLD.payer OR NEW.payee <> OLD.payee OR NEW.amount <> OLD.amount))
EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acts_final BEFORE UPDATE ON acts FOR EACH ROW
WHEN (NEW.number <> OLD.number OR NEW.hash <> OLD.hash OR NEW.body <> OLD.body OR NEW.exchange <> OLD.exchange)
EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
