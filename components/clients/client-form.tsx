import { useTranslations } from "next-intl";
import { CustomFieldInputs } from "@/components/custom-fields/custom-field-inputs";
import { DraftActions } from "@/components/drafts/draft-actions";
import { SimilarHint } from "@/components/duplicates/similar-hint";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { FocusField } from "@/components/ui/focus-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientChoices, ClientRecord } from "@/lib/features/clients/record/schema";
import { blankCustom } from "@/lib/features/custom-fields/rules";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import { ClientAssignmentFields } from "./client-assignment-fields";
import { ClientContactRows } from "./client-contact-rows";
import { ClientDetailFields } from "./client-detail-fields";
import { ClientKindFields } from "./client-kind-fields";

type ClientFormProps = {
  /** Null for a new one. */
  client: ClientRecord | null;
  /** The one to begin with. */
  field?: string;
  choices: ClientChoices;
  terms: Terminology;
  action: ServerAction;
};

/** Adds or changes a client or pre-client, a company or a single person. */
export function ClientForm({ client, field, choices, terms, action }: ClientFormProps) {
  const t = useTranslations("clients.form");
  const values = termValues(terms);
  const text = (
    name: "legalName" | "addressLine1" | "addressLine2" | "city" | "state" | "postalCode" | "phone" | "email",
  ) => ({
    name,
    label: t(name),
    defaultValue: client?.[name] ?? "",
  });
  return (
    <Form action={action} guard={!client}>
      {client && <input type="hidden" name="clientId" value={client.id} />}
      {field && <FocusField name={field} />}
      <FieldGroup legend={t("basics")}>
        <ClientKindFields client={client} values={values} />
        <TextField
          name="name"
          label={t("name")}
          help={t("nameHelp")}
          defaultValue={client?.name}
          maxLength={200}
          required
        />
        {!client && <SimilarHint kind="client" />}
        <TextField {...text("legalName")} maxLength={200} />
        <ClientAssignmentFields client={client} choices={choices} values={values} />
      </FieldGroup>
      <FieldGroup legend={t("address")}>
        <TextField {...text("addressLine1")} autoComplete="off" />
        <TextField {...text("addressLine2")} autoComplete="off" />
        <FieldRow>
          <TextField {...text("city")} />
          <TextField {...text("state")} />
          <TextField {...text("postalCode")} />
        </FieldRow>
        <FieldRow>
          <TextField {...text("phone")} defaultValue={client?.phone ? displayPhone(client.phone) : ""} type="tel" />
          <TextField {...text("email")} type="email" />
        </FieldRow>
      </FieldGroup>
      {!client && (
        <FieldGroup legend={t("contacts")} help={t("contactsHelp")}>
          <ClientContactRows />
        </FieldGroup>
      )}
      <FieldGroup legend={t("details")}>
        <ClientDetailFields client={client} languages={choices.languages} />
      </FieldGroup>
      <CustomFieldInputs fields={client?.custom ?? blankCustom(choices.custom)} demanding={client?.kind === "CLIENT"} />
      <FormActions sticky>
        <SubmitButton>{client ? t("save") : t("create", values)}</SubmitButton>
        {client ? (
          <DraftActions back={paths.staff.client(client.id)} />
        ) : (
          <LinkButton variant="ghost" href={paths.staff.clients}>
            {t("cancel")}
          </LinkButton>
        )}
      </FormActions>
    </Form>
  );
}
