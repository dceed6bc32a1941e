-- Deleted records can be restored for a while; and nothing is booked or paid on a client who was deleted meanwhile.
CREATE TABLE "recycled_records" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "detail" TEXT,
    "deleted_by_id" UUID,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recycled_records_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recycled_records_kind_known" CHECK (record_kind IN ('client', 'contact', 'prospect'))
);

CREATE UNIQUE INDEX "recycled_records_record_kind_record_id_key" ON "recycled_records"("record_kind", "record_id");
CREATE INDEX "recycled_records_deleted_at_id_idx" ON "recycled_records"("deleted_at" DESC, "id" DESC);
CREATE INDEX "recycled_records_deleted_by_id_idx" ON "recycled_records"("deleted_by_id");

ALTER TABLE "recycled_records" ADD CONSTRAINT "recycled_records_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Deleting a client locks its row, so whoever adds to it waits here and then sees that it is gone.
CREATE FUNCTION refuse_deleted_clients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM clients c WHERE c.id IN (SELECT client_id FROM added) ORDER BY c.id FOR SHARE;
  IF EXISTS (SELECT FROM clients c WHERE c.deleted_at IS NOT NULL AND c.id IN (SELECT client_id FROM added)) THEN
    RAISE EXCEPTION 'the client was deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'of_live_clients';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER attendances_of_live_clients AFTER INSERT ON attendances REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_deleted_clients();

CREATE TRIGGER payments_of_live_clients AFTER INSERT ON payments REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_deleted_clients();
