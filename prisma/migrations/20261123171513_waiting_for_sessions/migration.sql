-- Clients wait for a time with their practitioner to get free. A time that a session gives up is offered to those it fits:
-- one after another, or to all of them at once.

-- CreateEnum
CREATE TYPE "WaitEnd" AS ENUM ('TAKEN', 'LEFT', 'EXPIRED');

-- CreateEnum
CREATE TYPE "SlotOfferState" AS ENUM ('OPEN', 'TAKEN', 'DECLINED', 'EXPIRED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "session_waits" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "client_id" UUID NOT NULL,
    "practitioner_id" UUID,
    "service_id" UUID,
    "first_day" DATE,
    "last_day" DATE,
    "created_by_account_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" "WaitEnd",

    CONSTRAINT "session_waits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "freed_slots" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "practitioner_id" UUID NOT NULL,
    "session_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "freed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "freed_slots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_offers" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "slot_id" UUID NOT NULL,
    "wait_id" UUID NOT NULL,
    "state" "SlotOfferState" NOT NULL DEFAULT 'OPEN',
    "alone" BOOLEAN NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "slot_offers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_waits_client_id_idx" ON "session_waits"("client_id");

-- CreateIndex
CREATE INDEX "session_waits_practitioner_id_idx" ON "session_waits"("practitioner_id");

-- CreateIndex
CREATE INDEX "freed_slots_practitioner_id_idx" ON "freed_slots"("practitioner_id");

-- CreateIndex
CREATE INDEX "freed_slots_session_id_idx" ON "freed_slots"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_offers_slot_id_wait_id_key" ON "slot_offers"("slot_id", "wait_id");

-- CreateIndex
CREATE INDEX "slot_offers_wait_id_idx" ON "slot_offers"("wait_id");

-- AddForeignKey
ALTER TABLE "session_waits" ADD CONSTRAINT "session_waits_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_waits" ADD CONSTRAINT "session_waits_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_waits" ADD CONSTRAINT "session_waits_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_waits" ADD CONSTRAINT "session_waits_created_by_account_id_fkey" FOREIGN KEY ("created_by_account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freed_slots" ADD CONSTRAINT "freed_slots_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freed_slots" ADD CONSTRAINT "freed_slots_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "freed_slots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_wait_id_fkey" FOREIGN KEY ("wait_id") REFERENCES "session_waits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A client waits once for the same.
CREATE UNIQUE INDEX "session_waits_once" ON "session_waits"("client_id", "practitioner_id", "service_id") NULLS NOT DISTINCT WHERE "ended_at" IS NULL;
CREATE INDEX "session_waits_in_line" ON "session_waits"("created_at", "id") WHERE "ended_at" IS NULL;
ALTER TABLE "session_waits" ADD CONSTRAINT "session_waits_ended" CHECK (("ended_at" IS NULL) = ("ended_reason" IS NULL));
ALTER TABLE "session_waits" ADD CONSTRAINT "session_waits_days" CHECK ("last_day" >= "first_day");

-- A time is freed once, however many sessions gave it up.
CREATE UNIQUE INDEX "freed_slots_open" ON "freed_slots"("practitioner_id", "starts_at") WHERE "closed_at" IS NULL;

-- Of many to whom it is offered one takes it; who is asked alone is the only one asked.
CREATE UNIQUE INDEX "slot_offers_taken_once" ON "slot_offers"("slot_id") WHERE "state" = 'TAKEN';
CREATE UNIQUE INDEX "slot_offers_alone" ON "slot_offers"("slot_id") WHERE "state" = 'OPEN' AND "alone";
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_answered" CHECK (("state" = 'OPEN') = ("answered_at" IS NULL));
