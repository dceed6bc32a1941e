-- A client that comes with its people in one statement, as in an import, was worked out twice: for itself and for its
-- relationships. Where it has any by now, they came with it, and their own trigger does the work.
CREATE OR REPLACE FUNCTION clients_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refresh_client_search((SELECT array_agg(n.id) FROM new_rows n
      WHERE NOT EXISTS (SELECT 1 FROM relationships r WHERE r.client_id = n.id)));
  ELSE
    PERFORM refresh_client_search((SELECT array_agg(n.id) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (n.name, n.legal_name, n.number, n.email, n.phone, n.deleted_at) IS DISTINCT FROM (o.name, o.legal_name, o.number, o.email, o.phone, o.deleted_at)));
  END IF;
  RETURN NULL;
END $$;
