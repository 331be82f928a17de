-- The lots that a person has starred.
CREATE TABLE public.favorites (
    user_id  bigint NOT NULL,
    lot_id   bigint NOT NULL REFERENCES public.lots (id),
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (user_id, lot_id)
);
