-- What colleagues tell each other: pinned notes, whom one follows, and an inbox. And colours that only their picker sees.

CREATE TABLE "follows" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "account_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follows_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "inbox_items" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "source_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_items_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "inbox_items_kind_known" CHECK (kind IN ('mention', 'followed', 'task'))
);

CREATE TABLE "pinned_notes" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pinned_notes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "client_colours" (
    "account_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "colour" TEXT NOT NULL,

    CONSTRAINT "client_colours_pkey" PRIMARY KEY ("account_id","client_id")
);

CREATE INDEX "follows_subject_kind_subject_id_idx" ON "follows"("subject_kind", "subject_id");

CREATE INDEX "follows_account_id_idx" ON "follows"("account_id");

CREATE INDEX "inbox_items_subject_kind_subject_id_idx" ON "inbox_items"("subject_kind", "subject_id");

CREATE UNIQUE INDEX "inbox_items_account_id_kind_source_id_key" ON "inbox_items"("account_id", "kind", "source_id");

CREATE INDEX "pinned_notes_subject_kind_subject_id_created_at_idx" ON "pinned_notes"("subject_kind", "subject_id", "created_at");

CREATE INDEX "pinned_notes_author_id_idx" ON "pinned_notes"("author_id");

CREATE INDEX "client_colours_client_id_idx" ON "client_colours"("client_id");

ALTER TABLE "follows" ADD CONSTRAINT "follows_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "pinned_notes" ADD CONSTRAINT "pinned_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "client_colours" ADD CONSTRAINT "client_colours_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "client_colours" ADD CONSTRAINT "client_colours_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What an inbox shows: one walk along the index, newest first.
CREATE INDEX inbox_items_open ON inbox_items (account_id, at DESC, id DESC) WHERE dismissed_at IS NULL;

-- Whatever happens with a record reaches those who follow it, in the same transaction and whoever wrote it; never who did
-- it. Lines without history are old sessions being brought in: no news.
CREATE FUNCTION stream_entries_tell_followers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM follows) THEN RETURN NULL; END IF;
  INSERT INTO inbox_items (account_id, kind, subject_kind, subject_id, source_id, actor_name, at)
  SELECT f.account_id, 'followed', f.subject_kind, f.subject_id, n.id, n.actor_name, h.at
  FROM new_rows n
  JOIN history h ON h.id = n.history_id
  JOIN LATERAL (
    SELECT account_id, subject_kind, subject_id FROM follows WHERE subject_kind = 'client' AND subject_id = n.client_id
    UNION
    SELECT account_id, subject_kind, subject_id FROM follows WHERE subject_kind = n.subject_kind AND subject_id = n.subject_id
  ) f ON f.account_id IS DISTINCT FROM h.actor_id
  ON CONFLICT (account_id, kind, source_id) DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER stream_entries_tell_followers AFTER INSERT ON stream_entries
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stream_entries_tell_followers();
