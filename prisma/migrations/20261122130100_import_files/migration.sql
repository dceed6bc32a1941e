-- A file that cannot be read is not kept, what was wrong with it is.
ALTER TABLE import_files ALTER COLUMN file_id DROP NOT NULL,
  ADD COLUMN inspection JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN summary JSONB NOT NULL DEFAULT '{}';
