import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { GroupRecord } from "@/lib/features/accounts/groups/schema";
import { paths } from "@/lib/paths";
import type { Rights } from "@/lib/platform/access/rights";
import type { ServerAction } from "@/lib/platform/action-state";
import { ReportCoverage } from "./report-coverage";
import { RightsMatrix } from "./rights-matrix";

type GroupFormProps = {
  group: Omit<GroupRecord, "rights" | "members"> | null;
  rights: Rights;
  values: Record<string, string>;
  action: ServerAction;
};

/** A named set of rights. */
export function GroupForm({ group, rights, values, action }: GroupFormProps) {
  const t = useTranslations("accounts.groups");
  return (
    <Form action={action} guard>
      {group && (
        <>
          <input type="hidden" name="groupId" value={group.id} />
          <input type="hidden" name="version" value={group.version} />
        </>
      )}
      <TextField name="name" label={t("name")} defaultValue={group?.name} required />
      <TextField name="description" label={t("about")} defaultValue={group?.description} />
      <FieldGroup legend={t("matrix")} help={t("matrixHelp", values)}>
        <RightsMatrix rights={rights} values={values} />
        <ReportCoverage of="administrator" values={values} />
      </FieldGroup>
      <FormActions sticky>
        <SubmitButton>{t(group ? "save" : "create")}</SubmitButton>
        <LinkButton variant="ghost" href={paths.staff.admin.groups}>
          {useTranslations("accounts")("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
