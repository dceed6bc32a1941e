"use client";
import { useTranslations } from "next-intl";
import type { Letter } from "@/lib/features/templates/schema";
import { LetterEditor } from "./letter-editor";
import { SubjectField } from "./subject-field";
import type { VariableChoice } from "./variable-choice";

/** Subject and body of a letter. */
export function LetterFields({ letter, variables }: { letter: Letter; variables: readonly VariableChoice[] }) {
  const t = useTranslations("templates");
  return (
    <>
      <SubjectField name="subject" label={t("fields.subject")} defaultValue={letter.subject} variables={variables} />
      <LetterEditor
        name="body"
        label={t("fields.body")}
        defaultValue={letter.body}
        variables={variables}
        help={t("typingHelp")}
      />
    </>
  );
}
