"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type RestoreValueFormProps = {
  record: { idField: string; id: string; version: number };
  change: { entryId: string; field: string; label: string; from: string };
  restore: ServerAction;
};

/** Puts back what a field said before this change. */
export function RestoreValueForm({ record, change, restore }: RestoreValueFormProps) {
  const t = useTranslations("field-history");
  const router = useRouter();
  const { entryId, field, label, from } = change;
  return (
    <Form action={restore} onDone={() => router.refresh()} className="contents">
      <input type="hidden" name={record.idField} value={record.id} />
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="field" value={field} />
      <SubmitButton variant="secondary" size="sm" aria-label={t("restoreLabel", { field: label, value: from })}>
        {t("restore")}
      </SubmitButton>
    </Form>
  );
}
