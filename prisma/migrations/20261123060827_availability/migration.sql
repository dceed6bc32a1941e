-- Practitioners have hours as clients have; weeks between two days and single days lie over the usual week, and time off
-- over everything.

CREATE TYPE "AvailabilityKind" AS ENUM ('USUAL', 'RANGE', 'DAY', 'ASIDE');

ALTER TABLE "availability_schedules" ADD COLUMN     "first_day" DATE,
ADD COLUMN     "kind" "AvailabilityKind" NOT NULL DEFAULT 'USUAL',
ADD COLUMN     "last_day" DATE,
ADD COLUMN     "practitioner_id" UUID,
ALTER COLUMN "client_id" DROP NOT NULL;

CREATE TABLE "time_off" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "practitioner_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "start_minute" SMALLINT,
    "end_minute" SMALLINT,
    "time_zone" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "time_off_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "time_off_practitioner_id_last_day_idx" ON "time_off"("practitioner_id", "last_day");

CREATE INDEX "availability_schedules_practitioner_id_idx" ON "availability_schedules"("practitioner_id");

ALTER TABLE "availability_schedules" ADD CONSTRAINT "availability_schedules_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "time_off" ADD CONSTRAINT "time_off_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Weeks that were named were kept from merged clients.
UPDATE availability_schedules SET kind = 'ASIDE' WHERE label IS NOT NULL;

DROP INDEX availability_schedules_one_default;
CREATE UNIQUE INDEX availability_schedules_one_usual
  ON availability_schedules ((coalesce(client_id, practitioner_id))) WHERE kind = 'USUAL';
ALTER TABLE availability_schedules ADD CONSTRAINT availability_schedules_one_owner
  CHECK (num_nonnulls(client_id, practitioner_id) = 1);
ALTER TABLE availability_schedules ADD CONSTRAINT availability_schedules_days_fit CHECK (CASE kind
  WHEN 'USUAL' THEN label IS NULL AND num_nonnulls(first_day, last_day) = 0
  WHEN 'RANGE' THEN num_nonnulls(label, first_day, last_day) = 3 AND first_day <= last_day
  WHEN 'DAY' THEN num_nonnulls(first_day, last_day) = 2 AND first_day = last_day
  ELSE true END);
ALTER TABLE availability_schedules ADD CONSTRAINT availability_schedules_apart
  EXCLUDE USING gist ((coalesce(client_id, practitioner_id)) WITH =, kind WITH =, daterange(first_day, last_day, '[]') WITH &&)
  WHERE (kind IN ('RANGE', 'DAY'));
ALTER TABLE time_off ADD CONSTRAINT time_off_in_order CHECK (first_day <= last_day
  AND num_nonnulls(start_minute, end_minute) IN (0, 2)
  AND (start_minute IS NULL OR (start_minute >= 0 AND end_minute <= 1440 AND start_minute < end_minute)));
