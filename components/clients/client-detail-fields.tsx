import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { optionsWith } from "@/components/ui/select-options";
import { TextField } from "@/components/ui/text-field";
import type { ClientChoices, ClientRecord } from "@/lib/features/clients/record/schema";

/** What is good to know of a client and rarely asked. */
export function ClientDetailFields({
  client,
  languages,
}: {
  client: ClientRecord | null;
  languages: ClientChoices["languages"];
}) {
  const t = useTranslations("clients");
  const own = client && { id: client.language, name: client.languageName };
  return (
    <>
      <FieldRow>
        <SelectField
          name="language"
          label={t("form.language")}
          defaultValue={client?.language ?? "en"}
          options={optionsWith(languages, own)}
        />
        <DateField name="startedOn" label={t("form.startedOn")} defaultValue={client?.startedOn ?? undefined} />
      </FieldRow>
      <TextField name="website" label={t("form.website")} defaultValue={client?.website ?? ""} inputMode="url" />
      <TextField name="industry" label={t("form.industry")} defaultValue={client?.industry ?? ""} />
      <FieldRow>
        <TextField
          name="naics"
          label={t("form.naics")}
          defaultValue={client?.naics ?? ""}
          inputMode="numeric"
          maxLength={10}
        />
        <TextField
          name="employeeCount"
          label={t("form.employeeCount")}
          defaultValue={client?.employeeCount ?? ""}
          inputMode="numeric"
        />
      </FieldRow>
    </>
  );
}
