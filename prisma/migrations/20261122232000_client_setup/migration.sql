-- Invoices, how a client is billed and what its new work begins with; what follows from a status.

CREATE TYPE "BillingCycle" AS ENUM ('WEEKLY', 'EVERY_TWO_WEEKS', 'MONTHLY', 'PER_SESSION', 'ON_REQUEST');
CREATE TYPE "BillingMethod" AS ENUM ('EMAIL', 'POST', 'PORTAL');
ALTER TABLE "client_statuses" ADD COLUMN "blocks_assignments" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "workflow" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "relationships" ADD COLUMN "gets_invoices" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "invoices" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "voided_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invoices_amount_positive" CHECK (amount_cents > 0),
    CONSTRAINT "invoices_due_after_issue" CHECK (due_on >= issued_on)
);

CREATE TABLE "client_billing" (
    "client_id" UUID NOT NULL,
    "cycle" "BillingCycle" NOT NULL,
    "method" "BillingMethod" NOT NULL,
    "terms_days" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "client_billing_pkey" PRIMARY KEY ("client_id"),
    CONSTRAINT "client_billing_terms" CHECK (terms_days BETWEEN 0 AND 365)
);

CREATE TABLE "client_defaults" (
    "client_id" UUID NOT NULL,
    "worker_comp_code" TEXT,
    "multiplier_code" TEXT,
    "service_id" UUID,
    "rate_cents" INTEGER,
    "funding_source_id" UUID,
    "practitioner_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "client_defaults_pkey" PRIMARY KEY ("client_id"),
    CONSTRAINT "client_defaults_rate" CHECK (rate_cents >= 0)
);

CREATE TABLE "services" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" CITEXT NOT NULL,
    "default_minutes" INTEGER,
    "default_rate_cents" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "services_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "services_minutes" CHECK (default_minutes BETWEEN 1 AND 1440),
    CONSTRAINT "services_rate" CHECK (default_rate_cents >= 0)
);
CREATE UNIQUE INDEX "invoices_number_key" ON "invoices"("number");

CREATE INDEX "invoices_recorded_by_id_idx" ON "invoices"("recorded_by_id");
CREATE INDEX "client_defaults_service_id_idx" ON "client_defaults"("service_id");
CREATE INDEX "client_defaults_funding_source_id_idx" ON "client_defaults"("funding_source_id");
CREATE INDEX "client_defaults_practitioner_id_idx" ON "client_defaults"("practitioner_id");
CREATE UNIQUE INDEX "services_name_key" ON "services"("name");
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "client_billing" ADD CONSTRAINT "client_billing_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "client_defaults" ADD CONSTRAINT "client_defaults_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "client_defaults" ADD CONSTRAINT "client_defaults_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "client_defaults" ADD CONSTRAINT "client_defaults_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "client_defaults" ADD CONSTRAINT "client_defaults_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A client's balance is added up from the index alone, however many payments and invoices there are.
CREATE INDEX invoices_of_client ON invoices (client_id, issued_on) INCLUDE (amount_cents, currency, voided_at);
DROP INDEX payments_client_id_received_on_idx;
CREATE INDEX payments_of_client ON payments (client_id, received_on) INCLUDE (amount_cents, currency);

CREATE SEQUENCE invoice_number_seq AS bigint START WITH 1001 OWNED BY invoices.id;

-- A switch makes a status stricter than its standing, never looser: it says something only where the standing allows work.
ALTER TABLE client_statuses ADD CONSTRAINT client_statuses_stricter
  CHECK (standing = 'ACTIVE' OR NOT (blocks_sessions OR blocks_assignments)) NOT VALID;
UPDATE client_statuses SET blocks_sessions = false WHERE standing <> 'ACTIVE';
ALTER TABLE client_statuses VALIDATE CONSTRAINT client_statuses_stricter;
