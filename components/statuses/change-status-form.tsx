"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { ChoiceList } from "@/components/ui/choice-list";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { ClientStanding } from "@/lib/features/clients/schema";
import type { StatusPlan } from "@/lib/features/clients/workflows/schema";
import type { MessageChoices } from "@/lib/features/messages/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { FollowUpFields } from "./follow-up-fields";
import { StatusPlanList } from "./status-plan-list";

type StatusChoice = {
  id: string;
  name: string;
  standing: ClientStanding;
  blocksSessions: boolean;
  blocksAssignments: boolean;
  plan: StatusPlan;
};

type ChangeStatusFormProps = {
  client: { id: string; name: string; number: string; version: number; statusId: string };
  statuses: readonly StatusChoice[];
  choices: MessageChoices;
  /** The organization's words. */
  values: Record<string, string>;
  action: ServerAction;
};

/** Another status for a client: what each means, what would follow, and what else to do about it at once. */
export function ChangeStatusForm({ client, statuses, choices, values, action }: ChangeStatusFormProps) {
  const t = useTranslations("statuses");
  const meaning = useTranslations("clients.status");
  const [chosen, choose] = useState(client.statusId);
  const status = statuses.find(({ id }) => id === chosen);
  const options = statuses.map(({ id, name, standing, blocksSessions, blocksAssignments }) => ({
    value: id,
    label: name,
    help: [
      meaning(standing === "ACTIVE" && blocksSessions ? "ACTIVE_STRICT" : standing, values),
      blocksAssignments && t("change.noAssignments", values),
    ]
      .filter(Boolean)
      .join(" "),
  }));
  return (
    <Card title={t("change.title", { name: client.name, number: client.number })}>
      <Form action={action} guard className="grid max-w-3xl gap-4">
        <input type="hidden" name="clientId" value={client.id} />
        <input type="hidden" name="version" value={client.version} />
        <ChoiceList
          type="radio"
          name="statusId"
          label={t("change.label")}
          options={options}
          chosen={[client.statusId]}
          frame={{ required: true, onChange: choose }}
        />
        <section aria-live="polite" className="rounded-md bg-hover p-3">
          <h3 className="mb-2 font-medium">{t("plan.title")}</h3>
          {status && chosen !== client.statusId ? (
            <StatusPlanList plan={status.plan} values={values} />
          ) : (
            <p className="text-muted">{t("plan.present")}</p>
          )}
        </section>
        <TextArea
          name="reason"
          label={t("change.reason")}
          help={t("change.reasonHelp")}
          rows={2}
          maxLength={500}
          required={status?.plan.needsReason && chosen !== client.statusId}
        />
        <FollowUpFields choices={choices} />
        <FormActions>
          <SubmitButton>{t("change.save")}</SubmitButton>
          <LinkButton variant="ghost" href={paths.staff.client(client.id)}>
            {t("change.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}
