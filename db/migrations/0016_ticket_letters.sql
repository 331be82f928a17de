-- The letters with the tickets of a large batch wait in one row, an errand, until they are written: found as errands are.
DROP INDEX log.outbox_errands;
CREATE INDEX outbox_errands ON log.outbox (topic, next_at)
 WHERE done_at IS NULL AND topic IN ('refund', 'tell_holders', 'help_desk', 'ticket_letters');
