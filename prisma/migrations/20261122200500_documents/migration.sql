-- Documents on clients, prospects and contacts. Their bytes are kept once, however many documents show them.

CREATE TYPE "DocumentVisibility" AS ENUM ('STAFF', 'PRACTITIONER', 'CLIENT', 'CONTACT');

CREATE TABLE "document_contents" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "sha256" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_contents_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "documents" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "folder" CITEXT,
    "name" TEXT NOT NULL,
    "visibility" "DocumentVisibility" NOT NULL DEFAULT 'STAFF',
    "contact_id" UUID,
    "current_version" INTEGER NOT NULL DEFAULT 1,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "total_size" INTEGER NOT NULL,
    "account_id" UUID,
    "added_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" TEXT,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "documents_subject_known" CHECK (subject_kind IN ('client', 'prospect', 'contact')),
    CONSTRAINT "documents_contact_when_shared" CHECK (contact_id IS NULL OR visibility = 'CONTACT'),
    CONSTRAINT "documents_of_prospects_unshared" CHECK (subject_kind <> 'prospect' OR visibility = 'STAFF')
);

CREATE TABLE "document_versions" (
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "added_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_versions_pkey" PRIMARY KEY ("document_id","number")
);

CREATE TABLE "document_usage" (
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "files" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "document_usage_pkey" PRIMARY KEY ("subject_kind","subject_id")
);

CREATE UNIQUE INDEX "document_contents_file_id_key" ON "document_contents"("file_id");

CREATE UNIQUE INDEX "document_contents_sha256_key" ON "document_contents"("sha256");

CREATE INDEX "documents_subject_kind_subject_id_deleted_at_created_at_id_idx" ON "documents"("subject_kind", "subject_id", "deleted_at", "created_at" DESC, "id" DESC);

CREATE INDEX "documents_contact_id_idx" ON "documents"("contact_id");

CREATE INDEX "documents_account_id_idx" ON "documents"("account_id");

CREATE INDEX "document_versions_content_id_idx" ON "document_versions"("content_id");

ALTER TABLE "document_contents" ADD CONSTRAINT "document_contents_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "documents" ADD CONSTRAINT "documents_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "documents" ADD CONSTRAINT "documents_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_content_id_fkey" FOREIGN KEY ("content_id") REFERENCES "document_contents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How many versions show a content: at none, the nightly tidying may remove it and its bytes.
CREATE FUNCTION document_versions_count_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN UPDATE document_contents SET uses = uses - 1 WHERE id = OLD.content_id; END IF;
  IF TG_OP <> 'DELETE' THEN UPDATE document_contents SET uses = uses + 1 WHERE id = NEW.content_id; END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER document_versions_count_uses AFTER INSERT OR DELETE OR UPDATE OF content_id ON document_versions
  FOR EACH ROW EXECUTE FUNCTION document_versions_count_uses();

-- What a record keeps outside its recycle bin. The row stays locked until the transaction ends, so whoever adds and then
-- reads it here sees what everybody before them added: twenty uploads at once cannot pass the quota together.
CREATE FUNCTION documents_count_usage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.deleted_at IS NULL THEN
    UPDATE document_usage SET files = files - 1, bytes = bytes - OLD.total_size
    WHERE subject_kind = OLD.subject_kind AND subject_id = OLD.subject_id;
    DELETE FROM document_usage WHERE subject_kind = OLD.subject_kind AND subject_id = OLD.subject_id AND files = 0;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.deleted_at IS NULL THEN
    INSERT INTO document_usage AS u (subject_kind, subject_id, files, bytes)
    VALUES (NEW.subject_kind, NEW.subject_id, 1, NEW.total_size)
    ON CONFLICT (subject_kind, subject_id) DO UPDATE SET files = u.files + 1, bytes = u.bytes + excluded.bytes;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER documents_count_usage AFTER INSERT OR DELETE OR UPDATE OF subject_kind, subject_id, total_size, deleted_at ON documents
  FOR EACH ROW EXECUTE FUNCTION documents_count_usage();
