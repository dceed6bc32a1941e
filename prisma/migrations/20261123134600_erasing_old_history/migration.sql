-- Erases the oldest part of the history, which the app's role may not: at most "most" entries from the beginning of the
-- chain, sealed before "before" and at least six years ago whatever is asked. The seal of the last one erased stays: from
-- it the rest of the chain is checked. Answers that seal; nothing where nothing was old enough.
CREATE FUNCTION erase_history(before timestamptz, most integer)
RETURNS TABLE (through bigint, mac text, erased integer) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  latest timestamptz := least(before, now() - interval '6 years');
  beginning bigint;
  ending bigint;
  gone integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('history-seals'));
  SELECT min(s.number) INTO beginning FROM public.history_seals s;
  SELECT coalesce(min(s.number) FILTER (WHERE s.sealed_at >= latest) - 1, max(s.number)) INTO ending
    FROM (SELECT * FROM public.history_seals i WHERE i.number >= beginning ORDER BY i.number LIMIT most + 1) s;
  -- The end of the chain is where the next seal goes on.
  ending := least(ending, (SELECT max(s.number) - 1 FROM public.history_seals s));
  DELETE FROM public.history h USING public.history_seals s
    WHERE s.number BETWEEN beginning AND ending AND h.id = s.history_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone = 0 THEN RETURN; END IF;
  DELETE FROM public.history_seals s WHERE s.number >= beginning AND s.number < ending;
  RETURN QUERY SELECT s.number, encode(s.mac, 'hex'), gone FROM public.history_seals s WHERE s.number = ending;
END
$$;

REVOKE EXECUTE ON FUNCTION erase_history(timestamptz, integer) FROM PUBLIC;
