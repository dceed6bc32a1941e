DROP INDEX "history_at_idx";

DROP INDEX "history_subject_kind_subject_id_at_idx";

CREATE TABLE "history_seals" (
    "number" BIGINT NOT NULL,
    "history_id" UUID NOT NULL,
    "mac" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_seals_pkey" PRIMARY KEY ("number")
);

CREATE UNIQUE INDEX "history_seals_history_id_key" ON "history_seals"("history_id");

CREATE INDEX "history_subject_kind_subject_id_at_id_idx" ON "history"("subject_kind", "subject_id", "at", "id");

CREATE INDEX "history_at_id_idx" ON "history"("at", "id");

CREATE INDEX "history_actor_id_at_id_idx" ON "history"("actor_id", "at", "id");

CREATE INDEX "history_kind_at_id_idx" ON "history"("kind", "at", "id");

-- What is sealed of an entry: all of it, in one order for ever.
CREATE FUNCTION history_line(entry "history") RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
  SELECT jsonb_build_array(entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), entry.kind,
    entry.actor_kind, entry.actor_id, entry.actor_name, entry.subject_kind, entry.subject_id, entry.data,
    entry.operation_id, entry.request_id, entry.ip)::text
$$;
