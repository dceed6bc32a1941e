-- What one person did of one kind, and what happened to one record, are walks along an index, however much else they did.
-- DropIndex
DROP INDEX "history_subject_kind_subject_id_at_id_idx";

-- CreateIndex
CREATE INDEX "history_subject_id_at_id_idx" ON "history"("subject_id", "at", "id");

-- CreateIndex
CREATE INDEX "history_actor_id_kind_at_id_idx" ON "history"("actor_id", "kind", "at", "id");
