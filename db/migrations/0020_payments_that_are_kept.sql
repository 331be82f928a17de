-- The practice till can refuse for good to send a payment back, so that a failed refund can be tried out.
ALTER TABLE public.practice_payments DROP CONSTRAINT practice_payments_choice_check;
ALTER TABLE public.practice_payments
    ADD CONSTRAINT practice_payments_choice_check CHECK (choice IN ('succeed', 'refuse', 'delay', 'twice', 'keep'));
