"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { CustomFieldRow } from "@/lib/features/custom-fields/definitions/schema";
import type { CustomRecord } from "@/lib/features/custom-fields/schema";
import { CustomChoiceRows } from "./custom-choice-rows";

const TYPES = ["text", "number", "date", "choice", "yes_no"] as const;

type CustomFieldDefinitionProps = {
  /** Null for a new one. */
  field: CustomFieldRow | null;
  record: CustomRecord;
  values: Record<string, string>;
};

/** What a field of the organization's own is called, what it holds and what it offers. */
export function CustomFieldDefinition({ field, record, values }: CustomFieldDefinitionProps) {
  const t = useTranslations("custom-fields");
  const [type, setType] = useState<string>(field?.type ?? "text");
  return (
    <>
      <TextField
        name="label"
        label={t("form.label")}
        defaultValue={field?.label}
        maxLength={80}
        autoComplete="off"
        required
      />
      {!field && (
        <SelectField
          name="type"
          label={t("form.type")}
          help={t("form.typeHelp")}
          value={type}
          onChange={(event) => setType(event.target.value)}
          options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        />
      )}
      {type === "choice" && <CustomChoiceRows choices={field?.choices.filter(({ archived }) => !archived) ?? []} />}
      <TextField
        name="help"
        label={t("form.help")}
        help={t("form.helpHelp")}
        defaultValue={field?.help ?? ""}
        maxLength={200}
        autoComplete="off"
      />
      {record === "client" && (
        <Checkbox name="mandatory" help={t("form.mandatoryHelp", values)} defaultChecked={field?.mandatory}>
          {t("form.mandatory")}
        </Checkbox>
      )}
    </>
  );
}
