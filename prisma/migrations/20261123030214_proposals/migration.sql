-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('WAITING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'REPLACED');

-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "client_id" UUID NOT NULL,
    "contact_id" UUID,
    "contact_name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "old_value" TEXT,
    "new_value" TEXT,
    "status" "ProposalStatus" NOT NULL DEFAULT 'WAITING',
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_name" TEXT,
    "reason" TEXT,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposals_client_id_idx" ON "proposals"("client_id");

-- CreateIndex
CREATE INDEX "proposals_contact_id_idx" ON "proposals"("contact_id");

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One wish for one field of a client waits at a time, and what waits is found without reading what was decided.
CREATE UNIQUE INDEX proposals_waiting ON proposals (client_id, field) WHERE status = 'WAITING';
CREATE INDEX proposals_queue ON proposals (id) WHERE status = 'WAITING';
ALTER TABLE proposals ADD CONSTRAINT proposals_decided CHECK ((status = 'WAITING') = (decided_at IS NULL));
ALTER TABLE proposals ADD CONSTRAINT proposals_reason CHECK ((status = 'DECLINED') = (reason IS NOT NULL));
