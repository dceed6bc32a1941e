-- Additional Information: for administrators and staff only. A table of its own, so that no query about the person or
-- client brings it along by accident.
CREATE TABLE "staff_notes" (
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_notes_pkey" PRIMARY KEY ("subject_kind","subject_id")
);
