-- What a mailing that is being prepared has to remember between its steps.
ALTER TABLE "mailings"
  ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "administrative_contact" JSONB,
  ADD COLUMN "excluded_contact_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "recipients_at" TIMESTAMPTZ(3),
  ADD COLUMN "receivers" INTEGER NOT NULL DEFAULT 0;
