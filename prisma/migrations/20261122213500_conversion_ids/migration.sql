-- A conversion has an id of its own: by its prospect's, all that hangs on the prospect would seem to hang on it.
ALTER TABLE "conversions" DROP CONSTRAINT "conversions_pkey",
ADD COLUMN "id" UUID NOT NULL DEFAULT new_id(),
ADD CONSTRAINT "conversions_pkey" PRIMARY KEY ("id");

CREATE UNIQUE INDEX "conversions_prospect_id_key" ON "conversions"("prospect_id");
