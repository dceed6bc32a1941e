import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { ClientMatch, PersonMatch } from "@/lib/features/conversions/schema";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ConvertPeople } from "./convert-people";

type ConvertFormProps = {
  prospect: ProspectRecord;
  /** A client that is there already; a new one without. */
  client: ClientMatch | null;
  centers: readonly { id: string; name: string }[];
  matches: readonly PersonMatch[];
  luggage: { messages: number; documents: number };
  words: { values: Record<string, string>; action: ServerAction };
};

/** Everything that has to be decided to make a prospect a client, on one page. */
export function ConvertForm({ prospect, client, centers, matches, luggage, words }: ConvertFormProps) {
  const t = useTranslations("conversions");
  const { values, action } = words;
  return (
    <Form action={action} guard>
      <input type="hidden" name="prospectId" value={prospect.id} />
      {client ? (
        <p className="mb-4">
          <input type="hidden" name="clientId" value={client.id} />
          {t("into", { name: client.name, number: client.number, center: client.center })}{" "}
          <TextLink href={paths.staff.convertProspect(prospect.id)}>{t("newInstead", values)}</TextLink>
        </p>
      ) : (
        <>
          <SelectField
            name="centerId"
            label={values.center ?? ""}
            help={t("centerHelp", values)}
            placeholder={t("choose")}
            options={centers.map(({ id, name }) => ({ value: id, label: name }))}
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
        </>
      )}
      <FieldGroup legend={t("along")}>
        <Checkbox name="copyMessages" defaultChecked help={t("copyMessagesHelp", { count: luggage.messages })}>
          {t("copyMessages")}
        </Checkbox>
        <Checkbox name="copyDocuments" defaultChecked help={t("copyDocumentsHelp", { count: luggage.documents })}>
          {t("copyDocuments")}
        </Checkbox>
      </FieldGroup>
      <ConvertPeople people={prospect.people} matches={matches} values={values} />
      <FormActions sticky>
        <SubmitButton>{t("submit")}</SubmitButton>
        <LinkButton variant="ghost" href={paths.staff.prospect(prospect.id)}>
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
