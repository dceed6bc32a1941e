-- Training events lie in the recycle bin, too.
ALTER TABLE "training_events" ADD COLUMN "deleted_at" TIMESTAMPTZ(3);

ALTER TABLE recycled_records DROP CONSTRAINT recycled_records_kind_known;
ALTER TABLE recycled_records ADD CONSTRAINT recycled_records_kind_known CHECK (record_kind IN ('client', 'contact', 'prospect', 'event'));
