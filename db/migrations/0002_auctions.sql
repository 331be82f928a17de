-- The facts of auctions, and the read table of lots: the words of a lot. Its figures stand in log.stream.state.
INSERT INTO log.event_type (type, name, is_timed) VALUES
    (1, 'LotCreated', false),
    (2, 'LotEdited', false),
    (3, 'LotStarted', false),
    (4, 'LotOpened', true),
    (5, 'BidPlaced', false),
    (6, 'LotFinished', false),
    (7, 'LotClosed', true),
    (8, 'LotCancelled', false);

CREATE TABLE public.lots (
    id            bigint PRIMARY KEY,
    stream_id     bigint NOT NULL UNIQUE,
    seller_id     bigint NOT NULL,
    title         text NOT NULL,
    description   text NOT NULL,
    author        text NOT NULL,
    lot_materials text NOT NULL,
    auction_name  text NOT NULL,
    image_url     text NOT NULL,
    created_at    timestamptz NOT NULL,
    search        text NOT NULL,
    version       bigint NOT NULL
);

CREATE INDEX lots_newest ON public.lots (created_at DESC);
CREATE INDEX lots_seller ON public.lots (seller_id);
