"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { RelationshipMarks } from "./relationship-badges";

type RelationshipDialogProps = {
  relationship: RelationshipMarks & { id: string; title: string | null };
  names: { contact: string; client: string };
  /** Making somebody a guardian needs the password confirmed; until then the box is locked. */
  mayMakeGuardian: boolean;
  action: ServerAction;
};

/** Changes what a contact is to a client. */
export function RelationshipDialog({ relationship, names, mayMakeGuardian, action }: RelationshipDialogProps) {
  const t = useTranslations("contacts.relationship");
  const locked = !mayMakeGuardian && !relationship.isGuardian;
  const guardianHelp = locked ? (
    <>
      {t("guardianNeedsPassword")} <TextLink href={paths.staff.confirm}>{t("confirm")}</TextLink>
    </>
  ) : (
    t("isGuardianHelp")
  );
  return (
    <Dialog
      title={t("changeTitle", { name: names.contact, client: names.client })}
      trigger={<Button size="sm">{t("change")}</Button>}
    >
      {(close) => (
        <Form action={action} onDone={close}>
          <input type="hidden" name="relationshipId" value={relationship.id} />
          <TextField name="title" label={t("title")} defaultValue={relationship.title ?? ""} />
          <Checkbox name="isOwner" help={t("isOwnerHelp")} defaultChecked={relationship.isOwner}>
            {t("isOwner")}
          </Checkbox>
          <Checkbox name="isGuardian" help={guardianHelp} defaultChecked={relationship.isGuardian} disabled={locked}>
            {t("isGuardian")}
          </Checkbox>
          <Checkbox name="isSupervisor" defaultChecked={relationship.isSupervisor}>
            {t("isSupervisor")}
          </Checkbox>
          <Checkbox name="isAccountsPayable" defaultChecked={relationship.isAccountsPayable}>
            {t("isAccountsPayable")}
          </Checkbox>
          <FieldRow>
            <DateField name="validFrom" label={t("validFrom")} defaultValue={relationship.validFrom ?? undefined} />
            <DateField
              name="validTo"
              label={t("validTo")}
              help={t("validToHelp", { client: names.client })}
              defaultValue={relationship.validTo ?? undefined}
            />
          </FieldRow>
          <FormActions>
            <SubmitButton>{t("save")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
