import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { optionsWith } from "@/components/ui/select-options";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ClientDefaults, DefaultChoices } from "@/lib/features/clients/defaults/schema";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatMoney } from "@/lib/values/format";
import { CURRENCY, money } from "@/lib/values/money";

type ClientDefaultsFormProps = {
  client: Pick<ClientRecord, "id" | "practitioners">;
  defaults: ClientDefaults;
  choices: DefaultChoices;
  /** The organization's words. */
  values: Record<string, string>;
  action: ServerAction;
};

/** What new work with a client begins with. */
export function ClientDefaultsForm({ client, defaults, choices, values, action }: ClientDefaultsFormProps) {
  const t = useTranslations("clients.defaults");
  const { service, fundingSource, practitioner, rateCents, version } = defaults;
  const own = client.practitioners.find(({ isPrimary }) => isPrimary)?.name ?? t("noPractitioner");
  const serviceRate = service?.rateCents ?? null;
  const rate = serviceRate === null ? "none" : formatMoney(money(serviceRate, CURRENCY), "en");
  return (
    <Form action={action} guard>
      <input type="hidden" name="clientId" value={client.id} />
      <input type="hidden" name="version" value={version} />
      <p className="mb-4 text-muted">{t("help", values)}</p>
      <FieldRow>
        <SelectField
          name="serviceId"
          label={t("service")}
          placeholder={t("none")}
          options={optionsWith(choices.services, service)}
          defaultValue={service?.id ?? ""}
        />
        <TextField
          name="rateCents"
          label={t("rate")}
          help={t("rateHelp", { rate })}
          inputMode="decimal"
          defaultValue={rateCents === null ? "" : (rateCents / 100).toFixed(2)}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="fundingSourceId"
          label={t("fundingSource")}
          placeholder={t("none")}
          options={optionsWith(choices.fundingSources, fundingSource)}
          defaultValue={fundingSource?.id ?? ""}
        />
        <SelectField
          name="practitionerId"
          label={t("practitioner", values)}
          help={t("practitionerHelp", { ...values, name: own })}
          placeholder={t("none")}
          options={optionsWith(choices.practitioners, practitioner)}
          defaultValue={practitioner?.id ?? ""}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="workerCompCode"
          label={t("workerCompCode")}
          defaultValue={defaults.workerCompCode ?? ""}
          maxLength={20}
        />
        <TextField
          name="multiplierCode"
          label={t("multiplierCode")}
          defaultValue={defaults.multiplierCode ?? ""}
          maxLength={20}
        />
      </FieldRow>
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
