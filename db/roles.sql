-- The rights of the running backend. The role `saleroom_app` is made by the migrator (its password comes from the secret);
-- this file says what it may do, and is applied again after every migration.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA log, public TO saleroom_app;

-- The log: read it, and change it only through the functions.
REVOKE ALL ON ALL TABLES IN SCHEMA log FROM saleroom_app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA log TO saleroom_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA log TO saleroom_app;

-- Effects and caches beside the log.
GRANT INSERT, UPDATE ON log.outbox TO saleroom_app;
GRANT INSERT, UPDATE, DELETE ON log.snapshot TO saleroom_app;

-- Accounts and read tables.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO saleroom_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO saleroom_app;
REVOKE ALL ON public.migration FROM saleroom_app;
GRANT SELECT ON public.migration TO saleroom_app;

-- What administrators did to accounts is written once and stays.
REVOKE UPDATE, DELETE, TRUNCATE ON public.account_acts FROM saleroom_app;

-- Keys that signed and money that moved leave a trace: their rows are changed, and never deleted.
REVOKE DELETE, TRUNCATE ON public.signing_keys, public.practice_payments, public.practice_callbacks, public.practice_refunds FROM saleroom_app;
REVOKE UPDATE ON public.practice_refunds FROM saleroom_app;
