-- Sessions that are planned: service, place, series, notes for three kinds of reader; and nobody in two places at once.
-- AlterTable
ALTER TABLE "attendances" ADD COLUMN     "busy" tstzrange;

-- AlterTable
ALTER TABLE "session_practitioners" ADD COLUMN     "busy" tstzrange;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancelled_reason" TEXT,
ADD COLUMN     "created_by_account_id" UUID,
ADD COLUMN     "location" TEXT,
ADD COLUMN     "meeting_link" TEXT,
ADD COLUMN     "occurrence_key" TEXT,
ADD COLUMN     "places" SMALLINT,
ADD COLUMN     "room_id" UUID,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "service_id" UUID,
ADD COLUMN     "shared_notes" TEXT,
ADD COLUMN     "staff_notes" TEXT,
ADD COLUMN     "told" JSONB,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "wall_starts_at" TIMESTAMP(0);

-- CreateTable
CREATE TABLE "rooms" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "center_id" UUID NOT NULL,
    "name" CITEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_series" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "rule" TEXT NOT NULL,
    "first_key" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "skipped" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rooms_center_id_name_key" ON "rooms"("center_id", "name");

-- CreateIndex
CREATE INDEX "sessions_service_id_idx" ON "sessions"("service_id");

-- CreateIndex
CREATE INDEX "sessions_created_by_account_id_idx" ON "sessions"("created_by_account_id");

-- CreateIndex
CREATE INDEX "sessions_room_id_idx" ON "sessions"("room_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_series_id_occurrence_key_key" ON "sessions"("series_id", "occurrence_key");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "session_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_created_by_account_id_fkey" FOREIGN KEY ("created_by_account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Nobody in two places at once: what holds its slot (REQUESTED, BOOKED) has a range in `busy` of every practitioner and
-- every client who takes part, and ranges of one person never overlap. History that overlaps holds nothing.
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE sessions ADD CONSTRAINT sessions_places CHECK (places IS NULL OR places > 0);
ALTER TABLE sessions ADD CONSTRAINT sessions_occurrence_of_series CHECK (series_id IS NULL OR occurrence_key IS NOT NULL);
ALTER TABLE sessions ADD CONSTRAINT sessions_cancelled_reason CHECK (cancelled_reason IS NULL OR status = 'CANCELLED');

UPDATE sessions SET wall_starts_at = starts_at AT TIME ZONE time_zone;

-- What overlapped before this rule stands as it is until somebody moves it: only the first of such a pair holds its slot.
UPDATE session_practitioners sp SET busy = tstzrange(s.starts_at, s.ends_at) FROM sessions s
WHERE s.id = sp.session_id AND s.status IN ('REQUESTED', 'BOOKED') AND NOT EXISTS (
  SELECT FROM session_practitioners x JOIN sessions o ON o.id = x.session_id
  WHERE x.practitioner_id = sp.practitioner_id AND o.id < s.id AND o.status IN ('REQUESTED', 'BOOKED')
    AND tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at));
UPDATE attendances a SET busy = tstzrange(s.starts_at, s.ends_at) FROM sessions s
WHERE s.id = a.session_id AND s.status IN ('REQUESTED', 'BOOKED') AND NOT EXISTS (
  SELECT FROM attendances x JOIN sessions o ON o.id = x.session_id
  WHERE x.client_id = a.client_id AND o.id < s.id AND o.status IN ('REQUESTED', 'BOOKED')
    AND tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at));

