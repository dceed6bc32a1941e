import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldRow } from "@/components/ui/field-row";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";

type SessionReportFieldsProps = {
  funding: readonly { value: string; label: string }[];
  chosen: string;
  /** With pre-clients only: nothing of it can be reported. */
  locked: boolean;
  values: Record<string, string>;
};

/** Who pays, whether it is reported, and what was done besides. With a pre-client the mark is locked, and says why. */
export function SessionReportFields({ funding, chosen, locked, values }: SessionReportFieldsProps) {
  const t = useTranslations("sessions");
  return (
    <>
      <FieldRow>
        <SelectField
          name="fundingSourceId"
          label={t("funding")}
          placeholder={t("noFunding")}
          options={funding}
          defaultValue={chosen}
        />
        <NumberField name="prepMinutes" label={t("prepMinutes")} defaultValue={0} min={0} max={1440} />
        <NumberField name="travelMinutes" label={t("travelMinutes")} defaultValue={0} min={0} max={1440} />
      </FieldRow>
      <Checkbox
        name="reportable"
        disabled={locked}
        defaultChecked={!locked}
        help={locked ? t("reportableLocked", values) : t("reportableHelp", values)}
      >
        {t("reportableBox")}
      </Checkbox>
    </>
  );
}
