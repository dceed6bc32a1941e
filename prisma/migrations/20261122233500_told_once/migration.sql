-- Whoever a message or pinned note mentions hears of it by that: following the record does not tell them a second time.
CREATE OR REPLACE FUNCTION stream_entries_tell_followers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM follows) THEN RETURN NULL; END IF;
  INSERT INTO inbox_items (account_id, kind, subject_kind, subject_id, source_id, actor_name, at)
  SELECT f.account_id, 'followed', f.subject_kind, f.subject_id, n.id, n.actor_name, h.at
  FROM new_rows n
  JOIN history h ON h.id = n.history_id
  JOIN LATERAL (
    SELECT account_id, subject_kind, subject_id FROM follows WHERE subject_kind = 'client' AND subject_id = n.client_id
    UNION
    SELECT account_id, subject_kind, subject_id FROM follows WHERE subject_kind = n.subject_kind AND subject_id = n.subject_id
  ) f ON f.account_id IS DISTINCT FROM h.actor_id
  WHERE NOT EXISTS (
    SELECT FROM inbox_items m WHERE m.account_id = f.account_id AND m.kind = 'mention'
      AND m.source_id::text = coalesce(n.data->>'messageId', n.data->>'pinId')
  )
  ON CONFLICT (account_id, kind, source_id) DO NOTHING;
  RETURN NULL;
END $$;
