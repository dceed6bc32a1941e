"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { VisibilityChip } from "@/components/ui/visibility-chip";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type StaffNotesFormProps = {
  note: StaffNote;
  subject: { kind: "client" | "contact" | "practitioner" | "account"; id: string };
  /** Who will and who will not see them. */
  help: string;
  action: ServerAction;
};

/** Additional Information: notes among administrators and staff. */
export function StaffNotesForm({ note, subject, help, action }: StaffNotesFormProps) {
  const t = useTranslations("clients.notes");
  return (
    <Form action={action} guard className="grid grid-cols-[minmax(0,1fr)]">
      <input type="hidden" name="subjectKind" value={subject.kind} />
      <input type="hidden" name="subjectId" value={subject.id} />
      <input type="hidden" name="version" value={note.version} />
      <p className="mb-2">
        <VisibilityChip to="STAFF">{t("staffOnly")}</VisibilityChip>
      </p>
      <TextArea name="text" label={t("label")} help={help} rows={4} defaultValue={note.text} maxLength={20_000} />
      <FormActions>
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
