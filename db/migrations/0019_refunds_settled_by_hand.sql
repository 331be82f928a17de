-- A refund that the payment provider refused for good is paid another way, and whoever paid it says so.
INSERT INTO log.event_type (type, name, is_timed) VALUES (39, 'RefundSettledByHand', false);

-- settled_by and note (how it was paid): only of one that was settled by hand.
ALTER TABLE public.refunds DROP CONSTRAINT refunds_status_check;
ALTER TABLE public.refunds
    ADD CONSTRAINT refunds_status_check CHECK (status IN ('issued', 'succeeded', 'failed', 'settled_by_hand')),
    ADD COLUMN settled_by bigint,
    ADD COLUMN note text NOT NULL DEFAULT '';

ALTER TABLE public.sale_acts DROP CONSTRAINT sale_acts_act_check;
ALTER TABLE public.sale_acts ADD CONSTRAINT sale_acts_act_check CHECK (act IN ('edited', 'cancelled', 'refund_settled'));
