-- Read tables that are filled beside the log, how far each one is, and what accounts know of selling and of acts on people.

-- How far a read table has read a stream: every fact up to version is in it, none after. Moved in the transaction that fills.
CREATE TABLE public.projection_cursors (
    stream_id  bigint NOT NULL,
    projection text NOT NULL,
    version    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (stream_id, projection)
) WITH (fillfactor = 50);

-- Who has bid on a lot: one row a lot and person. Whether he leads or has won stands in log.stream.state alone.
CREATE TABLE public.bidders (
    stream_id     bigint NOT NULL,
    user_id       bigint NOT NULL,
    highest_minor bigint NOT NULL,
    bid_count     bigint NOT NULL,
    last_bid_at   timestamptz NOT NULL,
    PRIMARY KEY (stream_id, user_id)
) WITH (fillfactor = 50);

CREATE INDEX bidders_of_person ON public.bidders (user_id);

-- What administrators and sellers did to lots.
CREATE TABLE public.lot_acts (
    stream_id bigint NOT NULL,
    version   bigint NOT NULL,
    at        timestamptz NOT NULL,
    by_id     bigint NOT NULL,
    act       text NOT NULL CHECK (act IN ('edited', 'started', 'finished', 'cancelled')),
    reason    text NOT NULL,
    PRIMARY KEY (stream_id, version)
);

CREATE INDEX lot_acts_newest ON public.lot_acts (at DESC);

-- What administrators did to accounts. No facts of the log, so not a read table: rows are written with the act and, by the
-- rights of the backend's login, never changed. Ids only: an erased person leaves no name here.
CREATE TABLE public.account_acts (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    by_id        bigint NOT NULL,
    user_id      bigint NOT NULL,
    act          text NOT NULL CHECK (act IN ('roles_changed', 'banned', 'let_in')),
    roles_before text[] NOT NULL,
    roles_after  text[] NOT NULL
);

CREATE INDEX account_acts_newest ON public.account_acts (at DESC);

-- What a seller tells the winner of a lot: how to collect it and how to pay. Erased with the person.
CREATE TABLE public.selling (
    user_id         bigint PRIMARY KEY REFERENCES public.users (id),
    collection_text text NOT NULL DEFAULT '' CHECK (length(collection_text) <= 2000),
    payment_text    text NOT NULL DEFAULT '' CHECK (length(payment_text) <= 2000)
);
