import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { MAY_SET, REQUIRED_FIELDS, type WorkflowStatus } from "@/lib/features/clients/workflows/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { WorkflowFollowUps } from "./workflow-follow-ups";

type WorkflowFormProps = {
  status: WorkflowStatus;
  templates: readonly { id: string; name: string }[];
  /** The organization's words. */
  values: Record<string, string>;
  action: ServerAction;
};

/** What a status blocks, who may give it, what it asks for and what follows from it. */
export function WorkflowForm({ status, templates, values, action }: WorkflowFormProps) {
  const t = useTranslations("statuses");
  const { workflow } = status;
  const missing = workflow.templateId && !templates.some(({ id }) => id === workflow.templateId);
  return (
    <Form action={action} guard>
      <input type="hidden" name="statusId" value={status.id} />
      <FieldGroup legend={t("workflow.blocks")}>
        {status.standing === "ACTIVE" ? (
          <>
            <Checkbox name="blocksSessions" defaultChecked={status.blocksSessions}>
              {t("workflow.blocksSessions", values)}
            </Checkbox>
            <Checkbox name="blocksAssignments" defaultChecked={status.blocksAssignments}>
              {t("workflow.blocksAssignments", values)}
            </Checkbox>
          </>
        ) : (
          <p className="text-muted">{t("workflow.blocksClosed", values)}</p>
        )}
      </FieldGroup>
      <FieldGroup legend={t("workflow.before")}>
        <RadioGroup
          name="maySet"
          label={t("workflow.maySet")}
          options={MAY_SET.map((value) => ({ value, label: t(`workflow.maySetChoices.${value}`) }))}
          defaultValue={workflow.maySet}
        />
        <Checkbox name="needsReason" defaultChecked={workflow.needsReason}>
          {t("workflow.needsReason")}
        </Checkbox>
        <CheckboxGroup
          inline
          name="requiredFields[]"
          label={t("workflow.requiredFields")}
          options={REQUIRED_FIELDS.map((value) => ({ value, label: t(`fields.${value}`) }))}
          defaultValue={workflow.requiredFields}
        />
      </FieldGroup>
      <FieldGroup legend={t("workflow.after")}>
        <WorkflowFollowUps workflow={workflow} values={values} />
        <SelectField
          name="templateId"
          label={t("workflow.template")}
          help={t("workflow.templateHelp")}
          placeholder={t("workflow.noTemplate")}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={missing ? "" : (workflow.templateId ?? "")}
        />
      </FieldGroup>
      <FormActions>
        <SubmitButton>{t("workflow.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
