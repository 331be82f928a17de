-- Orders of ticket sales, and the money that went back: written in the transaction of the facts, so that they are never behind.

-- An order from its hold on; n counts inside the sale. lines: [{type_id, quantity, price_minor, seats}]; the names of types stand
-- with the sale. tickets: how many are valid. attempts: what became of each try to pay; paid_attempt: the one that paid, from 1.
CREATE TABLE public.orders (
    sale_id        bigint NOT NULL,
    n              integer NOT NULL CHECK (n > 0),
    person_id      bigint NOT NULL,
    status         text NOT NULL CHECK (status IN ('held', 'pending', 'paid', 'cancelled', 'expired', 'released', 'refunded',
                                                   'partly_refunded', 'late_refunded')),
    via            text NOT NULL CHECK (via IN ('grab', 'pick', 'best', 'lane')),
    lines          jsonb NOT NULL,
    quantity       integer NOT NULL CHECK (quantity > 0),
    total_minor    bigint NOT NULL CHECK (total_minor >= 0),
    refunded_minor bigint NOT NULL CHECK (refunded_minor >= 0),
    tickets        integer NOT NULL CHECK (tickets >= 0),
    attempts       jsonb NOT NULL,
    paid_attempt   integer,
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz,
    paid_at        timestamptz,
    version        bigint NOT NULL,
    PRIMARY KEY (sale_id, n)
) WITH (fillfactor = 70);

CREATE INDEX orders_of_person ON public.orders (person_id, created_at DESC);
CREATE INDEX orders_newest ON public.orders (created_at DESC);

-- Money on its way back to a buyer; n counts inside the sale. Never deleted.
CREATE TABLE public.refunds (
    sale_id      bigint NOT NULL,
    n            integer NOT NULL CHECK (n > 0),
    order_n      integer NOT NULL,
    attempt      integer,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    reason       text NOT NULL CHECK (reason IN ('late', 'duplicate', 'given_back', 'sale_cancelled')),
    status       text NOT NULL CHECK (status IN ('issued', 'succeeded', 'failed')),
    created_at   timestamptz NOT NULL,
    settled_at   timestamptz,
    version      bigint NOT NULL,
    PRIMARY KEY (sale_id, n)
) WITH (fillfactor = 70);

CREATE INDEX refunds_of_order ON public.refunds (sale_id, order_n);
