-- The list of operations is walked by time, of one kind or by one person, too.
DROP INDEX "operations_kind_created_at_idx";
CREATE INDEX "operations_kind_created_at_id_idx" ON "operations"("kind", "created_at", "id");
CREATE INDEX "operations_created_at_id_idx" ON "operations"("created_at", "id");
CREATE INDEX "operations_account_id_created_at_id_idx" ON "operations"("account_id", "created_at", "id");
