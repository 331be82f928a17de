-- Accounts: who people are, where they are signed in, and how often they knocked. None of it is in the log, so all of it can be erased.

-- An erased person keeps the row and its id, which the log knows, and nothing else.
CREATE TABLE public.users (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email           text CHECK (length(email) <= 254 AND strpos(email, '@') > 1),
    username        text CHECK (username ~ '^[A-Za-z0-9._-]{1,64}$'),
    name            text NOT NULL DEFAULT '' CHECK (length(name) <= 100),
    hashed_password text NOT NULL,
    roles           text[] NOT NULL DEFAULT '{buyer}' CHECK (roles <@ '{buyer,merchant,agent,scanner,admin}' AND roles @> '{buyer}'),
    is_active       boolean NOT NULL DEFAULT true,
    is_superuser    boolean NOT NULL DEFAULT false,
    is_verified     boolean NOT NULL DEFAULT false,
    mails_outbid    boolean NOT NULL DEFAULT true,
    mails_lost      boolean NOT NULL DEFAULT true,
    created_at      timestamptz NOT NULL,
    erased_at       timestamptz,
    CONSTRAINT has_a_name_to_sign_in_with CHECK (erased_at IS NOT NULL OR email IS NOT NULL OR username IS NOT NULL),
    CONSTRAINT erased_keeps_nothing CHECK (
        erased_at IS NULL OR (email IS NULL AND username IS NULL AND name = '' AND hashed_password = '' AND NOT is_active)
    )
);

-- Unique without case. A user name has no @ and a mail address has one, so the two never meet.
CREATE UNIQUE INDEX users_email ON public.users (lower(email));
CREATE UNIQUE INDEX users_username ON public.users (lower(username));

-- One row a sign-in: a device, and the family of its refresh tokens. A refresh token is a signature over the id and its
-- generation, so no token is kept here; only `generation` is good, the one before it for a few seconds after rotated_at.
-- Ended sessions stay a while, so that every worker hears of the end.
CREATE TABLE public.sessions (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id       bigint NOT NULL REFERENCES public.users (id),
    generation    integer NOT NULL DEFAULT 0,
    is_renewable  boolean NOT NULL,
    device        text NOT NULL DEFAULT '' CHECK (length(device) <= 200),
    address       text NOT NULL DEFAULT '' CHECK (length(address) <= 64),
    created_at    timestamptz NOT NULL,
    rotated_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    ended_because text CHECK (ended_because IN ('signed_out', 'device_removed', 'password_changed', 'banned', 'erased', 'token_reused'))
);

CREATE INDEX sessions_of_user ON public.sessions (user_id, rotated_at DESC);
CREATE INDEX sessions_ended ON public.sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sessions_expiry ON public.sessions (expires_at);

-- The slow limits, counted here so that all workers share them. The key is a keyed hash: no name or address is kept.
-- hits are the times of the counted knocks within the window, oldest first, never more than the limit.
CREATE TABLE public.rate_limits (
    key      bytea PRIMARY KEY CHECK (length(key) = 32),
    hits     timestamptz[] NOT NULL,
    is_over  boolean NOT NULL DEFAULT false,
    stale_at timestamptz NOT NULL
);

CREATE INDEX rate_limits_stale ON public.rate_limits (stale_at);
