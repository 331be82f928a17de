-- What an order that was just placed says of itself, in the order in which public.place_orders reads it; JSON comes as text.
CREATE TYPE public.placed_record AS (
    n integer, person_id bigint, status text, via text, lines text, expires_at timestamptz, version bigint, tickets integer,
    quantity integer, total_minor bigint
);
