-- Those who take part in a session are told by mail when it is planned, changed or cancelled, after a time of grace.
-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "tell_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "registrations" ADD COLUMN     "uid_host" TEXT;

-- CreateIndex
CREATE INDEX "sessions_tell_at_idx" ON "sessions"("tell_at");

-- A calendar finds an entry again by its UID: places that were confirmed before keep the one they were sent with.
UPDATE registrations SET uid_host = 'caseload';

-- To be told, or to have been told, is no change of the session: who has its form open is not disturbed.
CREATE OR REPLACE FUNCTION sessions_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.wall_starts_at := coalesce(NEW.wall_starts_at, NEW.starts_at AT TIME ZONE NEW.time_zone);
    RETURN NEW;
  END IF;
  IF NEW.wall_starts_at IS NULL OR (NEW.wall_starts_at = OLD.wall_starts_at
    AND (NEW.starts_at, NEW.time_zone) IS DISTINCT FROM (OLD.starts_at, OLD.time_zone)) THEN
    NEW.wall_starts_at := NEW.starts_at AT TIME ZONE NEW.time_zone;
  END IF;
  IF NEW.status <> 'CANCELLED' THEN NEW.cancelled_reason := NULL; NEW.cancelled_at := NULL; END IF;
  IF (NEW.told, NEW.sequence, NEW.tell_at) IS NOT DISTINCT FROM (OLD.told, OLD.sequence, OLD.tell_at) THEN
    NEW.version := OLD.version + 1;
  END IF;
  RETURN NEW;
END $$;
