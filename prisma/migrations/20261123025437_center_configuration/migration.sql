-- What a center says of itself: when it is open, on which days it is closed, how it looks, what its clients sign and
-- where answers to mails about them go.

ALTER TABLE "agreement_versions" ADD COLUMN     "center_id" UUID;

ALTER TABLE "centers" ADD COLUMN     "colour" TEXT,
ADD COLUMN     "hours_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "logo_file_id" UUID,
ADD COLUMN     "own_agreement" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reply_to" CITEXT;

CREATE TABLE "center_hours" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "center_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" SMALLINT NOT NULL,
    "end_minute" SMALLINT NOT NULL,

    CONSTRAINT "center_hours_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "center_holidays" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "center_id" UUID,
    "name" CITEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "center_holidays_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "center_hours_center_id_weekday_idx" ON "center_hours"("center_id", "weekday");

CREATE INDEX "center_holidays_center_id_first_day_idx" ON "center_holidays"("center_id", "first_day");

CREATE INDEX "center_holidays_last_day_first_day_idx" ON "center_holidays"("last_day", "first_day");

CREATE INDEX "agreement_versions_center_id_number_idx" ON "agreement_versions"("center_id", "number");

CREATE UNIQUE INDEX "centers_logo_file_id_key" ON "centers"("logo_file_id");

ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "centers" ADD CONSTRAINT "centers_logo_file_id_fkey" FOREIGN KEY ("logo_file_id") REFERENCES "stored_files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "center_hours" ADD CONSTRAINT "center_hours_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "center_holidays" ADD CONSTRAINT "center_holidays_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE center_hours ADD CONSTRAINT center_hours_within_a_day
  CHECK (weekday BETWEEN 1 AND 7 AND start_minute >= 0 AND end_minute <= 1440 AND start_minute < end_minute);
ALTER TABLE center_hours ADD CONSTRAINT center_hours_apart
  EXCLUDE USING gist (center_id WITH =, weekday WITH =, int4range(start_minute, end_minute) WITH &&);
ALTER TABLE center_holidays ADD CONSTRAINT center_holidays_in_order
  CHECK (last_day >= first_day AND last_day < first_day + 366);
-- The same holiday typed twice at once is one; "every center" counts as one place.
CREATE UNIQUE INDEX center_holidays_once ON center_holidays (center_id, name, first_day) NULLS NOT DISTINCT;

-- The number of the text that clients of a center sign now: its own where it has one and wants it, else the organization's.
CREATE FUNCTION current_agreement_number(of_center uuid) RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  select coalesce(
    (select max(v.number) from agreement_versions v join centers c on c.id = v.center_id
      where v.center_id = of_center and c.own_agreement),
    (select max(v.number) from agreement_versions v where v.center_id is null))
$$;
