import { useTranslations } from "next-intl";
import { CustomFieldInput } from "@/components/custom-fields/custom-field-input";
import { Card } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { termValues } from "@/lib/features/clients/copy";
import type { MandatoryField } from "@/lib/features/clients/mandatory/rules";
import type { ClientChoices, ClientRecord } from "@/lib/features/clients/record/schema";
import { missingCustom } from "@/lib/features/custom-fields/rules";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { MandatoryFieldInput } from "./mandatory-field-input";

type MakeClientFormProps = {
  client: ClientRecord;
  /** Mandatory fields that are blank so far. */
  missing: readonly MandatoryField[];
  /** In the zone of the client's center. */
  today: string;
  practitioners: ClientChoices["practitioners"];
  terms: Terminology;
  action: ServerAction;
};

/** Makes a pre-client a client: when it signed, and what is still needed. */
export function MakeClientForm({ client, missing, today, practitioners, terms, action }: MakeClientFormProps) {
  const t = useTranslations("clients.making");
  const values = termValues(terms);
  const own = missingCustom(client.custom);
  return (
    <Card title={t("title", values)}>
      <div className="mb-5 grid max-w-2xl gap-2 text-pretty text-muted">
        <p>{t("body", { ...values, name: client.name, number: client.number })}</p>
        <p>
          {t("sessions", {
            count: client.sessionCount,
            session: terms.session.singular.toLowerCase(),
            sessions: terms.session.plural.toLowerCase(),
          })}
        </p>
      </div>
      <Form action={action} guard>
        <input type="hidden" name="clientId" value={client.id} />
        <DateField
          name="signedOn"
          label={t("signedOn")}
          help={t("signedOnHelp")}
          defaultValue={client.signedOn ?? today}
          required
        />
        {missing.length + own.length > 0 && (
          <FieldGroup legend={t("missingTitle", values)} help={t("missingHelp", values)}>
            {missing.map((field) => (
              <MandatoryFieldInput
                key={field}
                field={field}
                clientId={client.id}
                practitioners={practitioners}
                values={values}
              />
            ))}
            {own.map((field) => (
              <CustomFieldInput key={field.id} field={field} required />
            ))}
          </FieldGroup>
        )}
        <FormActions>
          <SubmitButton>{t("save", values)}</SubmitButton>
          <LinkButton variant="ghost" href={paths.staff.client(client.id)}>
            {t("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}
