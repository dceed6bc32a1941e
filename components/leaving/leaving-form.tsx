import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Leaving } from "@/lib/features/leaving/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { HandoverRow } from "./handover-row";

type LeavingFormProps = { leaving: Leaving; values: Record<string, string>; back: string; action: ServerAction };

/** Who is closed, and to whom everything goes that is still to be done. */
export function LeavingForm({ leaving, values, back, action }: LeavingFormProps) {
  const t = useTranslations("leaving");
  const { practitioner, account, groups, choices } = leaving;
  const state = (person: { active: boolean } | null) =>
    person ? t(person.active ? "willClose" : "isClosed") : t("none");
  return (
    <Form action={action} guard>
      {practitioner && <input type="hidden" name="practitionerId" value={practitioner.id} />}
      {account && <input type="hidden" name="accountId" value={account.id} />}
      <div className="grid gap-5">
        <Card title={t("closes")}>
          <DefinitionList
            items={[
              { term: t("practitioner", values), value: state(practitioner) },
              { term: t("account"), value: state(account) },
            ]}
          />
        </Card>
        <Card title={t("handOver")}>
          {groups.length === 0 && <p className="text-muted">{t("nothing", { name: values.name ?? "" })}</p>}
          <ul className="grid gap-4">
            {groups.map((group) => (
              <HandoverRow
                key={group.handover}
                group={group}
                people={group.to === "practitioner" ? choices.practitioners : choices.accounts}
                values={values}
              />
            ))}
          </ul>
        </Card>
      </div>
      <FormActions sticky>
        <SubmitButton variant="danger">{t("submit")}</SubmitButton>
        <LinkButton variant="ghost" href={back}>
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
