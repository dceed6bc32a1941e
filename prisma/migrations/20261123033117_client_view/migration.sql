-- AlterTable
ALTER TABLE "sign_ins" ADD COLUMN     "viewing_contact_id" UUID,
ADD COLUMN     "viewing_until" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "sign_ins_viewing_contact_id_idx" ON "sign_ins"("viewing_contact_id");

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_viewing_contact_id_fkey" FOREIGN KEY ("viewing_contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
