-- Messages on records, tasks with a center, a maker and a reminder, and what people typed into forms without submitting it.

CREATE TYPE "MessageVisibility" AS ENUM ('STAFF', 'PRACTITIONERS');

CREATE TABLE "action_codes" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" CITEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_codes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "messages" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "text" TEXT NOT NULL,
    "visibility" "MessageVisibility" NOT NULL DEFAULT 'STAFF',
    "action_code_id" UUID,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "task_id" UUID,
    "idempotency_key" UUID,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "message_links" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "message_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_links_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "form_drafts" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "original" JSONB,
    "version" INTEGER,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_drafts_pkey" PRIMARY KEY ("account_id","key"),
    CONSTRAINT "form_drafts_bounded" CHECK (length(key) <= 120 AND pg_column_size("values") <= 1000000)
);

ALTER TABLE "accounts" ADD COLUMN "center_id" UUID;

ALTER TABLE "tasks" ADD COLUMN "center_id" UUID,
ADD COLUMN "created_by_id" UUID,
ADD COLUMN "done_by_id" UUID,
ADD COLUMN "reminded_for" DATE,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

CREATE UNIQUE INDEX "action_codes_name_key" ON "action_codes"("name");
CREATE UNIQUE INDEX "messages_idempotency_key_key" ON "messages"("idempotency_key");
CREATE INDEX "messages_action_code_id_idx" ON "messages"("action_code_id");
CREATE INDEX "messages_author_id_idx" ON "messages"("author_id");
CREATE INDEX "messages_task_id_idx" ON "messages"("task_id");
CREATE INDEX "message_links_of_subject" ON "message_links"("subject_kind", "subject_id", "posted_at" DESC, "message_id" DESC);
CREATE UNIQUE INDEX "message_links_message_id_subject_kind_subject_id_key" ON "message_links"("message_id", "subject_kind", "subject_id");
CREATE INDEX "form_drafts_saved_at_idx" ON "form_drafts"("saved_at");
CREATE INDEX "accounts_center_id_idx" ON "accounts"("center_id");
CREATE INDEX "tasks_created_by_id_idx" ON "tasks"("created_by_id");
CREATE INDEX "tasks_done_by_id_idx" ON "tasks"("done_by_id");

-- Each view of the task list is one walk along one of these, tasks without a due date last.
DROP INDEX tasks_open;
CREATE INDEX tasks_open_by_due ON tasks (coalesce(due_on, 'infinity'::date), id) WHERE done_at IS NULL;
CREATE INDEX tasks_open_by_assignee ON tasks (assignee_id, coalesce(due_on, 'infinity'::date), id) WHERE done_at IS NULL;
CREATE INDEX tasks_open_by_center ON tasks (center_id, coalesce(due_on, 'infinity'::date), id) WHERE done_at IS NULL;
CREATE INDEX tasks_done ON tasks (done_at DESC, id DESC) WHERE done_at IS NOT NULL;
CREATE INDEX tasks_done_by_assignee ON tasks (assignee_id, done_at DESC, id DESC) WHERE done_at IS NOT NULL;
CREATE INDEX tasks_to_remind_of ON tasks (due_on)
  WHERE done_at IS NULL AND assignee_id IS NOT NULL AND due_on IS NOT NULL AND reminded_for IS DISTINCT FROM due_on;

ALTER TABLE "accounts" ADD CONSTRAINT "accounts_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "messages" ADD CONSTRAINT "messages_action_code_id_fkey" FOREIGN KEY ("action_code_id") REFERENCES "action_codes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "messages" ADD CONSTRAINT "messages_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "message_links" ADD CONSTRAINT "message_links_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

INSERT INTO action_codes (name, position) VALUES
  ('Phone Call', 1), ('Left Voicemail', 2), ('Email', 3), ('Meeting', 4), ('Site Visit', 5), ('Note', 6);

-- A task belongs to the center of its record, or else of whoever is to do it; it follows when either moves.
CREATE FUNCTION tasks_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.center_id := coalesce(
    CASE NEW.subject_kind
      WHEN 'client' THEN (SELECT c.center_id FROM clients c WHERE c.id = NEW.subject_id)
      WHEN 'event' THEN (SELECT e.center_id FROM training_events e WHERE e.id = NEW.subject_id)
    END,
    (SELECT coalesce(a.center_id, p.center_id) FROM accounts a LEFT JOIN practitioners p ON p.account_id = a.id
      WHERE a.id = NEW.assignee_id)
  );
  RETURN NEW;
END $$;

CREATE TRIGGER tasks_before_write BEFORE INSERT OR UPDATE OF subject_kind, subject_id, assignee_id ON tasks
  FOR EACH ROW EXECUTE FUNCTION tasks_before_write();

CREATE FUNCTION clients_after_center_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tasks SET subject_id = subject_id WHERE subject_kind = 'client' AND subject_id = NEW.id AND done_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER clients_after_center_change AFTER UPDATE OF center_id ON clients
  FOR EACH ROW WHEN (OLD.center_id IS DISTINCT FROM NEW.center_id) EXECUTE FUNCTION clients_after_center_change();

CREATE FUNCTION accounts_after_center_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tasks SET assignee_id = assignee_id WHERE assignee_id = NEW.id AND done_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER accounts_after_center_change AFTER UPDATE OF center_id ON accounts
  FOR EACH ROW WHEN (OLD.center_id IS DISTINCT FROM NEW.center_id) EXECUTE FUNCTION accounts_after_center_change();

UPDATE tasks SET assignee_id = assignee_id WHERE done_at IS NULL;
