import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientChoices, ClientRecord } from "@/lib/features/clients/record/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type ClientStatusFormProps = { client: ClientRecord; choices: ClientChoices; terms: Terminology; action: ServerAction };

/** Another status for a client, each with what it means. */
export function ClientStatusForm({ client, choices, terms, action }: ClientStatusFormProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  const options = choices.statuses.map(({ id, name, standing, blocksSessions }) => ({
    value: id,
    label: name,
    help: t(`status.${standing === "ACTIVE" && blocksSessions ? "ACTIVE_STRICT" : standing}`, values),
  }));
  return (
    <Card title={t("status.title")}>
      <Form action={action}>
        <input type="hidden" name="clientId" value={client.id} />
        <input type="hidden" name="version" value={client.version} />
        <RadioGroup
          name="statusId"
          label={t("status.label", { name: client.name })}
          options={options}
          defaultValue={client.status.id}
          required
        />
        <FormActions>
          <SubmitButton>{t("status.save")}</SubmitButton>
          <LinkButton variant="ghost" href={paths.staff.client(client.id)}>
            {t("form.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}
