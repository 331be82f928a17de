-- Conversations and the help desk: their facts, their read tables, and what is no fact: texts, quick replies, uploads, who is there.
INSERT INTO log.event_type (type, name, is_timed) VALUES
    (70, 'ConversationOpened', false),
    (71, 'MessageSent', false),
    (72, 'MessageHidden', false),
    (73, 'CursorMoved', false),
    (74, 'ConversationResolved', false),
    (75, 'ConversationReopened', false),
    (76, 'ConversationSnoozed', false),
    (77, 'SnoozeEnded', true),
    (78, 'ConversationRested', true),
    (79, 'ConversationMuted', false),
    (80, 'PersonBlocked', false),
    (81, 'MessageReported', false),
    (90, 'AgentOnline', false),
    (91, 'AgentOffline', false),
    (92, 'HelpAsked', false),
    (93, 'ConversationAssigned', true),
    (94, 'ConversationHanded', false),
    (95, 'ConversationReturned', false),
    (96, 'ReplyMissed', true),
    (97, 'ReplyNoted', false),
    (98, 'ConversationLeft', false);

-- The conversations: a read table. Their figures stand in log.stream.state. with_id null is the help desk.
CREATE TABLE public.conversations (
    id          bigint PRIMARY KEY,
    stream_id   bigint NOT NULL UNIQUE,
    customer_id bigint NOT NULL,
    with_id     bigint,
    about       text CHECK (about IN ('lot', 'event', 'order')),
    about_id    bigint,
    about_seq   bigint,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     bigint NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX conversations_of_customer ON public.conversations (customer_id);
CREATE INDEX conversations_with ON public.conversations (with_id);
CREATE INDEX conversations_newest ON public.conversations (updated_at DESC);

-- The messages: a read table. seq is the version of the fact in the conversation's stream; sender_id is the person who wrote,
-- also where he wrote for the help desk (is_staff).
CREATE TABLE public.messages (
    conversation_id bigint NOT NULL,
    seq             bigint NOT NULL,
    sender_id       bigint NOT NULL,
    is_staff        boolean NOT NULL,
    text_id         uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('text', 'image', 'file')),
    at              timestamptz NOT NULL,
    is_hidden       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (conversation_id, seq)
) WITH (fillfactor = 90);

-- Complaints about messages, and what staff made of conversations: a read table of acts, for the audit page.
CREATE TABLE public.chat_acts (
    conversation_id bigint NOT NULL,
    version         bigint NOT NULL,
    at              timestamptz NOT NULL,
    by_id           bigint NOT NULL,
    act             text NOT NULL,
    seq             bigint,
    told            text NOT NULL DEFAULT '',
    PRIMARY KEY (conversation_id, version)
);

CREATE INDEX chat_acts_newest ON public.chat_acts (at DESC);

-- The words of messages. Personal, so they are no facts: the log points here, and erasing a person's words leaves the log whole.
-- Written before the fact; one without a fact after a day belongs to a message that never came to be.
CREATE TABLE public.message_texts (
    id              uuid PRIMARY KEY,
    conversation_id bigint NOT NULL,
    sender_id       bigint NOT NULL,
    client_id       text NOT NULL DEFAULT '' CHECK (length(client_id) <= 64),
    content         text NOT NULL CHECK (length(content) <= 8000),
    upload_name     text,
    written_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    erased_at       timestamptz
);

CREATE INDEX message_texts_of_sender ON public.message_texts (sender_id);
CREATE INDEX message_texts_age ON public.message_texts USING brin (written_at);

-- Uploaded images and files of conversations; the bytes lie in the data folder, by name. Private: membership is checked.
CREATE TABLE public.uploads (
    name        text PRIMARY KEY CHECK (name ~ '^[0-9a-f]{32}$'),
    owner_id    bigint NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('image', 'file')),
    media_type  text NOT NULL,
    filename    text NOT NULL CHECK (length(filename) <= 200),
    bytes       bigint NOT NULL,
    width       integer,
    height      integer,
    command_id  uuid NOT NULL UNIQUE,
    uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    erased_at   timestamptz
);

CREATE INDEX uploads_of_owner ON public.uploads (owner_id);

-- Quick replies: a person's own, or the team's (owner_id null). code is what an agent types after a slash.
CREATE TABLE public.quick_replies (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id    bigint,
    code        text NOT NULL DEFAULT '' CHECK (code ~ '^[a-z0-9-]{0,32}$'),
    content     text NOT NULL CHECK (length(content) BETWEEN 1 AND 4000),
    upload_name text,
    sort_order  integer NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX quick_replies_of_owner ON public.quick_replies (owner_id, sort_order, id);

-- Which agents say they are there, and when they were last heard of. The facts about it follow in the help desk's stream.
CREATE TABLE public.agent_presence (
    agent_id     bigint PRIMARY KEY,
    capacity     integer NOT NULL DEFAULT 5 CHECK (capacity BETWEEN 1 AND 50),
    is_available boolean NOT NULL DEFAULT false,
    seen_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What the chat knows of a person beside his account: the name under which other systems know him, a picture, a line about him.
ALTER TABLE public.users
    ADD COLUMN external_id text CHECK (external_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
    ADD COLUMN avatar text NOT NULL DEFAULT '' CHECK (length(avatar) <= 500),
    ADD COLUMN description text NOT NULL DEFAULT '' CHECK (length(description) <= 1000);

CREATE UNIQUE INDEX users_external_id ON public.users (external_id);
ALTER TABLE public.users ADD CONSTRAINT erased_keeps_no_profile CHECK (erased_at IS NULL OR (external_id IS NULL AND avatar = '' AND description = ''));
