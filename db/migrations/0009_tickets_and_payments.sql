-- Tickets as people hold them, the keys that sign them, and the practice till.

-- The keys of tickets: rows that are no events. At most one is current; a retired one still verifies, so none is ever deleted.
-- private_key is encrypted under a key derived from the house's secret: 12 bytes of nonce, then AES-256-GCM.
CREATE TABLE public.signing_keys (
    id          integer PRIMARY KEY CHECK (id > 0),
    public_key  bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
    private_key bytea NOT NULL CHECK (length(private_key) = 60),
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    retired_at  timestamptz
);

CREATE UNIQUE INDEX signing_keys_current ON public.signing_keys ((retired_at IS NULL)) WHERE retired_at IS NULL;

-- The practice till, which stands for a payment provider and keeps its own books. The token is the page's address.
CREATE TABLE public.practice_payments (
    token        text PRIMARY KEY,
    order_id     bigint NOT NULL,
    attempt      integer NOT NULL CHECK (attempt > 0),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency     text NOT NULL,
    words        text NOT NULL,
    return_url   text NOT NULL,
    status       text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'processing', 'succeeded', 'refused')),
    choice       text CHECK (choice IN ('succeed', 'refuse', 'delay', 'twice')),
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_at   timestamptz,
    UNIQUE (order_id, attempt),
    CONSTRAINT decided_is_chosen CHECK ((status = 'open') = (choice IS NULL) AND (choice IS NULL) = (decided_at IS NULL))
);

-- What the till still has to tell the house, and what it has told.
CREATE TABLE public.practice_callbacks (
    token        text NOT NULL REFERENCES public.practice_payments (token),
    n            integer NOT NULL,
    outcome      text NOT NULL CHECK (outcome IN ('succeeded', 'refused')),
    next_at      timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    leased_until timestamptz,
    told_at      timestamptz,
    last_answer  text NOT NULL DEFAULT '',
    PRIMARY KEY (token, n)
);

CREATE INDEX practice_callbacks_untold ON public.practice_callbacks (next_at) WHERE told_at IS NULL;

CREATE TABLE public.practice_refunds (
    refund_id    bigint PRIMARY KEY,
    order_id     bigint NOT NULL,
    token        text REFERENCES public.practice_payments (token),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    reason       text NOT NULL,
    outcome      text NOT NULL CHECK (outcome IN ('succeeded', 'failed')),
    why_not      text NOT NULL,
    made_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT made_is_taken_from_a_payment CHECK ((outcome = 'succeeded') = (token IS NOT NULL))
);

CREATE INDEX practice_refunds_of_payment ON public.practice_refunds (token) WHERE token IS NOT NULL;

-- The read table of tickets. Whose they are stands in public.orders, words and times in public.ticket_sales.
-- moved_version: the fact of the last scan in or out. revision: as the newest code of the ticket says it.
CREATE TABLE public.tickets (
    sale_id       bigint NOT NULL,
    n             integer NOT NULL CHECK (n > 0),
    order_n       integer NOT NULL,
    type_id       integer NOT NULL,
    seat_id       text,
    status        text NOT NULL DEFAULT 'valid' CHECK (status IN ('valid', 'cancelled')),
    revision      integer NOT NULL DEFAULT 1,
    is_inside     boolean NOT NULL DEFAULT false,
    moved_at      timestamptz,
    moved_version bigint NOT NULL DEFAULT 0,
    gate          text NOT NULL DEFAULT '',
    PRIMARY KEY (sale_id, n)
) WITH (fillfactor = 80);

CREATE INDEX tickets_of_order ON public.tickets (sale_id, order_n);

-- Where the seats of a sale's hall are, in words: one row a seat, so that a ticket need not read the whole hall.
CREATE TABLE public.ticket_seats (
    sale_id  bigint NOT NULL,
    seat_id  text NOT NULL,
    section  text NOT NULL,
    row_name text NOT NULL,
    number   text NOT NULL,
    version  bigint NOT NULL,
    PRIMARY KEY (sale_id, seat_id)
);
