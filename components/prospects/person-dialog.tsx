"use client";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ProspectPerson } from "@/lib/features/prospects/record/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type PersonDialogProps = {
  prospectId: string;
  /** Null for a new one. */
  person: ProspectPerson | null;
  action: ServerAction;
  trigger?: ReactElement;
  open?: { isOpen: boolean; onOpenChange: (open: boolean) => void };
};

/** Adds or changes a person of a prospect. */
export function PersonDialog({ prospectId, person, action, trigger, open }: PersonDialogProps) {
  const t = useTranslations("prospects.people");
  return (
    <Dialog title={person ? t("editTitle", { name: person.name }) : t("add")} trigger={trigger} {...open}>
      {(close) => (
        <Form action={action} onDone={close}>
          <input type="hidden" name="prospectId" value={prospectId} />
          {person && <input type="hidden" name="personId" value={person.id} />}
          <FieldRow>
            <TextField
              name="firstName"
              label={t("firstName")}
              defaultValue={person?.firstName}
              autoComplete="off"
              required
            />
            <TextField name="lastName" label={t("lastName")} defaultValue={person?.lastName} autoComplete="off" />
          </FieldRow>
          <TextField name="title" label={t("jobTitle")} defaultValue={person?.title ?? ""} autoComplete="off" />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            defaultValue={person?.email ?? ""}
            autoComplete="off"
          />
          <TextField name="phone" type="tel" label={t("phone")} defaultValue={person?.phone ?? ""} autoComplete="off" />
          <FormActions>
            <SubmitButton>{t(person ? "save" : "add")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
