-- What clients paid.
CREATE TABLE "payments" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "client_id" UUID NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "received_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "reference" TEXT,
    "recorded_by_id" UUID,
    "idempotency_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "payments_amount_positive" CHECK (amount_cents > 0),
    CONSTRAINT "payments_method_known" CHECK (method IN ('cash', 'check', 'card', 'transfer'))
);

CREATE UNIQUE INDEX "payments_idempotency_key_key" ON "payments"("idempotency_key");
CREATE INDEX "payments_client_id_received_on_idx" ON "payments"("client_id", "received_on");
CREATE INDEX "payments_recorded_by_id_idx" ON "payments"("recorded_by_id");

ALTER TABLE "payments" ADD CONSTRAINT "payments_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payments" ADD CONSTRAINT "payments_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Only clients of standing ACTIVE pay, whoever writes the row. The lock is a statement of its own: what it waited for is
-- visible only to the next one.
CREATE FUNCTION payments_before_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM clients c WHERE c.id = NEW.client_id FOR SHARE;
  IF EXISTS (
    SELECT FROM clients c JOIN client_statuses s ON s.id = c.status_id
    WHERE c.id = NEW.client_id AND s.standing <> 'ACTIVE'
  ) THEN
    RAISE EXCEPTION 'only active clients can make payments' USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_of_active_clients';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER payments_before_insert BEFORE INSERT ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_before_insert();
