-- Why a lot was cancelled, in the words of who did it: its page says it to everyone. Empty: no reason was given.
ALTER TABLE public.lots ADD COLUMN cancel_reason text NOT NULL DEFAULT '';

-- A lot's cancelling is its last fact. A reason with a NUL, which was taken before, is none that a text can hold.
UPDATE public.lots l
   SET cancel_reason = coalesce(convert_from(e.data, 'UTF8')::jsonb ->> 'reason', '')
  FROM log.stream s JOIN log.event e ON e.stream_id = s.stream_id AND e.version = s.version
 WHERE s.stream_id = l.stream_id AND e.type = 8 AND position('\u0000' IN convert_from(e.data, 'UTF8')) = 0;
