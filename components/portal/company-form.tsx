import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { CompanyDetails } from "@/lib/features/clients/portal/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";

type CompanyFormProps = {
  client: { id: string; isPerson: boolean; details: CompanyDetails };
  action: ServerAction;
};

/** What a client may correct about itself; a single person has no industry and no employees. */
export function CompanyForm({ client: { id, isPerson, details }, action }: CompanyFormProps) {
  const t = useTranslations("portal");
  const text = (value: string | null) => value ?? "";
  return (
    <Form action={action} guard>
      <input type="hidden" name="clientId" value={id} />
      <input type="hidden" name="version" value={details.version} />
      <TextField
        name="name"
        label={t(isPerson ? "fields.personName" : "fields.companyName")}
        defaultValue={details.name}
        required
      />
      <TextField name="addressLine1" label={t("fields.addressLine1")} defaultValue={text(details.addressLine1)} />
      <TextField name="addressLine2" label={t("fields.addressLine2")} defaultValue={text(details.addressLine2)} />
      <TextField name="city" label={t("fields.city")} defaultValue={text(details.city)} />
      <FieldRow>
        <TextField name="state" label={t("fields.state")} defaultValue={text(details.state)} />
        <TextField name="postalCode" label={t("fields.postalCode")} defaultValue={text(details.postalCode)} />
      </FieldRow>
      <FieldRow>
        <TextField
          name="phone"
          type="tel"
          label={t("fields.phone")}
          defaultValue={details.phone ? displayPhone(details.phone) : ""}
        />
        <TextField name="email" type="email" label={t("fields.email")} defaultValue={text(details.email)} />
      </FieldRow>
      {isPerson ? (
        <Kept details={details} />
      ) : (
        <>
          <TextField
            name="website"
            inputMode="url"
            label={t("fields.website")}
            defaultValue={text(details.website)}
            placeholder="www.example.org"
          />
          <FieldRow>
            <TextField name="industry" label={t("fields.industry")} defaultValue={text(details.industry)} />
            <TextField
              name="employeeCount"
              inputMode="numeric"
              label={t("fields.employeeCount")}
              defaultValue={details.employeeCount ?? ""}
            />
          </FieldRow>
        </>
      )}
      <FormActions>
        <SubmitButton>{t(isPerson ? "information.save" : "information.saveCompany")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** What is not asked of a person is sent back as it is. */
function Kept({ details }: { details: CompanyDetails }) {
  return (
    <>
      <input type="hidden" name="website" value={details.website ?? ""} />
      <input type="hidden" name="industry" value={details.industry ?? ""} />
      <input type="hidden" name="employeeCount" value={details.employeeCount ?? ""} />
    </>
  );
}
