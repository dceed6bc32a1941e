import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { CompanyDetails, PortalClient } from "@/lib/features/clients/portal/schema";
import { keptText, shownValue } from "@/lib/features/clients/proposals/rules";
import type { PortalField } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

const LABELS = {
  name: "companyName",
  person: "personName",
  addressLine1: "addressLine1",
  addressLine2: "addressLine2",
  city: "city",
  state: "state",
  postalCode: "postalCode",
  phone: "phone",
  email: "email",
  website: "website",
  industry: "industry",
  employeeCount: "employeeCount",
} as const;

type CompanyFormProps = {
  client: PortalClient & { details: CompanyDetails };
  action: ServerAction<{ waiting: number }>;
};

/** What a client may correct about itself; a single person has no industry and no employees. */
export function CompanyForm({ client, action }: CompanyFormProps) {
  const t = useTranslations("portal");
  const { id, isPerson, details, rules } = client;
  const waiting = client.proposals.filter(({ state }) => state === "WAITING").map(({ field }) => field);
  const helpOf = (name: PortalField) => {
    if (rules[name] === "NONE") return t("proposals.closedHelp");
    if (waiting.includes(name)) return t("proposals.waitingHelp");
    return rules[name] === "STAFF" ? t("proposals.staffHelp") : undefined;
  };
  const field = (name: PortalField, label: keyof typeof LABELS = name) => ({
    name,
    label: t(`fields.${LABELS[label]}`),
    readOnly: rules[name] === "NONE",
    help: helpOf(name),
    defaultValue: shownValue(name, keptText(details[name])),
  });
  return (
    <Form action={action} guard>
      <input type="hidden" name="clientId" value={id} />
      <input type="hidden" name="version" value={details.version} />
      <TextField {...field("name", isPerson ? "person" : "name")} required />
      <TextField {...field("addressLine1")} />
      <TextField {...field("addressLine2")} />
      <TextField {...field("city")} />
      <FieldRow>
        <TextField {...field("state")} />
        <TextField {...field("postalCode")} />
      </FieldRow>
      <FieldRow>
        <TextField {...field("phone")} type="tel" />
        <TextField {...field("email")} type="email" />
      </FieldRow>
      {isPerson ? (
        <Kept details={details} />
      ) : (
        <>
          <TextField {...field("website")} inputMode="url" placeholder="www.example.org" />
          <FieldRow>
            <TextField {...field("industry")} />
            <TextField {...field("employeeCount")} inputMode="numeric" />
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
