-- The scan of an agreement that was signed on paper, as it was uploaded.
ALTER TABLE signatures ADD COLUMN scan_file_id UUID;
