-- Clients become one as contacts do: whom a merged client lives on as, and the numbers that came to a client by a merge,
-- which lead to it and say nothing of what it was before.
ALTER TABLE "clients" ADD COLUMN     "merged_into_id" UUID;
ALTER TABLE "former_numbers" ADD COLUMN     "by_merge" BOOLEAN NOT NULL DEFAULT false;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "clients"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "clients_merged_into_id_idx" ON "clients"("merged_into_id");

-- What two websites are compared by: without protocol, "www." and what follows the name of the machine.
CREATE FUNCTION website_key(website text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 200
  RETURN nullif(split_part(regexp_replace(lower(btrim(website)), '^([a-z]+://)?(www\.)?', ''), '/', 1), '');

-- The walks of the duplicate reports of clients.
CREATE INDEX clients_by_address ON clients (address_key(address_line1, postal_code)) WHERE deleted_at IS NULL AND address_line1 IS NOT NULL;
CREATE INDEX clients_live_phone ON clients (phone) WHERE deleted_at IS NULL AND phone IS NOT NULL;
CREATE INDEX clients_by_website ON clients (website_key(website)) WHERE deleted_at IS NULL AND website IS NOT NULL;

-- Somebody may book, sign or pay in the very moment in which the client is merged: what they add goes to the client that
-- stayed. The lock waits for the merge, which holds the client until it is done.
CREATE FUNCTION follow_merged_client() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stayed uuid;
BEGIN
  SELECT merged_into_id INTO stayed FROM clients WHERE id = NEW.client_id FOR KEY SHARE;
  IF stayed IS NOT NULL THEN NEW.client_id := stayed; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER attendances_follow_client_merge BEFORE INSERT ON attendances
  FOR EACH ROW EXECUTE FUNCTION follow_merged_client();
CREATE TRIGGER relationships_follow_client_merge BEFORE INSERT ON relationships
  FOR EACH ROW EXECUTE FUNCTION follow_merged_client();
CREATE TRIGGER signatures_follow_client_merge BEFORE INSERT ON signatures
  FOR EACH ROW EXECUTE FUNCTION follow_merged_client();
CREATE TRIGGER invoices_follow_client_merge BEFORE INSERT ON invoices
  FOR EACH ROW EXECUTE FUNCTION follow_merged_client();
CREATE TRIGGER payments_follow_client_merge BEFORE INSERT ON payments
  FOR EACH ROW EXECUTE FUNCTION follow_merged_client();
