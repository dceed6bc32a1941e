import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { TextArea } from "@/components/ui/text-area";
import type { SessionDraft } from "@/lib/features/scheduling/sessions/drafting/schema";

type SessionNotesFieldsProps = {
  draft: Pick<SessionDraft, "notes" | "staffNotes" | "sharedNotes">;
  values: Record<string, string>;
  staff: boolean;
};

/** Notes for three kinds of reader; each field says who reads it. */
export function SessionNotesFields({ draft, values, staff }: SessionNotesFieldsProps) {
  const t = useTranslations("sessions");
  return (
    <FieldGroup legend={t("notes")}>
      <TextArea
        name="notes"
        label={t("teamNotes", values)}
        help={t("teamNotesHelp", values)}
        rows={5}
        maxLength={20_000}
        defaultValue={draft.notes}
      />
      <TextArea
        name="sharedNotes"
        label={t("sharedNotes", values)}
        help={t("sharedNotesHelp", values)}
        rows={3}
        maxLength={20_000}
        defaultValue={draft.sharedNotes}
      />
      {staff && (
        <TextArea
          name="staffNotes"
          label={t("staffNotes")}
          help={t("staffNotesHelp", values)}
          rows={3}
          maxLength={20_000}
          defaultValue={draft.staffNotes}
        />
      )}
    </FieldGroup>
  );
}
