-- Who else is editing a record is read from the drafts of its form.
CREATE INDEX "form_drafts_key_saved_at_idx" ON "form_drafts"("key", "saved_at");
