-- The facts of ticket sales and seat maps, and their read tables: words and terms. Figures stand in log.stream.state.
INSERT INTO log.event_type (type, name, is_timed) VALUES
    (20, 'HallPlaced', false),
    (21, 'SaleCreated', false),
    (22, 'SaleEdited', false),
    (23, 'SaleOpened', true),
    (24, 'SaleEnded', true),
    (25, 'SaleCancelled', false),
    (26, 'OrdersUnwound', true),
    (27, 'OrderPlaced', false),
    (28, 'HoldReleased', false),
    (29, 'OrdersLapsed', true),
    (30, 'CheckoutStarted', false),
    (31, 'PaymentRefused', false),
    (32, 'OrderPaid', false),
    (33, 'UnitsReclaimed', false),
    (34, 'OrderCancelled', false),
    (35, 'TicketCancelled', false),
    (36, 'RefundIssued', false),
    (37, 'RefundSettled', false),
    (38, 'CheckedIn', false),
    (40, 'SeatMapDrawn', false),
    (41, 'SeatMapRedrawn', false),
    (42, 'SeatMapRemoved', false),
    (50, 'RequestQueued', false),
    (51, 'RequestServed', true),
    (52, 'QueuePaused', false),
    (53, 'QueueResumed', false),
    (54, 'TurnsGiven', false);

-- A concert. types: [{id, name, price_minor, quantity, lane, section, quota, refund}]; terms: the others (limits, quotas, hold times).
-- hall is text as it went over the wire once: it is only ever handed on.
CREATE TABLE public.ticket_sales (
    id             bigint PRIMARY KEY,
    stream_id      bigint NOT NULL UNIQUE,
    organizer_id   bigint NOT NULL,
    title          text NOT NULL,
    organizer      text NOT NULL,
    location       text NOT NULL,
    description    text NOT NULL,
    cover_image    text NOT NULL,
    seat_map_url   text NOT NULL,
    sale_starts_at timestamptz NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz,
    types          jsonb NOT NULL,
    terms          jsonb NOT NULL,
    hall           json,
    created_at     timestamptz NOT NULL,
    search         text NOT NULL,
    version        bigint NOT NULL
);

CREATE INDEX ticket_sales_starts ON public.ticket_sales (starts_at);
CREATE INDEX ticket_sales_organizer ON public.ticket_sales (organizer_id);

-- Who asked for tickets through the lanes, and what came of it; n counts inside the sale. order_n: the order he got; code: why not.
CREATE TABLE public.ticket_requests (
    sale_id   bigint NOT NULL,
    n         integer NOT NULL CHECK (n > 0),
    person_id bigint NOT NULL,
    type_id   integer NOT NULL,
    quantity  integer NOT NULL CHECK (quantity > 0),
    lane      text NOT NULL CHECK (lane IN ('vip', 'regular')),
    is_served boolean NOT NULL DEFAULT false,
    order_n   integer,
    code      text NOT NULL DEFAULT '',
    PRIMARY KEY (sale_id, n)
) WITH (fillfactor = 70);

CREATE INDEX ticket_requests_waiting ON public.ticket_requests (sale_id, lane, n) WHERE NOT is_served;

-- Stored halls, to be copied into sales; how many seats each has stands in log.stream.state.
CREATE TABLE public.seat_maps (
    id         bigint PRIMARY KEY,
    stream_id  bigint NOT NULL UNIQUE,
    owner_id   bigint NOT NULL,
    name       text NOT NULL,
    hall       json NOT NULL,
    created_at timestamptz NOT NULL,
    search     text NOT NULL,
    version    bigint NOT NULL
);

CREATE INDEX seat_maps_owner ON public.seat_maps (owner_id);
