-- Puts the orders of one batch, all of them placed at p_at, and the tickets that they brought at once into their read tables.
--
-- Called in the statement that appends their facts, under the sale's lock, so no row of theirs can be there. Should one be there all
-- the same (somebody put it there by hand), it gives way: a read table must not keep a sale from selling.
CREATE OR REPLACE FUNCTION public.place_orders(
    p_sale bigint, p_at timestamptz, p_orders public.placed_record[], p_tickets public.ticket_record[]
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    FOR try IN 1..2 LOOP
        BEGIN
            INSERT INTO public.orders (
                sale_id, n, person_id, status, via, lines, quantity, total_minor, refunded_minor, tickets, attempts, paid_attempt,
                created_at, expires_at, paid_at, version)
            SELECT p_sale, o.n, o.person_id, o.status, o.via, o.lines::jsonb, o.quantity, o.total_minor, 0, o.tickets, '[]', NULL,
                   p_at, o.expires_at, CASE o.status WHEN 'paid' THEN p_at END, o.version
              FROM unnest(p_orders) AS o;
            INSERT INTO public.tickets (sale_id, n, order_n, type_id, seat_id) SELECT p_sale, t.* FROM unnest(p_tickets) AS t;
            RETURN;
        EXCEPTION WHEN unique_violation THEN
            IF try = 2 THEN
                RAISE;
            END IF;
            DELETE FROM public.orders WHERE sale_id = p_sale AND n IN (SELECT o.n FROM unnest(p_orders) AS o);
            DELETE FROM public.tickets WHERE sale_id = p_sale AND n IN (SELECT t.n FROM unnest(p_tickets) AS t);
        END;
    END LOOP;
END $$;
