-- Whom a practitioner serves is asked on each of their pages: the index alone answers which sessions were theirs.
DROP INDEX "session_practitioners_practitioner_id_idx";
CREATE INDEX "session_practitioners_practitioner_id_session_id_idx" ON "session_practitioners"("practitioner_id", "session_id");
