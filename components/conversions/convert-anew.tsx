import { useTranslations } from "next-intl";
import { MandatoryFieldInput } from "@/components/clients/mandatory-field-input";
import { CustomFieldInput } from "@/components/custom-fields/custom-field-input";
import { FieldGroup } from "@/components/ui/field-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import type { MandatoryField } from "@/lib/features/clients/mandatory/rules";
import type { ClientChoices } from "@/lib/features/clients/record/schema";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";

type ConvertAnewProps = {
  prospect: ProspectRecord;
  anew: Pick<ClientChoices, "centers" | "practitioners"> & {
    needed: { missing: readonly MandatoryField[]; custom: readonly CustomValue[] };
  };
  values: Record<string, string>;
};

/** What is asked where a prospect becomes a new client: where it belongs, what it is, and what a client must have. */
export function ConvertAnew({ prospect, anew, values }: ConvertAnewProps) {
  const t = useTranslations("conversions");
  const { missing, custom } = anew.needed;
  return (
    <>
      <SelectField
        name="centerId"
        label={values.center ?? ""}
        help={t("centerHelp", values)}
        placeholder={t("choose")}
        options={anew.centers.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={prospect.center?.id ?? ""}
        required
      />
      <RadioGroup
        name="isPerson"
        label={t("isPerson", values)}
        defaultValue="false"
        options={[
          { value: "false", label: t("organization") },
          { value: "true", label: t("person") },
        ]}
      />
      <RadioGroup
        name="kind"
        label={t("kind")}
        defaultValue="CLIENT"
        options={[
          { value: "CLIENT", label: values.client ?? "" },
          { value: "PRE_CLIENT", label: values.preClient ?? "", help: t("preClientHelp", values) },
        ]}
      />
      {missing.length + custom.length > 0 && (
        <div className="[form:has([name=kind][value^=PRE]:checked)_&]:hidden">
          <FieldGroup legend={t("needed", values)} help={t("neededHelp", values)}>
            {missing.map((field) => (
              <MandatoryFieldInput
                key={field}
                field={field}
                clientId={prospect.id}
                practitioners={anew.practitioners}
                values={values}
              />
            ))}
            {custom.map((field) => (
              <CustomFieldInput key={field.id} field={field} required />
            ))}
          </FieldGroup>
        </div>
      )}
    </>
  );
}