-- Deferrable, so that a series can be moved onto its own former slots in one transaction.
ALTER TABLE session_practitioners ADD CONSTRAINT session_practitioners_apart
  EXCLUDE USING gist (practitioner_id WITH =, busy WITH &&) WHERE (busy IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE attendances ADD CONSTRAINT attendances_apart
  EXCLUDE USING gist (client_id WITH =, busy WITH &&) WHERE (busy IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE sessions ADD CONSTRAINT sessions_rooms_apart
  EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (room_id IS NOT NULL AND status IN ('REQUESTED', 'BOOKED')) DEFERRABLE INITIALLY IMMEDIATE;

CREATE FUNCTION sessions_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
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
  -- What was told by mail is no change of the session.
  IF (NEW.told, NEW.sequence) IS NOT DISTINCT FROM (OLD.told, OLD.sequence) THEN NEW.version := OLD.version + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sessions_before_write BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_before_write();

-- Who joins a session takes its time over; the session is locked, so that it is not moved meanwhile.
CREATE OR REPLACE FUNCTION attendances_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held sessions;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.session_id, NEW.client_id, NEW.starts_at) IS NOT DISTINCT FROM (OLD.session_id, OLD.client_id, OLD.starts_at)
    AND NEW.busy IS NOT DISTINCT FROM OLD.busy THEN
    NULL;
  ELSE
    SELECT s.* INTO STRICT held FROM sessions s WHERE s.id = NEW.session_id FOR NO KEY UPDATE;
    NEW.starts_at := held.starts_at;
    NEW.busy := CASE WHEN held.status IN ('REQUESTED', 'BOOKED') THEN tstzrange(held.starts_at, held.ends_at) END;
  END IF;
  IF NEW.reportable AND (SELECT c.kind = 'PRE_CLIENT' FROM clients c WHERE c.id = NEW.client_id) THEN
    IF TG_OP = 'UPDATE' AND NOT OLD.reportable THEN
      RAISE EXCEPTION 'a session with a pre-client cannot be made reportable' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendances_pre_client_not_reportable';
    END IF;
    NEW.reportable := false;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION session_practitioners_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held sessions;
BEGIN
  SELECT s.* INTO STRICT held FROM sessions s WHERE s.id = NEW.session_id FOR NO KEY UPDATE;
  NEW.busy := CASE WHEN held.status IN ('REQUESTED', 'BOOKED') THEN tstzrange(held.starts_at, held.ends_at) END;
  RETURN NEW;
END $$;
CREATE TRIGGER session_practitioners_before_write BEFORE INSERT OR UPDATE ON session_practitioners
  FOR EACH ROW EXECUTE FUNCTION session_practitioners_before_write();

-- A session that moves, is taken up or given up takes everybody along, each kind in the order of their ids.
DROP TRIGGER sessions_move_attendances ON sessions;
CREATE OR REPLACE FUNCTION sessions_move_attendances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE taken tstzrange := CASE WHEN NEW.status IN ('REQUESTED', 'BOOKED') THEN tstzrange(NEW.starts_at, NEW.ends_at) END;
BEGIN
  UPDATE attendances SET starts_at = NEW.starts_at, busy = taken WHERE session_id = NEW.id;
  UPDATE session_practitioners SET busy = taken WHERE session_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER sessions_move_attendances AFTER UPDATE OF starts_at, ends_at, status ON sessions FOR EACH ROW
  WHEN ((OLD.starts_at, OLD.ends_at, OLD.status) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.status))
  EXECUTE FUNCTION sessions_move_attendances();

-- A group session never has more clients than places. Whoever joins holds the session by now, so they are counted one by one.
CREATE FUNCTION refuse_beyond_places(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM sessions s WHERE s.id = ANY (ids) AND s.places < (SELECT count(*) FROM attendances a WHERE a.session_id = s.id)) THEN
    RAISE EXCEPTION 'the session has no place left' USING ERRCODE = 'check_violation', CONSTRAINT = 'sessions_places_left';
  END IF;
END $$;
CREATE FUNCTION attendances_within_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_beyond_places(array_agg(DISTINCT session_id)) FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER attendances_within_places AFTER INSERT ON attendances REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION attendances_within_places();
CREATE FUNCTION sessions_within_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_beyond_places(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER sessions_within_places AFTER UPDATE OF places ON sessions FOR EACH ROW
  WHEN (NEW.places IS DISTINCT FROM OLD.places AND NEW.places IS NOT NULL) EXECUTE FUNCTION sessions_within_places();
