-- A series that is changed from one date on goes on as a series of its own; where it came from is kept.
-- AlterTable
ALTER TABLE "session_series" ADD COLUMN     "split_from_id" UUID;

-- CreateIndex
CREATE INDEX "session_series_split_from_id_idx" ON "session_series"("split_from_id");

-- AddForeignKey
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "session_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;
