import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { CLIENT_PURPOSES, RESOURCE_KINDS } from "@/lib/features/clients/schema";

type ClientKindFieldsProps = { client: ClientRecord | null; values: Record<string, string> };

/** Pre-client or client (chosen once; later "Make Client" decides), and company or person. The number is never typed. */
export function ClientKindFields({ client, values }: ClientKindFieldsProps) {
  const t = useTranslations("clients");
  const mayHavePurpose = client === null || client.kind === "PRE_CLIENT";
  const kinds = (["CLIENT", "PRE_CLIENT"] as const).map((value) => ({ value, label: t(`kinds.${value}`, values) }));
  return (
    <>
      {client ? (
        <TextField
          name="number"
          label={t("form.number")}
          help={t("form.numberHelp")}
          value={client.number}
          disabled
          readOnly
        />
      ) : (
        <RadioGroup
          name="kind"
          label={t("form.kind")}
          help={t("form.kindHelp", values)}
          options={kinds}
          defaultValue="CLIENT"
        />
      )}
      {mayHavePurpose && (
        <FieldRow>
          <SelectField
            name="purpose"
            label={t("form.purpose")}
            help={client ? undefined : t("form.purposeHelp", values)}
            placeholder="—"
            defaultValue={client?.purpose ?? ""}
            options={CLIENT_PURPOSES.map((value) => ({ value, label: t(`purposes.${value}`) }))}
          />
          <SelectField
            name="resourceKind"
            label={t("form.resourceKind")}
            help={t("form.resourceKindHelp")}
            placeholder="—"
            defaultValue={client?.resourceKind ?? ""}
            options={RESOURCE_KINDS.map((value) => ({ value, label: t(`resourceKinds.${value}`) }))}
          />
        </FieldRow>
      )}
      <RadioGroup
        name="isPerson"
        label={t("form.who")}
        defaultValue={String(client?.isPerson ?? false)}
        options={[
          { value: "false", label: t("form.company") },
          { value: "true", label: t("form.person") },
        ]}
      />
    </>
  );
}
