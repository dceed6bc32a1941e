"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { publishVersionAction } from "@/lib/features/agreements/versions/actions";
import { DraftChanges } from "./draft-changes";

type Wording = { title: string; body: string };
type PublishVersionFormProps = {
  number: number;
  /** Whether there is a text that somebody may have signed, which this one changes. */
  changes: boolean;
  /** Whose clients sign it; nothing for the organization's text. */
  centerId?: string;
  english: Wording | null;
  spanish: Wording | null;
};

/** The next version, beginning with the words of the current one. */
export function PublishVersionForm({ number, changes, centerId = "", english, spanish }: PublishVersionFormProps) {
  const t = useTranslations("agreements.admin");
  const texts = useRef<HTMLDivElement>(null);
  return (
    <Form action={publishVersionAction} guard>
      <input type="hidden" name="centerId" value={centerId} />
      <div ref={texts}>
        <FieldGroup legend={t("english")}>
          <TextField name="en.title" label={t("name")} defaultValue={english?.title} required />
          <TextArea
            name="en.body"
            label={t("body")}
            help={t("bodyHelp")}
            rows={14}
            defaultValue={english?.body}
            required
          />
        </FieldGroup>
        <FieldGroup legend={t("spanish")} help={t("spanishHelp")}>
          <TextField name="es.title" label={t("name")} lang="es" defaultValue={spanish?.title} />
          <TextArea
            name="es.body"
            label={t("body")}
            lang="es"
            help={t("bodyHelp")}
            rows={14}
            defaultValue={spanish?.body}
          />
        </FieldGroup>
      </div>
      {changes && (
        <>
          <RadioGroup
            name="change"
            label={t("change")}
            options={(["material", "wording"] as const).map((value) => ({
              value,
              label: t(`changes.${value}`),
              help: t(`changesHelp.${value}`),
            }))}
            defaultValue="material"
          />
          <DraftChanges texts={texts} before={{ en: english, es: spanish }} />
        </>
      )}
      <FormActions sticky>
        <SubmitButton>{t("publish", { number })}</SubmitButton>
      </FormActions>
    </Form>
  );
}
