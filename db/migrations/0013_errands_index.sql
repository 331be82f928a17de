-- Errands of the outbox (refunds, rounds of letters, the help desk) are looked for every second by every worker. The letters of an
-- on-sale wait in the same table by the ten thousand, so errands have an index of their own; letters pay nothing for it.
CREATE INDEX outbox_errands ON log.outbox (topic, next_at)
 WHERE done_at IS NULL AND topic IN ('refund', 'tell_holders', 'help_desk');
