"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RecordLayout } from "@/components/ui/record-layout";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Letter } from "@/lib/features/templates/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { DraftPreviewCard, type DraftTools } from "./draft-preview-card";
import { LetterFields } from "./letter-fields";
import type { VariableChoice } from "./variable-choice";

type SystemLetterFormProps = {
  action: ServerAction<unknown>;
  letter: Letter & { key: string; language: string; changed: boolean };
  variables: readonly VariableChoice[];
  tools: DraftTools;
};

/** How often the words went back to the original while the page was open: each time the form begins anew. */
function useResets(changed: boolean): number {
  const [seen, setSeen] = useState({ changed, resets: 0 });
  if (seen.changed !== changed) setSeen({ changed, resets: seen.resets + (changed ? 0 : 1) });
  return seen.resets;
}

/** Changes the words of a letter that the app sends by itself, in one language. */
export function SystemLetterForm({ action, letter, variables, tools }: SystemLetterFormProps) {
  const t = useTranslations("templates");
  const resets = useResets(letter.changed);
  return (
    <Form key={resets} action={action} guard className="block">
      <input type="hidden" name="key" value={letter.key} />
      <input type="hidden" name="language" value={letter.language} />
      <RecordLayout aside={<DraftPreviewCard purpose={letter.key} tools={tools} />}>
        <div>
          <LetterFields letter={letter} variables={variables} />
          <FormActions sticky>
            <SubmitButton>{t("saveLetter")}</SubmitButton>
          </FormActions>
        </div>
      </RecordLayout>
    </Form>
  );
}
