-- The payment provider pays a refund that it had refused for good; perhaps one that was settled by hand meanwhile, so that it is paid twice.
INSERT INTO log.event_type (type, name, is_timed) VALUES (56, 'RefundPaidAfterAll', false);

ALTER TABLE public.refunds DROP CONSTRAINT refunds_status_check;
ALTER TABLE public.refunds
    ADD CONSTRAINT refunds_status_check CHECK (status IN ('issued', 'succeeded', 'failed', 'settled_by_hand', 'paid_twice')),
    ADD COLUMN paid_again_at timestamptz;
