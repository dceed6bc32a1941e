"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Bookable } from "@/lib/features/scheduling/booking/schema";
import { putInLineAction } from "@/lib/features/scheduling/waiting/actions";

const named = (rows: readonly { id: string; name: string }[]) =>
  [...new Map(rows.map((row) => [row.id, row])).values()].map(({ id, name }) => ({ value: id, label: name }));

/** Puts a client on the waiting list without leaving the page. */
export function JoinLineDialog({ client }: { client: Pick<Bookable, "id" | "name" | "practitioners"> }) {
  const t = useTranslations("waiting-list.join");
  const services = named(client.practitioners.flatMap((one) => one.services));
  const trigger = (
    <Button size="sm" icon={<Plus aria-hidden />}>
      {t("add")}
    </Button>
  );
  return (
    <Dialog title={t("addTitle", { name: client.name })} trigger={trigger}>
      {(close) => (
        <Form action={putInLineAction} onDone={close}>
          <input type="hidden" name="clientId" value={client.id} />
          <FieldRow>
            <SelectField
              name="practitionerId"
              label={t("practitioner")}
              placeholder={t("anybody")}
              options={named(client.practitioners)}
            />
            {services.length > 0 && (
              <SelectField name="serviceId" label={t("service")} placeholder={t("anything")} options={services} />
            )}
          </FieldRow>
          <FieldRow>
            <DateField name="firstDay" label={t("firstDay")} />
            <DateField name="lastDay" label={t("lastDay")} />
          </FieldRow>
          <FormActions>
            <SubmitButton>{t("add")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
