"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { DocumentItem } from "@/lib/features/documents/copy";
import type { DocumentVisibility } from "@/lib/features/documents/schema";
import type { ServerAction } from "@/lib/platform/action-state";

/** What a document of this record can be: in which folders, seen by whom, shared with which people. */
export type DocumentChoices = {
  folders: readonly string[];
  visibilities: readonly DocumentVisibility[];
  people: readonly { id: string; name: string }[];
};

type DocumentEditFormProps = { item: DocumentItem; choices: DocumentChoices; action: ServerAction; onDone: () => void };

/** Renames, moves and shares a document. */
export function DocumentEditForm({ item, choices, action, onDone }: DocumentEditFormProps) {
  const t = useTranslations("documents");
  const [visibility, setVisibility] = useState<string>(item.visibility);
  const folders = useId();
  const options = choices.visibilities.map((value) => ({
    value,
    label: t(`visibility.${value}`),
    help: t(`visibilityHelp.${value}`),
  }));
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form action={action} onDone={onDone}>
      <input type="hidden" name="documentId" value={item.id} />
      <TextField name="name" label={t("name")} defaultValue={item.name} maxLength={200} required />
      <TextField
        name="folder"
        label={t("folder")}
        help={t("folderHelp")}
        defaultValue={item.folder ?? ""}
        maxLength={80}
        list={folders}
        autoComplete="off"
      />
      <datalist id={folders}>
        {choices.folders.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div onChange={(event) => setVisibility(chosenIn(event.target) ?? visibility)}>
        <RadioGroup name="visibility" label={t("sharing")} options={options} defaultValue={item.visibility} required />
      </div>
      {visibility === "CONTACT" && people.length > 0 && (
        <SelectField
          name="contactId"
          label={t("person")}
          placeholder={t("choosePerson")}
          options={people}
          defaultValue={item.contact?.id ?? ""}
          required
        />
      )}
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <Button onPress={onDone}>{t("cancel")}</Button>
      </FormActions>
    </Form>
  );
}

function chosenIn(target: EventTarget): string | null {
  return target instanceof HTMLInputElement && target.name === "visibility" && target.checked ? target.value : null;
}
