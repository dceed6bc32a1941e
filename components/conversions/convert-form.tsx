import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { ClientMatch, PersonMatch } from "@/lib/features/conversions/schema";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ConvertAnew } from "./convert-anew";
import { ConvertPeople } from "./convert-people";

type ConvertFormProps = {
  prospect: ProspectRecord;
  /** A client that is there already; a new one without. */
  client: ClientMatch | null;
  /** What a new client is asked. */
  anew: ComponentProps<typeof ConvertAnew>["anew"];
  matches: readonly PersonMatch[];
  luggage: { messages: number; documents: number };
  words: { values: Record<string, string>; action: ServerAction };
};

/** Everything that has to be decided to make a prospect a client, on one page. */
export function ConvertForm({ prospect, client, anew, matches, luggage, words }: ConvertFormProps) {
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
        <ConvertAnew prospect={prospect} anew={anew} values={values} />
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
