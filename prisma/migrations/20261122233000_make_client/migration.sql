-- What kind of resource organisation a pre-client is, and the numbers that clients had before they were made clients.
CREATE TYPE "ResourceKind" AS ENUM ('BANK', 'LENDER', 'LEGISLATOR', 'CHAMBER', 'CLUB', 'OTHER');

ALTER TABLE "clients" ADD COLUMN "resource_kind" "ResourceKind";

ALTER TABLE clients ADD CONSTRAINT clients_resource_kind_of_resources
  CHECK (resource_kind IS NULL OR purpose IS NOT DISTINCT FROM 'RESOURCE_ORGANISATION');

CREATE TABLE "former_numbers" (
    "number" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "given_up_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_numbers_pkey" PRIMARY KEY ("number")
);

CREATE INDEX "former_numbers_client_id_idx" ON "former_numbers"("client_id");

ALTER TABLE "former_numbers" ADD CONSTRAINT "former_numbers_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody can take a number that somebody had: an old link must never lead to another client. After the row is written, so
-- that whoever waited for the number at the unique index sees that it was given up meanwhile.
CREATE FUNCTION clients_number_was_never_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM former_numbers f WHERE f.number = NEW.number) THEN
    RAISE EXCEPTION 'the number % belonged to another client', NEW.number USING ERRCODE = 'unique_violation', CONSTRAINT = 'former_numbers_pkey';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER clients_number_was_never_used AFTER INSERT ON clients
  FOR EACH ROW EXECUTE FUNCTION clients_number_was_never_used();
CREATE TRIGGER clients_number_never_returns AFTER UPDATE OF number ON clients
  FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number) EXECUTE FUNCTION clients_number_was_never_used();

-- A client is found by the number it had, too.
CREATE OR REPLACE FUNCTION refresh_client_search(ids uuid[]) RETURNS void LANGUAGE sql SET plan_cache_mode = force_custom_plan AS $$
  DELETE FROM search_entries WHERE subject_kind = 'client' AND subject_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM clients c WHERE c.id = subject_id AND c.deleted_at IS NULL);
  INSERT INTO search_entries (subject_kind, subject_id, text)
  SELECT 'client', c.id, fold_text(concat_ws(' ', c.name, c.legal_name, c.number,
    (SELECT string_agg(f.number, ' ') FROM former_numbers f WHERE f.client_id = c.id),
    c.email::text, digits_of(c.phone), people.text))
  FROM clients c
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', p.first_name, p.last_name, p.email::text, digits_of(p.phone)), ' ') AS text
    FROM relationships r JOIN contacts p ON p.id = r.contact_id AND p.deleted_at IS NULL
    WHERE r.client_id = c.id
  ) people ON true
  WHERE c.id = ANY (ids) AND c.deleted_at IS NULL
  ON CONFLICT (subject_kind, subject_id) DO UPDATE SET text = excluded.text WHERE search_entries.text <> excluded.text;
$$;

-- The two purposes of pre-clients as lists of their own.
CREATE INDEX clients_by_purpose ON clients (purpose, fold_text(name), id) WHERE deleted_at IS NULL AND purpose IS NOT NULL;
