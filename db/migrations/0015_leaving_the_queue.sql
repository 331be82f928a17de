-- Somebody leaves the queue of a sale; and the requests of one person are looked for on every look at an event's page.
INSERT INTO log.event_type (type, name, is_timed) VALUES (55, 'RequestLeft', false);

CREATE INDEX ticket_requests_person ON public.ticket_requests (person_id, sale_id, n);
