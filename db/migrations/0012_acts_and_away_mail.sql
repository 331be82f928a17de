-- What staff did beyond lots and accounts: to events, and to who answers whom at the help desk; and letters to those who are away.

-- What organisers and administrators did to events: a read table, as lot_acts is.
CREATE TABLE public.sale_acts (
    stream_id bigint NOT NULL,
    version   bigint NOT NULL,
    at        timestamptz NOT NULL,
    by_id     bigint NOT NULL,
    act       text NOT NULL CHECK (act IN ('edited', 'cancelled')),
    reason    text NOT NULL,
    PRIMARY KEY (stream_id, version)
);

CREATE INDEX sale_acts_newest ON public.sale_acts (at DESC);

-- Which conversation somebody gave to which agent by hand, or put back into the queue (agent_id null): a read table.
CREATE TABLE public.desk_acts (
    stream_id       bigint NOT NULL,
    version         bigint NOT NULL,
    at              timestamptz NOT NULL,
    by_id           bigint NOT NULL,
    act             text NOT NULL CHECK (act IN ('assigned', 'returned')),
    conversation_id bigint NOT NULL,
    agent_id        bigint,
    PRIMARY KEY (stream_id, version)
);

CREATE INDEX desk_acts_newest ON public.desk_acts (at DESC);

-- Administrators also change what others see of a person, and erase him.
ALTER TABLE public.account_acts DROP CONSTRAINT account_acts_act_check;
ALTER TABLE public.account_acts ADD CONSTRAINT account_acts_act_check
    CHECK (act IN ('roles_changed', 'banned', 'let_in', 'renamed', 'erased'));

-- Who may fetch an upload is found by the messages that show it.
CREATE INDEX message_texts_of_upload ON public.message_texts (upload_name) WHERE upload_name IS NOT NULL;

-- Whether somebody wants a letter when he has not read what he was written.
ALTER TABLE public.users ADD COLUMN mails_away boolean NOT NULL DEFAULT true;
