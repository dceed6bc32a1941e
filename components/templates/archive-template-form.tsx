"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type ArchiveTemplateFormProps = { action: ServerAction<unknown>; templateId: string; archived: boolean };

/** Takes a template out of use, or back into it; nothing is lost either way, so nothing is asked. */
export function ArchiveTemplateForm({ action, templateId, archived }: ArchiveTemplateFormProps) {
  const t = useTranslations("templates");
  return (
    <Form key={String(archived)} action={action} className="flex items-center gap-3">
      <input type="hidden" name="templateId" value={templateId} />
      {archived && <span className="text-muted text-sm">{t("archivedNote")}</span>}
      <SubmitButton variant="secondary">{archived ? t("restore") : t("archive")}</SubmitButton>
    </Form>
  );
}
