-- Staff who read along in a conversation of two others leave a trace, and a complaint about a message can be put aside.
INSERT INTO log.event_type (type, name, is_timed) VALUES
    (82, 'ConversationLookedInto', false),
    (83, 'ReportDismissed', false);

-- The complaints, the newest first.
CREATE INDEX chat_acts_reports ON public.chat_acts (at DESC) WHERE act = 'reported';
