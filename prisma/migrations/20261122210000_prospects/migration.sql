-- Possible customers, the stages they go through, their people, and into which client each was converted.
CREATE TYPE "ProspectOutcome" AS ENUM ('OPEN', 'WON', 'LOST');

CREATE TABLE "prospect_stages" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" CITEXT NOT NULL,
    "outcome" "ProspectOutcome" NOT NULL DEFAULT 'OPEN',
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "prospect_stages_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "prospects" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" TEXT NOT NULL,
    "department" TEXT,
    "source" TEXT,
    "notes" TEXT,
    "stage_id" UUID NOT NULL,
    "email" CITEXT,
    "phone" TEXT,
    "owner_id" UUID,
    "center_id" UUID,
    "next_step" TEXT,
    "next_step_on" DATE,
    "language" TEXT NOT NULL DEFAULT 'en',
    "inquiry_key" UUID,
    "staged_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prospects_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "prospect_contacts" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "prospect_id" UUID NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "title" TEXT,
    "email" CITEXT,
    "phone" TEXT,
    "is_main" BOOLEAN NOT NULL DEFAULT false,
    "contact_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prospect_contacts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "conversions" (
    "prospect_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "existing" BOOLEAN NOT NULL DEFAULT false,
    "converted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversions_pkey" PRIMARY KEY ("prospect_id")
);

CREATE UNIQUE INDEX "prospect_stages_name_key" ON "prospect_stages"("name");

CREATE UNIQUE INDEX "prospects_inquiry_key_key" ON "prospects"("inquiry_key");

CREATE INDEX "prospects_owner_id_idx" ON "prospects"("owner_id");

CREATE INDEX "prospects_center_id_idx" ON "prospects"("center_id");

CREATE INDEX "prospect_contacts_prospect_id_idx" ON "prospect_contacts"("prospect_id");

CREATE INDEX "prospect_contacts_contact_id_idx" ON "prospect_contacts"("contact_id");

CREATE INDEX "conversions_client_id_idx" ON "conversions"("client_id");

CREATE INDEX "conversions_converted_at_idx" ON "conversions"("converted_at");

ALTER TABLE "prospects" ADD CONSTRAINT "prospects_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "prospect_stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "prospects" ADD CONSTRAINT "prospects_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "prospects" ADD CONSTRAINT "prospects_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "prospect_contacts" ADD CONSTRAINT "prospect_contacts_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "prospect_contacts" ADD CONSTRAINT "prospect_contacts_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "conversions" ADD CONSTRAINT "conversions_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "conversions" ADD CONSTRAINT "conversions_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Exactly one main contact at most, and one conversion per prospect (the primary key), whoever presses how often.
CREATE UNIQUE INDEX prospect_contacts_one_main ON prospect_contacts (prospect_id) WHERE is_main;

-- The orders of the list and of the board's columns.
CREATE INDEX prospects_by_name ON prospects (fold_text(name), id) WHERE deleted_at IS NULL;
CREATE INDEX prospects_live ON prospects (id) WHERE deleted_at IS NULL;
CREATE INDEX prospects_by_stage ON prospects (stage_id, staged_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX prospects_by_next_step ON prospects (next_step_on, id) WHERE deleted_at IS NULL AND next_step_on IS NOT NULL;
CREATE INDEX prospects_sources ON prospects (source) WHERE deleted_at IS NULL AND source IS NOT NULL;

INSERT INTO prospect_stages (name, outcome, position) VALUES ('New', 'OPEN', 1), ('Contacted', 'OPEN', 2), ('Converted', 'WON', 3);

-- Search entries follow prospects and their people, statement by statement as for clients.
CREATE FUNCTION refresh_prospect_search(ids uuid[]) RETURNS void LANGUAGE sql SET plan_cache_mode = force_custom_plan AS $$
  DELETE FROM search_entries WHERE subject_kind = 'prospect' AND subject_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM prospects p WHERE p.id = subject_id AND p.deleted_at IS NULL);
  INSERT INTO search_entries (subject_kind, subject_id, text)
  SELECT 'prospect', p.id, fold_text(concat_ws(' ', p.name, p.department, p.email::text, digits_of(p.phone),
    (SELECT string_agg(concat_ws(' ', c.first_name, c.last_name, c.email::text, digits_of(c.phone)), ' ')
      FROM prospect_contacts c WHERE c.prospect_id = p.id)))
  FROM prospects p WHERE p.id = ANY (ids) AND p.deleted_at IS NULL
  ON CONFLICT (subject_kind, subject_id) DO UPDATE SET text = excluded.text WHERE search_entries.text <> excluded.text;
$$;

CREATE FUNCTION prospects_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_prospect_search((SELECT array_agg(id) FROM new_rows));
  RETURN NULL;
END $$;

CREATE TRIGGER prospects_search_inserted AFTER INSERT ON prospects REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION prospects_search_changed();
CREATE TRIGGER prospects_search_updated AFTER UPDATE ON prospects REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION prospects_search_changed();

CREATE FUNCTION prospect_contacts_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_prospect_search((SELECT array_agg(DISTINCT prospect_id) FROM changed_rows));
  RETURN NULL;
END $$;

CREATE TRIGGER prospect_contacts_search_inserted AFTER INSERT ON prospect_contacts REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION prospect_contacts_search_changed();
CREATE TRIGGER prospect_contacts_search_updated AFTER UPDATE ON prospect_contacts REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION prospect_contacts_search_changed();
CREATE TRIGGER prospect_contacts_search_deleted AFTER DELETE ON prospect_contacts REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION prospect_contacts_search_changed();

CREATE FUNCTION prospects_search_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE subject_kind = 'prospect' AND subject_id IN (SELECT id FROM old_rows);
  RETURN NULL;
END $$;

CREATE TRIGGER prospects_search_deleted AFTER DELETE ON prospects REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION prospects_search_gone();

-- A task about a prospect belongs to the prospect's center, and follows it.
CREATE OR REPLACE FUNCTION tasks_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.center_id := coalesce(
    CASE NEW.subject_kind
      WHEN 'client' THEN (SELECT c.center_id FROM clients c WHERE c.id = NEW.subject_id)
      WHEN 'event' THEN (SELECT e.center_id FROM training_events e WHERE e.id = NEW.subject_id)
      WHEN 'prospect' THEN (SELECT p.center_id FROM prospects p WHERE p.id = NEW.subject_id)
    END,
    (SELECT coalesce(a.center_id, p.center_id) FROM accounts a LEFT JOIN practitioners p ON p.account_id = a.id
      WHERE a.id = NEW.assignee_id)
  );
  RETURN NEW;
END $$;

CREATE FUNCTION prospects_after_center_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tasks SET subject_id = subject_id WHERE subject_kind = 'prospect' AND subject_id = NEW.id AND done_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER prospects_after_center_change AFTER UPDATE OF center_id ON prospects
  FOR EACH ROW WHEN (OLD.center_id IS DISTINCT FROM NEW.center_id) EXECUTE FUNCTION prospects_after_center_change();
