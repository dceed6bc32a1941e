"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { NewNameView } from "@/lib/features/imports/results/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { ImportNamesList } from "./import-names-list";

type ImportApplyFormProps = {
  operationId: string;
  /** Records that would be made or filled. */
  count: number;
  noun: string;
  names: readonly NewNameView[];
  terms: Record<string, string>;
  apply: ServerAction<unknown>;
};

/** The last look before something is saved: what is made besides, and the button. */
export function ImportApplyForm({ operationId, count, noun, names, terms, apply }: ImportApplyFormProps) {
  const t = useTranslations("imports.apply");
  return (
    <Card title={names.length > 0 ? t("newNames") : undefined}>
      <Form action={apply} className="grid grid-cols-[minmax(0,1fr)] gap-y-2">
        <input type="hidden" name="operationId" value={operationId} />
        {names.length > 0 && <ImportNamesList names={names} terms={terms} />}
        <p>{count > 0 ? t("body", { count, noun }) : t("nothing")}</p>
        <FormActions>{count > 0 && <SubmitButton>{t("submit", { count, noun })}</SubmitButton>}</FormActions>
      </Form>
    </Card>
  );
}
