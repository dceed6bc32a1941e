-- Somebody who is away asks, through staff, whether a colleague takes one of their sessions. Whoever says yes first has it.

-- CreateEnum
CREATE TYPE "CoverState" AS ENUM ('OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "cover_requests" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "session_id" UUID NOT NULL,
    "away_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "asked_by_account_id" UUID,
    "state" "CoverState" NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "cover_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cover_requests_session_id_idx" ON "cover_requests"("session_id");

-- CreateIndex
CREATE INDEX "cover_requests_away_id_idx" ON "cover_requests"("away_id");

-- CreateIndex
CREATE INDEX "cover_requests_practitioner_id_idx" ON "cover_requests"("practitioner_id");

-- CreateIndex
CREATE INDEX "cover_requests_asked_by_account_id_idx" ON "cover_requests"("asked_by_account_id");

-- AddForeignKey
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_away_id_fkey" FOREIGN KEY ("away_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_asked_by_account_id_fkey" FOREIGN KEY ("asked_by_account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Nobody is asked twice at a time, nor whether they stand in for themselves.
CREATE UNIQUE INDEX "cover_requests_open" ON "cover_requests"("session_id", "practitioner_id", "away_id") WHERE "state" = 'OPEN';
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_of_others" CHECK ("away_id" <> "practitioner_id");
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_answered" CHECK (("state" = 'OPEN') = ("answered_at" IS NULL));

ALTER TABLE inbox_items DROP CONSTRAINT inbox_items_kind_known;
ALTER TABLE inbox_items ADD CONSTRAINT inbox_items_kind_known
  CHECK (kind IN ('mention', 'followed', 'task', 'booking', 'cover', 'covered', 'not-covered'));
