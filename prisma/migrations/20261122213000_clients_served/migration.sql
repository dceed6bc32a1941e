-- Which practitioner serves which client: assigned first, assigned besides, or with a session of theirs behind them. Kept
-- by triggers, so that the scope of a practitioner is one index however many sessions they held.
CREATE TABLE "clients_served" (
    "practitioner_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,

    CONSTRAINT "clients_served_pkey" PRIMARY KEY ("practitioner_id","client_id")
);
CREATE INDEX "clients_served_client_id_idx" ON "clients_served"("client_id");

INSERT INTO clients_served (practitioner_id, client_id)
SELECT practitioner_id, id FROM clients WHERE practitioner_id IS NOT NULL
UNION SELECT practitioner_id, client_id FROM client_practitioners
UNION SELECT sp.practitioner_id, a.client_id FROM session_practitioners sp JOIN attendances a ON a.session_id = sp.session_id;

-- Adds pairs that have a reason by now. They stay locked against being taken away: whoever takes away waits, and then sees
-- this reason, too. A pair that went while this waited is added again.
CREATE FUNCTION serve_clients(practitioner_ids uuid[], client_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE wanted int; held int;
BEGIN
  wanted := (SELECT count(*) FROM (SELECT DISTINCT p, c FROM unnest(practitioner_ids, client_ids) AS t (p, c)) pairs);
  IF wanted = 0 THEN RETURN; END IF;
  LOOP
    INSERT INTO clients_served (practitioner_id, client_id)
    SELECT DISTINCT p, c FROM unnest(practitioner_ids, client_ids) AS t (p, c)
    WHERE NOT EXISTS (SELECT FROM clients_served s WHERE s.practitioner_id = p AND s.client_id = c) ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
    SELECT count(*) INTO held FROM (
      SELECT FROM clients_served s
      WHERE (s.practitioner_id, s.client_id) IN (SELECT p, c FROM unnest(practitioner_ids, client_ids) AS t (p, c))
      ORDER BY s.practitioner_id, s.client_id FOR KEY SHARE
    ) locked;
    EXIT WHEN held = wanted;
  END LOOP;
END $$;

-- Takes pairs away that have no reason left. First the locks, then a look with fresh eyes.
CREATE FUNCTION recheck_served(practitioner_ids uuid[], client_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM clients_served s
  WHERE (s.practitioner_id, s.client_id) IN (SELECT p, c FROM unnest(practitioner_ids, client_ids) AS t (p, c))
  ORDER BY s.practitioner_id, s.client_id FOR UPDATE;
  DELETE FROM clients_served s
  WHERE (s.practitioner_id, s.client_id) IN (SELECT p, c FROM unnest(practitioner_ids, client_ids) AS t (p, c))
    AND NOT EXISTS (SELECT FROM clients k WHERE k.id = s.client_id AND k.practitioner_id = s.practitioner_id)
    AND NOT EXISTS (SELECT FROM client_practitioners cp WHERE cp.client_id = s.client_id AND cp.practitioner_id = s.practitioner_id)
    AND NOT EXISTS (SELECT FROM attendances a JOIN session_practitioners sp ON sp.session_id = a.session_id
      WHERE a.client_id = s.client_id AND sp.practitioner_id = s.practitioner_id);
END $$;

CREATE FUNCTION recheck_served_of(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT recheck_served(array_agg(practitioner_id), array_agg(client_id)) FROM clients_served WHERE client_id = ANY (ids)
  HAVING count(*) > 0;
$$;

CREATE FUNCTION clients_served_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM serve_clients(array_agg(practitioner_id), array_agg(id)) FROM new_rows WHERE practitioner_id IS NOT NULL;
  ELSE
    DELETE FROM clients_served WHERE client_id IN (SELECT id FROM old_rows);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION clients_served_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.practitioner_id IS NOT NULL THEN PERFORM serve_clients(ARRAY[NEW.practitioner_id], ARRAY[NEW.id]); END IF;
  IF OLD.practitioner_id IS NOT NULL THEN PERFORM recheck_served(ARRAY[OLD.practitioner_id], ARRAY[OLD.id]); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER clients_served_inserted AFTER INSERT ON clients REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION clients_served_changed();
CREATE TRIGGER clients_served_deleted AFTER DELETE ON clients REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION clients_served_changed();
CREATE TRIGGER clients_served_updated AFTER UPDATE OF practitioner_id ON clients
  FOR EACH ROW WHEN (OLD.practitioner_id IS DISTINCT FROM NEW.practitioner_id) EXECUTE FUNCTION clients_served_moved();

CREATE FUNCTION client_practitioners_served() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM serve_clients(array_agg(practitioner_id), array_agg(client_id)) FROM new_rows;
  ELSE
    PERFORM recheck_served(array_agg(practitioner_id), array_agg(client_id)) FROM old_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION client_practitioners_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM serve_clients(ARRAY[NEW.practitioner_id], ARRAY[NEW.client_id]);
  PERFORM recheck_served(ARRAY[OLD.practitioner_id], ARRAY[OLD.client_id]);
  RETURN NULL;
END $$;

CREATE TRIGGER client_practitioners_served_inserted AFTER INSERT ON client_practitioners REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION client_practitioners_served();
CREATE TRIGGER client_practitioners_served_deleted AFTER DELETE ON client_practitioners REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION client_practitioners_served();
CREATE TRIGGER client_practitioners_served_updated AFTER UPDATE ON client_practitioners
  FOR EACH ROW WHEN ((OLD.client_id, OLD.practitioner_id) IS DISTINCT FROM (NEW.client_id, NEW.practitioner_id))
  EXECUTE FUNCTION client_practitioners_moved();

-- Somebody who joins a session and a client who joins it at the same moment must see one another: the session is locked.
CREATE FUNCTION attendances_served() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM sessions WHERE id IN (SELECT session_id FROM new_rows) ORDER BY id FOR NO KEY UPDATE;
    PERFORM serve_clients(array_agg(sp.practitioner_id), array_agg(n.client_id))
      FROM new_rows n JOIN session_practitioners sp ON sp.session_id = n.session_id;
  ELSE
    -- The practitioners of the session may have gone in the same statement.
    PERFORM recheck_served_of((SELECT array_agg(DISTINCT client_id) FROM old_rows));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION attendances_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM sessions WHERE id = NEW.session_id FOR NO KEY UPDATE;
  PERFORM serve_clients(array_agg(practitioner_id), array_agg(NEW.client_id))
    FROM session_practitioners WHERE session_id = NEW.session_id;
  PERFORM recheck_served_of(ARRAY[OLD.client_id]);
  RETURN NULL;
END $$;

CREATE TRIGGER attendances_served_inserted AFTER INSERT ON attendances REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION attendances_served();
CREATE TRIGGER attendances_served_deleted AFTER DELETE ON attendances REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION attendances_served();
CREATE TRIGGER attendances_served_updated AFTER UPDATE OF session_id, client_id ON attendances
  FOR EACH ROW WHEN ((OLD.session_id, OLD.client_id) IS DISTINCT FROM (NEW.session_id, NEW.client_id))
  EXECUTE FUNCTION attendances_moved();

CREATE FUNCTION session_practitioners_served() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM sessions WHERE id IN (SELECT session_id FROM new_rows) ORDER BY id FOR NO KEY UPDATE;
    PERFORM serve_clients(array_agg(n.practitioner_id), array_agg(a.client_id))
      FROM new_rows n JOIN attendances a ON a.session_id = n.session_id;
  ELSE
    PERFORM recheck_served(array_agg(o.practitioner_id), array_agg(a.client_id))
      FROM old_rows o JOIN attendances a ON a.session_id = o.session_id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION session_practitioners_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM sessions WHERE id = NEW.session_id FOR NO KEY UPDATE;
  PERFORM serve_clients(array_agg(NEW.practitioner_id), array_agg(client_id)) FROM attendances WHERE session_id = NEW.session_id;
  PERFORM recheck_served(array_agg(OLD.practitioner_id), array_agg(client_id)) FROM attendances WHERE session_id = OLD.session_id;
  RETURN NULL;
END $$;

CREATE TRIGGER session_practitioners_served_inserted AFTER INSERT ON session_practitioners REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION session_practitioners_served();
CREATE TRIGGER session_practitioners_served_deleted AFTER DELETE ON session_practitioners REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION session_practitioners_served();
CREATE TRIGGER session_practitioners_served_updated AFTER UPDATE ON session_practitioners
  FOR EACH ROW WHEN ((OLD.session_id, OLD.practitioner_id) IS DISTINCT FROM (NEW.session_id, NEW.practitioner_id))
  EXECUTE FUNCTION session_practitioners_moved();
