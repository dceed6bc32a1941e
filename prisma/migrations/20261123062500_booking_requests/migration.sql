-- A client's request for a session waits in the inboxes of those who can answer it.
ALTER TABLE inbox_items DROP CONSTRAINT inbox_items_kind_known;
ALTER TABLE inbox_items ADD CONSTRAINT inbox_items_kind_known CHECK (kind IN ('mention', 'followed', 'task', 'booking'));
