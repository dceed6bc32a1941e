-- The rows of an operation that are still to be applied, in order; a finished operation costs nothing here.
CREATE INDEX operation_rows_to_apply ON operation_rows (operation_id, position)
  WHERE applied_at IS NULL AND outcome IN ('create', 'update');
-- And those that can still be undone.
CREATE INDEX operation_rows_to_undo ON operation_rows (operation_id, position DESC)
  WHERE applied_at IS NOT NULL AND undo IS NULL;
-- Operations that somebody must go on with after a crash.
CREATE INDEX operations_moving ON operations (status) WHERE status IN ('PLANNING', 'APPLYING', 'UNDOING');

-- Undoing an import removes rows for good; their search entries go with them.
CREATE FUNCTION search_subjects_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE subject_kind = TG_ARGV[0] AND subject_id IN (SELECT id FROM old_rows);
  RETURN NULL;
END $$;

CREATE TRIGGER clients_search_deleted AFTER DELETE ON clients REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_subjects_removed('client');
CREATE TRIGGER contacts_search_deleted AFTER DELETE ON contacts REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_subjects_removed('contact');
