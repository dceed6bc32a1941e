-- Who serves whom is kept once per statement for changes, too: a thousand clients handed over at once, or all sessions of
-- a client that becomes part of another, are two lists of pairs instead of thousands of looks.
DROP TRIGGER clients_served_updated ON clients;
DROP TRIGGER client_practitioners_served_updated ON client_practitioners;
DROP TRIGGER attendances_served_updated ON attendances;
DROP TRIGGER session_practitioners_served_updated ON session_practitioners;

CREATE OR REPLACE FUNCTION clients_served_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE added uuid[]; left_by uuid[]; moved uuid[];
BEGIN
  SELECT array_agg(n.practitioner_id), array_agg(o.practitioner_id), array_agg(n.id) INTO added, left_by, moved
  FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE o.practitioner_id IS DISTINCT FROM n.practitioner_id;
  IF moved IS NULL THEN RETURN NULL; END IF;
  PERFORM serve_clients(array_agg(p), array_agg(c)) FROM unnest(added, moved) AS t (p, c) WHERE p IS NOT NULL;
  PERFORM recheck_served(array_agg(p), array_agg(c)) FROM unnest(left_by, moved) AS t (p, c) WHERE p IS NOT NULL;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION client_practitioners_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM serve_clients(array_agg(practitioner_id), array_agg(client_id)) FROM (
    SELECT practitioner_id, client_id FROM new_rows EXCEPT SELECT practitioner_id, client_id FROM old_rows) come
    HAVING count(*) > 0;
  PERFORM recheck_served(array_agg(practitioner_id), array_agg(client_id)) FROM (
    SELECT practitioner_id, client_id FROM old_rows EXCEPT SELECT practitioner_id, client_id FROM new_rows) gone
    HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION attendances_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at_sessions uuid[]; clients uuid[]; gone uuid[];
BEGIN
  SELECT array_agg(n.session_id), array_agg(n.client_id), array_agg(DISTINCT o.client_id) INTO at_sessions, clients, gone
  FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE (o.session_id, o.client_id) IS DISTINCT FROM (n.session_id, n.client_id);
  IF clients IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM sessions WHERE id = ANY (at_sessions) ORDER BY id FOR NO KEY UPDATE;
  PERFORM serve_clients(array_agg(sp.practitioner_id), array_agg(t.c))
    FROM unnest(at_sessions, clients) AS t (s, c) JOIN session_practitioners sp ON sp.session_id = t.s;
  PERFORM recheck_served_of(gone);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION session_practitioners_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at_sessions uuid[]; come uuid[];
BEGIN
  SELECT array_agg(session_id), array_agg(practitioner_id) INTO at_sessions, come FROM (
    SELECT session_id, practitioner_id FROM new_rows EXCEPT SELECT session_id, practitioner_id FROM old_rows) moved;
  IF come IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM sessions WHERE id = ANY (at_sessions) ORDER BY id FOR NO KEY UPDATE;
  PERFORM serve_clients(array_agg(t.p), array_agg(a.client_id))
    FROM unnest(at_sessions, come) AS t (s, p) JOIN attendances a ON a.session_id = t.s;
  PERFORM recheck_served(array_agg(o.practitioner_id), array_agg(a.client_id)) FROM (
    SELECT session_id, practitioner_id FROM old_rows EXCEPT SELECT session_id, practitioner_id FROM new_rows) o
    JOIN attendances a ON a.session_id = o.session_id;
  RETURN NULL;
END $$;

CREATE TRIGGER clients_served_updated AFTER UPDATE ON clients REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION clients_served_moved();
CREATE TRIGGER client_practitioners_served_updated AFTER UPDATE ON client_practitioners
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION client_practitioners_moved();
CREATE TRIGGER attendances_served_updated AFTER UPDATE ON attendances
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION attendances_moved();
CREATE TRIGGER session_practitioners_served_updated AFTER UPDATE ON session_practitioners
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION session_practitioners_moved();
